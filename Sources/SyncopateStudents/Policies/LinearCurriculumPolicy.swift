/// One skill after the other in the catalogue's order, each until knowledge tracing calls it known; after the last, the
/// skill least likely to be known.
public struct LinearCurriculumPolicy: PolicyFamily {
    public var name: String { "linear curriculum, BKT \(threshold)" }
    /// Probability from which a skill is called known.
    public let threshold: Double

    /// - Parameter threshold: 0...1.
    public init(threshold: Double = 0.95) { self.threshold = threshold }

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(threshold: threshold, beliefs: SkillBeliefs(brief))
    }

    private struct Chooser: TutoringPolicy {
        let threshold: Double
        var beliefs: SkillBeliefs

        mutating func next(at time: Double) -> Int {
            beliefs.item(ofSkill: beliefs.known.firstIndex { $0 < threshold } ?? beliefs.lowest)
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) { beliefs.observe(item, score: score) }
    }
}
