extension Recommender {
    /// Says why an item is, or is not, what a learner should practise next, and what would change that.
    ///
    /// - Parameters:
    ///   - item: position in the catalogue; out of range: `nil`.
    ///   - history: the learner, with the answers behind the state.
    ///   - time: seconds since 1970; no number: the moment of the last answer.
    ///   - exposures: what other learners were given; `nil`: no limit.
    ///   - seed: of the lot between near-equal items.
    public func explain(
        item: Int, for history: LearnerPractice, at time: Double, exposures: ExposureLimit? = nil, seed: UInt64 = 0
    ) -> PracticeExplanation? {
        guard catalogue.items.indices.contains(item) else { return nil }
        let situation = situation(of: history.state, learner: history.learner.id, at: time, exposures: exposures)
        let standing = standing(of: item, situation, seed: seed)
        let choice = choice(
            item, success: answered.success(on: item) { situation.recall[$0] }, propensity: standing.propensity,
            last: standing.last, situation)
        var first: PracticeChoice?
        if let best = standing.first, best.item != item {
            first = self.choice(
                best.item, success: answered.success(on: best.item) { situation.recall[$0] },
                propensity: best.propensity,
                last: standing.isSecond
                    ? constraints.reason(best.item, minutes: minutes[best.item], in: situation.limits) : nil,
                situation)
        }
        let skills = catalogue.itemSkills[item].sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : $0.skill < $1.skill
        }
        return PracticeExplanation(
            choice: choice, rank: standing.rank, candidates: standing.candidates, withheld: standing.withheld,
            first: first, skills: skills.map { skillStanding($0, history, situation) },
            practice: situation.state.items[item], waitingFor: constraints.waitingFor(item, in: situation.limits),
            minutesLeft: settings.minutesADay.map { max($0 - situation.limits.minutesToday, 0) },
            repeated: situation.repeated.share(of: item),
            changes: changes(item, history, at: time, exposures: exposures, seed: seed))
    }

    private func skillStanding(
        _ edge: PrerequisiteGraph.Edge, _ history: LearnerPractice, _ situation: PracticeSituation
    ) -> SkillStanding {
        let skill = edge.skill
        let standings = situation.standings
        let targets = situation.targets
        var answers: [(weight: Double, score: Double, at: Double)] = []
        for answer in history.answers {
            for share in answer.skills where share.skill == skill {
                answers.append((share.weight, answer.score, answer.at))
            }
        }
        let attempts: Double = answers.reduce(0) { $0 + $1.weight }
        let points: Double = answers.reduce(0) { $0 + $1.weight * $1.score }
        return SkillStanding(
            skill: skill, weight: edge.weight, known: standings.mastered[skill],
            recall: targets.remembering[skill] > 0 ? situation.recall[skill] : nil, answers: answers.count,
            attempts: attempts, meanScore: attempts > 0 ? points / attempts : nil,
            lastScores: answers.suffix(SkillStanding.lastLimit).map(\.score),
            last: answers.last(where: { $0.at.isFinite })?.at,
            readiness: knowledge.readiness(of: skill, situation.state.knowledge),
            attemptsToGo: targets.mastering[skill] > 0 ? standings.attempts[skill] : nil,
            missing: doubtful(skill, standings.mastered, above: SkillStanding.doubtful).map {
                SkillStanding.Missing(skill: $0, known: standings.mastered[$0])
            },
            unlocks: unlocks(skill, situation))
    }
}
