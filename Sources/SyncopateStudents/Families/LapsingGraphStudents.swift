/// Students of a knowledge graph who forget fast: judged by what they know while time goes on.
///
/// A ``KnowledgeGraphStudent`` with twenty attempts a day, a minute apart, on thirty days; every known skill lapses at a
/// rate of .03 a day, and has to be learnt again at its usual rate, with its parents known. What is learnt therefore has
/// to be come back to, which mastery learning with "known stays known" does not.
public struct LapsingGraphStudents: StudentFamily {
    public let name = "knowledge graph, lapsing"
    /// Days of a run.
    public static let days = 30

    public init() {}

    public var figures: [TutoringFigure] {
        [
            TutoringFigure("known, mean of days", higherIsBetter: true),
            TutoringFigure("known at the end", higherIsBetter: true),
        ]
    }

    public func student(seed: UInt64) -> (student: KnowledgeGraphStudent, brief: TutoringBrief) {
        let student = KnowledgeGraphStudent(seed: seed, lapsesPerDay: 0.03)
        return (student, student.brief(attemptsPerDay: 20, cap: 20 * Self.days))
    }

    /// Knowledge is counted at the start of the day after each day.
    public func judge(_ session: inout TutoringSession<KnowledgeGraphStudent>) -> [Double] {
        var total = 0.0
        var last = 0.0
        for day in 0..<Self.days {
            for place in 0..<20 { session.step(at: Double(day) * Day.seconds + Double(place) * 60) }
            // A copy: what is looked at must not change the luck of the run.
            var tomorrow = session.student
            tomorrow.wait(until: Double(day + 1) * Day.seconds)
            last = tomorrow.share
            total += last
        }
        return [total / Double(Self.days), last]
    }
}
