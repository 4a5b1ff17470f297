/// The fit of a ``MasteryModel`` to a log: empirical Bayes, in rounds that can be stopped between.
///
/// First on most of the learners: coefficients, then in turn beliefs (one walk through the log), the skill structure (an
/// EM step) and coefficients. Then the others, who were left out, decide on the few settings and on how much of each
/// term to believe. Last, some rounds on everybody. Deterministic: the same log, options and seed give the same model on
/// any number of workers.
public struct ModelFit: Sendable {
    private let design: TracingDesign
    private let options: FitOptions
    private let workers: Workers
    private let terms: [ContextTerm]
    private let isHeldOut: [Bool]
    package private(set) var state: FitState

    /// - Parameters:
    ///   - log: what to fit on. Copies of learners should have been dropped.
    ///   - workers: who does the work.
    public init(_ log: ResponseLog, options: FitOptions = FitOptions(), workers: Workers = .one) {
        let terms = ContextTerm.standard.filter { options.settings.uses($0.group) }
        design = TracingDesign(log, terms: terms, workers: workers)
        self.options = options
        self.workers = workers
        self.terms = terms
        isHeldOut = Self.heldOut(log, options)
        var settings = options.settings
        settings.factors = max(1, min(settings.factors, 8))
        let fitter = TermFitter(design: design, terms: terms, included: [], workers: workers)
        state = FitState(
            settings: settings,
            structure: SkillStructure(skills: log.skills.count, factors: settings.factors),
            coefficients: fitter.coefficients, variances: fitter.variances,
            gains: [Double](repeating: 1, count: terms.count))
        state.structure.tilt()
        state.provenance.learners = log.learners.count
        state.provenance.responses = log.count
        state.provenance.seed = options.seed
        state.provenance.fingerprint = log.fingerprint
    }

    /// Who is left out: a share of the learners by lot, none where there are too few to tell anything.
    private static func heldOut(_ log: ResponseLog, _ options: FitOptions) -> [Bool] {
        guard log.learners.count >= 20 else { return log.learners.map { _ in false } }
        var generator = SeededGenerator(seed: options.seed &+ 0x5EED)
        return log.learners.map { _ in generator.uniform() < options.heldOutShare }
    }

    private var hasHeldOut: Bool { isHeldOut.contains(true) && isHeldOut.contains(false) }

    /// Rounds altogether.
    public var steps: Int {
        hasHeldOut ? options.firstRounds + 2 + options.lastRounds : options.firstRounds + options.lastRounds + 1
    }
    /// Rounds done.
    public var stepsDone: Int { state.step }
    public var isDone: Bool { state.step >= steps }

    /// Goes on from what another fit of the same log with the same options had found.
    ///
    /// - Returns: whether `state` fits this log and these options; nothing is changed otherwise.
    package mutating func resume(_ state: FitState) -> Bool {
        guard state.coefficients.map(\.count) == self.state.coefficients.map(\.count),
            state.variances.count == terms.count, state.gains.count == terms.count,
            state.structure.skills == self.state.structure.skills,
            state.structure.factors == self.state.structure.factors,
            state.provenance.fingerprint == self.state.provenance.fingerprint,
            state.provenance.seed == options.seed, state.settings.without == options.settings.without,
            (0...steps).contains(state.step)
        else { return false }
        self.state = state
        return true
    }

    /// Does one round.
    public mutating func advance() {
        guard !isDone else { return }
        let choosing = hasHeldOut ? options.firstRounds + 1 : -1
        let everybody = [Bool](repeating: true, count: isHeldOut.count)
        let others = hasHeldOut ? isHeldOut.map { !$0 } : everybody
        switch state.step {
        case 0: fitTerms(others, sweeps: 8)
        case choosing: choose()
        default: round(state.step < choosing || !hasHeldOut ? others : everybody)
        }
        state.step += 1
    }

    private func fitter(_ included: [Bool]) -> TermFitter {
        var fitter = TermFitter(design: design, terms: terms, included: included, workers: workers)
        fitter.coefficients = state.coefficients
        fitter.variances = state.variances
        fitter.rebuildLinear()
        return fitter
    }

