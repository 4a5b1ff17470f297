import Matrices
import RealModule

/// The covariance a class's skills are drawn towards: few numbers, each estimated from the class and shrunk.
///
/// One variance per skill; one correlation for skills whose titles are of one family and one for the others; both fall
/// with distance in the course towards a share of themselves, because adjacent work goes together most.
struct CovarianceStructure {
    /// Family of each skill.
    let families: [Int]
    /// Whether the skills' order is the course's. Skills of a map have none, so their correlations do not fall.
    let isOrdered: Bool
    private(set) var within: Double
    private(set) var across: Double
    private(set) var distant: Double
    let decay: Double

    init(families: [Int], isOrdered: Bool, within: Double, across: Double, distant: Double, decay: Double) {
        self.families = families
        self.isOrdered = isOrdered
        self.within = within
        self.across = (families.max() ?? 0) > 0 ? across : within
        self.distant = distant
        self.decay = decay
        hold()
    }

    /// How much of a correlation is left at the distance of two skills.
    private func closeness(_ a: Int, _ b: Int) -> Double {
        isOrdered ? distant + (1 - distant) * nearness(a, b) : 1
    }

    /// 1 for neighbours, falling geometrically to 0.
    private func nearness(_ a: Int, _ b: Int) -> Double { Double.pow(decay, Double(abs(a - b) - 1)) }

    private func level(_ a: Int, _ b: Int) -> Double { families[a] == families[b] ? within : across }

    /// One element of the structured covariance.
    func covariance(_ a: Int, _ b: Int, variances: [Double]) -> Double {
        a == b ? variances[a] : (variances[a] * variances[b]).squareRoot() * closeness(a, b) * level(a, b)
    }

    /// Re-estimates the levels and the fall from a class's second moments, pairs weighted by the scores behind them.
    mutating func update(from spread: Matrix<Double>, weights: [Double], learners: Double, prior: ClassPrior) {
        let before = self
        updateLevels(before, spread, weights: weights, learners: learners, prior: prior)
        if isOrdered { updateFall(before, spread, weights: weights, learners: learners, prior: prior) }
        hold()
    }

    /// Keeps the structure a covariance: what falls geometrically from the first neighbour on would be
    /// `fall / decay` at distance nought, and that must leave something of a skill's own variance.
    private mutating func hold() {
        let atNought = isOrdered ? distant + (1 - distant) / decay : 1
        within = min(within, Self.highest / atNought)
        across = min(across, within)
    }

    /// Largest share of a skill's variance that it has in common with others.
    static let highest = 0.97

    /// Calls `body` for every pair of skills with its weight and its correlation.
    private func pairs(
        _ spread: Matrix<Double>, _ weights: [Double],
        _ body: (_ a: Int, _ b: Int, _ weight: Double, _ r: Double) -> Void
    ) {
        for a in families.indices {
            for b in 0..<a {
                let correlation = spread[a, b] / (spread[a, a] * spread[b, b] + 1e-12).squareRoot()
                body(a, b, (weights[a] * weights[b]).squareRoot(), correlation)
            }
        }
    }

    /// Least squares of the correlations on `closeness`, within and across families, shrunk to the prior's levels.
    private mutating func updateLevels(
        _ before: CovarianceStructure, _ spread: Matrix<Double>, weights: [Double], learners: Double, prior: ClassPrior
    ) {
        var (same, sameSquares, other, otherSquares) = (0.0, 0.0, 0.0, 0.0)
        before.pairs(spread, weights) { a, b, weight, correlation in
            let near = before.closeness(a, b)
            if families[a] == families[b] {
                same += weight * correlation * near
                sameSquares += weight * near * near
            } else {
                other += weight * correlation * near
                otherSquares += weight * near * near
            }
        }
        let squares = sameSquares + otherSquares
        let pooled = squares > 0 ? (same + other) / squares : prior.correlation
        let trust = learners / (learners + prior.correlationWeight)
        let seenWithin = sameSquares > 0 ? same / sameSquares : pooled
        let seenAcross = otherSquares > 0 ? other / otherSquares : pooled
        within = min(max(trust * seenWithin + (1 - trust) * prior.correlation, 0.01), Self.highest)
        let priorAcross = (families.max() ?? 0) > 0 ? prior.acrossFamilies * within : within
        across = min(max(trust * seenAcross + (1 - trust) * priorAcross, 0), within)
    }

    /// Regression of the correlations, freed of their level, on `nearness`: how far they fall with distance.
    private mutating func updateFall(
        _ before: CovarianceStructure, _ spread: Matrix<Double>, weights: [Double], learners: Double, prior: ClassPrior
    ) {
        var (total, sumNear, sumNear2, sumValue, sumBoth) = (0.0, 0.0, 0.0, 0.0, 0.0)
        before.pairs(spread, weights) { a, b, weight, correlation in
            let level = before.level(a, b)
            let pull = weight * level * level
            let near = before.nearness(a, b)
            let value = correlation / max(level, 0.02)
            total += pull
            sumNear += pull * near
            sumNear2 += pull * near * near
            sumValue += pull * value
            sumBoth += pull * near * value
        }
        guard total > 0 else { return }
        let meanNear = sumNear / total
        let variance = sumNear2 / total - meanNear * meanNear
        guard variance > 1e-9 else { return }
        let meanValue = max(sumValue / total, 0.05)
        let slope = (sumBoth / total - meanNear * sumValue / total) / variance
        let relative = min(max(slope / meanValue, 0), 1)
        let fall = relative / (1 + relative * (1 - meanNear))
        let trust = learners / (learners + prior.distantCorrelationWeight)
        distant = min(max(1 - (trust * fall + (1 - trust) * (1 - prior.distantCorrelation)), 0), 1)
    }
}
