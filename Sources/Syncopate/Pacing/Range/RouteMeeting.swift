/// Where classmates on different routes can next meet.
///
/// Everybody is taken to work through their route at the minutes it is expected to take. Two meet on a topic if their
/// arrivals are within ``window`` minutes of work. Of the topics on a learner's route the first is taken at which, of those
/// who meet, some have it and some do not, since explaining it then works (Crouch & Mazur 2001); if there is none, the
/// first at which anybody else comes by.
public enum RouteMeeting {
    /// Minutes between two arrivals within which one can wait for the other: an assumption.
    public static let window = 30.0
    /// Most classmates that are named.
    public static let mostCompanions = 3
    /// How many of the nearest on either side are looked at.
    static let lookedAt = 12

    private struct Arrival {
        var learner: Int
        var steps: Int
        var minutes: Double
    }

    /// The next point of every learner.
    ///
    /// - Parameters:
    ///   - routes: per learner; stops with a topic below 0 take time and are no place to meet, and of two on one topic the
    ///     first counts.
    ///   - has: P(the learner has the topic).
    /// - Returns: `nil` for whoever meets nobody.
    static func points(_ routes: [[RouteStop]], has: (_ learner: Int, _ topic: Int) -> Double) -> [MeetingPoint?] {
        var byTopic: [Int: [Arrival]] = [:]
        let stops = routes.enumerated().map { learner, route in
            var seen: Set<Int> = []
            var (minutes, steps) = (0.0, 0)
            var stops: [(stop: RouteStop, arrival: Arrival)] = []
            for stop in route {
                if stop.topic < 0 || seen.insert(stop.topic).inserted {
                    let arrival = Arrival(learner: learner, steps: steps, minutes: minutes)
                    if stop.topic >= 0 {
                        stops.append((stop, arrival))
                        byTopic[stop.topic, default: []].append(arrival)
                    }
                    steps += 1
                }
                if stop.minutes.isFinite { minutes += max(stop.minutes, 0) }
            }
            return stops
        }
        for topic in byTopic.keys {
            byTopic[topic]?.sort { ($0.minutes, $0.learner) < ($1.minutes, $1.learner) }
        }
        return stops.map { list in
            var first: MeetingPoint?
            for (stop, arrival) in list {
                let near = near(arrival, byTopic[stop.topic] ?? [])
                guard !near.isEmpty else { continue }
                let own = has(arrival.learner, stop.topic) >= 0.5
                let companions = near.map { other in
                    MeetingPoint.Companion(
                        learner: other.learner, steps: other.steps, minutes: other.minutes,
                        has: has(other.learner, stop.topic) >= 0.5)
                }
                let point = MeetingPoint(
                    topic: stop.title, companions: chosen(companions, beside: own), steps: arrival.steps,
                    minutes: arrival.minutes, has: own)
                if point.isMixed { return point }
                if first == nil { first = point }
            }
            return first
        }
    }

    /// Others who come by in time, nearest first, of equals the earlier learner.
    private static func near(_ own: Arrival, _ all: [Arrival]) -> [Arrival] {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if (all[middle].minutes, all[middle].learner) < (own.minutes, own.learner) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let reach = max(0, low - lookedAt)..<min(all.count, low + 1 + lookedAt)
        return all[reach].filter { $0.learner != own.learner && abs($0.minutes - own.minutes) <= window }
            .sorted {
                let (a, b) = (abs($0.minutes - own.minutes), abs($1.minutes - own.minutes))
                return a != b ? a < b : $0.learner < $1.learner
            }
    }

    /// The nearest few; where these are all alike, the last of them makes place for the nearest who is not.
    private static func chosen(
        _ near: [MeetingPoint.Companion], beside own: Bool
    ) -> [MeetingPoint.Companion] {
        var chosen = Array(near.prefix(mostCompanions))
        guard !chosen.contains(where: { $0.has != own }), let other = near.first(where: { $0.has != own }) else {
            return chosen
        }
        if chosen.count == mostCompanions { chosen.removeLast() }
        return chosen + [other]
    }
}
