import TestSupport
import Testing

@testable import Syncopate

struct StructureStatisticsTests {
    /// A matrix with whole numbers for a factor: (2, 0, 0), (6, 1, 0), (-8, 5, 3).
    private static let matrix: [Double] = [4, 12, -16, 12, 37, -43, -16, -43, 98]

    @Test func theFactorIsTheKnownOne() {
        #expect(StructureStatistics.choleskyFactor(Self.matrix, 3) == [2, 0, 0, 6, 1, 0, -8, 5, 3])
    }

    /// Times (1, 2, 3), by hand: (-20, -43, 192).
    @Test func theSolutionIsTheKnownOne() {
        let x = StructureStatistics.solve(Self.matrix, [-20, -43, 192])
        for (value, reference) in zip(x, [1, 2, 3.0]) { #expect(abs(value - reference) < 1e-11) }
        #expect(StructureStatistics.solve([], []) == [])
        #expect(StructureStatistics.solve([4], [2]) == [0.5])
    }

    @Test(arguments: [1, 2, 5, 8, 50]) func theSolutionIsTheInverseTimesTheRight(size: Int) {
        var generator = TestSupport.SeededGenerator(seed: UInt64(size))
        let matrix = DenseOracle.covariance(size, scale: 3) { generator.normal() }
        let right = (0..<size).map { _ in generator.normal() }
        let x = StructureStatistics.solve(matrix.flatMap { $0 }, right)
        for (value, reference) in zip(x, DenseOracle.product(DenseOracle.inverse(matrix), right)) {
            #expect(abs(value - reference) < 1e-9)
        }
    }

    @Test func whatHasNoSolutionGivesNumbers() {
        for matrix in [[0, 0, 0, 0], [1, 1, 1, 1], [-1, 0, 0, -1], [0, 5, 5, 0]] as [[Double]] {
            #expect(StructureStatistics.solve(matrix, [1, 2]).allSatisfy { $0.isFinite })
        }
    }

    /// Without any evidence beliefs are the prior, whose moments are those of the structure: the EM step stays put.
    @Test func aStepFromThePriorStaysWhereItIs() {
        var structure = SkillStructure(skills: 3, factors: 2, loading: 0.6, specific: 0.4)
        structure.settleTypical()
        var statistics = StructureStatistics(skills: 3, factors: 2)
        for _ in 0..<30 { statistics.add(Self.untouched(structure)) }
        let next = statistics.maximised(structure)
        for (a, b) in zip(next.loadings, structure.loadings) { #expect(abs(a - b) < 1e-9) }
        for (a, b) in zip(next.specific, structure.specific) { #expect(abs(a - b) < 1e-9) }
        // Nobody at all: nothing to go by.
        #expect(StructureStatistics(skills: 3, factors: 2).maximised(structure) == structure)
    }

    /// A learner who touched all skills and of whom nothing was learnt.
    private static func untouched(_ structure: SkillStructure) -> BeliefTracker {
        BeliefTracker(
            structure: structure, settings: TracingSettings(),
            sites: (0..<3).map {
                (set: $0, skillSet: ResponseLog.SkillSet(skills: [$0], weights: [1]), site: EvidenceSite())
            }, formMean: 0, formVariance: 0)
    }

    @Test func partsAddUpToTheWhole() {
        let structure = SkillStructure(skills: 3, factors: 1)
        var generator = TestSupport.SeededGenerator(seed: 4)
        var whole = StructureStatistics(skills: 3, factors: 1)
        var parts = [whole, whole]
        for learner in 0..<40 {
            var tracker = BeliefTracker(structure: structure, settings: TracingSettings())
            for _ in 0..<8 {
                let skill = Int32(generator.next() % 3)
                tracker.observe(
                    set: skill, skillSet: ResponseLog.SkillSet(skills: [skill], weights: [1]), offset: 0, days: .nan,
                    itemVariance: 0, score: learner % 2 == 0 ? 1 : 0)
            }
            whole.add(tracker)
            parts[learner / 20].add(tracker)
        }
        parts[0].add(parts[1])
        let (a, b) = (whole.maximised(structure), parts[0].maximised(structure))
        for (x, y) in zip(a.loadings + a.specific, b.loadings + b.specific) { #expect(abs(x - y) < 1e-12) }
        // Half are good at everything and half at nothing: the shared factor grows.
        #expect(a.typicalLoadings[0] > structure.typicalLoadings[0])
    }
}
