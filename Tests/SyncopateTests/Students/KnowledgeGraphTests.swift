import Syncopate
import SyncopateStudents
import TestSupport
import Testing

struct KnowledgeGraphTests {
    /// Attempts to mastery, means of 300 students of an independent program in Python, at a distance that 60 students
    /// rarely reach (their standard errors are 15 to 30, and the graphs are others).
    @Test func rivalsLandWhereTheyDidElsewhere() {
        let students = KnowledgeGraphStudents()
        Bands.expect(students, RandomPolicy(), 770...890)
        Bands.expect(students, LowestMasteryPolicy(), 610...790)
        Bands.expect(students, ProximalDevelopmentPolicy(), 455...645)
        Bands.expect(students, ProximalDevelopmentPolicy(threshold: 1), 290...400)
        Bands.expect(students, WeightedScorePolicy(), 405...595)
        Bands.expect(students, LinearCurriculumPolicy(), 310...460)
        Bands.expect(students, ReadySetPolicy(), 305...445)
        Bands.expect(students, ReadySetOracle(), 275...375)
        Bands.expect(students, MasteryOracle(), 150...215)
    }

    /// Shares known after 60 attempts: the policies differ where they should.
    @Test func earlyKnowledgeIsInOrder() {
        let students = KnowledgeGraphStudents()
        Bands.expect(students, RandomPolicy(), figure: 1, 0.12...0.20)
        Bands.expect(students, ReadySetPolicy(), figure: 1, 0.22...0.32)
        Bands.expect(students, WeightedScorePolicy(), figure: 1, 0.25...0.35)
        Bands.expect(students, MasteryOracle(), figure: 1, 0.41...0.55)
        Bands.expect(students, MasteryOracle(), figure: 4, 0...0)
    }

    @Test func graphsAreLayeredAndNamedInOrder() {
        for seed in 0..<50 {
            let (student, brief) = KnowledgeGraphStudents().student(seed: UInt64(seed))
            #expect(brief.skillCount == 30 && brief.itemCount == 30)
            for (skill, parents) in brief.prerequisites.enumerated() {
                #expect(skill < 6 ? parents.isEmpty : (1...2).contains(parents.count))
                #expect(Set(parents).count == parents.count)
                #expect(parents.allSatisfy { $0 / 6 == skill / 6 - 1 })
                // At the start nothing is known above what is not.
                #expect(!student.known[skill] || student.isReady(skill))
            }
        }
    }

    /// A tenth of the pairs that are not known at the start, and those stay unknown.
    @Test func someCannotBeLearnt() {
        let family = KnowledgeGraphStudents(unlearnableShare: 0.1)
        var stuck = 0
        var open = 0
        for seed in 0..<200 {
            var student = family.student(seed: UInt64(seed)).student
            stuck += student.unlearnable.count { $0 }
            open += student.known.count { !$0 }
            guard seed < 5 else { continue }
            let unlearnable = student.unlearnable
            for attempt in 0..<6_000 { _ = student.attempt(attempt % 30, at: Double(attempt)) }
            #expect(student.hasMastered && student.unlearnable == unlearnable)
        }
        #expect(abs(Double(stuck) / Double(open) - 0.1) < 0.015)
    }

    /// Right answers come at the rate of one less the slip once known, and of the guess before.
    @Test func answersFollowTheTruth() {
        var known = (right: 0.0, expected: 0.0)
        var unknown = (right: 0.0, expected: 0.0)
        for seed in 0..<100 {
            var student = KnowledgeGraphStudents().student(seed: UInt64(seed)).student
            for attempt in 0..<300 {
                let skill = (attempt * 7) % 30
                let knows = student.known[skill]
                let score = student.attempt(skill, at: 0)
                if knows {
                    known.right += score
                    known.expected += 1 - student.slip[skill]
                } else {
                    unknown.right += score
                    unknown.expected += student.guess[skill]
                }
            }
        }
        // Five standard deviations of some ten thousand answers each.
        #expect(abs(known.right - known.expected) < 5 * (known.expected * 0.1).squareRoot())
        #expect(abs(unknown.right - unknown.expected) < 5 * (unknown.expected * 0.8).squareRoot())
    }

    /// Of what is known, exp(-.03 * 30) is left after thirty days of nothing.
    @Test func knowledgeLapses() {
        var before = 0.0
        var after = 0.0
        for seed in 0..<100 {
            var student = LapsingGraphStudents().student(seed: UInt64(seed)).student
            for attempt in 0..<900 { _ = student.attempt(attempt % 30, at: 0) }
            before += student.share
            student.wait(until: 30 * 86_400)
            after += student.share
        }
        #expect(abs(after / before - 0.40657) < 0.03)
    }

    /// Random loses to a rival that models the student, and that to what sees the truth.
    @Test func otherStudentsTellPoliciesApart() {
        let families: [any StudentFamily] = [
            LapsingGraphStudents(), KnowledgeGraphStudents.drifting, GradualStudents(),
        ]
        for family in families {
            let matrix = PolicyMatrix(
                families: [family], policies: [RandomPolicy(), ReadySetPolicy(), MasteryOracle()], students: 30)
            let sign = family.figures[0].higherIsBetter ? 1.0 : -1
            let means = matrix.cells.map { sign * $0.summaries[0].mean }
            #expect(means == means.sorted(), "\(family.name): \(means)")
        }
    }
}
