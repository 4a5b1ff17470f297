/// How common an outcome is, kind by kind and group by group, learnt from the past alone.
///
/// An intercept belongs to a group of assessments within one run of a course. A new run opens where the last run of the
/// same group opened; within a run the intercept goes on from moment to moment by the group's mean change and is moved by
/// what came, as the mode of a normal prior and the moment's outcomes together.
struct TraceIntercepts: Sendable, Hashable {
    /// A kind of outcome in one group.
    struct Key: Sendable, Hashable {
        var kind: TraceKind
        var group: Int
    }

    /// The same in one run of a course.
    struct RunKey: Sendable, Hashable {
        var key: Key
        var course: Int
    }

    /// An intercept and its variance.
    struct Value: Sendable, Hashable {
        var mean: Double
        var variance: Double
    }

    private var openings: [Key: Value] = [:]
    private var current: [RunKey: Value] = [:]
    /// Sums of changes and their weights.
    private var trends: [Key: (sum: Double, weight: Double)] = [:]
    private var outcomes: [Key: (sum: Double, count: Double)] = [:]

    static func == (left: TraceIntercepts, right: TraceIntercepts) -> Bool {
        left.openings == right.openings && left.current == right.current
            && left.trends.mapValues { [$0.sum, $0.weight] } == right.trends.mapValues { [$0.sum, $0.weight] }
            && left.outcomes.mapValues { [$0.sum, $0.count] } == right.outcomes.mapValues { [$0.sum, $0.count] }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(openings)
        hasher.combine(current)
    }

    /// What is expected now, before anything of the moment is known.
    func value(_ key: RunKey, _ term: IndependenceModel.Term, _ model: IndependenceModel) -> Value {
        if let now = current[key] {
            let trend = trends[key.key].map { $0.sum / $0.weight } ?? 0
            return Value(mean: now.mean + trend, variance: now.variance + model.interceptDrift)
        }
        if let opening = openings[key.key] {
            return Value(
                mean: opening.mean, variance: opening.variance + model.openingDrift + model.interceptDrift)
        }
        return Value(mean: term.intercept, variance: model.openingVariance + model.interceptDrift)
    }

    /// Share of ones so far, with the term's own as its start.
    func rate(_ key: Key, _ term: IndependenceModel.Term) -> Double {
        let seen = outcomes[key] ?? (0, 0)
        return (seen.sum + term.rate * IndependenceModel.rateWeight) / (seen.count + IndependenceModel.rateWeight)
    }

    /// Learns from all outcomes of a moment.
    ///
    /// - Parameter sample: of each outcome: what is expected of the learner beside the intercept, log-odds; the variance of
    ///   that; and the outcome.
    /// - Returns: the intercept with which the learners' traits are to be weighed: what happened to all says nothing of
    ///   anyone.
    mutating func learn(
        _ key: RunKey, _ sample: [(offset: Double, variance: Double, outcome: Double)],
        _ term: IndependenceModel.Term, _ model: IndependenceModel
    ) -> Double {
        let before = value(key, term, model)
        let stretches = sample.map { TraitBelief.stretch($0.variance) }
        var mean = before.mean
        var precision = 1 / before.variance
        // Newton's steps, held short: far out the curvature is nearly nothing.
        for _ in 0..<20 {
            var gradient = (before.mean - mean) / before.variance
            precision = 1 / before.variance
            for (one, stretch) in zip(sample, stretches) {
                let probability = Logistic.probability((mean + one.offset) / stretch)
                gradient += (one.outcome - probability) / stretch
                precision += probability * (1 - probability) / (stretch * stretch)
            }
            let step = min(max(gradient / precision, -2), 2)
            mean = min(max(mean + step, -9), 9)
            if abs(step) < 1e-9 { break }
        }
        let after = Value(mean: mean, variance: 1 / precision)
        if let now = current[key] {
            let trend = trends[key.key] ?? (0, IndependenceModel.trendWeight)
            let memory = IndependenceModel.trendMemory
            trends[key.key] = (trend.sum * memory + mean - now.mean, trend.weight * memory + 1)
        } else {
            openings[key.key] = after
        }
        current[key] = after
        let seen = outcomes[key.key] ?? (0, 0)
        outcomes[key.key] = (seen.sum + sample.reduce(0) { $0 + $1.outcome }, seen.count + Double(sample.count))
        return mean
    }
}
