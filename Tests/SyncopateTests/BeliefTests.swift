import Foundation
import Matrices
import TestSupport
import Testing

@testable import Syncopate

/// One score of a sequence: direction, easiness, evidence.
private struct Score {
    var direction: [Double]
    var easiness: Double
    var evidence: ScoreEvidence
}

struct BeliefTests {
    static let sizes = [1, 2, 3, 5, 8, 17]

    private static func scores(_ count: Int, size: Int, from generator: inout TestSupport.SeededGenerator) -> [Score] {
        (0..<count).map { _ in
            // A sparse row with weights that sum to one, as items have.
            var direction = [Double](repeating: 0, count: size)
            for _ in 0..<min(size, 3) { direction[Int(generator.next() % UInt64(size))] += generator.uniform() + 0.1 }
            let total = direction.reduce(0, +)
            let graded = generator.uniform() < 0.5
            return Score(
                // In single precision, so that both precisions are given the same numbers.
                direction: direction.map { Double(Float($0 / total)) }, easiness: Double(Float(generator.normal())),
                evidence: ScoreEvidence(
                    score: graded ? generator.uniform() : Double(generator.next() % 2),
                    trials: graded ? 1 + 19 * generator.uniform() : 1))
        }
    }

    static func start(
        _ size: Int, scale: Double = 1, from generator: inout TestSupport.SeededGenerator
    ) -> (mean: [Double], covariance: [[Double]]) {
        var source = generator
        let mean = (0..<size).map { _ in Double(Float(source.normal())) }
        let covariance = DenseOracle.covariance(size, scale: scale) { source.normal() }
        generator = source
        // Symmetric to the last bit, in single precision.
        return (
            mean, (0..<size).map { a in (0..<size).map { b in Double(Float(covariance[max(a, b)][min(a, b)])) } }
        )
    }

    static func belief<Scalar: MatrixScalar>(
        _: Scalar.Type, _ mean: [Double], _ covariance: [[Double]]
    ) throws -> Belief<Scalar> {
        Belief(
            mean: mean.map { Scalar($0) },
            covariance: try Matrix(
                rows: mean.count, columns: mean.count, elements: covariance.flatMap { $0 }.map { Scalar($0) }))
    }

    /// The rank-1 update with loops: exact moments of the log-odds by the scalar posterior, which has its own oracle.
    private static func update(_ mean: inout [Double], _ covariance: inout [[Double]], _ score: Score) {
        let spread = DenseOracle.product(covariance, score.direction)
        let variance = DenseOracle.dot(score.direction, spread)
        let center = score.easiness + DenseOracle.dot(score.direction, mean)
        let posterior = ScalarPosterior(mean: center, variance: variance, evidence: score.evidence)
        for a in mean.indices { mean[a] += spread[a] * (posterior.mean - center) / variance }
        for a in mean.indices {
            for b in mean.indices {
                covariance[a][b] -= spread[a] * spread[b] * (variance - posterior.variance) / (variance * variance)
            }
        }
    }

