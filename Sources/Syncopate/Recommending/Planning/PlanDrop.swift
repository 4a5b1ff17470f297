/// One step of dropping targets of a goal that does not fit.
public struct PlanDrop: Sendable, Hashable {
    /// Positions of the skills dropped in this step, the first to go first.
    public var skills: [Int]
    /// Probability of reaching what is left of the goal without these and all before.
    public var chance: Double
}
