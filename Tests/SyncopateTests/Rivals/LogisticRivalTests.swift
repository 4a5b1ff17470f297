import Testing

@testable import Syncopate
@testable import SyncopateStudents

/// Against scikit-learn 1.9.1: `LogisticRegression(solver="newton-cholesky", tol=1e-12)`, which goes to the very minimum.
struct LogisticRivalTests {
    private static let exact = LimitedMemoryBFGS(iterations: 5_000, gradientTolerance: 1e-9, decreaseTolerance: 0)

    /// 200 rows of five features, the last twenty times as large as the others; 63 targets are one.
    private static func plain() -> (rows: SparseRows, targets: [Double]) {
        var draws = RivalLog.Draws(x: 3)
        var rows = SparseRows(columns: 5)
        var targets: [Double] = []
        for _ in 0..<200 {
            var features = [Double](repeating: 0, count: 5)
            for column in 0..<5 {
                let draw = Double(draws.next() % 7)
                if draw < 4 { features[column] = draw * (column == 4 ? 21 : 1) }
                rows.append(features[column], at: column)
            }
            rows.endRow()
            targets.append(Double(draws.next() % 10) < 2 + features[0] + features[1] / 2 ? 1 : 0)
        }
        return (rows, targets)
    }

    @Test(arguments: [
        (
            1.0, -0.948476851553019,
            [0.4012884216197635, 0.15486149975666483, -0.1785511282388995, -0.10784598489974895, -0.008512347170108573]
        ),
        (
            0.1, -0.9168702505538989,
            [0.3405559669189587, 0.1423079948143301, -0.1454792402605445, -0.09191975916615946, -0.008175890604315419]
        ),
    ])
    func weightsAreThoseOfScikitLearn(strength: Double, intercept: Double, weights: [Double]) {
        let (rows, targets) = Self.plain()
        #expect(targets.reduce(0, +) == 63 && rows.value.reduce(0, +) == 3_804)
        let fit = SparseLogisticRegression(fitting: rows, targets: targets, strength: strength, optimiser: Self.exact)
        #expect(abs(fit.intercept - intercept) < 1e-6)
        for (weight, reference) in zip(fit.weights, weights) { #expect(abs(weight - reference) < 1e-6) }
        let usual = SparseLogisticRegression(fitting: rows, targets: targets, strength: strength)
        for (weight, reference) in zip(usual.weights, weights) { #expect(abs(weight - reference) < 3e-3) }
    }

    @Test func theGradientIsThatOfTheLoss() {
        let (rows, plain) = Self.plain()
        var targets = plain
        for index in targets.indices { targets[index] = Double(index % 5) / 4 }
        let penalties = [1, 2, 0.5, 0, 1, 0.0]
        func loss(_ point: [Double], _ gradient: inout [Double]) -> Double {
            point.withUnsafeBufferPointer { point in
                gradient.withUnsafeMutableBufferPointer {
                    SparseLogisticRegression.loss(
                        rows: rows, values: rows.value, targets: targets, penalties: penalties, interceptScale: 0.7,
                        point: point, gradient: $0)
                }
            }
        }
        let point = [0.4, -0.3, 0.2, 0.1, -0.03, 0.5]
        var gradient = [Double](repeating: .nan, count: 6)
        var other = gradient
        _ = loss(point, &gradient)
        for index in point.indices {
            let step = 1e-5
            var (up, down) = (point, point)
            up[index] += step
            down[index] -= step
            let slope = (loss(up, &other) - loss(down, &other)) / (2 * step)
            #expect(abs(slope - gradient[index]) < 1e-5 * max(1, abs(slope)))
        }
    }

    /// Where a learner's counts stand: at the first response, further on, at the next learner's first, at the end.
    private static let places = [0, 1, 5, 11, 12, 100, 200, 287]

    /// The features come from the program of Gervet and others (2020; `encode.py -i -s -ic -sc -tc -w -a`), run on the
    /// same responses.
    @Test func bestLRIsThatOfItsAuthors() {
        let log = RivalLog.log(RivalLog.practice())
        #expect(log.score.reduce(0, +) == 147)
        let rival = BestLogisticRegression(fitting: log, optimiser: Self.exact)
        #expect(rival.regression.weights.count == 22)
        #expect(abs(rival.regression.intercept - -0.8413163417759606) < 1e-5)
        let predictions = rival.predictions(log)
        let reference = [
            0.4556170767599882, 0.47039333101081815, 0.5781682773084507, 0.4454110180102822, 0.4556170767599882,
            0.4816409497880103, 0.8127656545591626, 0.5321039912424196,
        ]
        for (place, expected) in zip(Self.places, reference) { #expect(abs(predictions[place] - expected) < 1e-6) }
        #expect(abs(predictions.reduce(0) { $0 + $1 * $1 } - 81.06976701616824) < 1e-5)
        // What is in use stops earlier.
        for (one, other) in zip(BestLogisticRegression(fitting: log).predictions(log), predictions) {
            #expect(abs(one - other) < 3e-3)
        }
    }

    /// Features written out in Python from the published formula; scikit-learn fits.
    @Test func performanceFactorsAreThoseOfTheFormula() {
        let log = RivalLog.log(RivalLog.practice())
        let predictions = PerformanceFactors(fitting: log).predictions(log)
        let reference = [
            0.5041994118069959, 0.4424528965013883, 0.5493686989972801, 0.3554851781551229, 0.5041994118069959,
            0.4585674148964688, 0.9175373588076698, 0.48913061409901837,
        ]
        for (place, expected) in zip(Self.places, reference) { #expect(abs(predictions[place] - expected) < 1e-3) }
    }

    @Test func entriesOutsideTheMatrixAreLeftOut() {
        var rows = SparseRows(columns: 2)
        rows.append(1, at: -1)
        rows.append(1, at: 2)
        rows.append(0, at: 1)
        rows.endRow()
        rows.append(3, at: 1)
        rows.endRow()
        #expect(rows.count == 2 && rows.column == [1] && rows.value == [3] && rows.starts == [0, 0, 1])
    }
}
