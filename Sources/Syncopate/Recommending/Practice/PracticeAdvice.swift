/// What one learner should do next.
public struct PracticeAdvice: Sendable, Hashable {
    /// Best first; the first may be drawn by lot from near-equal ones. Empty only where nothing may be given.
    public var choices: [PracticeChoice]
    /// Skills on which practice is not working, the surest first.
    public var stuck: [StuckSkill]
    /// Positions of the target skills that are mastered with the certainty asked for.
    public var mastered: [Int]
    /// Positions of the target skills that are not.
    public var open: [Int]
    /// Expected share of ``mastered`` that in truth is not: the risk of stopping there. 0 where there is none.
    public var risk: Double
    /// Why items are not given, by how many; empty where all are.
    public var withheld: [Withheld: Int]
    /// Probability of having each skill now, K.
    public var known: [Double]
    /// Probability of recalling each skill now, K: ``known`` where no goal asks for it to be remembered.
    public var recall: [Double]
}
