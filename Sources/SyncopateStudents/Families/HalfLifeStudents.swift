/// Students with 60 items to remember in 30 days of eight attempts, and an exam on the day after (``HalfLifeStudent``).
public struct HalfLifeStudents: StudentFamily {
    public let name = "half-life, exam"
    private static let days = 30
    private static let attemptsPerDay = 8
    private static let itemCount = 60

    public init() {}

    public var figures: [TutoringFigure] { ExamStudents().figures }

    public func student(seed: UInt64) -> (student: HalfLifeStudent, brief: TutoringBrief) {
        let brief = TutoringBrief(
            purpose: .rememberUntil(Double(Self.days) * Day.seconds), skillOfItem: Array(0..<Self.itemCount),
            prerequisites: [[Int]](repeating: [], count: Self.itemCount),
            nominal: KnowledgeTracingParameters(prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1), secondsBetween: 30,
            attemptsPerDay: Self.attemptsPerDay, cap: Self.days * Self.attemptsPerDay)
        return (HalfLifeStudent(seed: seed, itemCount: Self.itemCount), brief)
    }

    /// Recall is taken at the start of the day after each day; the last of these is the exam.
    public func judge(_ session: inout TutoringSession<HalfLifeStudent>) -> [Double] {
        var total = 0.0
        var last = 0.0
        for day in 0..<Self.days {
            for place in 0..<Self.attemptsPerDay {
                session.step(at: Double(day) * Day.seconds + Double(place) * session.brief.secondsBetween)
            }
            last = session.student.recall(at: Double(day + 1) * Day.seconds)
            total += last
        }
        return [last, total / Double(Self.days)]
    }
}
