/// Every family of students by its name. A family is added with one line.
public enum StudentRegistry {
    /// In the order of tables: those to be taught, those who forget, those to be measured.
    public static let standard = Registry<any StudentFamily>([
        .init(
            "knowledge-graph", "thirty skills, each known or not, on a graph of prerequisites", KnowledgeGraphStudents()
        ),
        .init(
            "knowledge-graph-unlearnable", "the same, with a tenth of the skills out of the student's reach",
            KnowledgeGraphStudents(unlearnableShare: 0.1)),
        .init(
            "knowledge-graph-drifting", "the same, with guessing and slipping that come and go",
            KnowledgeGraphStudents.drifting),
        .init("lapsing", "the same, with skills that lapse, over thirty days", LapsingGraphStudents()),
        .init("gradual", "skills that grow bit by bit (additive factors model)", GradualStudents()),
        .init(
            "exponential-forgetting", "thirty items that fade exponentially, less so after every review",
            ExponentialForgettingStudents()),
        .init("dash", "thirty items that fade as a power of time (DASH)", DASHStudents()),
        .init("exam-6", "200 items by FSRS-6, six attempts on each of sixty days, then an exam", ExamStudents()),
        .init(
            "exam-10", "200 items by FSRS-6, ten attempts on each of sixty days, then an exam",
            ExamStudents(attemptsPerDay: 10)),
        .init(
            "half-life", "60 items by half-life regression, eight attempts on each of thirty days", HalfLifeStudents()),
        .init("adaptive-test", "takers of a test of twenty items from a bank of a thousand", AdaptiveTestStudents()),
    ])
}