    /// Largest differences over 1,000 updates: of a mean, of a variance relative to the prior's, and of a mean in
    /// standard deviations.
    private static func drift<Scalar: MatrixScalar>(
        _: Scalar.Type, size: Int
    ) throws -> (mean: Double, variance: Double, inDeviations: Double) {
        var generator = TestSupport.SeededGenerator(seed: UInt64(size))
        var (mean, covariance) = start(size, from: &generator)
        let first = covariance
        var belief = try belief(Scalar.self, mean, covariance)
        var worst = (mean: 0.0, variance: 0.0, inDeviations: 0.0)
        for score in scores(1_000, size: size, from: &generator) {
            belief.update(
                along: score.direction.map { Scalar($0) }, easiness: score.easiness, evidence: score.evidence)
            update(&mean, &covariance, score)
            for a in 0..<size {
                let away = abs(Double(belief.mean[a]) - mean[a])
                worst.mean = max(worst.mean, away)
                worst.inDeviations = max(worst.inDeviations, away / covariance[a][a].squareRoot())
                worst.variance = max(
                    worst.variance, abs(Double(belief.covariance[a, a]) - covariance[a][a]) / first[a][a])
                for b in 0..<size { #expect(belief.covariance[a, b] == belief.covariance[b, a]) }
                #expect(belief.covariance[a, a] >= 0)
            }
        }
        return worst
    }

    @Test(arguments: sizes)
    func inDoubleTheRankOneUpdateIsTheLoops(size: Int) throws {
        let worst = try Self.drift(Double.self, size: size)
        // A thousand updates of a few roundings each, every one relative to numbers of order one.
        #expect(worst.mean < 1e-10 && worst.variance < 1e-12 * Double(size + 10))
    }

    @Test(arguments: sizes)
    func inFloatAThousandUpdatesStayFarInsideTheDeviation(size: Int) throws {
        let worst = try Self.drift(Float.self, size: size)
        #expect(worst.inDeviations < 1e-4)
        #expect(worst.mean < 1e-4 && worst.variance < 1e-4)
    }

    @Test func logOddsAreTheQuadraticForms() throws {
        var generator = TestSupport.SeededGenerator(seed: 3)
        let (mean, covariance) = Self.start(8, from: &generator)
        let belief = try Self.belief(Double.self, mean, covariance)
        for score in Self.scores(20, size: 8, from: &generator) {
            let odds = belief.logOdds(along: score.direction, easiness: score.easiness)
            let spread = DenseOracle.product(covariance, score.direction)
            #expect(abs(odds.mean - score.easiness - DenseOracle.dot(score.direction, mean)) < 1e-14 * 10)
            #expect(abs(odds.variance - DenseOracle.dot(score.direction, spread)) < 1e-13)
        }
    }

    @Test func withoutVarianceAlongADirectionNothingChanges() throws {
        var belief = try Self.belief(Double.self, [1, 2], [[0, 0], [0, 3]])
        let before = belief
        belief.update(along: [1, 0], easiness: 0, evidence: ScoreEvidence(score: 1, trials: 10))
        #expect(belief == before)
        belief.update(along: [0, 1], easiness: .nan, evidence: ScoreEvidence(score: 1, trials: 10))
        #expect(belief == before)
        belief.update(along: [0, 1], easiness: 0, evidence: ScoreEvidence(score: .nan, trials: 10))
        #expect(belief == before)
    }

    // MARK: - Blocks

    private static func compare(
        size: Int, block: Int, scale: Double, seed: UInt64,
        evidence: (inout TestSupport.SeededGenerator) -> ScoreEvidence
    ) throws -> (mean: Double, covariance: Double) {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let (mean, covariance) = start(size, scale: scale, from: &generator)
        var list = scores(block, size: size, from: &generator)
        for j in list.indices { list[j].evidence = evidence(&generator) }
        var belief = try belief(Double.self, mean, covariance)
        try belief.update(
            along: try Matrix(rows: block, columns: size, elements: list.flatMap(\.direction)),
            easiness: list.map(\.easiness), evidence: list.map(\.evidence))
        let oracle = DenseOracle.mode(
            mean: mean, covariance: covariance, directions: list.map(\.direction), easiness: list.map(\.easiness),
            scores: list.map { ($0.evidence.score, $0.evidence.trials) },
            logistic: { 1 / (1 + exp(-$0)) }, softplus: { $0 > 0 ? $0 + log1p(exp(-$0)) : log1p(exp($0)) })
        var worst = (mean: 0.0, covariance: 0.0)
        for a in 0..<size {
            worst.mean = max(worst.mean, abs(belief.mean[a] - oracle.mean[a]))
            for b in 0..<size {
                #expect(belief.covariance[a, b] == belief.covariance[b, a])
                worst.covariance = max(worst.covariance, abs(belief.covariance[a, b] - oracle.covariance[a][b]))
            }
            #expect(belief.covariance[a, a] >= 0)
        }
        return worst
    }

    @Test(arguments: sizes, [1, 2, 7, 20])
    func theBlockIsTheNaiveMode(size: Int, block: Int) throws {
        for seed in 0..<5 as Range<UInt64> {
            let worst = try Self.compare(size: size, block: block, scale: 1, seed: seed * 100 + UInt64(size + block)) {
                ScoreEvidence(score: $0.uniform(), trials: 1 + 19 * $0.uniform())
            }
            // Newton stops at moves of 1e-9; the oracle inverts matrices of condition up to 1e3 on the way.
            #expect(worst.mean < 1e-7 && worst.covariance < 1e-8, "\(seed): \(worst)")
        }
    }

    /// Wide priors and all right or all wrong: where undamped steps overshoot.
    @Test(arguments: [1, 3, 8], [4.0, 100, 1e4])
    func theBlockFindsFarModes(size: Int, scale: Double) throws {
        for score in [0, 1] as [Double] {
            for trials in [1, 50] as [Double] {
                let worst = try Self.compare(size: size, block: 12, scale: scale, seed: UInt64(size)) { _ in
                    ScoreEvidence(score: score, trials: trials)
                }
                // The curvature out there is e^-8 and less: moves of 1e-9 leave slopes of 1e-12, times the variance.
                #expect(worst.mean < 1e-5 * scale.squareRoot(), "\(score) \(trials): \(worst)")
                #expect(worst.covariance < 1e-6 * scale, "\(score) \(trials): \(worst)")
            }
        }
    }

    /// Mixed surprising scores on wide priors.
    @Test(arguments: [1, 3, 8], [4.0, 100, 1e4])
    func theBlockFindsModesOfContradictoryScores(size: Int, scale: Double) throws {
        for seed in 0..<10 as Range<UInt64> {
            let worst = try Self.compare(size: size, block: 20, scale: scale, seed: seed) {
                ScoreEvidence(score: Double($0.next() % 2), trials: 30)
            }
            #expect(worst.mean < 1e-5 * scale.squareRoot(), "\(seed): \(worst)")
            #expect(worst.covariance < 1e-6 * scale, "\(seed): \(worst)")
        }
    }

    @Test func anEmptyBlockChangesNothing() throws {
        var generator = TestSupport.SeededGenerator(seed: 4)
        let (mean, covariance) = Self.start(3, from: &generator)
        var belief = try Self.belief(Double.self, mean, covariance)
        let before = belief
        try belief.update(along: Matrix(rows: 0, columns: 3), easiness: [], evidence: [])
        #expect(belief == before)
        try belief.update(
            along: try Matrix(rows: 1, columns: 3, elements: [1, 0, 0]), easiness: [0],
            evidence: [ScoreEvidence(score: .nan, trials: 1)])
        #expect(belief.mean == before.mean)
        var nothing = Belief<Double>(mean: [], covariance: Matrix(rows: 0, columns: 0))
        try nothing.update(
            along: Matrix(rows: 1, columns: 0), easiness: [0], evidence: [ScoreEvidence(score: 1, trials: 1)])
        #expect(nothing.count == 0)
    }

    @Test func aMatrixThatIsNoCovarianceIsRefusedAndNothingChanges() throws {
        var belief = try Self.belief(Double.self, [0, 0], [[1, 9], [9, 1]])
        let before = belief
        #expect(throws: NotPositiveDefinite.self) {
            try belief.update(
                along: try Matrix(rows: 1, columns: 2, elements: [1, -1]), easiness: [0],
                evidence: [ScoreEvidence(score: 1, trials: 100)])
        }
        #expect(belief == before)
    }

