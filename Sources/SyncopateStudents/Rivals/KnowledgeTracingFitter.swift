import RealModule

/// Finds the parameters of one skill by expectation and maximisation (Baum & Welch; Baum, Petrie, Soules & Weiss 1970).
///
/// The likelihood has several tops, so the search is made from several starts, always the same; the likeliest is kept.
/// Guess and slip go unconstrained, as in pyBKT's default.
struct KnowledgeTracingFitter: Sendable {
    /// Parameters with the log-likelihood they have; without the share of the pseudo-counts.
    struct Fit: Sendable, Hashable {
        var parameters: KnowledgeTracingParameters
        var logLikelihood: Double
        var passes: Int
    }

    /// Where the searches begin.
    static let starts = [
        KnowledgeTracingParameters(prior: 0.5, learn: 0.2, guess: 0.2, slip: 0.15),
        KnowledgeTracingParameters(prior: 0.2, learn: 0.1, guess: 0.1, slip: 0.1),
        KnowledgeTracingParameters(prior: 0.8, learn: 0.05, guess: 0.3, slip: 0.05),
        KnowledgeTracingParameters(prior: 0.1, learn: 0.3, guess: 0.35, slip: 0.25),
        KnowledgeTracingParameters(prior: 0.5, learn: 0.02, guess: 0.3, slip: 0.1),
    ]

    /// Passes from each start before the best is chosen and goes on alone.
    var trialPasses = 15
    /// Most passes in all.
    var passes = 200
    /// Change of the log-likelihood below which the passes end.
    var tolerance = 1e-3
    /// Observations added to every estimated share, at ``KnowledgeTracingParameters/usual``; zero: maximum likelihood.
    var pseudocount = 1.0

    /// Outcomes of all learners, one learner's after the other's.
    private(set) var right: [Bool] = []
    /// Where each learner begins; one more entry than learners.
    private(set) var starts: [Int] = [0]

    /// Adds one learner's outcomes in their order. An empty sequence is left out.
    mutating func append(_ outcomes: some Sequence<Bool>) {
        right.append(contentsOf: outcomes)
        if right.count > starts[starts.count - 1] { starts.append(right.count) }
    }

    /// The likeliest parameters; the usual ones where there are no outcomes.
    func fit() -> Fit {
        guard !right.isEmpty else { return Fit(parameters: .usual, logLikelihood: 0, passes: 0) }
        var workspace = Workspace(longest: zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) })
        var best: Fit?
        for start in Self.starts {
            let fit = climb(
                from: Fit(parameters: start, logLikelihood: -.infinity, passes: 0), passes: min(trialPasses, passes),
                &workspace)
            if fit.logLikelihood > best?.logLikelihood ?? -.infinity { best = fit }
        }
        guard let best else { return Fit(parameters: .usual, logLikelihood: 0, passes: 0) }
        return climb(from: best, passes: passes, &workspace)
    }

    private func climb(from start: Fit, passes: Int, _ workspace: inout Workspace) -> Fit {
        var fit = start
        // What goes on from an earlier climb must not stop at once because it is where that ended.
        fit.logLikelihood = -.infinity
        while fit.passes < passes {
            let (sums, logLikelihood) = expectations(fit.parameters, &workspace)
            let gain = logLikelihood - fit.logLikelihood
            fit.logLikelihood = logLikelihood
            if abs(gain) <= tolerance { break }
            fit.passes += 1
            fit.parameters = sums.parameters(pseudocount: pseudocount, otherwise: fit.parameters)
        }
        fit.logLikelihood = expectations(fit.parameters, &workspace).logLikelihood
        return fit
    }

    /// Probabilities of one sequence, kept from the way forth for the way back.
    struct Workspace {
        /// That the skill is known before a try, given what came before it.
        var before: [Double]
        /// The same with the outcome of the try.
        var seen: [Double]

        init(longest: Int) {
            before = [Double](repeating: 0, count: longest)
            seen = before
        }
    }

    /// Expected counts of what each parameter is a share of: the E step.
    func expectations(
        _ parameters: KnowledgeTracingParameters, _ workspace: inout Workspace
    ) -> (sums: KnowledgeTracingSums, logLikelihood: Double) {
        var sums = KnowledgeTracingSums()
        var logLikelihood = 0.0
        var likelihood = 1.0
        for learner in 0..<(starts.count - 1) {
            let first = starts[learner]
            let count = starts[learner + 1] - first
            var known = parameters.prior
            for index in 0..<count {
                let right = right[first + index]
                let success = parameters.success(known: known)
                likelihood *= right ? success : 1 - success
                // One logarithm for many factors.
                if likelihood < 1e-200 {
                    logLikelihood += Double.log(max(likelihood, .leastNonzeroMagnitude))
                    likelihood = 1
                }
                workspace.before[index] = known
                workspace.seen[index] = parameters.known(known, afterRight: right)
                known = workspace.seen[index] + (1 - workspace.seen[index]) * parameters.learn
            }
            var later = workspace.seen[count - 1]
            sums.addTry(known: later, right: right[first + count - 1])
            for index in stride(from: count - 2, through: 0, by: -1) {
                let (seen, next) = (workspace.seen[index], workspace.before[index + 1])
                // Known on both tries, learnt between them, known on neither: given everything.
                let stayed = next > 0 ? seen * later / next : 0
                let learnt = next > 0 ? (1 - seen) * parameters.learn * later / next : 0
                sums.chances += 1 - stayed
                sums.learnt += learnt
                later = stayed
                sums.addTry(known: later, right: right[first + index])
            }
            sums.learners += 1
            sums.knownFirst += later
        }
        logLikelihood += Double.log(max(likelihood, .leastNonzeroMagnitude))
        return (sums, logLikelihood)
    }
}
