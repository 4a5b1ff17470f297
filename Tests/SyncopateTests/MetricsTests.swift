import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct MetricsTests {
    struct Reference: Sendable {
        let ties: Bool
        let fractions: Bool
        let mean: Double
        let auc: Double
        let logLoss: Double
        let accuracy: Double
        let rmse: Double
        let ece: Double
    }

    /// scikit-learn 1.9.1 on ``InventedPredictions``: `roc_auc_score`, `log_loss` (for fractions each row as a success of
    /// weight y and a failure of weight 1 - y), `accuracy_score`, `mean_squared_error`; ECE by numpy 2.4.6 over bins
    /// `floor(15 (rank - 0.5) / n)` of `scipy.stats.rankdata(p, "average")` (1.17.1). Without ties
    /// `numpy.array_split(argsort(p), 15)` and `calibration_curve(n_bins=15, strategy="quantile")` give the same ECE.
    static let references = [
        Reference(
            ties: false, fractions: false, mean: 0.4603333333333333, auc: 0.7238025636014043,
            logLoss: 0.6676074008307484, accuracy: 0.6623333333333333, rmse: 0.4712897587111198,
            ece: 0.0902635426123937),
        Reference(
            ties: true, fractions: false, mean: 0.4493333333333333, auc: 0.7341793240456671,
            logLoss: 0.6454957715889527, accuracy: 0.6773333333333333, rmse: 0.46624653707382463,
            ece: 0.08967666666666665),
        Reference(
            ties: false, fractions: true, mean: 0.45316666666666666, auc: 0.8733306038913644,
            logLoss: 0.656544144042729, accuracy: 0.7743333333333333, rmse: 0.21173971826955665,
            ece: 0.08589496378103892),
        Reference(
            ties: true, fractions: true, mean: 0.44825, auc: 0.8751122929819852, logLoss: 0.6556211904532792,
            accuracy: 0.777, rmse: 0.2125833169998687, ece: 0.08763999999999998),
    ]

    @Test(arguments: references)
    func agreesWithOtherPrograms(reference: Reference) throws {
        let table = try InventedPredictions.table(ties: reference.ties, fractions: reference.fractions)
        let metrics = try #require(Metrics(table, draws: 0))
        #expect(metrics.count == 3000 && metrics.expectedECE == nil && metrics.excessECE == nil)
        let pairs = [
            (metrics.meanScore, reference.mean), (try #require(metrics.auc), reference.auc),
            (metrics.logLoss, reference.logLoss), (metrics.accuracy, reference.accuracy),
            (metrics.rmse, reference.rmse), (metrics.ece, reference.ece),
        ]
        for (ours, theirs) in pairs { #expect(abs(ours - theirs) < 1e-12, "\(ours) is not \(theirs)") }
    }

    /// numpy over 20,000 sets of outcomes: 0.022311, standard deviation of one set 0.00451, so 0.00045 of a mean of 100.
    @Test func expectedErrorIsThatOfRightProbabilities() throws {
        let metrics = try #require(Metrics(try InventedPredictions.table()))
        let expected = try #require(metrics.expectedECE)
        #expect(abs(expected - 0.022311) < 5 * 0.00045)
        #expect(metrics.excessECE == metrics.ece - expected)
        #expect(metrics == Metrics(try InventedPredictions.table()))
        #expect(metrics.expectedECE != Metrics(try InventedPredictions.table(), seed: 2)?.expectedECE)
    }

    /// Every pair of a success and a failure, ties a half.
    static func auc(_ table: PredictionTable) -> Double? {
        var (pairs, won) = (0.0, 0.0)
        for success in 0..<table.count where table.score[success] >= 0.5 {
            for failure in 0..<table.count where table.score[failure] < 0.5 {
                let (a, b) = (table.probability[success], table.probability[failure])
                pairs += 1
                won += a > b ? 1 : a == b ? 0.5 : 0
            }
        }
        return pairs > 0 ? won / pairs : nil
    }

    static func random(_ random: inout SeededGenerator) throws -> PredictionTable {
        let levels = Int.random(in: 1...30, using: &random)
        let rows = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            (
                probability: Double(Int.random(in: 0...levels, using: &random)) / Double(levels),
                score: Double(Int.random(in: 0...4, using: &random)) / 4
            )
        }
        return try InventedPredictions.small(rows)
    }

    @Test func areaIsTheShareOfPairs() throws {
        var random = SeededGenerator(seed: 1)
        var undefined = 0
        for _ in 0..<500 {
            let table = try Self.random(&random)
            let (ours, pairs) = (Metrics(table, draws: 0)?.auc, Self.auc(table))
            if let ours, let pairs { #expect(abs(ours - pairs) < 1e-14) } else { #expect(ours == nil && pairs == nil) }
            if pairs == nil { undefined += 1 }
        }
        #expect(undefined > 0)
    }

    @Test func orderOfRowsDoesNotMatter() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            let table = try Self.random(&random)
            let rows = (0..<table.count).map { (probability: table.probability[$0], score: table.score[$0]) }
            let shuffled = try InventedPredictions.small(rows.shuffled(using: &random))
            let (a, b) = (try #require(Metrics(table)), try #require(Metrics(shuffled)))
            #expect(a.auc == b.auc && abs(a.ece - b.ece) < 1e-14 && abs(a.logLoss - b.logLoss) < 1e-13)
            #expect(a.expectedECE == b.expectedECE)
        }
    }

    /// By hand: four at .5 with one success are one bin that is .25 off; alone in its bin is each of the others, 0.1 off.
    @Test func tiesShareABin() throws {
        let tied = try InventedPredictions.small([(0.5, 0), (0.5, 1), (0.5, 0), (0.5, 0)])
        #expect(Metrics(tied)?.ece == 0.25)
        let mixed = try InventedPredictions.small([(0.5, 0), (0.1, 0), (0.5, 1), (0.9, 1), (0.5, 0), (0.5, 0)])
        #expect(abs((Metrics(mixed)?.ece ?? 9) - (0.1 + 4 * 0.25 + 0.1) / 6) < 1e-15)
        // Zero has two signs and one value.
        let zeros = try InventedPredictions.small([(0, 1), (-0.0, 0)])
        #expect(Metrics(zeros)?.auc == 0.5 && Metrics(zeros)?.ece == 0.5)
    }

    @Test func binsOfTheDiagramAreThoseOfTheError() throws {
        var random = SeededGenerator(seed: 3)
        for seed in 0..<200 {
            let table = seed == 0 ? try InventedPredictions.table() : try Self.random(&random)
            let evaluation = try #require(Evaluation(table, settings: EvaluationSettings(resamples: 0, draws: 0)))
            let error = evaluation.reliability.reduce(0) {
                $0 + Double($1.count) * abs($1.meanScore - $1.meanProbability)
            }
            #expect(abs(error / Double(table.count) - evaluation.metrics.ece) < 1e-13)
            #expect(evaluation.reliability.reduce(0) { $0 + $1.count } == table.count)
            #expect(evaluation.histogram.reduce(0, +) == table.count)
            #expect(evaluation.reliability.count <= Metrics.calibrationBins)
        }
    }

    @Test func nothingAndOneClass() throws {
        let empty = PredictionTable(learners: ["a"], items: [])
        #expect(Metrics(empty) == nil && Evaluation(empty) == nil)
        let right = try InventedPredictions.small([(0.25, 1), (0.75, 1)])
        let metrics = try #require(Metrics(right))
        #expect(metrics.auc == nil && metrics.accuracy == 0.5)
        // -(ln .25 + ln .75) / 2, by hand.
        #expect(abs(metrics.logLoss - 0.8369882167858358) < 1e-15)
        let evaluation = try #require(Evaluation(right))
        #expect(evaluation.intervals.auc == nil && evaluation.intervals.logLoss != nil)
    }

    /// One certain miss costs -ln 1e-15 = 34.538776394910684 (numpy), and a certain hit next to nothing.
    @Test func certaintyIsHeld() throws {
        let missed = try #require(Metrics(try InventedPredictions.small([(0, 1)]), draws: 0))
        #expect(abs(missed.logLoss - 34.538776394910684) < 1e-12)
        let other = try #require(Metrics(try InventedPredictions.small([(1, 0)]), draws: 0))
        // 1 - 1e-15 is not a Double: the nearest is 1.1e-16 away, a tenth of the distance.
        #expect(abs(other.logLoss - 34.538776394910684) < 0.11)
        let hit = try #require(Metrics(try InventedPredictions.small([(1, 1)]), draws: 0))
        #expect(hit.logLoss < 2e-15 && hit.rmse == 0 && hit.ece == 0)
    }

    /// `scipy.stats.binomtest(k, n).proportion_ci(0.95, method="wilson")`, SciPy 1.17.1.
    @Test(arguments: [
        (0, 10, 0.0, 0.27753279986288926), (3, 10, 0.10779126740630102, 0.6032218525388546),
        (10, 10, 0.7224672001371109, 1.0), (81, 263, 0.2552885198782742, 0.36620957698280004),
    ])
    func intervalsOfShares(successes: Int, trials: Int, low: Double, high: Double) {
        let bin = ReliabilityBin(
            count: trials, meanProbability: 0.5, meanScore: Double(successes) / Double(trials))
        #expect(abs(bin.interval.lowerBound - low) < 1e-12 && abs(bin.interval.upperBound - high) < 1e-12)
    }
}
