extension Recommender {
    /// How far a learner is with every skill.
    ///
    /// - Parameters:
    ///   - state: what the log of their answers says.
    ///   - learner: identity, for goals of their own.
    ///   - time: seconds since 1970; no number, or one before the last answer: the moment of that.
    /// - Returns: three lists of K, by position. `known`: probability that success on a typical item is at or above the
    ///   threshold of the learner's goals, as in ``PracticeAdvice/known``. `deviation`: standard deviation of the chance of
    ///   success on a typical item of the skill alone, given what is believed; at most one half, and small where it is
    ///   settled, either way, how such an answer will turn out on average. `recall`: probability of recalling it, where a
    ///   goal asks for it to be remembered and it was practised; elsewhere `known`.
    public func mastery(
        _ state: PracticeState, learner: String = "", at time: Double
    ) -> (known: [Double], deviation: [Double], recall: [Double]) {
        let situation = situation(of: state, learner: learner, at: time, exposures: nil, kept: [])
        let known = situation.standings.mastered
        return (
            known,
            known.indices.map { skill in
                let (with, without) = knowledge.chances(ofSkill: skill)
                let alone = [AnsweredSkill(skill: skill, weight: 1, with: with, without: without)]
                return alone.withUnsafeBufferPointer { successDeviation($0, difficulty: 0, situation) }
            },
            known.indices.map { situation.targets.remembering[$0] > 0 ? situation.recall[$0] : known[$0] }
        )
    }
}