    /// The block is at the mode and the sequence at means, which differ by the skewness of the likelihood: a term of the
    /// order of the trials, as the move itself. With fewer trials both go to nought together, in proportion.
    @Test func forSmallTrialsBlockAndSequenceAgree() throws {
        var differences: [Double] = []
        for trials in [1e-2, 1e-3, 1e-4] {
            var generator = TestSupport.SeededGenerator(seed: 11)
            let (mean, covariance) = Self.start(5, from: &generator)
            var list = Self.scores(20, size: 5, from: &generator)
            for j in list.indices { list[j].evidence = ScoreEvidence(score: list[j].evidence.score, trials: trials) }
            var block = try Self.belief(Double.self, mean, covariance)
            var sequence = block
            try block.update(
                along: try Matrix(rows: 20, columns: 5, elements: list.flatMap(\.direction)),
                easiness: list.map(\.easiness), evidence: list.map(\.evidence))
            for score in list {
                sequence.update(along: score.direction, easiness: score.easiness, evidence: score.evidence)
            }
            let moved = zip(block.mean, mean).reduce(0) { max($0, abs($1.0 - $1.1)) }
            let difference = zip(block.mean, sequence.mean).reduce(0) { max($0, abs($1.0 - $1.1)) }
            differences.append(difference)
            #expect(difference < 0.3 * moved)
        }
        #expect(differences[1] < differences[0] / 5 && differences[2] < differences[1] / 5)
        #expect(differences[2] < 2e-5)
    }

    // MARK: - Far out

    @Test(arguments: [0.0, 1.0], [1.0, 1e4])
    func aThousandOfTheSameStayFinite(score: Double, variance: Double) throws {
        func check<Scalar: MatrixScalar>(_: Scalar.Type) throws {
            let size = 5
            let covariance = (0..<size).map { a in (0..<size).map { a == $0 ? variance : 0.5 * variance } }
            var belief = try Self.belief(Scalar.self, [Double](repeating: 0, count: size), covariance)
            for step in 0..<1_000 {
                var direction = [Scalar](repeating: 0, count: size)
                direction[step % size] = 1
                belief.update(
                    along: direction, easiness: 0, evidence: ScoreEvidence(score: score, trials: step % 2 == 0 ? 1 : 50)
                )
            }
            for a in 0..<size {
                #expect(belief.mean[a].isFinite)
                #expect(score == 1 ? belief.mean[a] > 0 : belief.mean[a] < 0)
                for b in 0..<size {
                    #expect(belief.covariance[a, b].isFinite)
                    #expect(belief.covariance[a, b] == belief.covariance[b, a])
                }
                #expect(belief.covariance[a, a] >= 0 && Double(belief.covariance[a, a]) <= variance)
            }
        }
        try check(Double.self)
        try check(Float.self)
    }

    @Test(arguments: [0.0, 1.0])
    func aLargeBlockOfTheSameStaysFinite(score: Double) throws {
        let covariance = [[1e4, 5e3], [5e3, 1e4]]
        var belief = try Self.belief(Double.self, [0, 0], covariance)
        let block = 300
        try belief.update(
            along: try Matrix(
                rows: block, columns: 2, elements: (0..<block).flatMap { [Double($0 % 2), Double(1 - $0 % 2)] }),
            easiness: [Double](repeating: 0, count: block),
            evidence: [ScoreEvidence](repeating: ScoreEvidence(score: score, trials: 1), count: block))
        #expect(belief.mean.allSatisfy { $0.isFinite })
        #expect(belief.covariance[0, 0] > 0 && belief.covariance[0, 0] <= 1e4)
    }
}
