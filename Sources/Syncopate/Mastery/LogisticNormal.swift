/// A normal belief about log-odds, and the mean and deviation of the chance of success behind it: one from the other.
enum LogisticNormal {
    private static let quadrature = ClassEstimate.quadrature

    /// Largest deviation of log-odds that is looked for: beyond it a belief says nothing.
    private static let widest = 6.0

    /// Mean and standard deviation of the chance.
    static func moments(mean: Double, variance: Double) -> (success: Double, deviation: Double) {
        let deviation = max(variance, 0).squareRoot()
        var (first, second) = (0.0, 0.0)
        for (node, weight) in zip(quadrature.nodes, quadrature.weights) {
            let p = Logistic.probability(mean + deviation * node)
            first += weight * p
            second += weight * p * p
        }
        return (first, max(second - first * first, 0).squareRoot())
    }

    /// Mean and variance of the log-odds whose chance has that mean and standard deviation.
    ///
    /// The inverse of ``moments(mean:variance:)``; a deviation that is larger than any belief with that mean has is held to
    /// the widest. `nil` for figures that are no mean and deviation of a chance.
    static func fitting(success: Double, deviation: Double) -> (mean: Double, variance: Double)? {
        guard success > 0, success < 1, deviation >= 0 else { return nil }
        var (low, high) = (0.0, widest)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let mean = self.mean(success: success, spread: middle)
            if moments(mean: mean, variance: middle * middle).deviation < deviation {
                low = middle
            } else {
                high = middle
            }
        }
        let spread = (low + high) / 2
        return (mean(success: success, spread: spread), spread * spread)
    }

    /// The mean of log-odds with a deviation of `spread` whose chance is `success` on average, by Newton's method held to a
    /// bracket.
    private static func mean(success: Double, spread: Double) -> Double {
        var mean = Logistic.logit(success) * (1 + Double.pi * spread * spread / 8).squareRoot()
        var (low, high) = (-200.0, 200.0)
        for _ in 0..<60 {
            var (value, slope) = (0.0, 0.0)
            for (node, weight) in zip(quadrature.nodes, quadrature.weights) {
                let p = Logistic.probability(mean + spread * node)
                value += weight * p
                slope += weight * p * (1 - p)
            }
            if value < success { low = mean } else { high = mean }
            var next = mean + (success - value) / max(slope, 1e-12)
            if !(next > low && next < high) { next = (low + high) / 2 }
            let step = abs(next - mean)
            mean = next
            if step < 1e-12 * max(1, abs(mean)) { break }
        }
        return mean
    }
}
