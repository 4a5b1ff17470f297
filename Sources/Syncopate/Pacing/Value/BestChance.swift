import RealModule

/// P(the largest of several independent values), each normal or a mixture of two normals with the same variance.
enum BestChance {
    /// One of the values.
    struct Value {
        /// Means of both parts.
        var first: Double
        var second: Double
        /// Probability of the second, 0...1.
        var share: Double
        /// Variance within either.
        var variance: Double

        var mean: Double { first + share * (second - first) }
        var total: Double { variance + share * (1 - share) * (second - first) * (second - first) }
    }

    /// Points on the line: their distance is the narrowest value's deviation, at which sums of smooth curves differ from
    /// integrals by e^(-2 pi^2) only; more are never needed than this.
    private static let mostPoints = 512
    private static let fewestPoints = 32

    /// The probabilities, which sum to 1. Values that are certain and equal share what they have.
    ///
    /// `integral of f_m(y) prod_{j != m} F_j(y) dy` by midpoints over all that carries mass; a value narrower than the
    /// distance between points is taken as that wide.
    static func of(_ values: [Value]) -> [Double] {
        guard values.count > 1 else { return values.map { _ in 1 } }
        let reach = values.map { 6 * $0.variance.squareRoot() }
        let low = zip(values, reach).map { min($0.first, $0.second) - $1 }.min() ?? 0
        let high = zip(values, reach).map { max($0.first, $0.second) + $1 }.max() ?? 0
        guard high > low, high.isFinite, low.isFinite else { return values.map { _ in 1 / Double(values.count) } }
        let narrowest = values.map { $0.variance.squareRoot() }.min() ?? 0
        let wanted = narrowest > 0 ? (high - low) / narrowest : .infinity
        let points = Int(min(max(wanted.rounded(.up), Double(fewestPoints)), Double(mostPoints)))
        let step = (high - low) / Double(points)
        let widths = values.map { max($0.variance.squareRoot(), step) }
        var chances = [Double](repeating: 0, count: values.count)
        var below = chances
        for point in -4..<(points + 4) {
            let y = low + (Double(point) + 0.5) * step
            var all = 1.0
            for (place, value) in values.enumerated() {
                below[place] = max(cumulative(y, value, widths[place]), 1e-300)
                all *= below[place]
            }
            guard all > 0 else { continue }
            for (place, value) in values.enumerated() {
                chances[place] += density(y, value, widths[place]) * all / below[place]
            }
        }
        let sum = chances.reduce(0, +)
        return sum > 0 ? chances.map { $0 / sum } : values.map { _ in 1 / Double(values.count) }
    }

    private static func cumulative(_ y: Double, _ value: Value, _ width: Double) -> Double {
        func normal(_ mean: Double) -> Double { 0.5 * Double.erfc((mean - y) / (width * 2.0.squareRoot())) }
        if value.share < 1e-9 { return normal(value.first) }
        return (1 - value.share) * normal(value.first) + value.share * normal(value.second)
    }

    private static func density(_ y: Double, _ value: Value, _ width: Double) -> Double {
        func normal(_ mean: Double) -> Double {
            let z = (y - mean) / width
            return Double.exp(-z * z / 2) / width
        }
        if value.share < 1e-9 { return normal(value.first) }
        return (1 - value.share) * normal(value.first) + value.share * normal(value.second)
    }
}
