import RealModule

/// The posterior of both sides of one learner, all terms at once: so their order says nothing.
struct InterdependencePosterior {
    /// Outcomes of one kind of work with the same intercept.
    struct Outcomes {
        var facet: InterdependenceFacet
        var loading: Double
        /// Log-odds in the middle of the side.
        var intercept: Double
        var sum: Double
        var count: Double

        /// Log-likelihood where the side is `value`.
        func logLikelihood(_ value: Double) -> Double {
            let odds = intercept + loading * value
            return sum * odds - count * Logistic.softplus(odds)
        }

        /// What as many outcomes are expected to tell of the side, over learners.
        var expectedInformation: Double {
            let quadrature = ScalarPosterior.quadrature
            let variance = zip(quadrature.nodes, quadrature.weights).reduce(0) { total, node in
                let p = Logistic.probability(intercept + loading * node.0)
                return total + node.1 * p * (1 - p)
            }
            return count * loading * loading * variance
        }
    }

    /// A normal observation of `slopes.gains x gains + slopes.gives x gives`.
    struct Normal {
        var slopes: (gains: Double, gives: Double)
        var value: Double
        var noise: Double
    }

    let correlation: Double
    private(set) var outcomes: [Outcomes] = []
    private(set) var normals: [Normal] = []

    init(correlation: Double) { self.correlation = correlation }

    mutating func add(_ outcomes: Outcomes) { self.outcomes.append(outcomes) }
    mutating func add(_ normal: Normal) { normals.append(normal) }

    /// Symmetric two by two.
    private struct Precision {
        var gains: Double
        var gives: Double
        var both: Double

        mutating func add(_ normal: Normal) {
            gains += normal.slopes.gains * normal.slopes.gains / normal.noise
            gives += normal.slopes.gives * normal.slopes.gives / normal.noise
            both += normal.slopes.gains * normal.slopes.gives / normal.noise
        }

        mutating func add(_ information: Double, of facet: InterdependenceFacet) {
            if facet == .gains { gains += information } else { gives += information }
        }

        var determinant: Double { gains * gives - both * both }
        /// Variances: the diagonal of the inverse.
        var variances: (gains: Double, gives: Double) { (gives / determinant, gains / determinant) }

        func solve(_ right: (gains: Double, gives: Double)) -> (gains: Double, gives: Double) {
            (
                (gives * right.gains - both * right.gives) / determinant,
                (gains * right.gives - both * right.gains) / determinant
            )
        }
    }

    private var prior: Precision {
        let rest = 1 - correlation * correlation
        return Precision(gains: 1 / rest, gives: 1 / rest, both: -correlation / rest)
    }

    /// Standard deviations to report: at the information that such evidence has on average over learners.
    var deviations: (gains: Double, gives: Double) {
        var precision = prior
        for normal in normals { precision.add(normal) }
        for one in outcomes { precision.add(one.expectedInformation, of: one.facet) }
        let variances = precision.variances
        return (variances.gains.squareRoot(), variances.gives.squareRoot())
    }

    /// Points along each side of the grid, and how many deviations it reaches.
    private static let points = 61
    private static let reach = 10.0

    /// Posterior means, by a sum over a grid about the mode.
    var means: (gains: Double, gives: Double) {
        let (mode, precision) = peak()
        let variances = precision.variances
        let step = (
            gains: 2 * Self.reach * variances.gains.squareRoot() / Double(Self.points - 1),
            gives: 2 * Self.reach * variances.gives.squareRoot() / Double(Self.points - 1)
        )
        let middle = Double(Self.points - 1) / 2
        let gains = (0..<Self.points).map { mode.gains + (Double($0) - middle) * step.gains }
        let gives = (0..<Self.points).map { mode.gives + (Double($0) - middle) * step.gives }
        let first = gains.map { value in
            outcomes.reduce(0) { $0 + ($1.facet == .gains ? $1.logLikelihood(value) : 0) }
        }
        let second = gives.map { value in
            outcomes.reduce(0) { $0 + ($1.facet == .gives ? $1.logLikelihood(value) : 0) }
        }
        let top = quadratic(mode.gains, mode.gives) + first[Self.points / 2] + second[Self.points / 2]
        var (mass, sumGains, sumGives) = (0.0, 0.0, 0.0)
        for (i, x) in gains.enumerated() {
            for (j, y) in gives.enumerated() {
                let weight = Double.exp(quadratic(x, y) + first[i] + second[j] - top)
                mass += weight
                sumGains += weight * x
                sumGives += weight * y
            }
        }
        return (sumGains / mass, sumGives / mass)
    }

    /// Log density of the prior and the normal observations.
    private func quadratic(_ x: Double, _ y: Double) -> Double {
        let prior = prior
        var log = -(prior.gains * x * x + 2 * prior.both * x * y + prior.gives * y * y) / 2
        for normal in normals {
            let away = normal.value - normal.slopes.gains * x - normal.slopes.gives * y
            log -= away * away / (2 * normal.noise)
        }
        return log
    }

    /// The mode and the curvature there, by Newton's steps held to one deviation of the prior: the density is
    /// log-concave, so there is one mode.
    private func peak() -> (mode: (gains: Double, gives: Double), precision: Precision) {
        var mode = (gains: 0.0, gives: 0.0)
        var precision = prior
        for _ in 0..<50 {
            let prior = prior
            precision = prior
            var gradient = (
                gains: -prior.gains * mode.gains - prior.both * mode.gives,
                gives: -prior.both * mode.gains - prior.gives * mode.gives
            )
            for normal in normals {
                precision.add(normal)
                let away = normal.value - normal.slopes.gains * mode.gains - normal.slopes.gives * mode.gives
                gradient.gains += normal.slopes.gains * away / normal.noise
                gradient.gives += normal.slopes.gives * away / normal.noise
            }
            for one in outcomes {
                let value = one.facet == .gains ? mode.gains : mode.gives
                let p = Logistic.probability(one.intercept + one.loading * value)
                precision.add(one.count * one.loading * one.loading * p * (1 - p), of: one.facet)
                let pull = one.loading * (one.sum - one.count * p)
                if one.facet == .gains { gradient.gains += pull } else { gradient.gives += pull }
            }
            let step = precision.solve(gradient)
            mode.gains += min(max(step.gains, -1), 1)
            mode.gives += min(max(step.gives, -1), 1)
            if abs(step.gains) + abs(step.gives) < 1e-9 { break }
        }
        return (mode, precision)
    }
}
