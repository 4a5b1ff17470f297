import Syncopate

/// A class on one course: everybody practises in own time, and every so often a few meet live on one skill.
///
/// Own time is ``OwnTimePractice``, the same under every policy: a policy decides only who meets on what. A learner who is
/// seated, lacks the skill and is ready for it learns it with probability ``ready``, unlearnable in own time or not; one who
/// is not ready with probability ``unready``.
public struct CohortWorld: Sendable, Hashable {
    /// Learners of a cohort.
    public var learners = 24
    /// Probability that a learner can never learn a skill in own time, unless it is known at the start.
    public var unlearnableShare = 0.1
    /// Attempts of every learner.
    public var attempts = 240
    /// Attempts of every learner between one session and the next; the last is at the end.
    public var every = 12
    /// Seats of a session.
    public var seats = 6
    /// Probability that a session teaches a learner who is ready.
    public var ready = 0.5
    /// The same for one who is not.
    public var unready = 0.05
    /// Whether a learner takes up again, after a session on it, a skill that was set aside.
    public var triesAgain = true

    public init() {}

    /// Sessions of a run.
    public var sessions: Int { every > 0 ? attempts / every : 0 }

    /// The learners of a seed, and what a policy is told. Every policy meets the same ones, with the same luck.
    func cohort(seed: UInt64) -> (students: [KnowledgeGraphStudent], brief: CohortBrief) {
        var generator = SeededGenerator(seed: seed)
        let course = KnowledgeGraphCourse(seed: generator.next())
        let students = (0..<max(learners, 1)).map { _ in
            KnowledgeGraphStudent(of: course, seed: generator.next(), unlearnableShare: unlearnableShare)
        }
        return (students, CohortBrief(course: students[0].brief(), learners: students.count, seats: max(seats, 0)))
    }
}
