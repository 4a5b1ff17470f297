import Syncopate

/// Whether skills are mastered where a policy says so, and unlearnable where it calls practice fruitless.
public struct StoppingRecord: Sendable, Hashable {
    /// Stated probability from which a skill counts as called mastered.
    public static let certainty = 0.95
    /// Attempts by which a fruitless skill should be flagged.
    public static let flagLimit = 15

    /// Pairs of student and skill that were called mastered, each at the first time.
    public private(set) var stopped = 0
    /// Sum of the stated probabilities then.
    public private(set) var stated = 0.0
    /// Those that were mastered then.
    public private(set) var mastered = 0
    /// Pairs that were flagged within ``flagLimit`` attempts and still are at the last of these.
    public private(set) var flagged = 0
    /// Those that can never be learnt.
    public private(set) var flaggedRightly = 0
    /// Pairs that were practised as often as ``flagLimit``, or flagged before.
    public private(set) var tried = 0
    /// Those that can never be learnt.
    public private(set) var unlearnable = 0
    /// Pairs that were practised so often and are not mastered after it: what somebody who sees the truth would flag.
    public private(set) var notMastered = 0
    /// Those that can never be learnt.
    public private(set) var unlearnableThen = 0

    public init() {}

    /// Mean stated probability of the pairs called mastered; NaN without any.
    public var meanStated: Double { stated / Double(stopped) }
    /// Share of them that were; NaN without any.
    public var share: Double { Double(mastered) / Double(stopped) }
    /// Share of the flagged pairs that can never be learnt; NaN without any.
    public var precision: Double { Double(flaggedRightly) / Double(flagged) }
    /// Share of the pairs tried that can never be learnt that were flagged; NaN without any.
    public var recall: Double { Double(flaggedRightly) / Double(unlearnable) }
    /// Precision of somebody who sees which skills are mastered, and flags all others; NaN without any.
    public var seeingPrecision: Double { Double(unlearnableThen) / Double(notMastered) }

    /// Runs students of a family until everything is mastered or the cap is reached.
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
        let count = session.student.mastered.count
        let unlearnable = session.student.unlearnable
        var isStopped = [Bool](repeating: false, count: count)
        var isFlagged = isStopped
        var attempts = [Int](repeating: 0, count: count)
        while session.attempts < session.brief.cap {
            let time = session.brief.secondsBetween * Double(session.attempts)
            guard let step = session.step(at: time), let believer = session.policy as? any BelievingPolicy else {
                break
            }
            let skill = session.brief.skillOfItem[step.item]
            attempts[skill] += 1
            let truth = session.student.mastered
            let beliefs = believer.beliefs(at: time)
            for skill in 0..<count where !isStopped[skill] && beliefs.mastered[skill] >= Self.certainty {
                isStopped[skill] = true
                stopped += 1
                stated += beliefs.mastered[skill]
                if truth[skill] { mastered += 1 }
            }
            if attempts[skill] <= Self.flagLimit { isFlagged[skill] = beliefs.stuck.contains(skill) }
            if attempts[skill] == Self.flagLimit, !truth[skill] {
                notMastered += 1
                if unlearnable[skill] { unlearnableThen += 1 }
            }
            if zip(truth, unlearnable).allSatisfy({ $0 || $1 }) { break }
        }
        for skill in 0..<count where isFlagged[skill] || attempts[skill] >= Self.flagLimit {
            tried += 1
            if unlearnable[skill] { self.unlearnable += 1 }
            if isFlagged[skill] {
                flagged += 1
                if unlearnable[skill] { flaggedRightly += 1 }
            }
        }
    }
}
