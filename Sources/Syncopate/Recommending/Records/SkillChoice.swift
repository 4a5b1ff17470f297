/// One skill a learner may practise next, for tutors that write their own items.
public struct SkillChoice: Sendable, Hashable {
    /// Position of the skill in the catalogue.
    public var skill: Int
    public var action: PracticeAction
    /// What sort of task serves that.
    public var task: TaskKind
    /// Sum of the terms, as that of a typical item on this skill alone that takes as long as items usually do.
    public var score: Double
    /// Parts of the score, those that are zero left out; they add up to it.
    public var terms: [Term]
    /// Probability that the skill is mastered now; of recalling it where it is to be remembered.
    public var known: Double
    /// Expected score on a typical item now, a share of the maximum.
    public var success: Double
    /// Standard deviation of the chance of success, given what is believed.
    public var successDeviation: Double
    /// Expected score to aim at.
    public var targetSuccess: Double
    /// How hard tasks should be for about that.
    public var difficulty: DifficultyBand
    /// Probability with which this one was put first; 1 where nothing is drawn by lot.
    public var propensity: Double
    /// What speaks for it, the weightiest first, and then against it.
    public var reasons: [PracticeReason]
}
