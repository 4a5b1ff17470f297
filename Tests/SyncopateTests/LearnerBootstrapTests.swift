import TestSupport
import Testing

@testable import Syncopate

struct LearnerBootstrapTests {
    /// The draws written out: a table with every row of a learner as often as the learner was drawn.
    static func naive(_ table: PredictionTable, resamples: Int, seed: UInt64) throws -> [Metrics] {
        let present = Set(table.learner).sorted()
        var random = SeededGenerator(seed: seed)
        return try (0..<resamples).map { _ in
            var copy = PredictionTable(learners: table.learners, items: table.items)
            for _ in present {
                let drawn = present[Int(random.next().multipliedFullWidth(by: UInt64(present.count)).high)]
                for row in 0..<table.count where table.learner[row] == drawn { try copy.append(table[row]) }
            }
            return try #require(Metrics(copy, draws: 0))
        }
    }

    @Test(arguments: [false, true], [false, true])
    func weightsAreRowsRepeated(ties: Bool, fractions: Bool) throws {
        let table = try InventedPredictions.table(700, ties: ties, fractions: fractions)
        let draws = LearnerBootstrap(RankedPredictions(table), resamples: 20, seed: 5)
        let naive = try Self.naive(table, resamples: 20, seed: 5)
        #expect(Set(draws.auc).count > 15)
        for draw in 0..<20 {
            #expect(abs(draws.auc[draw] - (naive[draw].auc ?? .nan)) < 1e-14)
            #expect(abs(draws.ece[draw] - naive[draw].ece) < 1e-14)
            #expect(abs(draws.logLoss[draw] - naive[draw].logLoss) < 1e-13)
            #expect(abs(draws.accuracy[draw] - naive[draw].accuracy) < 1e-14)
            #expect(abs(draws.rmse[draw] - naive[draw].rmse) < 1e-14)
        }
    }

    /// Few learners of unequal length, some absent, so that whole tied groups get no weight and classes go missing.
    @Test func weightsAreRowsRepeatedInSmallTables() throws {
        var random = SeededGenerator(seed: 6)
        var undefined = 0
        for seed in 0..<100 as Range<UInt64> {
            let count = Int.random(in: 4...25, using: &random)
            let rows = (0..<count).map { _ in
                (
                    probability: Double(Int.random(in: 0...6, using: &random)) / 6,
                    score: random.uniform() < 0.2 ? 1.0 : 0
                )
            }
            let learners = rows.indices.map { _ in 2 * Int32.random(in: 0...1, using: &random) }
            let table = try InventedPredictions.small(rows, learners: learners)
            guard Set(learners).count > 1 else { continue }
            let draws = LearnerBootstrap(RankedPredictions(table), resamples: 5, seed: seed)
            for (draw, metrics) in try Self.naive(table, resamples: 5, seed: seed).enumerated() {
                #expect(abs(draws.ece[draw] - metrics.ece) < 1e-14)
                if let auc = metrics.auc {
                    #expect(abs(draws.auc[draw] - auc) < 1e-14)
                } else {
                    undefined += 1
                    #expect(draws.auc[draw].isNaN)
                }
            }
        }
        #expect(undefined > 0)
    }

