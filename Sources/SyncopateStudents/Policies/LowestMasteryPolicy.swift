import Syncopate

/// The skill least likely to be known, whatever it builds on: the default of OATutor (Pardos et al. 2023).
/// Equals come in an order that is shuffled once for the student, as its pool of problems is.
///
/// There, skills count while they are below .95; once none is, the least likely of all is taken here all the same.
public struct LowestMasteryPolicy: PolicyFamily {
    public let name = "lowest mastery"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        var generator = SeededGenerator(seed: seed)
        let order = Array(0..<brief.skillCount).shuffled(using: &generator)
        return Chooser(order: order, beliefs: SkillBeliefs(brief))
    }

    private struct Chooser: TutoringPolicy {
        let order: [Int]
        var beliefs: SkillBeliefs

        // The lowest of those below a threshold is the lowest of all, so the threshold .95 has nothing to do.
        mutating func next(at time: Double) -> Int {
            let known = beliefs.known
            return beliefs.item(ofSkill: order.min { known[$0] < known[$1] } ?? 0)
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) { beliefs.observe(item, score: score) }
    }
}
