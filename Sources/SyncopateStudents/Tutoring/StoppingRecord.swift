import Syncopate

/// Whether skills are mastered where a policy says so.
public struct StoppingRecord: Sendable, Hashable {
    /// Stated probability from which a skill counts as called mastered.
    public static let certainty = 0.95

    /// Pairs of student and skill that were called mastered, each at the first time.
    public private(set) var stopped = 0
    /// Sum of the stated probabilities then.
    public private(set) var stated = 0.0
    /// Those that were mastered then.
    public private(set) var mastered = 0

    public init() {}

    /// Mean stated probability of the pairs called mastered; NaN without any.
    public var meanStated: Double { stated / Double(stopped) }
    /// Share of them that were; NaN without any.
    public var share: Double { Double(mastered) / Double(stopped) }

    /// Runs students of a family, the policy choosing, until everything is mastered or the cap is reached.
    ///
    /// - Parameters:
    ///   - family: whose students can be seen through.
    ///   - policies: whose policies say what they believe; others are not run.
    ///   - students: how many; zero or less leaves the record empty.
    public static func judge<Family: StudentFamily>(
        _ family: Family, _ policies: any PolicyFamily, students: Int, seed: UInt64
    ) -> StoppingRecord where Family.Person: MasteringStudent {
        var record = StoppingRecord()
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<max(students, 0) {
            let (person, brief) = family.student(seed: generator.next())
            let policy = policies.policy(for: brief, seed: generator.next(), exposures: ItemExposures())
            var session = TutoringSession(student: person, brief: brief, policy: policy)
            record.follow(&session)
        }
        return record
    }

    private mutating func follow<Person: MasteringStudent>(_ session: inout TutoringSession<Person>) {
        let unlearnable = session.student.unlearnable
        var isStopped = unlearnable.map { _ in false }
        while session.attempts < session.brief.cap {
            let time = session.brief.secondsBetween * Double(session.attempts)
            guard session.step(at: time) != nil, let believer = session.policy as? any BelievingPolicy else { break }
            let truth = session.student.mastered
            let beliefs = believer.beliefs(at: time)
            for skill in truth.indices where !isStopped[skill] && beliefs.mastered[skill] >= Self.certainty {
                isStopped[skill] = true
                stopped += 1
                stated += beliefs.mastered[skill]
                if truth[skill] { mastered += 1 }
            }
            if zip(truth, unlearnable).allSatisfy({ $0 || $1 }) { break }
        }
    }
}
