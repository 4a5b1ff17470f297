/// One thing that happened between a learner and an item, by their positions in an ``EvidenceLog``.
public struct Event: Sendable, Hashable {
    /// Position in ``EvidenceLog/learners``.
    public var learner: Int32
    /// Position in ``EvidenceLog/items``.
    public var item: Int32
    /// Whether there is a score, or which kind of blank it is.
    public var status: Status
    /// Share of the maximum: 0 nothing, 1 everything, above 1 with extra credit. NaN unless `status` is `scored`.
    public var score: Double
    /// Seconds since 1970; NaN where unknown.
    public var at: Double
    /// Which try this was, from 1; 0 where the file does not say.
    public var attempt: Int32
    /// Hints asked for on the way to it; -1 where the file does not say.
    public var hints: Int16
    /// How it was done: together, apart, or on the range between; `nil` where the file does not say.
    public var mode: Mode?
    /// Seconds it took; -1 where the file does not say.
    public var seconds: Float
    /// Position in ``EvidenceLog/skillSets`` of what this response exercised; -1: what its item says.
    public var skillSet: Int32
    /// Number of the record in the input, from 1, headers not counted; 0 where there is none.
    public var row: Int32

    public init(
        learner: Int32, item: Int32, status: Status, score: Double = .nan, at: Double = .nan,
        attempt: Int32 = 0, hints: Int16 = -1, seconds: Float = -1, mode: Mode? = nil, skillSet: Int32 = -1,
        row: Int32 = 0
    ) {
        self.learner = learner
        self.item = item
        self.status = status
        self.score = score
        self.at = at
        self.attempt = attempt
        self.hints = hints
        self.seconds = seconds
        self.mode = mode
        self.skillSet = skillSet
        self.row = row
    }
}