    private mutating func fitTerms(_ included: [Bool], sweeps: Int) {
        var fitter = fitter(included)
        fitter.fit(sweeps: sweeps)
        state.coefficients = fitter.coefficients
        state.variances = fitter.variances
    }

    /// Beliefs, skill structure, coefficients.
    private mutating func round(_ included: [Bool]) {
        var fitter = fitter(included)
        if state.settings.uses(.belief) {
            let pass = BeliefPass(
                design, linear: fitter.linear, included: included, structure: state.structure,
                settings: state.settings, workers: workers)
            fitter.belief = pass.mean
            fitter.kappa = pass.kappa
            state.structure = pass.statistics.maximised(state.structure)
        }
        fitter.fit(sweeps: 3)
        state.coefficients = fitter.coefficients
        state.variances = fitter.variances
    }

    /// Settings and gains, by the learners left out.
    private mutating func choose() {
        let heldOut = HeldOut(design: design, included: isHeldOut, workers: workers)
        let fitter = fitter(isHeldOut)
        state.settings = heldOut.choose(state.settings, linear: fitter.linear, structure: state.structure)
        let pass = BeliefPass(
            design, linear: fitter.linear, included: isHeldOut, structure: state.structure, settings: state.settings,
            workers: workers)
        let contributions = terms.indices.map { fitter.contribution(of: $0) }
        state.gains = heldOut.gains(contributions: contributions, belief: pass.mean, kappa: pass.kappa)
        var scaled = [Double](repeating: 0, count: design.log.count)
        for term in terms.indices {
            for index in scaled.indices { scaled[index] += state.gains[term] * contributions[term][index] }
        }
        state.provenance.heldOutLearners = isHeldOut.count(where: { $0 })
        state.provenance.heldOutResponses = heldOut.count
        state.provenance.heldOutLogLoss = heldOut.logLoss(
            linear: scaled, structure: state.structure, settings: state.settings)
        state.provenance.heldOutItemMeanLogLoss = itemMeanLogLoss()
    }

    /// Log loss of the held-out responses by the shrunken item means of the others.
    private func itemMeanLogLoss() -> Double {
        let log = design.log
        var sums = [Double](repeating: 0, count: log.items.count)
        var counts = sums
        var total = 0.0
        var responses = 0.0
        for learner in isHeldOut.indices where !isHeldOut[learner] {
            for index in log.responses(ofLearner: learner) {
                sums[Int(log.item[index])] += log.score[index]
                counts[Int(log.item[index])] += 1
                total += log.score[index]
                responses += 1
            }
        }
        let mean = (total + 0.5) / (responses + 1)
        var loss = 0.0
        var count = 0.0
        for learner in isHeldOut.indices where isHeldOut[learner] {
            for index in log.responses(ofLearner: learner) {
                let item = Int(log.item[index])
                let eta = Logistic.logit((sums[item] + 2 * mean) / (counts[item] + 2))
                loss += log.score[index] * Logistic.softplus(-eta) + (1 - log.score[index]) * Logistic.softplus(eta)
                count += 1
            }
        }
        return count > 0 ? loss / count : .nan
    }

    /// The model as fitted so far.
    public var model: MasteryModel {
        let log = design.log
        let sets = log.skillSets.count
        let fitted = terms.indices.map { index in
            let term = terms[index]
            let cases = term.context.cases(sets: sets)
            let cells =
                design.keys.firstIndex(of: term.key).map { design.cells[$0] }
                ?? (0..<Int64(log.skills.count)).map { $0 * Int64(cases) }
            let entries = zip(cells, state.coefficients[index]).map {
                (cell: $0, coefficient: Float($1 * state.gains[index]))
            }
            return MasteryModel.FittedTerm(
                term: term, variance: state.variances[index],
                table: ContextTable(rows: TracingDesign.rows(term.entity, log), cases: cases, entries: entries))
        }
        let easiness = terms.firstIndex(of: ContextTerm(.item, .none, .one, .easiness))
        return MasteryModel(
            items: log.items, skills: log.skills, skillSets: log.skillSets, settings: state.settings,
            structure: state.structure, terms: fitted,
            itemVariance: easiness.map { state.variances[$0] } ?? 0, provenance: state.provenance)
    }
}
