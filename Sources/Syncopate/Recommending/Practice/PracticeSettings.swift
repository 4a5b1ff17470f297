/// What a teacher or a host sets for practice from a catalogue. The defaults are the one configuration every figure of the
/// project is measured with.
public struct PracticeSettings: Sendable, Hashable {
    /// What "the same again" is about where the number in a row is limited.
    public enum Likeness: String, Sendable, Hashable, CaseIterable {
        /// Any skill in common.
        case skill
        /// The same ``Item/group``; items without one are alike to none.
        case group
        /// The same ``Item/kind``.
        case kind
    }

    /// Probability of mastery from which a skill needs no more practice, 0.5...0.999.
    public var certainty: Double
    /// Minutes of practice a day at most; `nil`: no limit.
    public var minutesADay: Double?
    /// Seconds to add to get from UTC to the learner's day.
    public var utcOffset: Double
    /// Largest share of learners that may be given one item of a measuring goal, above 0; 1: no limit.
    public var exposureShare: Double
    /// Most alike items in a row; `nil`: no limit.
    public var mostInARow: Int?
    /// What makes items alike there.
    public var likeness: Likeness
    /// Identities of items or skills that come first.
    public var pinned: Set<String>
    /// Identities of items or skills that are never given.
    public var banned: Set<String>
    /// Among how many near-equal items the first is drawn, by lot; 1: the best is given.
    public var choices: Int
    /// How far below the best a near-equal item may be, as a share of the best's score.
    public var nearness: Double

    public init(
        certainty: Double = 0.95, minutesADay: Double? = nil, utcOffset: Double = 0, exposureShare: Double = 0.55,
        mostInARow: Int? = nil, likeness: Likeness = .skill, pinned: Set<String> = [], banned: Set<String> = [],
        choices: Int = 1, nearness: Double = 0.1
    ) {
        self.certainty = Self.held(certainty, 0.5...0.999, 0.95)
        self.minutesADay = minutesADay.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        self.utcOffset = Self.held(utcOffset, -86_400...86_400, 0)
        self.exposureShare = Self.held(exposureShare, 0.001...1, 0.55)
        self.mostInARow = mostInARow.map { max($0, 1) }
        self.likeness = likeness
        self.pinned = pinned
        self.banned = banned
        self.choices = min(max(choices, 1), 100)
        self.nearness = Self.held(nearness, 0...1, 0.1)
    }

    private static func held(_ value: Double, _ range: ClosedRange<Double>, _ usual: Double) -> Double {
        value.isFinite ? min(max(value, range.lowerBound), range.upperBound) : usual
    }
}
