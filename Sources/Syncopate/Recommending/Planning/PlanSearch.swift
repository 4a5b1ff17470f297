/// What a learner's futures say of each goal, and what would have to change for it to be reached.
struct PlanSearch {
    /// The plan itself.
    let follower: PlanFollower
    let futures: [PlanFuture]

    var settings: PlanSettings { follower.settings }

    /// Share of the futures that a search draws, and how many at least.
    private static let searchedShare = 5
    private static let fewestSearched = 20

    /// How many futures a search looks at: the first ones of the plan's.
    var searched: Int { min(futures.count, max(futures.count / Self.searchedShare, Self.fewestSearched)) }

    /// Where one goal is heading.
    func outlook(_ place: Int) -> GoalOutlook {
        let goal = follower.goals[place]
        let results = futures.map { $0.results[place] }
        var outlook = GoalOutlook(goal: goal.position, by: goal.by, targets: goal.targets, drops: [])
        if goal.purpose == .measure {
            outlook.deviationNow = goal.deviation(follower.state)
            outlook.deviationThen = results.reduce(0) { $0 + $1.deviation } / Double(max(results.count, 1))
            return outlook
        }
        let reached = results.count(where: \.isReached)
        let chance = Self.share(reached, of: results.count)
        outlook.chance = chance
        outlook.chanceError = Self.error(reached, of: results.count)
        let shares = results.map(\.share).sorted()
        outlook.share = shares.reduce(0, +) / Double(max(shares.count, 1))
        outlook.shareRange = Self.quantile(shares, 0.1)...Self.quantile(shares, 0.9)
        guard let date = goal.date else {
            outlook.daysUntil = Self.daysUntil(results)
            return outlook
        }
        guard date > follower.calendar.start else {
            outlook.obstacle = .passed
            return outlook
        }
        outlook.isOnTrack = chance >= settings.chance
        if outlook.isOnTrack != true { outlook.obstacle = obstacle(goal) }
        if outlook.obstacle == nil { need(place, chance, &outlook) }
        if outlook.isOnTrack != true { outlook.drops = PlanDropping(search: self, place: place).drops() }
        return outlook
    }

    // MARK: What stands in the way

    /// What no amount of practice overcomes.
    private func obstacle(_ goal: PlanGoal) -> PlanObstacle? {
        guard goal.purpose == .master else { return nil }
        let impossible = goal.targets.indices.filter { !goal.masters[$0].with }.map { goal.targets[$0] }
        if !impossible.isEmpty { return .threshold(skills: impossible) }
        let recommender = follower.recommender
        var isPractised = [Bool](repeating: false, count: recommender.catalogue.skills.count)
        for (item, edges) in recommender.catalogue.itemSkills.enumerated()
        where recommender.constraints.isGivenToAnybody(item) {
            for edge in edges { isPractised[edge.skill] = true }
        }
        // One that is nearly certain already needs no items.
        let missing = goal.targets.indices.filter { place in
            let skill = goal.targets[place]
            return !goal.masters[place].without && !isPractised[skill]
                && follower.state.knowledge.known(skill) < settings.chance
        }.map { goal.targets[$0] }
        return missing.isEmpty ? nil : .noItems(skills: missing)
    }

    // MARK: How much it takes

    /// Minutes a day that are tried: what people would put in a timetable.
    static let steps: [Double] = [
        0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360,
        480,
    ]

    /// The least minutes a day that reach the goal with the chance wanted, by bisection.
    ///
    /// The first question is answered by the plan, and the others lie in a fixed tree below it: whoever wants a higher
    /// chance goes the same way, or to the right of it. So more is never needed for less, whatever chance does.
    private func need(_ place: Int, _ chance: Double, _ outlook: inout GoalOutlook) {
        let isEnough = chance >= settings.chance
        let open = Self.steps.filter { isEnough ? $0 < settings.minutesADay : $0 > settings.minutesADay }
        if !isEnough, !futures.contains(where: \.isShort) {
            outlook.obstacle = .nothingMore
            return
        }
        var found = isEnough ? need(settings.minutesADay, chance, futures, place) : nil
        var range = 0..<open.count
        if !isEnough, let most = open.last {
            // Where the most does not do it nothing does, as far as can be seen.
            guard let enough = enough(most, place) else {
                outlook.obstacle =
                    isShort(most, place)
                    ? .time(minutesADay: most, itemsADay: settings.itemsADay) : .nothingMore
                return
            }
            found = enough
            range = 0..<open.count - 1
        }
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if let enough = enough(open[middle], place) {
                found = enough
                range = range.lowerBound..<middle
            } else {
                range = middle + 1..<range.upperBound
            }
        }
        outlook.needed = found
        if found == nil { outlook.obstacle = .time(minutesADay: settings.minutesADay, itemsADay: settings.itemsADay) }
    }

    /// What so many minutes a day come to where they are enough. Ends as soon as too many futures miss the goal.
    private func enough(_ minutes: Double, _ place: Int) -> PlanNeed? {
        let limited = follower.recommender.limited(toMinutesADay: max(minutes, 1))
        let follower = minutes > 0 ? follower.following(limited, watching: place) : follower.resting(watching: place)
        var seen: [PlanFuture] = []
        let allowed = searched - Int((settings.chance * Double(searched) - 1e-9).rounded(.up))
        var missed = 0
        for number in 0..<searched {
            let future = follower.future(number)
            if !future.results[place].isReached { missed += 1 }
            if missed > allowed { return nil }
            seen.append(future)
        }
        return need(minutes, Self.share(searched - missed, of: searched), seen, place)
    }

    /// Whether with so many minutes a day more would still be practised on the last day if there were time.
    private func isShort(_ minutes: Double, _ place: Int) -> Bool {
        let limited = follower.recommender.limited(toMinutesADay: max(minutes, 1))
        let follower = follower.following(limited, watching: place)
        return (0..<min(searched, Self.fewestSearched)).contains { follower.future($0).isShort }
    }

    private func need(_ minutes: Double, _ chance: Double, _ futures: [PlanFuture], _ place: Int) -> PlanNeed {
        let steps = futures.reduce(0) { $0 + $1.steps.count }
        let spent = futures.reduce(0) { $0 + $1.steps.reduce(0) { $0 + $1.minutes } }
        let perItem = steps > 0 ? spent / Double(steps) : 0
        let items = perItem > 0 && minutes > 0 ? max((minutes / perItem).rounded(.down), 1) : 0
        return PlanNeed(minutesADay: minutes, itemsADay: Int(min(items, 1_440_000)), chance: chance)
    }

    // MARK: Figures

    static func share(_ count: Int, of all: Int) -> Double { Double(count) / Double(max(all, 1)) }

    /// Standard error of a share, from one success and one failure more than were seen (Laplace's rule of succession).
    static func error(_ count: Int, of all: Int) -> Double {
        let share = (Double(count) + 1) / (Double(all) + 2)
        return (share * (1 - share) / Double(max(all, 1))).squareRoot()
    }

    /// The least value that at least this share of the sorted values do not exceed.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let place = Int((share * Double(sorted.count) - 1e-9).rounded(.up)) - 1
        return sorted[min(max(place, 0), sorted.count - 1)]
    }

    private static func daysUntil(_ results: [PlanFuture.Result]) -> GoalOutlook.DaysUntil {
        let days = results.map { $0.day.map(Double.init) ?? .infinity }.sorted()
        func day(_ share: Double) -> Int? {
            let value = quantile(days, share)
            return value.isFinite ? Int(value) : nil
        }
        return GoalOutlook.DaysUntil(median: day(0.5), low: day(0.1), high: day(0.9))
    }
}