    /// numpy: 4,000 draws of the 40 learners, `percentile([2.5, 97.5])`. The ends of 2,000 draws scatter by about a
    /// twentieth of the interval's width.
    @Test func intervalsAgreeWithOtherPrograms() throws {
        let table = try InventedPredictions.table()
        let rival = try InventedPredictions.rival(of: table)
        let settings = EvaluationSettings(resamples: 2000, draws: 0)
        let report = try #require(
            try EvaluationReport(
                ours: .init(name: "ours", table: table), rivals: [.init(name: "rival", table: rival)],
                settings: settings))
        let intervals = try #require(report.models.first?.evaluation.intervals)
        let comparison = try #require(report.comparisons.first)
        let references: [(ClosedRange<Double>?, Double, Double)] = [
            (intervals.auc, 0.70602, 0.74056), (intervals.logLoss, 0.64227, 0.69461),
            (intervals.accuracy, 0.648, 0.677), (intervals.rmse, 0.46226, 0.48059), (intervals.ece, 0.07941, 0.1066),
            (comparison.logLoss.interval, -0.01847, 0.02342), (comparison.auc?.interval, 0.04817, 0.08071),
        ]
        for (ours, low, high) in references {
            let interval = try #require(ours)
            let room = 0.12 * (high - low)
            #expect(abs(interval.lowerBound - low) < room && abs(interval.upperBound - high) < room)
        }
        // scikit-learn's figures for ours less those for the rival.
        #expect(abs(comparison.logLoss.value - 0.0016869435102059294) < 1e-12)
        #expect(abs((comparison.auc?.value ?? 9) - 0.0650650605879941) < 1e-12)
        #expect(comparison.auc?.isClear == true && !comparison.logLoss.isClear)
    }

    /// `numpy.percentile([.3, .1, .9, .5, .7, .2, .65], [2.5, 97.5])`, numpy 2.4.6.
    @Test func percentilesAreThoseOfNumpy() throws {
        let interval = try #require(LearnerBootstrap.interval([0.3, 0.1, .nan, 0.9, 0.5, 0.7, 0.2, 0.65]))
        #expect(abs(interval.lowerBound - 0.115) < 1e-15 && abs(interval.upperBound - 0.87) < 1e-15)
        #expect(LearnerBootstrap.interval([1]) == nil && LearnerBootstrap.interval([]) == nil)
        #expect(LearnerBootstrap.interval([.nan, .nan, .nan, 1, 2]) == nil)
        #expect(LearnerBootstrap.interval([1, 1, 1]) == 1...1)
    }

    @Test func oneLearnerHasNoInterval() throws {
        let table = try InventedPredictions.small([(0.2, 0), (0.7, 1), (0.4, 1)], learners: [1, 1, 1])
        let evaluation = try #require(Evaluation(table))
        #expect(evaluation.learners == 1 && evaluation.metrics.auc == 1)
        #expect(evaluation.intervals.logLoss == nil && evaluation.intervals.ece == nil)
    }

    /// Against itself nothing differs in any draw, which is only so if both models get the same draws.
    @Test func aModelDoesNotDifferFromItself() throws {
        let table = try InventedPredictions.table(500)
        let report = try #require(
            try EvaluationReport(ours: .init(name: "a", table: table), rivals: [.init(name: "b", table: table)]))
        let comparison = try #require(report.comparisons.first)
        #expect(comparison.logLoss.interval == 0...0 && comparison.auc?.interval == 0...0)
        #expect(report.models[0].evaluation == report.models[1].evaluation)
    }

    @Test func onlyTheSameRowsAreCompared() throws {
        let table = try InventedPredictions.table(50)
        let shorter = try InventedPredictions.table(49)
        #expect(throws: PredictionFault.countMismatch(expected: 50, found: 49)) {
            try EvaluationReport(ours: .init(name: "a", table: table), rivals: [.init(name: "b", table: shorter)])
        }
        let graded = try InventedPredictions.table(50, fractions: true)
        #expect(throws: PredictionFault.self) {
            try EvaluationReport(ours: .init(name: "a", table: table), rivals: [.init(name: "b", table: graded)])
        }
        let empty = PredictionTable(learners: [], items: [])
        #expect(try EvaluationReport(ours: .init(name: "a", table: empty)) == nil)
    }

    @Test func slicesPartTheRows() throws {
        let table = try InventedPredictions.table()
        let evaluation = try #require(Evaluation(table, settings: EvaluationSettings(resamples: 0)))
        #expect(evaluation.slices.map(\.slicing) == Slicing.allCases)
        for group in evaluation.slices {
            let present = group.metrics.compactMap { $0 }
            #expect(group.metrics.count == group.slicing.labels.count)
            #expect(present.reduce(0) { $0 + $1.count } == table.count)
            let loss = present.reduce(0) { $0 + $1.logLoss * Double($1.count) } / Double(table.count)
            #expect(abs(loss - evaluation.metrics.logLoss) < 1e-12)
        }
        // Rows 0..<120 are the first meeting, 40 learners to a place in the sequence.
        #expect(evaluation.slices[2].metrics.map { $0?.count } == [120, 120, 120, 2640])
        #expect(evaluation.slices[0].metrics.map { $0?.count } == [200, 200, 400, 1200, 1000, nil])
        // A slice is judged as a table of its rows alone.
        var known = PredictionTable(learners: table.learners, items: table.items)
        for row in 0..<table.count where !table.isNewItem[row] { try known.append(table[row]) }
        #expect(evaluation.slices[3].metrics[0] == Metrics(known, draws: 0))
    }
}
