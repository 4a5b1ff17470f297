/// A ratio of two sums over runs, and its standard error by leaving one run out at a time (Quenouille 1956; Tukey 1958).
public struct JackknifedRatio: Sendable, Hashable {
    /// The ratio of the sums; NaN without runs, or where the lower sum is 0.
    public let value: Double
    /// Standard error; 0 for a single run, NaN where there is no ratio.
    public let standardError: Double

    /// - Parameters:
    ///   - upper: one per run.
    ///   - lower: one per run, in the same order; runs that one of both lacks do not count.
    public init(_ upper: [Double], of lower: [Double]) {
        let count = min(upper.count, lower.count)
        let sums = (upper.prefix(count).reduce(0, +), lower.prefix(count).reduce(0, +))
        guard count > 0, sums.1 != 0 else {
            (value, standardError) = (.nan, .nan)
            return
        }
        value = sums.0 / sums.1
        let left = (0..<count).map { (sums.0 - upper[$0]) / (sums.1 - lower[$0]) }
        let mean = left.reduce(0, +) / Double(count)
        let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardError = count > 1 ? (squares * Double(count - 1) / Double(count)).squareRoot() : 0
    }
}
