import RealModule

/// What is true of a learner in one future: it answers, learns and forgets as the engine's model says.
///
/// A skill that is to be remembered is at hand with the probability of recalling it, once it was practised; every other
/// is known or not. How firmly things are held goes by the answers, and is read off the belief's own traces.
struct LearnerTruth {
    let recommender: Recommender
    let luck: PlanLuck
    let isRemembered: [Bool]
    /// Position of the scale of time that is the true one, K.
    let scales: [Int]
    /// Whether each skill was known when it was last practised, or at the beginning, K.
    var known: [Bool]
    /// Position of the pace at which each is learnt, K.
    var paces: [Int]
    /// Whole days since the last practice up to which nothing was lost that counts as known, K.
    var since: [Double]
    /// How often each was practised in this future, K.
    private(set) var practised: [Int]
    /// Position of the case of start and pace that is the true one, K; empty in a future in which skills do not grow.
    var growing: [Int] = []
    /// Logits from which each skill counts as mastered where it grows, K.
    var thresholds: [Double] = []
    /// Abilities; empty where nothing is measured.
    var ability: [Double] = []

    init(recommender: Recommender, luck: PlanLuck, isRemembered: [Bool], scales: [Int]) {
        self.recommender = recommender
        self.luck = luck
        self.isRemembered = isRemembered
        self.scales = scales
        known = [Bool](repeating: false, count: isRemembered.count)
        paces = [Int](repeating: 0, count: isRemembered.count)
        since = [Double](repeating: 0, count: isRemembered.count)
        practised = paces
    }

    /// Probability of recalling a skill.
    ///
    /// - Parameter state: what is believed after all answers so far.
    func recall(_ skill: Int, at time: Double, _ state: PracticeState) -> Double {
        guard isRemembered[skill], !state.memory.isEmpty(skill) else { return isKnown(skill, at: time, state) ? 1 : 0 }
        return recommender.memory.recall(
            state.memory.trace(ofSkill: skill, onScale: scales[skill]), at: time,
            scale: MemoryBelief.scales[scales[skill]])
    }

    /// Whether the learner has a skill.
    func has(_ skill: Int, at time: Double, _ state: PracticeState) -> Bool {
        guard isRemembered[skill], !state.memory.isEmpty(skill) else { return isKnown(skill, at: time, state) }
        return luck.uniform(.recall, skill, practised[skill]) < recall(skill, at: time, state)
    }

    /// Lost on the first day on which what is kept falls below a number drawn once after each practice.
    private func isKnown(_ skill: Int, at time: Double, _ state: PracticeState) -> Bool {
        if !growing.isEmpty { return level(skill, state) >= thresholds[skill] }
        guard known[skill], let trace = state.memory.trace(ofSkill: skill) else { return known[skill] }
        let days = Self.wholeDays(from: trace.last, to: time)
        guard days > since[skill] else { return true }
        let memory = recommender.memory
        let kept =
            memory.recall(stability: trace.stability, after: days)
            / memory.recall(stability: trace.stability, after: since[skill])
        return luck.uniform(.loss, skill, practised[skill]) < kept
    }

    /// How far a skill has grown, in logits: every attempt counts, and the belief counts them.
    private func level(_ skill: Int, _ state: PracticeState) -> Double {
        recommender.growth.level(skill, growing[skill], attempts: state.growth[skill].attempts)
    }

    /// The score on an item, 0 or 1.
    ///
    /// - Parameter isTest: whether it only measures ability.
    func score(_ item: Int, isTest: Bool, at time: Double, _ state: PracticeState) -> Double {
        let attempts = state.items[item]?.attempts ?? 0
        let skills = recommender.catalogue.itemSkills[item]
        let chance: Double
        if isTest, let scale = recommender.scale, !ability.isEmpty {
            chance = Logistic.probability(
                skills.reduce(scale.easiness[item]) { $0 + scale.directions[item, $1.skill] * ability[$1.skill] })
        } else if !growing.isEmpty {
            let difficulty = recommender.catalogue.items[item].difficulty ?? 0
            chance = skills.reduce(0) {
                let share =
                    isRemembered[$1.skill] && !state.memory.isEmpty($1.skill)
                    ? recall($1.skill, at: time, state) : Logistic.probability(level($1.skill, state) - difficulty)
                return $0 + $1.weight * share
            }
        } else {
            chance = recommender.answered.success(on: item) { has($0, at: time, state) ? 1 : 0 }
        }
        return luck.uniform(.answer, item, attempts) < chance ? 1 : 0
    }

    /// Lets an attempt teach. Called before the belief takes up the answer.
    mutating func practise(_ item: Int, at time: Double, _ state: PracticeState) {
        let knowledge = recommender.knowledge
        defer { for edge in recommender.catalogue.itemSkills[item] { practised[edge.skill] += 1 } }
        guard growing.isEmpty else { return }
        for edge in recommender.catalogue.itemSkills[item] {
            let skill = edge.skill
            if known[skill], !isKnown(skill, at: time, state) {
                known[skill] = false
                // What is lost is to be learnt again, at a pace as unknown as that of a new learner.
                paces[skill] = Self.pace(
                    KnowledgeModel.paceWeights, luck.uniform(.pace, skill, 1 + practised[skill]))
            }
            if !known[skill] {
                let readiness = knowledge.graph.parents[skill].reduce(1) {
                    $0 * (has($1.skill, at: time, state) ? 1 : 1 - $1.weight)
                }
                let rate =
                    knowledge.nominal[skill].learn * (readiness + KnowledgeModel.unready * (1 - readiness))
                    * edge.weight * KnowledgeModel.paces[paces[skill]]
                known[skill] = luck.uniform(.lesson, skill, practised[skill]) < rate
            }
            since[skill] = 0
        }
    }

    /// A pace by lot, of the given masses.
    static func pace(_ masses: [Double], _ lot: Double) -> Int {
        var left = lot * masses.reduce(0, +)
        for (place, mass) in masses.enumerated() {
            left -= mass
            if left < 0 { return place }
        }
        return masses.count - 1
    }

    /// As the belief counts them: within a day nothing is lost.
    static func wholeDays(from last: Double, to time: Double) -> Double {
        max(((time - last) / MemoryModel.day).rounded(.down), 0)
    }
}
