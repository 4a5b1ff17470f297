import Syncopate
import TestSupport
import Testing

@testable import SyncopateStudents

/// Cohorts are drawn as the documentation of the world says.
struct CohortWorldTests {
    @Test func theUsualWorldIsTheDocumentedOne() {
        let world = CohortWorld()
        let (students, brief) = world.cohort(seed: 1)
        #expect(students.count == 24 && brief.learners == 24 && brief.seats == 6 && brief.skills == 30)
        #expect(world.sessions == 20)
        // What a policy is told are nominal figures, not the course's.
        #expect(brief.course.nominal == KnowledgeTracingParameters(prior: 0.2, learn: 0.15, guess: 0.2, slip: 0.1))
        #expect(Set(students[0].guess).count == 30)
    }

    @Test func aCohortTakesOneCourse() {
        for seed in 0..<20 {
            let (students, brief) = CohortWorld().cohort(seed: UInt64(seed))
            for student in students {
                #expect(student.prerequisites == brief.course.prerequisites)
                #expect(student.guess == students[0].guess && student.slip == students[0].slip)
                // Nothing is known above what is not.
                #expect(student.known.indices.allSatisfy { !student.known[$0] || student.isReady($0) })
            }
            #expect(Set(students.map(\.known)).count > 6, "learners differ")
        }
    }

    /// Guess U(.1,.3), slip U(.05,.15), known at the start with .25 where ready, a tenth of the rest out of reach; learn
    /// U(.08,.3) times exp(N(0,.4)), clipped: means and four standard errors of 150 cohorts.
    @Test func momentsAreThoseDocumented() {
        var (guess, slip): ([Double], [Double]) = ([], [])
        var learn: [Double] = []
        var (first, known, open, stuck) = (0.0, 0.0, 0.0, 0.0)
        for seed in 0..<150 {
            let students = CohortWorld().cohort(seed: UInt64(seed)).students
            guess += students[0].guess
            slip += students[0].slip
            for student in students {
                first += 6
                known += Double(student.known.prefix(6).count { $0 })
                open += Double(student.known.count { !$0 })
                stuck += Double(student.unlearnable.count { $0 })
                learn += student.learn.filter { $0 > 0 }
            }
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        #expect(abs(mean(guess) - 0.2) < 0.0035 && guess.allSatisfy { (0.1...0.3).contains($0) })
        #expect(abs(mean(slip) - 0.1) < 0.0018 && slip.allSatisfy { (0.05...0.15).contains($0) })
        #expect(abs(known / first - 0.25) < 0.012)
        #expect(abs(stuck / open - 0.1) < 0.004)
        // The mean of what is clipped: .19 e^.08 = .2058 without; .20503 by twenty million draws in NumPy.
        #expect(learn.allSatisfy { (0.02...0.6).contains($0) })
        #expect(abs(mean(learn) - 0.20503) < 0.007, "\(mean(learn))")
    }

    @Test func withoutASharedObstacleAllCanBeLearnt() {
        var world = CohortWorld()
        world.unlearnableShare = 0
        #expect(world.cohort(seed: 3).students.allSatisfy { !$0.unlearnable.contains(true) })
    }

    /// A lesson teaches with the stated chance, within five standard deviations.
    @Test func lessonsTeachAsStated() {
        var (ready, taught, unready, luck) = (0.0, 0.0, 0.0, 0.0)
        for seed in 0..<40 {
            for student in CohortWorld().cohort(seed: UInt64(seed)).students {
                for skill in student.known.indices where !student.known[skill] {
                    var other = student
                    other.beTaught(skill, ready: 0.5, unready: 0.05)
                    let learnt = other.known[skill] ? 1.0 : 0
                    if student.isReady(skill) {
                        ready += 1
                        taught += learnt
                    } else {
                        unready += 1
                        luck += learnt
                    }
                }
            }
        }
        // The luck of one student is the same for all skills here: as many draws as students.
        #expect(abs(taught / ready - 0.5) < 5 * (0.25 / 960).squareRoot())
        #expect(abs(luck / unready - 0.05) < 5 * (0.0475 / 960).squareRoot())
    }

    @Test func smallAndOddWorldsDoNotTrap() {
        for (learners, seats, attempts, every) in [(0, 0, 0, 0), (1, -3, 5, 1), (2, 500, 3, 7), (3, 6, -1, -1)] {
            var world = CohortWorld()
            (world.learners, world.seats, world.attempts, world.every) = (learners, seats, attempts, every)
            for policy in CohortRegistry.standard.entries {
                let values = CohortRun(world, policy.value.family, seed: 1).values
                #expect(values.allSatisfy { $0.isFinite && (0...1).contains($0) }, "\(policy.name)")
            }
        }
    }
}
