/// Students who are what the engine believes a learner to be: on the graph of ``KnowledgeGraphStudents``, with the nominal
/// parameters and a pace by lot for every skill.
///
/// What the engine states of these should come true; for all others it is an approximation. Not in the registry: whoever
/// is judged by its own assumptions is not judged.
public struct BelievedStudents: StudentFamily {
    public let name = "as believed"

    public init() {}

    public var figures: [TutoringFigure] { MasteryRecord.figures }

    public func student(seed: UInt64) -> (student: KnowledgeGraphStudent, brief: TutoringBrief) {
        let student = KnowledgeGraphStudent(believedSeed: seed)
        return (student, student.brief())
    }

    public func judge(_ session: inout TutoringSession<KnowledgeGraphStudent>) -> [Double] {
        KnowledgeGraphStudents().judge(&session)
    }
}
