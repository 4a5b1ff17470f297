/// One column of a gradebook as an instrument: what it measures, how certain that is, and how much it tells.
public struct ColumnAudit: Sendable, Hashable {
    /// A correlation with the rest of the gradebook, with its 95 % interval.
    public struct Relation: Sendable, Hashable {
        public var correlation: Double
        public var low: Double
        public var high: Double
    }

    /// Position of the item in the gradebook.
    public var item: Int
    /// What it measures; where it is not set aside, anything but ``ColumnKind/work`` is a suspicion.
    public var kind: ColumnKind
    /// That it measures no skill, where its scores were what told; `nil` where nothing had to be weighed.
    public var probability: Double?
    /// What told, where it is set aside.
    public var basis: SetAside.Basis?
    public var reasons: [ColumnReason]
    /// Whether it is left out of the evidence.
    public var isSetAside: Bool
    /// Learners with a score.
    public var scored: Int
    /// Learners without one, by what the file says of it. Cells the file does not have are in none.
    public var blanks: [Status: Int]
    /// Mean score, shares of the maximum; NaN without any.
    public var mean: Double
    /// Share of the scores at the maximum or above; NaN without any.
    public var atMaximum: Double
    /// How it goes with the rest; `nil` where too few scores tell.
    public var relation: Relation?
    /// What it tells of a learner; `nil` where it is no evidence or no estimate was asked for.
    public var information: ColumnInformation?
}
