/// One topic of a learner's route, with the minutes of work it takes.
struct RouteStop: Sendable, Hashable {
    /// Any number that is the same for the same topic.
    var topic: Int
    var title: String
    var minutes: Double

    /// The topics of the week's work in its order; what has no topic is no place to meet.
    static func route(_ work: [CohortWeek.Work]) -> [RouteStop] {
        work.map { RouteStop(topic: $0.topic ?? -1, title: $0.title ?? "", minutes: $0.minutes) }
    }
}
