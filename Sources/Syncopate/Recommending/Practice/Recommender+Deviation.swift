extension Recommender {
    /// Standard deviation of the chance of success on an item, given what is believed.
    ///
    /// By either account of learning the skills of an item are taken as independent: where skills are known or not, each
    /// is with its probability, or is recalled with that where it is to be remembered (and spreads as far as the wider of
    /// both); where they grow, each is one of the
    /// cases of start and pace. Which account is right is one question for all skills.
    func successDeviation(_ item: Int, _ situation: PracticeSituation, _ memo: inout ChoiceMemo) -> Double {
        let difficulty = answered.difficulty[item]
        if let known = memo.deviation, known.difficulty == difficulty { return known.value }
        let value = answered.withSkills(of: item) { successDeviation($0, difficulty: difficulty, situation) }
        memo.deviation = (difficulty, value)
        return value
    }

    func successDeviation(
        _ skills: UnsafeBufferPointer<AnsweredSkill>, difficulty: Double, _ situation: PracticeSituation
    ) -> Double {
        let share = situation.standings.growth > SkillStandings.negligible ? situation.standings.growth : 0
        var sudden = (mean: 0.0, variance: 0.0)
        var gradual = sudden
        for edge in skills {
            let isKept =
                situation.targets.remembering[edge.skill] > 0 && !situation.state.memory.isEmpty(edge.skill)
            let had = situation.state.knowledge.known(edge.skill)
            let known = isKept ? situation.recall[edge.skill] : had
            let range = edge.weight * (edge.with - edge.without)
            let mean = edge.weight * edge.without + known * range
            // Just after an answer recall is all but certain, and whether the skill is there as open as it was.
            let variance = max(known * (1 - known), had * (1 - had)) * range * range
            sudden.mean += mean
            sudden.variance += variance
            guard share > 0, !isKept else {
                gradual.mean += mean
                gradual.variance += variance
                continue
            }
            let (first, second) = growth.moments(edge.skill, difficulty: difficulty, situation.state.growth)
            gradual.mean += edge.weight * first
            gradual.variance += edge.weight * edge.weight * max(second - first * first, 0)
        }
        let apart = sudden.mean - gradual.mean
        let variance =
            (1 - share) * sudden.variance + share * gradual.variance + share * (1 - share) * apart * apart
        return max(variance, 0).squareRoot()
    }
}
