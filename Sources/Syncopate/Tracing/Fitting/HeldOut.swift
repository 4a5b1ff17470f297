import RealModule

/// Learners left out of a fit, on whose responses settings are chosen.
struct HeldOut {
    let design: TracingDesign
    let included: [Bool]
    let workers: Workers

    /// Log loss of the held-out responses, per response.
    func logLoss(linear: [Double], structure: SkillStructure, settings: TracingSettings) -> Double {
        let pass = BeliefPass(
            design, linear: linear, included: included, structure: structure, settings: settings, workers: workers)
        return logLoss(linear: linear, belief: pass.mean, kappa: pass.kappa)
    }

    private func logLoss(linear: [Double], belief: [Double], kappa: [Double]) -> Double {
        var sum = 0.0
        var count = 0
        forEachResponse { index in
            let eta = kappa[index] * (belief[index] + linear[index])
            let y = design.log.score[index]
            sum += y * Logistic.softplus(-eta) + (1 - y) * Logistic.softplus(eta)
            count += 1
        }
        return count > 0 ? sum / Double(count) : 0
    }

    private func forEachResponse(_ body: (Int) -> Void) {
        for learner in included.indices where included[learner] {
            for index in design.log.responses(ofLearner: learner) { body(index) }
        }
    }

    /// Number of held-out responses.
    var count: Int {
        var count = 0
        forEachResponse { _ in count += 1 }
        return count
    }

    /// Settings that predict best, found one at a time on small grids.
    func choose(_ settings: TracingSettings, linear: [Double], structure: SkillStructure) -> TracingSettings {
        var best = settings
        var loss = logLoss(linear: linear, structure: structure, settings: settings)
        func tryOut(_ candidate: TracingSettings) {
            let candidateLoss = logLoss(linear: linear, structure: structure, settings: candidate)
            if candidateLoss < loss {
                loss = candidateLoss
                best = candidate
            }
        }
        let isGraded = design.log.score.contains { $0 > 0.02 && $0 < 0.98 }
        if isGraded { for trials in [2, 4, 8, 12.0] { tryOut(with(best) { $0.trials = trials }) } }
        guard settings.uses(.belief) else { return best }
        if settings.uses(.form) {
            for variance in [0.05, 0.15, 0.6, 1.0] { tryOut(with(best) { $0.formVariance = variance }) }
            for persistence in [0.6, 0.75, 0.92, 0.97] { tryOut(with(best) { $0.persistence = persistence }) }
        }
        for drift in [0.003, 0.01, 0.03] { tryOut(with(best) { $0.drift = drift }) }
        if design.log.at.contains(where: { $0.isFinite }) {
            for forgetting in [0.02, 0.06, 0.2] { tryOut(with(best) { $0.forgetting = forgetting }) }
        }
        return best
    }

    private func with(_ settings: TracingSettings, _ change: (inout TracingSettings) -> Void) -> TracingSettings {
        var changed = settings
        change(&changed)
        return changed
    }

    /// What each term's sum should be multiplied by, given the others: ridge regression on the held-out responses with
    /// a normal prior about one (stacking, Wolpert 1992).
    func gains(contributions: [[Double]], belief: [Double], kappa: [Double]) -> [Double] {
        let n = contributions.count
        var gains = [Double](repeating: 1, count: n)
        guard n > 0 else { return gains }
        let penalty = 1 / (0.3 * 0.3)
        for _ in 0..<12 {
            var gradient = gains.map { penalty * (1 - $0) }
            var hessian = [Double](repeating: 0, count: n * n)
            for term in 0..<n { hessian[term * n + term] = penalty }
            var row = [Double](repeating: 0, count: n)
            forEachResponse { index in
                var eta = belief[index]
                for term in 0..<n {
                    row[term] = contributions[term][index]
                    eta += gains[term] * row[term]
                }
                let k = kappa[index]
                let p = Logistic.probability(k * eta)
                let residual = k * (design.log.score[index] - p)
                let curvature = k * k * p * (1 - p)
                for i in 0..<n where row[i] != 0 {
                    gradient[i] += residual * row[i]
                    let scaled = curvature * row[i]
                    for j in 0...i { hessian[i * n + j] += scaled * row[j] }
                }
            }
            for i in 0..<n { for j in 0..<i { hessian[j * n + i] = hessian[i * n + j] } }
            let step = StructureStatistics.solve(hessian, gradient)
            var largest = 0.0
            for term in 0..<n where step[term].isFinite {
                gains[term] += step[term]
                largest = max(largest, abs(step[term]))
            }
            if largest < 1e-6 { break }
        }
        // Beyond this the held-out sample says more about itself than about the term.
        return gains.map { min(max($0, 0), 2) }
    }
}
