/// How much each logged decision counts for the target policy: the target's probability of what was chosen over the
/// propensity.
struct ImportanceWeights: Sendable {
    /// Per decision, finite, never negative.
    let values: [Double]
    /// Their mean: 1 but for chance where propensities are right and the log tries all that the target does.
    let mean: Double
    /// The largest; 0 where there are none.
    let largest: Double
    /// How many decisions logged by the target itself would say as much: the squared sum over the sum of squares (Kish
    /// 1965). 0 where all weights are 0.
    let effectiveSize: Double

    init(_ log: DecisionLog) {
        values = zip(log.target, log.propensity).map { $0 / $1 }
        let largest = values.max() ?? 0
        let sum = values.reduce(0, +)
        mean = values.isEmpty ? 0 : sum / Double(values.count)
        self.largest = largest
        guard largest > 0 else {
            effectiveSize = 0
            return
        }
        // In units of the largest, so that squares stay in range.
        let (ones, squares) = values.reduce((0.0, 0.0)) { sums, weight in
            let unit = weight / largest
            return (sums.0 + unit, sums.1 + unit * unit)
        }
        effectiveSize = ones * ones / squares
    }
}
