import Syncopate
import Testing

@testable import SyncopateStudents

/// By hand: the paired standard error is the root of the sum of squares over n (n - 1).
struct PolicyStandingTests {
    private static let attempts = TutoringFigure("attempts", higherIsBetter: false)
    private static let recall = TutoringFigure("recall", higherIsBetter: true)
    private static let error = TutoringFigure("error", higherIsBetter: false, isSquared: true)

    @Test func pairs() {
        // Differences 0, 1, 2, 1.
        let plain = PairedDifference(Self.attempts, of: [1, 2, 3, 4], less: [1, 1, 1, 3])
        #expect(plain.value == 1 && abs(plain.standardError - (1.0 / 6).squareRoot()) < 1e-12)
        #expect(plain.isWorse(Self.attempts) && !plain.isWorse(Self.recall))
        #expect(!plain.isWorse(Self.attempts, byErrors: 2.5))
        let turned = PairedDifference(Self.attempts, of: [1, 1, 1, 3], less: [1, 2, 3, 4])
        #expect(turned.value == -1 && turned.standardError == plain.standardError)
        #expect(!turned.isWorse(Self.attempts) && turned.isWorse(Self.recall))
        // The luck of a student is in both: students differ by hundreds, policies by one, always.
        let close = PairedDifference(Self.attempts, of: [101, 501, 901], less: [100, 500, 900])
        #expect(close.value == 1 && close.standardError == 0 && close.isWorse(Self.attempts))
    }

    /// Roots of the means 12 and 1; only the first varies, with a standard error of 4 / (2 root 12).
    @Test func roots() {
        let roots = PairedDifference(Self.error, of: [4, 16, 16], less: [1, 1, 1])
        #expect(abs(roots.value - (12.0.squareRoot() - 1)) < 1e-12)
        #expect(abs(roots.standardError - 4 / (2 * 12.0.squareRoot())) < 1e-12)
        let same = PairedDifference(Self.error, of: [4, 16, 16], less: [4, 16, 16])
        #expect(same.value == 0 && same.standardError == 0 && !same.isWorse(Self.error))
        let zero = PairedDifference(Self.error, of: [0, 0], less: [0, 0])
        #expect(zero.value == 0 && zero.standardError == 0)
    }

    @Test func edges() {
        #expect(PairedDifference(Self.attempts, of: [], less: [1]).value.isNaN)
        #expect(!PairedDifference(Self.attempts, of: [], less: []).isWorse(Self.attempts))
        let one = PairedDifference(Self.attempts, of: [3, 100], less: [1])
        #expect(one.value == 2 && one.standardError == 0)
    }

    private static func cell(_ values: [[Double]]) -> PolicyMatrix.Cell {
        PolicyMatrix.Cell(
            family: "f", policy: "p", summaries: zip([attempts, recall], values).map { TutoringSummary($0, of: $1) },
            highestExposure: nil, values: values)
    }

    @Test func places() {
        let cells = [
            Self.cell([[10, 12, 14], [0.5, 0.6, 0.7]]),  // A baseline, 12 and .6.
            Self.cell([[20, 22, 24], [0.6, 0.8, 1.0]]),  // A baseline, 22 and .8.
            Self.cell([[11, 12, 10], [0.9, 0.9, 0.9]]),  // 11 and .9.
            Self.cell([[12, 13, 15], [0.1, 0.2, 0.3]]),  // 40/3, worse by 4/3 with an error of 1/3; .2.
            Self.cell([[1, 1, 1], [1, 1, 1]]),  // An oracle.
        ]
        let standing = PolicyStanding(cells, roles: [.baseline, .baseline, .engine, .rival, .oracle])
        #expect(standing.baselines == [0, 1])
        #expect(
            standing.places.map { $0.map(\.isBest) } == [
                [false, false], [false, false], [true, true], [false, false], [false, false],
            ])
        #expect(
            standing.places.map { $0.map(\.isWorse) } == [
                [false, true], [true, false], [false, false], [true, true], [false, false],
            ])
        #expect(standing.places[0][0].overBaseline == nil && standing.places[1][1].overBaseline == nil)
        #expect(abs((standing.places[3][0].overBaseline?.value ?? 0) - 4.0 / 3) < 1e-12)
        #expect(abs((standing.places[3][0].overBaseline?.standardError ?? 0) - 1.0 / 3) < 1e-12)
        #expect(standing.places[4][0].overBaseline?.value == -11)

        let without = PolicyStanding(Array(cells[2...3]), roles: [.engine, .rival])
        #expect(without.baselines == [nil, nil])
        #expect(without.places.allSatisfy { $0.allSatisfy { $0.overBaseline == nil && !$0.isWorse } })
        #expect(PolicyStanding([], roles: []).places.isEmpty)
    }
}
