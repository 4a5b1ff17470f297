/// How ready a section is for what comes next in the file.
public struct BriefReadiness: Sendable, Hashable {
    /// The next columns, at most ``columnLimit``: those nobody has a score on yet, else those still coming in.
    public var columns: [Column]
    /// Learners more likely than not to end below the goal there, the least likely to reach it first.
    public var unready: [Learner]
    /// Learners of whom nothing is known: their chance is the class's.
    public var unknown: Int

    /// Most columns looked ahead.
    public static let columnLimit = 3

    /// One learner and the chance to reach the goal there, a mean over the columns.
    public struct Learner: Sendable, Hashable {
        /// Position in the gradebook.
        public var learner: Int
        public var chance: Double
    }

    /// One column to come.
    public struct Column: Sendable, Hashable {
        /// Position of the item.
        public var item: Int
        /// Whether part of the section has a score already.
        public var isOpen: Bool
        /// Whether that it is to come was read off the cells rather than stated.
        public var isGuess: Bool
        /// Expected mean score of those who have none yet, as a share, and the ends of its 80 % interval.
        public var mean: Double
        public var low: Double
        public var high: Double
        /// How many of them are expected to reach the goal, and the ends of the 80 % interval.
        public var reach: Double
        public var reachLow: Double
        public var reachHigh: Double
        /// Learners it is expected of: those without a score who were not let off.
        public var learners: Int
        /// Scores of the section on the topic of the column, itself included: 0 means it is new.
        public var scores: Int
        /// The earlier topic that carries most of it, where the class tells.
        public var carrier: Carrier?
    }

    /// A topic that goes with what comes, and that much is still to gain on.
    public struct Carrier: Sendable, Hashable {
        /// Position among the estimate's skills.
        public var topic: Int
        public var title: String
        /// Expected success of the section on it.
        public var success: Double
    }
}
