import Syncopate

/// Whether practice is fruitless where a policy calls it so (wheel-spinning; Beck & Gong 2013).
///
/// Of the skills that are ready the one nearest to mastery is practised, until each is called mastered or was tried
/// ``limit`` times and is set aside. A skill is ready where all it builds on is called mastered.
public struct FlagRecord: Sendable, Hashable {
    /// Attempts after which a skill is set aside.
    public static let limit = 15

    /// Pairs of student and skill that were flagged when they were set aside.
    public private(set) var flagged = 0
    /// Those that can never be learnt.
    public private(set) var flaggedRightly = 0
    /// Pairs that were practised and can never be learnt.
    public private(set) var unlearnable = 0
    /// Pairs that were set aside and are not mastered: what somebody who sees the truth would flag.
    public private(set) var notMastered = 0
    /// Those that can never be learnt.
    public private(set) var notMasteredRightly = 0

    public init() {}

    /// Share of the flagged pairs that can never be learnt; NaN without any.
    public var precision: Double { Double(flaggedRightly) / Double(flagged) }
    /// Share of the pairs that can never be learnt that were flagged; NaN without any.
    public var recall: Double { Double(flaggedRightly) / Double(unlearnable) }
    /// Precision of somebody who sees which skills are mastered, and flags all others; NaN without any.
    public var seeingPrecision: Double { Double(notMasteredRightly) / Double(notMastered) }

    /// - Parameters:
    ///   - family: whose students can be seen through.
    ///   - policies: whose policies say what they believe; others are not run.
    ///   - students: how many; zero or less leaves the record empty.
    public static func judge<Family: StudentFamily>(
        _ family: Family, _ policies: any PolicyFamily, students: Int, seed: UInt64
    ) -> FlagRecord where Family.Person: MasteringStudent {
        var record = FlagRecord()
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<max(students, 0) {
            let (person, brief) = family.student(seed: generator.next())
            guard
                let believer = policies.policy(for: brief, seed: generator.next(), exposures: ItemExposures())
                    as? any BelievingPolicy
            else { continue }
            record.follow(person, believer, brief)
        }
        return record
    }

    private mutating func follow(
        _ person: some MasteringStudent, _ believer: any BelievingPolicy, _ brief: TutoringBrief
    ) {
        var (person, believer) = (person, believer)
        let certainty = StoppingRecord.certainty
        var attempts = brief.prerequisites.map { _ in 0 }
        var done = 0
        func time() -> Double { brief.secondsBetween * Double(done) }
        var beliefs = believer.beliefs(at: 0)
        let items = attempts.indices.map { brief.skillOfItem.firstIndex(of: $0) }
        while true {
            let ready = attempts.indices.filter { skill in
                items[skill] != nil && attempts[skill] < Self.limit && beliefs.mastered[skill] < certainty
                    && brief.prerequisites[skill].allSatisfy { beliefs.mastered[$0] >= certainty }
            }
            guard let skill = ready.max(by: { beliefs.mastered[$0] < beliefs.mastered[$1] }),
                let item = items[skill]
            else { break }
            believer.observe(item, score: person.attempt(item, at: time()), at: time())
            done += 1
            attempts[skill] += 1
            beliefs = believer.beliefs(at: time())
            if attempts[skill] == Self.limit {
                if !person.mastered[skill] {
                    notMastered += 1
                    if person.unlearnable[skill] { notMasteredRightly += 1 }
                }
                if beliefs.stuck.contains(skill) {
                    flagged += 1
                    if person.unlearnable[skill] { flaggedRightly += 1 }
                }
            }
        }
        for skill in attempts.indices where attempts[skill] > 0 && person.unlearnable[skill] { unlearnable += 1 }
    }
}
