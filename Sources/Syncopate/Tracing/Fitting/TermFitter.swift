import RealModule

/// Fits the coefficients of all terms to one-step-ahead outcomes, with the beliefs frozen: penalised logistic regression
/// by blockwise Newton steps.
///
/// The objective is the log-likelihood of the scores under `p = logistic(kappa (belief + linear))` less
/// `coefficient^2 / (2 variance)` over all coefficients, a variance per term. Within a term the cells are disjoint, so a
/// Newton step for all of them at once needs no matrix; where a response belongs to several skills the curvature is
/// bounded by Jensen's inequality, so a step never overshoots. Terms take turns (Gauss-Seidel).
///
/// The variance of a term is estimated from its coefficients (MacKay 1992, the evidence framework:
/// sum of squares over the effective number of coefficients) and widened by ``widening``, because the Laplace
/// approximation underestimates variance components of binary data (Breslow & Lin 1995).
struct TermFitter {
    let design: TracingDesign
    let terms: [ContextTerm]
    /// Whether the responses of a learner take part.
    let included: [Bool]
    /// Per term, per place.
    var coefficients: [[Double]]
    /// Per term.
    var variances: [Double]
    /// The sum of all terms, response by response.
    private(set) var linear: [Double]
    /// Mean of mastery and form before each response, and the factor that its variance puts on the log-odds.
    var belief: [Double]
    var kappa: [Double]
    private var residual: [Double]
    private var curvature: [Double]
    private let workers: Workers
    private let keyOfTerm: [Int?]

    static let widening = 1.15
    /// Plain weights are hardly shrunk.
    static let weightVariance = 10.0
    static let startVariance = 0.1

    init(design: TracingDesign, terms: [ContextTerm], included: [Bool], workers: Workers) {
        self.design = design
        self.terms = terms
        self.included = included
        self.workers = workers
        let keys = terms.map { term in design.keys.firstIndex(of: term.key) }
        keyOfTerm = keys
        coefficients = terms.indices.map { index in
            [Double](repeating: 0, count: keys[index].map { design.cells[$0].count } ?? design.log.skills.count)
        }
        variances = terms.map { $0.isWeight ? Self.weightVariance : Self.startVariance }
        let count = design.log.count
        linear = [Double](repeating: 0, count: count)
        belief = linear
        kappa = [Double](repeating: 1, count: count)
        residual = linear
        curvature = linear
    }

    /// Goes through all terms `sweeps` times.
    mutating func fit(sweeps: Int, estimatingVariances: Bool = true) {
        rebuildLinear()
        for sweep in 0..<max(sweeps, 0) {
            for term in terms.indices {
                let step = newtonStep(term, estimatingVariance: estimatingVariances && sweep > 0)
                add(step, of: term, to: \.linear)
            }
        }
    }

    /// Works ``linear`` out afresh, so that what is stored and resumed gives the same sums.
    mutating func rebuildLinear() {
        for index in linear.indices { linear[index] = 0 }
        for term in terms.indices { add(coefficients[term], of: term, to: \.linear) }
    }

    /// What one term adds to the log-odds, response by response.
    func contribution(of term: Int) -> [Double] {
        var copy = self
        for index in copy.linear.indices { copy.linear[index] = 0 }
        copy.add(coefficients[term], of: term, to: \.linear)
        return copy.linear
    }

    /// The penalised log-likelihood, and its gradient in the coefficients of one term.
    mutating func objective(gradientOf term: Int) -> (value: Double, gradient: [Double]) {
        rebuildLinear()
        refreshResiduals()
        var value = 0.0
        for learner in included.indices where included[learner] {
            for index in design.log.responses(ofLearner: learner) {
                let eta = kappa[index] * (belief[index] + linear[index])
                let y = design.log.score[index]
                value -= y * Logistic.softplus(-eta) + (1 - y) * Logistic.softplus(eta)
            }
        }
        for other in terms.indices {
            for coefficient in coefficients[other] { value -= coefficient * coefficient / (2 * variances[other]) }
        }
        var (gradient, _) = gather(term)
        for place in gradient.indices { gradient[place] -= coefficients[term][place] / variances[term] }
        return (value, gradient)
    }

