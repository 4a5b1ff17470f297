/// One skill after the other in the catalogue's order, each until so many right answers in a row; from the first again
/// after the last.
///
/// The expert's path that recommenders have to beat: in a trial with 5,700 learners (OBER), they did not. Three in a row
/// is the rule of ASSISTments' skill builders. The catalogue's order respects prerequisites, as the brief says.
public struct FixedOrderPolicy: PolicyFamily {
    public var name: String { "fixed order, \(run) in a row" }
    /// Right answers in a row that end a skill.
    public let run: Int

    /// - Parameter run: at least 1.
    public init(run: Int = 3) { self.run = max(run, 1) }

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose != .measure }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(brief: brief, run: run, items: SkillItems(brief))
    }

    private struct Chooser: TutoringPolicy {
        let brief: TutoringBrief
        let run: Int
        var items: SkillItems
        var skill = 0
        var inARow = 0

        mutating func next(at time: Double) -> Int { items.next(ofSkill: skill) }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            inARow = score >= 0.5 ? inARow + 1 : 0
            guard inARow >= run else { return }
            inARow = 0
            skill = (skill + 1) % max(brief.skillCount, 1)
        }
    }
}
