/// One thing to do in own time, and who does it.
public struct BriefTask: Sendable, Hashable {
    /// Position of the item in the gradebook; `nil` where `prescription` says what to give.
    public var item: Int?
    public var prescription: Prescription?
    /// Title of the topic; `nil` where there is none beyond the item itself.
    public var topic: String?
    /// By what is to be done with it, in the order of ``Action``.
    public var parts: [Part]

    /// Learners who do the same with it.
    public struct Part: Sendable, Hashable {
        public var action: Action
        /// Minutes it takes.
        public var minutes: Double
        /// Whether that is a usual figure rather than stated.
        public var minutesAreAssumed: Bool
        /// Positions in the gradebook, in its order.
        public var learners: [Int]
    }

    /// Learners who do it.
    public var count: Int { parts.reduce(0) { $0 + $1.learners.count } }

    /// What makes two recommendations the same line on a board: the item, or the kind of task on a topic.
    struct Key: Hashable {
        var item: Int?
        var action: Action?
        var topic: String

        init(_ recommendation: Recommendation) {
            item = recommendation.item
            action = recommendation.item == nil ? recommendation.action : nil
            topic = recommendation.item == nil ? recommendation.prescription?.topic ?? "" : ""
        }
    }

    /// Tasks of learners put together by what they are, the longest list first, of equals that of the earliest learner.
    ///
    /// - Parameters:
    ///   - given: learners with what each does.
    ///   - topic: title of the topic of an item, `nil` where that is the item's own.
    static func grouped(
        _ given: [(learner: Int, recommendation: Recommendation)], topic: (Int) -> String?
    ) -> [BriefTask] {
        var order: [Key] = []
        var members: [Key: [(learner: Int, recommendation: Recommendation)]] = [:]
        for entry in given {
            let key = Key(entry.recommendation)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(entry)
        }
        let tasks = order.compactMap { key -> BriefTask? in
            guard let entries = members[key], let first = entries.first?.recommendation else { return nil }
            let parts = Action.allCases.compactMap { action -> Part? in
                let same = entries.filter { $0.recommendation.action == action }
                guard let one = same.first?.recommendation else { return nil }
                return Part(
                    action: action, minutes: one.minutes, minutesAreAssumed: one.minutesAreAssumed,
                    learners: same.map(\.learner))
            }
            return BriefTask(
                item: first.item, prescription: first.prescription, topic: first.item.flatMap(topic), parts: parts)
        }
        return tasks.enumerated()
            .sorted {
                $0.element.count != $1.element.count ? $0.element.count > $1.element.count : $0.offset < $1.offset
            }
            .map(\.element)
    }
}
