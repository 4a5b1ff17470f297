/// The sign between whole and part in a number.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
    /// 87.5
    case point
    /// 87,5
    case comma

    /// The other one.
    var other: DecimalMark { self == .point ? .comma : .point }
}
