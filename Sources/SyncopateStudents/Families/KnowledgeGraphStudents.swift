/// Students of a graph of thirty skills, judged by how many attempts it takes until they know all of it.
///
/// Another graph, other parameters and another student per seed (``KnowledgeGraphStudent``). A run ends when all that
/// can be learnt is known, or at the cap of 900 attempts, which then is the number of attempts. Attempts are a minute
/// apart. Whoever judges flags for stuck learners compares them with ``KnowledgeGraphStudent/unlearnable``.
public struct KnowledgeGraphStudents: StudentFamily {
    public let name: String
    /// Probability that a student can never learn a skill.
    public let unlearnableShare: Double
    /// Standard deviation per attempt of guessing and slipping, in logits; see ``KnowledgeGraphStudent/drift``.
    public let drift: Double

    /// - Parameter unlearnableShare: 0...1; .1 for wheel-spinning.
    public init(unlearnableShare: Double = 0) {
        self.init(
            name: unlearnableShare > 0 ? "knowledge graph, some unlearnable" : "knowledge graph",
            unlearnableShare: unlearnableShare, drift: 0)
    }

    private init(name: String, unlearnableShare: Double, drift: Double) {
        self.name = name
        self.unlearnableShare = unlearnableShare
        self.drift = drift
    }

    /// Students whose guessing and slipping come and go: shifts with a standard deviation of .64 logits in the long run.
    public static let drifting = KnowledgeGraphStudents(
        name: "knowledge graph, drifting answers", unlearnableShare: 0, drift: 0.2)

    public var figures: [TutoringFigure] { MasteryRecord.figures }

    public func student(seed: UInt64) -> (student: KnowledgeGraphStudent, brief: TutoringBrief) {
        let student = KnowledgeGraphStudent(seed: seed, unlearnableShare: unlearnableShare, drift: drift)
        return (student, student.brief())
    }

    public func judge(_ session: inout TutoringSession<KnowledgeGraphStudent>) -> [Double] {
        var record = MasteryRecord()
        while session.attempts < session.brief.cap, !session.student.hasMastered {
            let before = session.student.known
            guard let step = session.step(at: session.brief.secondsBetween * Double(session.attempts)) else { break }
            record.add(wasKnown: before[step.item], share: session.student.share)
        }
        return record.values(share: session.student.share)
    }
}
