import Matrices

/// From what is believed of a learner to what may be true of them.
///
/// The belief says of each skill by itself how probably it is known, and the model that it seldom is without what it
/// builds on. Truths are drawn prerequisites first so that both hold: with and without its prerequisites a skill is known
/// with different probabilities, whose mean is that of the belief.
struct TruthPrior {
    let recommender: Recommender
    /// Seconds since 1970 of the moment the belief is of.
    let start: Double
    /// Whether a goal of the learner asks to remember the skill, K.
    let isRemembered: [Bool]
    private let state: PracticeState
    private let belief: KnowledgeBelief
    /// Probability of knowing each skill with all it builds on, K.
    private let ready: [Double]
    /// The same without.
    private let unready: [Double]
    /// Likely scales of time, K; empty for a skill that is not to be remembered.
    private let scales: [[(place: Int, share: Double)]]
    /// Probability that skills grow bit by bit, and logits from which each then counts as mastered, K.
    private let growth: Double
    private let thresholds: [Double]
    private let ability: (mean: [Double], factor: Matrix<Double>)?

    /// How many truths the share of the ready is found from.
    private static let trials = 2_048

    /// - Parameters:
    ///   - state: as the log says, not yet faded.
    ///   - learner: identity, for goals of their own.
    init(
        _ state: PracticeState, _ recommender: Recommender, learner: String, isRemembered: [Bool], at start: Double
    ) {
        self.recommender = recommender
        self.start = start
        self.isRemembered = isRemembered
        self.state = state
        var faded = state
        recommender.fade(&faded, until: start)
        belief = faded.knowledge
        (ready, unready) = Self.chances(belief, recommender.catalogue.graph)
        let all = isRemembered.contains(true) ? MemoryScales(state.memory) : nil
        scales = isRemembered.indices.map { isRemembered[$0] ? all?.likely($0) ?? [] : [] }
        let targets = recommender.targets.targets(learner: learner, now: start)
        growth = SkillStandings.growth(state, recommender)
        thresholds = isRemembered.indices.map { targets.logits[$0] }
        ability = state.ability.map { belief in
            var factor = belief.covariance
            do {
                try factor.factoriseCholesky()
            } catch {
                // Nothing is uncertain any more.
                factor = Matrix(rows: belief.count, columns: belief.count)
            }
            return (belief.mean, factor)
        }
    }

    /// One truth.
    func draw(_ luck: PlanLuck) -> LearnerTruth {
        let graph = recommender.catalogue.graph
        var truth = LearnerTruth(
            recommender: recommender, luck: luck, isRemembered: isRemembered,
            scales: scales.indices.map { Self.pick(scales[$0], luck.uniform(.scale, $0)) })
        for skill in graph.order {
            let readiness = graph.parents[skill].reduce(1) { $0 * (truth.known[$1.skill] ? 1 : 1 - $1.weight) }
            let chance = readiness * ready[skill] + (1 - readiness) * unready[skill]
            truth.known[skill] = luck.uniform(.known, skill) < chance
            let paces = (0..<belief.paces).map { belief.unknown(skill, pace: $0) }
            truth.paces[skill] = LearnerTruth.pace(paces, luck.uniform(.pace, skill))
            if let trace = state.memory.trace(ofSkill: skill) {
                truth.since[skill] = LearnerTruth.wholeDays(from: trace.last, to: start)
            }
        }
        if luck.uniform(.account, 0) < growth {
            truth.thresholds = thresholds
            truth.growing = graph.parents.indices.map {
                LearnerTruth.pace(state.growth.shares($0), luck.uniform(.growing, $0))
            }
        }
        guard let ability else { return truth }
        let normals = ability.mean.indices.map { luck.normal(.ability, $0) }
        truth.ability = ability.mean.indices.map { row in
            (0...row).reduce(ability.mean[row]) { $0 + ability.factor[row, $1] * normals[$1] }
        }
        return truth
    }

    private static func pick(_ scales: [(place: Int, share: Double)], _ lot: Double) -> Int {
        var left = lot
        for scale in scales {
            left -= scale.share
            if left < 0 { return scale.place }
        }
        return scales.last?.place ?? MemoryBelief.usual
    }

    /// Probabilities of knowing each skill with and without what it builds on, such that the mean over truths is the
    /// belief's.
    private static func chances(_ belief: KnowledgeBelief, _ graph: PrerequisiteGraph) -> ([Double], [Double]) {
        var ready = belief.known
        var unready = ready
        let luck = PlanLuck(seed: 0, learner: "", future: 0)
        // Only what others build on has to be drawn to see how often they are ready.
        var drawn = [[Bool]](repeating: [], count: graph.count)
        for skill in graph.order {
            let parents = graph.parents[skill]
            let isParent = !graph.children[skill].isEmpty
            guard isParent || !parents.isEmpty else { continue }
            var readiness = [Double](repeating: 1, count: trials)
            for edge in parents {
                for trial in 0..<trials where !drawn[edge.skill][trial] { readiness[trial] *= 1 - edge.weight }
            }
            if !parents.isEmpty {
                let share = readiness.reduce(0, +) / Double(trials)
                (ready[skill], unready[skill]) = chances(belief.known(skill), ready: share)
            }
            guard isParent else { continue }
            drawn[skill] = (0..<trials).map { trial in
                luck.uniform(.known, skill, trial)
                    < readiness[trial] * ready[skill] + (1 - readiness[trial]) * unready[skill]
            }
        }
        return (ready, unready)
    }

    /// The joint of "ready" and "known" as the model has it, bent where it would not add up to the belief.
    private static func chances(_ known: Double, ready: Double) -> (Double, Double) {
        guard ready > 1e-9, ready < 1 - 1e-9 else { return (known, known) }
        let without = known * KnowledgeModel.withoutPrerequisites
        let with = (known - (1 - ready) * without) / ready
        return with <= 1 ? (with, without) : (1, (known - ready) / (1 - ready))
    }
}
