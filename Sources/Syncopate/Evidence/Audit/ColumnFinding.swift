/// What a column's scores show it to be, if anything but work.
struct ColumnFinding: Sendable, Hashable {
    var kind: ColumnKind
    /// That it measures no skill, given the scores.
    var probability: Double
    var reasons: [ColumnReason]

    /// Whether it is left out of the evidence, or only told.
    var isSetAside: Bool {
        kind != .work && probability >= (kind == .copied ? ColumnScreen.copiedFrom : ColumnScreen.setAsideFrom)
    }
}
