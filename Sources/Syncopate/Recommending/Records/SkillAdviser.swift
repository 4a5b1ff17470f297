/// Says what skill each learner should practise next, for tutors that write their own items.
///
/// Every skill is taken for a typical item on it alone, of usual length, and these are weighed as items of a catalogue are
/// (``Recommender``): same index, same reasons, same things withheld. Nothing is taken off for what came just before, for
/// the next item on a skill is a new one.
///
/// For learning, tasks should be such that about three in four answers are right, between .6 and .85: children who were
/// given items they had .6, .75 or .9 to get right practised more and gained more where it was easier (Jansen and others
/// 2013), a practice site of millions of answers settled at .75 (Klinkenberg, Straatemeier & van der Maas 2011), and for
/// learning by gradient .85 is best (Wilson, Shenhav, Straccia & Cohen 2019). To show or to keep a skill takes typical
/// items, for mastery is defined on them. A test tells most at .5, and little less at .6 to .7, which is kinder (Eggen &
/// Verschoor 2006). None of these figures was measured on the learners at hand, and the beliefs here take an answer on an
/// easy item to teach as much as one on a hard one.
public struct SkillAdviser: Sendable {
    /// Easier or harder than a typical item by no more logits: beyond that a task is on another skill.
    public static let widest = 3.0
    /// Logits about a typical item within which one still counts as typical.
    static let typical = 0.5
    /// Least, aimed at and largest expected score where something is to be learnt, and where it is to be found out.
    static let learning = (low: 0.6, aim: 0.75, high: 0.85)
    static let measuring = (low: 0.5, aim: 0.6, high: 0.7)

    private let recommender: Recommender
    /// The same with one typical item per skill, at the skill's position; `nil` where there are no skills.
    private let typical: Recommender?
    /// Position of the skill each item exercises most, M.
    private let mainSkills: [Int?]

    public init(_ recommender: Recommender) {
        self.recommender = recommender
        let catalogue = recommender.catalogue
        let items = catalogue.skills.map {
            Item(id: $0.id, title: $0.title, skills: [SkillWeight(skill: $0.id)], minutes: recommender.usual)
        }
        let goals = catalogue.goals.map { goal in
            var goal = goal
            goal.skills = catalogue.skillPositions(of: goal).map { catalogue.skills[$0].id }
            goal.items = []
            return goal
        }
        // Made of what is in a checked catalogue, it has no faults.
        typical = (try? Catalogue(skills: catalogue.skills, items: items, goals: goals)).map {
            Recommender(catalogue: $0, settings: recommender.settings)
        }
        mainSkills = catalogue.itemSkills.map { edges in
            edges.max { $0.weight != $1.weight ? $0.weight < $1.weight : $0.skill > $1.skill }?.skill
        }
    }

    /// The best skills for one learner, best first.
    ///
    /// - Parameters:
    ///   - state: of the recommender this one was made for.
    ///   - learner: identity, for goals of their own and for the lot.
    ///   - time: seconds since 1970; no number: the moment of the last answer.
    ///   - limit: most skills, 1...100.
    ///   - seed: of the lot between near-equal skills.
    public func advise(
        _ state: PracticeState, learner: String = "", at time: Double, limit: Int = 3, seed: UInt64 = 0
    ) -> [SkillChoice] {
        guard let typical else { return [] }
        var state = state
        state.items = PracticedItems()
        state.recent = RecentItems(
            state.recent.lazy.compactMap { mainSkills.indices.contains($0) ? mainSkills[$0] : nil })
        let advice = typical.advise(state, learner: learner, at: time, limit: limit, seed: seed)
        let now = time.isFinite ? max(time, state.last) : max(state.last, 0)
        let targets = typical.targets.targets(learner: learner, now: now)
        return advice.choices.map { choice($0, advice, targets, state) }
    }

    private func choice(
        _ item: PracticeChoice, _ advice: PracticeAdvice, _ targets: PracticeTargets, _ state: PracticeState
    ) -> SkillChoice {
        let skill = item.item
        let isOpen = advice.open.contains(skill)
        let isKept = targets.remembering[skill] > 0 && state.memory.trace(ofSkill: skill) != nil
        let task: TaskKind
        if isOpen {
            task = .practice
        } else if isKept {
            task = .review
        } else if targets.remembering[skill] > 0 {
            task = .practice
        } else if targets.mastering[skill] > 0 {
            task = .quiz
        } else {
            task = targets.measuring[skill] > 0 ? .test : .practice
        }
        let (target, band) = aim(task, skill, success: item.success)
        return SkillChoice(
            skill: skill, action: item.action == .learn && task == .review ? .review : item.action, task: task,
            score: item.score, terms: item.terms,
            known: Rounding.decimals(advice.recall[skill], Recommender.places), success: item.success,
            successDeviation: item.successDeviation, targetSuccess: target, difficulty: band,
            propensity: item.propensity, reasons: item.reasons)
    }

    /// What success to aim at, and how hard tasks are that give about that.
    ///
    /// - Parameter success: expected on a typical item.
    func aim(_ task: TaskKind, _ skill: Int, success: Double) -> (target: Double, band: DifficultyBand) {
        guard task == .practice || task == .test else {
            return (success, DifficultyBand(low: -Self.typical, high: Self.typical))
        }
        let wanted = task == .practice ? Self.learning : Self.measuring
        let plain = recommender.knowledge.chances(ofSkill: skill)
        let known = min(max((success - plain.without) / (plain.with - plain.without), 0), 1)
        func chance(_ difficulty: Double) -> Double {
            let chances = recommender.knowledge.chances(ofSkill: skill, difficulty: difficulty)
            return known * chances.with + (1 - known) * chances.without
        }
        /// Logits at which success is as given, within the range.
        func difficulty(_ success: Double) -> Double {
            var (low, high) = (-Self.widest, Self.widest)
            for _ in 0..<40 {
                let middle = (low + high) / 2
                if chance(middle) > success { low = middle } else { high = middle }
            }
            return low
        }
        let reachable = min(max(wanted.aim, chance(Self.widest)), chance(-Self.widest))
        return (
            Rounding.decimals(reachable, Recommender.places),
            DifficultyBand(
                low: Rounding.decimals(difficulty(wanted.high), 2), high: Rounding.decimals(difficulty(wanted.low), 2))
        )
    }
}

extension Recommender {
    /// The skills a learner should practise next, best first, for tutors that write their own items.
    ///
    /// For one call; whoever asks again and again keeps a ``SkillAdviser``.
    public func adviseSkills(
        _ state: PracticeState, learner: String = "", at time: Double, limit: Int = 3, seed: UInt64 = 0
    ) -> [SkillChoice] {
        SkillAdviser(self).advise(state, learner: learner, at: time, limit: limit, seed: seed)
    }
}
