/// The review that adds most to recall some steps later, by the student's true model (``RecallingStudent``).
public struct LookAheadOracle: PolicyFamily {
    public var name: String { "oracle look-ahead, \(steps) steps" }
    /// How many attempts ahead recall is looked at.
    public let steps: Int

    /// - Parameter steps: 1 or more.
    public init(steps: Int = 30) { self.steps = max(steps, 1) }

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .remember }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(itemCount: brief.itemCount, ahead: Double(steps) * brief.secondsBetween)
    }

    private struct Chooser: OraclePolicy {
        let itemCount: Int
        let ahead: Double
        var student: (any RecallingStudent)?

        mutating func look(at student: any Student) { self.student = student as? any RecallingStudent }

        mutating func next(at time: Double) -> Int {
            guard let student else { return 0 }
            let gains = (0..<itemCount).map { student.gain(of: $0, at: time, ahead: ahead) }
            return gains.indices.max { gains[$0] < gains[$1] } ?? 0
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {}
    }
}
