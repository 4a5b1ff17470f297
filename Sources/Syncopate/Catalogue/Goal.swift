/// What is to be reached, by whom, and by when.
public struct Goal: Sendable, Hashable {
    /// What reaching it means.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// To get every target to the threshold, in as little of the learner's time as possible.
        case master
        /// To have the targets at hand on the date, or at any time where there is no date.
        case remember
        /// To find out how far the learner is, with as few items as possible.
        case measure
    }

    /// Stable identity.
    public var id: String
    public var purpose: Purpose
    /// Identities of the skills it is about; with `items` empty too, every skill of the catalogue.
    public var skills: [String]
    /// Identities of items it is about: the skills they exercise are its targets.
    public var items: [String]
    /// Relative weight among goals, above zero.
    public var weight: Double
    /// Probability of success on a typical item from which a skill counts as mastered, between 0 and 1.
    public var threshold: Double
    /// Seconds since 1970 by which it should be reached; `nil`: no date.
    public var by: Double?
    /// Identities of the learners it is for; `nil`: everybody.
    public var learners: [String]?

    public init(
        id: String, purpose: Purpose = .master, skills: [String] = [], items: [String] = [], weight: Double = 1,
        threshold: Double = 0.7, by: Double? = nil, learners: [String]? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.skills = skills
        self.items = items
        self.weight = weight
        self.threshold = threshold
        self.by = by
        self.learners = learners
    }

    /// Mastery of everything, without a date: what is assumed where no goal is stated.
    public static let everything = Goal(id: "everything")
}
