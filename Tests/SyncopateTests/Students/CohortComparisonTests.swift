import Dispatch
import Syncopate
import TestSupport
import Testing

@testable import SyncopateStudents

/// Policies of who meets on what: the same cohorts for all, and about as good as they should be.
struct CohortComparisonTests {
    /// Seats whoever it is told to, on a skill.
    private struct Stubborn: CohortPolicyFamily {
        let name = "stubborn"
        let seating: CohortSeating?

        func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy { Chooser(seating: seating) }

        struct Chooser: CohortPolicy {
            let seating: CohortSeating?
            mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {}
            mutating func seating(at time: Double) -> CohortSeating? { seating }
            mutating func taught(_ seating: CohortSeating, at time: Double) {}
        }
    }

    private static var short: CohortWorld {
        var world = CohortWorld()
        world.attempts = 60
        return world
    }

    // MARK: Pairing

    /// Nobody meets, said in three ways.
    @Test func whoSeatsNobodyMeetsTheSameCohorts() {
        let comparison = CohortComparison(
            Self.short,
            policies: [
                AlwaysAsynchronousPolicy(), Stubborn(seating: nil), Stubborn(seating: .init(skill: 2, learners: [])),
            ], cohorts: 5)
        #expect(comparison.cells.count == 3)
        #expect(comparison.cells.allSatisfy { $0.values == comparison.cells[0].values })
        #expect(comparison.cells[0].values[0] == [0, 0, 0, 0, 0])
        #expect(Set(comparison.cells[0].values[1]).count > 2, "cohorts differ")
    }

    /// What a lesson teaches one learner changes nothing for another.
    @Test func aLearnerMeetsTheSameLuckWhoeverElseMeets() {
        let world = Self.short
        let alone = CohortRun(world, AlwaysAsynchronousPolicy(), seed: 5)
        let one = CohortRun(world, Stubborn(seating: .init(skill: 0, learners: [3])), seed: 5)
        #expect(abs(one.mastery - alone.mastery) * 24 <= 1 + 1e-12)
    }

    @Test func policiesDoNotChangeEachOther() {
        let policies: [any CohortPolicyFamily] = [
            RandomSeatsPolicy(), StuckAndReadyPolicy(), EngineSeatsPolicy(), SyncopateStudents.SeatOracle.value,
        ]
        let together = CohortComparison(Self.short, policies: policies, cohorts: 3)
        let turned = CohortComparison(Self.short, policies: policies.reversed(), cohorts: 5)
        for (cell, other) in zip(together.cells, turned.cells.reversed()) {
            #expect(cell.policy == other.policy)
            // More cohorts do not change the first ones.
            #expect(cell.values == other.values.map { Array($0.prefix(3)) })
        }
        let seeds = CohortComparison(Self.short, policies: policies, cohorts: 3, seed: 2)
        #expect(zip(together.cells, seeds.cells).allSatisfy { $0.values != $1.values })
    }

    @Test func workersDoNotMatter() {
        let many = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces) { body($0) } }
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        let policies = CohortRegistry.standard.entries.map(\.value.family)
        let one = CohortComparison(Self.short, policies: policies, cohorts: 4)
        for workers in [many, backwards] {
            let other = CohortComparison(Self.short, policies: policies, cohorts: 4, workers: workers)
            #expect(one.cells.map(\.values) == other.cells.map(\.values))
        }
        #expect(CohortComparison(Self.short, policies: policies, cohorts: 0).cells.isEmpty)
    }

    // MARK: What cannot be is not held

    @Test(arguments: [
        CohortSeating(skill: 99, learners: [0]), CohortSeating(skill: -1, learners: [0]),
        CohortSeating(skill: 0, learners: [-1, 24, .max, .min]),
    ]) func seatingsThatCannotBeSeatNobody(_ seating: CohortSeating) {
        let none = CohortRun(Self.short, AlwaysAsynchronousPolicy(), seed: 2).values
        #expect(CohortRun(Self.short, Stubborn(seating: seating), seed: 2).values == none)
    }

    @Test func nobodyComesTwiceAndNobodyWithoutASeat() {
        let once = CohortRun(Self.short, Stubborn(seating: .init(skill: 0, learners: [1])), seed: 2).values
        let twice = CohortRun(Self.short, Stubborn(seating: .init(skill: 0, learners: [1, 1, 1])), seed: 2).values
        #expect(once == twice)
        let six = CohortRun(Self.short, Stubborn(seating: .init(skill: 0, learners: Array(0..<6))), seed: 2).values
        let all = CohortRun(Self.short, Stubborn(seating: .init(skill: 0, learners: Array(0..<24))), seed: 2).values
        #expect(six == all)
    }

    // MARK: How good they are

    /// Means of eight cohorts beside those of an independent program in Python on the same world: useful seats .13 at
    /// random, .22 by lowest mastery, .65 by the rule of stuck and ready, .82 by what sees the truth.
    @Test func policiesLandWhereTheyDidElsewhere() throws {
        let entries = CohortRegistry.standard.entries
        let comparison = CohortComparison(CohortWorld(), policies: entries.map(\.value.family), cohorts: 8)
        let useful = Dictionary(
            uniqueKeysWithValues: zip(entries, comparison.cells).map { ($0.name, $1.summaries[0].mean) })
        let known = Dictionary(
            uniqueKeysWithValues: zip(entries, comparison.cells).map { ($0.name, $1.summaries[1].mean) })
        func expect(_ name: String, _ range: ClosedRange<Double>) {
            #expect(range.contains(useful[name] ?? -1), "\(name): \(useful[name] ?? -1)")
        }
        expect("always-asynchronous", 0...0)
        expect("random", 0.09...0.18)
        expect("lowest-mastery", 0.16...0.30)
        expect("stuck-and-ready", 0.58...0.72)
        expect("oracle-stuck", 0.74...0.95)
        expect("oracle-value", 0.74...0.95)
        let best = try #require(useful["oracle-value"])
        for entry in entries where entry.value.role != .oracle {
            #expect(try #require(useful[entry.name]) < best, "\(entry.name) above what sees the truth")
        }
        // The bar of the engine: above every rule of thumb, and meeting beats never meeting.
        for entry in entries where entry.value.role == .baseline || entry.value.role == .rival {
            #expect(try #require(useful[entry.name]) < (try #require(useful["syncopate"])), "\(entry.name)")
        }
        #expect(try #require(known["syncopate"]) > (try #require(known["always-asynchronous"])) + 0.05)
    }

    @Test func everyPolicyHasANameOfItsOwn() {
        let entries = CohortRegistry.standard.entries
        #expect(Set(entries.map(\.name)).count == entries.count)
        #expect(Set(entries.map(\.value.family.name)).count == entries.count)
        #expect(entries.count { $0.value.role == .engine } == 1)
    }
}
