/// Among the skills that are not known and whose parents all are, by knowledge tracing, the one nearest to known; where
/// there is none, the skill least likely to be known.
public struct ReadySetPolicy: PolicyFamily {
    public var name: String { "ready set, BKT \(threshold)" }
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

        mutating func next(at time: Double) -> Int { beliefs.nextOfReadySet(threshold: threshold) }

        mutating func observe(_ item: Int, score: Double, at time: Double) { beliefs.observe(item, score: score) }
    }
}

extension SkillBeliefs {
    /// An item of the skill nearest to known of those that are not and whose parents all are; of the lowest skill where
    /// there is none.
    mutating func nextOfReadySet(threshold: Double) -> Int {
        var best: Int?
        for skill in known.indices
        where known[skill] < threshold && known[skill] > (best.map { known[$0] } ?? -1)
            && isReady(skill, threshold: threshold)
        {
            best = skill
        }
        return item(ofSkill: best ?? lowest)
    }
}
