import Testing

@testable import Syncopate
@testable import SyncopateStudents

/// What is stated of mastery and of fruitless practice, held against students who can be seen through.
struct StoppingTests {
    /// Claims everything from the start, and calls every second skill fruitless.
    private struct Boaster: PolicyFamily {
        let name = "boaster"
        let stated: Double

        func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
            Policy(count: brief.prerequisites.count, stated: stated)
        }

        struct Policy: BelievingPolicy {
            let count: Int
            let stated: Double
            var turn = 0

            func beliefs(at time: Double) -> TutoringBeliefs {
                TutoringBeliefs(
                    mastered: [Double](repeating: stated, count: count),
                    stuck: (0..<count).filter { $0 % 2 == 0 })
            }

            mutating func next(at time: Double) -> Int {
                turn += 1
                return (turn - 1) % count
            }

            mutating func observe(_ item: Int, score: Double, at time: Double) {}
        }
    }

    @Test func claimsAreCountedAtTheirFirstTime() {
        let family = KnowledgeGraphStudents()
        let record = StoppingRecord.judge(family, Boaster(stated: 0.97), students: 7, seed: 2)
        #expect(record.stopped == 7 * 30)
        #expect(abs(record.meanStated - 0.97) < 1e-12)
        // After one attempt on the first skill: what was known at the start, by a loop of its own.
        var generator = SeededGenerator(seed: 2)
        var known = 0
        for _ in 0..<7 {
            var (student, _) = family.student(seed: generator.next())
            _ = generator.next()
            _ = student.attempt(0, at: 0)
            known += student.known.count { $0 }
        }
        #expect(record.mastered == known)
        #expect(StoppingRecord.judge(family, Boaster(stated: 0.9), students: 7, seed: 2).stopped == 0)
        #expect(StoppingRecord.judge(family, Boaster(stated: 0.97), students: 0, seed: 2).share.isNaN)
    }

    @Test func flagsAreCountedWhenASkillIsSetAside() {
        // Nothing is ever called mastered, so only the first layer, of six, is ready; three of these are flagged.
        let record = FlagRecord.judge(
            KnowledgeGraphStudents(unlearnableShare: 0.5), Boaster(stated: 0.5), students: 40, seed: 3)
        #expect(record.flagged == 40 * 3)
        var generator = SeededGenerator(seed: 3)
        var unlearnable = 0
        var rightly = 0
        for _ in 0..<40 {
            let (student, _) = KnowledgeGraphStudents(unlearnableShare: 0.5).student(seed: generator.next())
            _ = generator.next()
            unlearnable += student.unlearnable.prefix(6).count { $0 }
            rightly += [0, 2, 4].count { student.unlearnable[$0] }
        }
        #expect(record.unlearnable == unlearnable)
        #expect(record.flaggedRightly == rightly)
        #expect(record.notMastered >= unlearnable)
    }

    /// Where students are as the engine believes, what it states comes true: within three standard errors at the size of
    /// the test, about .02.
    @Test func statedMasteryComesTrue() {
        let record = StoppingRecord.judge(BelievedStudents(), EnginePolicy(), students: 60, seed: 4)
        #expect(record.stopped > 1_000)
        #expect(abs(record.meanStated - record.share) < 0.02)
    }

    @Test func fruitlessPracticeIsFound() {
        let record = FlagRecord.judge(
            KnowledgeGraphStudents(unlearnableShare: 0.1), EnginePolicy(), students: 80, seed: 4)
        #expect(record.precision >= 0.42)
        #expect(record.recall >= 0.8)
    }
}
