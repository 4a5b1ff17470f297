/// The days of a plan: one of the futures, and what the others say of it.
///
/// A mean over futures is no plan: half an item cannot be done, and what one answer unlocks would be open to half. So one
/// future is told as it went, the one nearest to the mean of all (the medoid by squared distance) in how often each item
/// had come by each day. It was followed under every constraint, and how sure it is stands beside it.
struct PlanPath {
    let days: [PlanDay]

    /// - Parameter follower: who followed the futures, by their numbers.
    init(_ follower: PlanFollower, _ futures: [PlanFuture]) {
        let calendar = follower.calendar
        let count = calendar.days.count
        let all = Double(max(futures.count, 1))
        let chosen = Self.nearest(futures, days: count).map { follower.future($0, isTold: true) }
        var minutes = [Double](repeating: 0, count: count)
        for future in futures { for step in future.steps { minutes[step.day] += step.minutes } }
        var days = calendar.days.map {
            PlanDay(start: $0.begin, isOff: $0.isOff, minutes: 0, expectedMinutes: 0, entries: [], sequence: [])
        }
        guard let chosen else {
            self.days = days
            return
        }
        var places: [Int: Int] = [:]
        var day = -1
        for step in chosen.steps {
            if step.day != day {
                day = step.day
                places = [:]
            }
            days[day].minutes += step.minutes
            days[day].sequence.append(step.item)
            if let place = places[step.item] {
                days[day].entries[place].times += 1
                days[day].entries[place].minutes += step.minutes
            } else {
                places[step.item] = days[day].entries.count
                days[day].entries.append(
                    PlanEntry(
                        item: step.item, action: step.action, times: 1, minutes: step.minutes, success: step.success,
                        shareOnDay: 0, shareByDay: 0))
            }
        }
        Self.compare(&days, futures)
        for day in days.indices { days[day].expectedMinutes = minutes[day] / all }
        self.days = days
    }

    /// Fills in what the futures together say of the entries.
    private static func compare(_ days: inout [PlanDay], _ futures: [PlanFuture]) {
        // Per item, the days on which the plan has it.
        var places: [Int: [(day: Int, entry: Int)]] = [:]
        for day in days.indices {
            for (entry, value) in days[day].entries.enumerated() {
                places[value.item, default: []].append((day, entry))
            }
        }
        var sums: [Int: [(success: Double, count: Int)]] = places.mapValues { $0.map { _ in (0, 0) } }
        for future in futures {
            var first: [Int: Int] = [:]
            var last: [Int: Int] = [:]
            for step in future.steps {
                if first[step.item] == nil { first[step.item] = step.day }
                guard let mine = places[step.item], let at = mine.firstIndex(where: { $0.day == step.day }) else {
                    continue
                }
                sums[step.item]?[at].success += step.success
                sums[step.item]?[at].count += 1
                guard last[step.item] != step.day else { continue }
                last[step.item] = step.day
                days[step.day].entries[mine[at].entry].shareOnDay += 1
            }
            for (item, day) in first {
                for place in places[item] ?? [] where place.day >= day {
                    days[place.day].entries[place.entry].shareByDay += 1
                }
            }
        }
        for (item, mine) in places {
            for (at, place) in mine.enumerated() {
                days[place.day].entries[place.entry].shareOnDay /= Double(max(futures.count, 1))
                days[place.day].entries[place.entry].shareByDay /= Double(max(futures.count, 1))
                guard let sum = sums[item]?[at], sum.count > 0 else { continue }
                days[place.day].entries[place.entry].success = sum.success / Double(sum.count)
            }
        }
    }

    /// Beyond this many stretches of days, days are taken together for the comparison.
    private static let mostStretches = 60

    /// Number of the future nearest to the mean; of equals the first.
    private static func nearest(_ futures: [PlanFuture], days: Int) -> Int? {
        guard futures.count > 1 else { return futures.indices.first }
        let stretches = min(days, mostStretches)
        /// How often each item had come by the end of each stretch.
        func counts(_ future: PlanFuture) -> [Int: [Double]] {
            var counts: [Int: [Double]] = [:]
            for step in future.steps {
                counts[step.item, default: [Double](repeating: 0, count: stretches)][step.day * stretches / days] += 1
            }
            return counts.mapValues { times in
                var total = 0.0
                return times.map { time in
                    total += time
                    return total
                }
            }
        }
        var mean: [Int: [Double]] = [:]
        let share = 1 / Double(futures.count)
        for future in futures {
            for (item, times) in counts(future) {
                var sum = mean[item] ?? [Double](repeating: 0, count: stretches)
                for stretch in 0..<stretches { sum[stretch] += times[stretch] * share }
                mean[item] = sum
            }
        }
        // |x - m|^2 less |m|^2, which is the same for all, over the items of this future only. In a fixed order.
        var best = (distance: Double.infinity, place: 0)
        for (place, future) in futures.enumerated() {
            var distance = 0.0
            for (item, times) in counts(future).sorted(by: { $0.key < $1.key }) {
                guard let mean = mean[item] else { continue }
                for stretch in 0..<stretches { distance += times[stretch] * (times[stretch] - 2 * mean[stretch]) }
            }
            if distance < best.distance - 1e-9 { best = (distance, place) }
        }
        return best.place
    }
}
