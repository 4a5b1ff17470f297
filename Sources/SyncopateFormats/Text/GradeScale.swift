/// What grades in words are worth.
public struct GradeScale: Sendable, Hashable {
    private let shares: [String: Double]

    /// - Parameter shares: share of the maximum by grade; upper and lower case do not matter.
    public init(_ shares: [String: Double]) {
        self.shares = Dictionary(shares.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }

    /// Share of the maximum a grade is worth; `nil` for one that is not on the scale.
    public func share(_ grade: String) -> Double? { shares[grade.lowercased()] }
}
