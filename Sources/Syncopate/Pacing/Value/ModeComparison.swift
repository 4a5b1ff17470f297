/// Several modes for one learner, side by side.
///
/// Independence is uncertain for all modes at once, so they are compared at each point of a quadrature over it; given that,
/// they are independent normals or mixtures of two.
struct ModeComparison {
    /// Per point, its probability and what each offer is worth there.
    private var points: [(weight: Double, values: [BestChance.Value])] = []
    let modes: [Mode]
    /// Standard deviation of what each offer is worth to a like learner: of the weights, not of own effects or features.
    let shared: [Double]

    private static let quadrature = GaussHermite(count: 5)

    init(_ offers: [ModeOffer], situation: ModeSituation, learner: Int?, belief: ModeBelief, delay: Double) {
        modes = offers.map(\.mode)
        let (mean, variance) = situation.features
        let deviation = variance[ModePrior.Feature.independence.rawValue].squareRoot()
        var rest = variance
        rest[ModePrior.Feature.independence.rawValue] = 0
        let factors = offers.map { $0.factor(belief, delay: delay) }
        shared = zip(offers, factors).map { offer, factor in
            factor * (belief.regression(offer.mode)?.predict(mean, learner: nil).shared ?? 0).squareRoot()
        }
        let nodes = deviation > 0 ? Self.quadrature.nodes : [0]
        let weights = deviation > 0 ? Self.quadrature.weights : [1]
        for (node, weight) in zip(nodes, weights) {
            var x = mean
            x[ModePrior.Feature.independence.rawValue] += deviation * node
            let values = zip(offers, factors).map { offer, factor in
                guard factor > 0, let regression = belief.regression(offer.mode) else {
                    let cost = offer.isTooLate ? 0 : offer.cost
                    return BestChance.Value(first: -cost, second: -cost, share: 0, variance: 0)
                }
                let prediction = regression.predict(x, learner: learner)
                return BestChance.Value(
                    first: factor * prediction.studied - offer.cost, second: factor * prediction.doubted - offer.cost,
                    share: prediction.doubt,
                    variance: factor * factor * (prediction.variance + regression.spread(rest)))
            }
            points.append((weight, values))
        }
    }

    /// Expected value of an offer.
    func mean(_ place: Int) -> Double { points.reduce(0) { $0 + $1.weight * $1.values[place].mean } }

    /// Standard deviation of the value of an offer less that of another; of itself with `nil`.
    func deviation(_ place: Int, less other: Int? = nil) -> Double {
        var (mean, square) = (0.0, 0.0)
        for point in points {
            let value = point.values[place]
            let shift = value.mean - (other.map { point.values[$0].mean } ?? 0)
            mean += point.weight * shift
            square += point.weight * (shift * shift + value.total + (other.map { point.values[$0].total } ?? 0))
        }
        return max(square - mean * mean, 0).squareRoot()
    }

    /// P(no other is worth more), per offer.
    func best() -> [Double] {
        var chances = [Double](repeating: 0, count: modes.count)
        for point in points {
            for (place, chance) in BestChance.of(point.values).enumerated() { chances[place] += point.weight * chance }
        }
        return chances
    }
}
