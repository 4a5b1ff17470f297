/// Students with 200 items to remember, 60 days, and an exam on the day after (``ExamStudent``).
///
/// Every day has the same number of attempts, half a minute apart. The brief's nominal prior is the mean chance of being
/// right at a first meeting, .4.
public struct ExamStudents: StudentFamily {
    public var name: String { "exam, \(attemptsPerDay) a day" }
    /// Attempts a day.
    public let attemptsPerDay: Int
    /// Days before the exam.
    public let days: Int
    /// Items to remember.
    public let itemCount: Int

    /// - Parameters:
    ///   - attemptsPerDay: 1 or more; 6 hardly goes through the items twice, 10 three times.
    ///   - days: 1 or more.
    ///   - itemCount: 1 or more.
    public init(attemptsPerDay: Int = 6, days: Int = 60, itemCount: Int = 200) {
        self.attemptsPerDay = max(attemptsPerDay, 1)
        self.days = max(days, 1)
        self.itemCount = max(itemCount, 1)
    }

    public var figures: [TutoringFigure] {
        [
            TutoringFigure("exam recall", higherIsBetter: true),
            TutoringFigure("recall, mean of days", higherIsBetter: true),
        ]
    }

    public func student(seed: UInt64) -> (student: ExamStudent, brief: TutoringBrief) {
        let brief = TutoringBrief(
            purpose: .rememberUntil(Double(days) * Day.seconds), skillOfItem: Array(0..<itemCount),
            prerequisites: [[Int]](repeating: [], count: itemCount),
            nominal: KnowledgeTracingParameters(prior: 0.4, learn: 0.15, guess: 0.2, slip: 0.1), secondsBetween: 30,
            attemptsPerDay: attemptsPerDay, cap: days * attemptsPerDay)
        return (ExamStudent(seed: seed, itemCount: itemCount), brief)
    }

    /// Recall is taken on the morning after each day; the last of these is the exam.
    public func judge(_ session: inout TutoringSession<ExamStudent>) -> [Double] {
        var total = 0.0
        var last = 0.0
        for day in 0..<days {
            for place in 0..<attemptsPerDay {
                session.step(at: Double(day) * Day.seconds + Double(place) * session.brief.secondsBetween)
            }
            last = session.student.recall(onDay: day + 1)
            total += last
        }
        return [last, total / Double(days)]
    }
}