    /// Residuals and curvatures of all responses at the present coefficients; zero for learners left out.
    private mutating func refreshResiduals() {
        let (design, included, workers) = (design, included, workers)
        let (linear, belief, kappa) = (linear, belief, kappa)
        residual.withUnsafeMutableBufferPointer { residual in
            curvature.withUnsafeMutableBufferPointer { curvature in
                let (residual, curvature) = (Shared(residual), Shared(curvature))
                TracingDesign.inPieces(design.log, workers) { learners in
                    linear.withUnsafeBufferPointer { linear in
                        for learner in learners where included[learner] {
                            for index in design.log.responses(ofLearner: learner) {
                                let k = kappa[index]
                                let p = Logistic.probability(k * (belief[index] + linear[index]))
                                residual[index] = k * (design.log.score[index] - p)
                                curvature[index] = k * k * p * (1 - p)
                            }
                        }
                    }
                }
            }
        }
    }

    /// One Newton step for all coefficients of a term, already added to them.
    private mutating func newtonStep(_ term: Int, estimatingVariance: Bool) -> [Double] {
        refreshResiduals()
        var (step, curvature) = gather(term)
        let penalty = 1 / variances[term]
        var squares = 0.0
        var effective = 0.0
        for place in step.indices {
            guard curvature[place] > 0 else {
                step[place] = 0
                continue
            }
            let change = (step[place] - coefficients[term][place] * penalty) / (curvature[place] + penalty)
            step[place] = change.isFinite ? min(max(change, -2), 2) : 0
            coefficients[term][place] += step[place]
            squares += coefficients[term][place] * coefficients[term][place]
            effective += curvature[place] / (curvature[place] + penalty)
        }
        if estimatingVariance, !terms[term].isWeight {
            variances[term] = min(max(Self.widening * (squares + 0.01) / (effective + 1), 1e-4), Self.weightVariance)
        }
        return step
    }

    /// Gradient and curvature of the log-likelihood in a term's coefficients.
    private func gather(_ term: Int) -> (gradient: [Double], curvature: [Double]) {
        var gradient = [Double](repeating: 0, count: coefficients[term].count)
        var sharpness = gradient
        let covariate = Int(terms[term].covariate.rawValue)
        let width = TracingDesign.covariates
        gradient.withUnsafeMutableBufferPointer { gradient in
            sharpness.withUnsafeMutableBufferPointer { sharpness in
                if let key = keyOfTerm[term] {
                    design.places[key].withUnsafeBufferPointer { places in
                        for index in places.indices {
                            let x = Double(design.values[index * width + covariate])
                            let place = Int(places[index])
                            gradient[place] += residual[index] * x
                            sharpness[place] += curvature[index] * x * x
                        }
                    }
                } else {
                    for index in residual.indices {
                        let x = Double(design.values[index * width + covariate])
                        let set = design.log.skillSets[Int(design.log.skillSet[index])]
                        for member in set.skills.indices {
                            let place = Int(set.skills[member])
                            gradient[place] += residual[index] * x * set.weights[member]
                            // Weights sum to one, so sum w d bounds (sum w d)^2.
                            sharpness[place] += curvature[index] * x * x * set.weights[member]
                        }
                    }
                }
            }
        }
        return (gradient, sharpness)
    }

    /// Adds `values`, one per place of a term, times the covariate to a column.
    private mutating func add(_ values: [Double], of term: Int, to column: WritableKeyPath<TermFitter, [Double]>) {
        let covariate = Int(terms[term].covariate.rawValue)
        let width = TracingDesign.covariates
        let (design, workers, key) = (design, workers, keyOfTerm[term])
        self[keyPath: column].withUnsafeMutableBufferPointer { column in
            let column = Shared(column)
            TracingDesign.inPieces(design.log, workers) { learners in
                guard let first = learners.first, let last = learners.last else { return }
                let range = design.log.starts[first]..<design.log.starts[last + 1]
                values.withUnsafeBufferPointer { values in
                    if let key {
                        design.places[key].withUnsafeBufferPointer { places in
                            for index in range {
                                let x = Double(design.values[index * width + covariate])
                                column[index] += values[Int(places[index])] * x
                            }
                        }
                    } else {
                        for index in range {
                            let x = Double(design.values[index * width + covariate])
                            let set = design.log.skillSets[Int(design.log.skillSet[index])]
                            var sum = 0.0
                            for member in set.skills.indices {
                                sum += values[Int(set.skills[member])] * set.weights[member]
                            }
                            column[index] += sum * x
                        }
                    }
                }
            }
        }
    }
}
