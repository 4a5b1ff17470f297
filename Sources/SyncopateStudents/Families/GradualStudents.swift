/// Students whose skills grow bit by bit (``GradualStudent``), judged as those of a knowledge graph are.
///
/// Attempts are a minute apart, 900 at most. Difficulties are in the brief; nominal parameters are those of the graph.
public struct GradualStudents: StudentFamily {
    public let name = "gradual"

    public init() {}

    public var figures: [TutoringFigure] { MasteryRecord.figures }

    public func student(seed: UInt64) -> (student: GradualStudent, brief: TutoringBrief) {
        let student = GradualStudent(seed: seed)
        let brief = TutoringBrief(
            purpose: .master, skillOfItem: student.skillOfItem,
            prerequisites: [[Int]](repeating: [], count: student.skills.count), difficulties: student.difficulties,
            nominal: KnowledgeTracingParameters(prior: 0.2, learn: 0.15, guess: 0.2, slip: 0.1), secondsBetween: 60,
            cap: 900)
        return (student, brief)
    }

    public func judge(_ session: inout TutoringSession<GradualStudent>) -> [Double] {
        var record = MasteryRecord()
        while session.attempts < session.brief.cap, session.student.share < 1 {
            let before = session.student.skills
            guard let step = session.step(at: session.brief.secondsBetween * Double(session.attempts)) else { break }
            let skill = session.brief.skillOfItem[step.item]
            record.add(wasKnown: before[skill] >= GradualStudent.mastered, share: session.student.share)
        }
        return record.values(share: session.student.share)
    }
}
