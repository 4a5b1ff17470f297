/// What changed since a plan, how its forecasts did, and what was learnt from what happened.
public struct SinceReport: Sendable {
    /// The plan's place in its chain, from 1.
    public var plan: Int
    /// The moment the plan was for, seconds since 1970; `nil`: unknown.
    public var at: Double?
    /// How the export differs.
    public var change: ClassChange
    /// Per learner who is in both, in gradebook order.
    public var learners: [LearnerSince]
    /// Every forecast whose score came in, by learner and item.
    public var checks: [CheckedForecast]
    /// Gains told so far, those of earlier plans first.
    public var gains: [LearnedGain]
    /// How many of them are new.
    public var newGains: Int
    /// What the column on what happened said.
    public var told: Told
    /// Corrections that stand.
    public var corrections: [PlanCorrection]
    /// Done, and waiting for a score on the topic.
    public var waiting: [AdvicePlan.Task]

    /// What a teacher said about what happened, counted by rows of the plan.
    public struct Told: Sendable, Hashable {
        /// Recommended things.
        public var rows: Int
        /// Of them, those about which something was said.
        public var said: Int
        /// Of them, those that were done in a way that something can be learnt about.
        public var inMode: Int
        /// Learners and topics with a way of working that nobody worked otherwise beside, so that nothing can be told.
        public var alone: Int

        public init(rows: Int, said: Int, inMode: Int, alone: Int) {
            self.rows = rows
            self.said = said
            self.inMode = inMode
            self.alone = alone
        }
    }

    /// How the forecasts of some learners did.
    ///
    /// - Parameter learners: positions in the gradebook; `nil`: everybody's.
    public func check(of learners: Set<Int>? = nil) -> ForecastCheck {
        ForecastCheck(checks.filter { check in learners.map { $0.contains(check.learner) } ?? true })
    }

    /// What became of some learners.
    public func some(_ learners: Set<Int>?) -> [LearnerSince] {
        guard let learners else { return self.learners }
        return self.learners.filter { learners.contains($0.learner) }
    }

    /// How the topics of some learners changed.
    ///
    /// - Returns: per topic with new scores, by position: how many learners have any, their mean mastery in the plan and now,
    ///   and how many of them clearly rose and fell.
    public func topics(of learners: Set<Int>? = nil) -> [TopicTally] {
        var tallies: [Int: TopicTally] = [:]
        for change in some(learners).flatMap(\.topics) {
            var tally = tallies[change.topic] ?? TopicTally(topic: change.topic)
            tally.add(change)
            tallies[change.topic] = tally
        }
        return tallies.values.sorted { $0.topic < $1.topic }
    }

    /// One topic for several learners.
    public struct TopicTally: Sendable, Hashable {
        public var topic: Int
        public private(set) var learners = 0
        public private(set) var rose = 0
        public private(set) var fell = 0
        private var sumBefore = 0.0
        private var sumNow = 0.0

        init(topic: Int) { self.topic = topic }

        /// Mean mastery in the plan.
        public var before: Double { learners > 0 ? sumBefore / Double(learners) : 0 }
        /// Mean mastery now.
        public var now: Double { learners > 0 ? sumNow / Double(learners) : 0 }

        mutating func add(_ change: TopicChange) {
            learners += 1
            sumBefore += change.before.success
            sumNow += change.now.success
            if change.direction > 0 { rose += 1 }
            if change.direction < 0 { fell += 1 }
        }
    }
}
