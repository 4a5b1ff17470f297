/// Runs two hundred reviews, five seconds apart, and measures the recall after each: the setting of Reddy, Levine & Dragan
/// (2017).
enum RecallRecord {
    static let steps = 200
    static let delay = 5.0
    static let figures = [
        TutoringFigure("recall, mean of steps", higherIsBetter: true),
        TutoringFigure("recall at the end", higherIsBetter: true),
    ]

    /// Thirty items with a skill each, no calibration.
    static let brief = TutoringBrief(
        purpose: .remember, skillOfItem: Array(0..<30), prerequisites: [[Int]](repeating: [], count: 30),
        nominal: KnowledgeTracingParameters(prior: 0.2, learn: 0.15, guess: 0.2, slip: 0.1), secondsBetween: delay,
        cap: steps)

    /// The figures: the mean recall of the items at the very time of each review, the review included.
    static func values<Person: RecallingStudent>(_ session: inout TutoringSession<Person>) -> [Double] {
        var total = 0.0
        var last = 0.0
        for step in 1...steps {
            let time = delay * Double(step)
            session.step(at: time)
            last = session.student.meanRecall(at: time)
            total += last
        }
        return [total / Double(steps), last]
    }
}
