import Foundation
import TestSupport
import Testing

@testable import Syncopate

/// What holds of predictions whatever the model: they are probabilities, and they know only the past.
struct PredictionTests {
    private typealias Row = TracingLog.Row

    private static let model = {
        var options = FitOptions()
        options.firstRounds = 2
        options.lastRounds = 1
        options.settings.factors = 2
        options.settings.drift = 0.01
        options.settings.forgetting = 0.05
        var fit = ModelFit(
            TracingLog.log(TracingLog.simulated(learners: 18, length: 25, seed: 1)), options: options)
        while !fit.isDone { fit.advance() }
        return fit.model
    }()

    private static func areProbabilities(_ predictions: [Double]) -> Bool {
        predictions.allSatisfy { $0 > 0 && $0 < 1 }
    }

    private static func fresh(_ learners: Int = 5, length: Int = 30, seed: UInt64 = 2) -> [Row] {
        TracingLog.simulated(learners: learners, length: length, seed: seed, prefix: "fresh")
    }

    // MARK: - Extremes

    @Test(arguments: [0, 0.5, 1]) func tenThousandRepeatsOfOneItem(score: Double) {
        let rows = (0..<10_000).map { Row("a", "i3", TracingLog.skills(3), score: score, at: 1.6e9 + Double($0)) }
        let predictions = Self.model.predictions(TracingLog.log(rows))
        #expect(predictions.count == 10_000 && Self.areProbabilities(predictions))
        if score == 0 { #expect(predictions[9_999] < predictions[0]) }
        // Counts are held, so no weight carries a prediction far beyond what it was fitted on.
        if score == 1 { #expect(predictions[9_999] > predictions[0]) }
    }

    @Test(arguments: [0.0, 1]) func allRightAndAllWrong(score: Double) {
        var rows = Self.fresh(4, length: 300)
        for index in rows.indices { rows[index].score = score }
        #expect(Self.areProbabilities(Self.model.predictions(TracingLog.log(rows))))
    }

    /// No gap at all, half a century, backwards, and what is no time.
    @Test(
        arguments: [
            [0], [0, 50 * 365.25 * 86_400], [1.6e9, -1.6e9, 0, 1.7e9], [.nan], [.nan, 1.6e9, .nan],
            [.infinity, 1, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude], [-1e16, 1e16],
        ] as [[Double]])
    func strangeTimes(times: [Double]) {
        var rows = Self.fresh(3, length: 40)
        for index in rows.indices { rows[index].at = times[index % times.count] }
        let log = TracingLog.log(rows)
        #expect(Self.areProbabilities(Self.model.predictions(log)))
        // And as something to be fitted on.
        var options = FitOptions()
        options.firstRounds = 2
        options.lastRounds = 0
        var fit = ModelFit(log, options: options)
        while !fit.isDone { fit.advance() }
        #expect(Self.areProbabilities(fit.model.predictions(log)))
    }

    @Test func whatTheModelNeverMet() {
        let known = [SkillWeight(skill: "s1")]
        let new = [SkillWeight(skill: "new")]
        let mixed = [SkillWeight(skill: "new"), SkillWeight(skill: "s1", weight: 3)]
        let rows = (0..<60).map { number -> Row in
            let skills = [known, new, mixed, []][number % 4]
            return Row("a", "new\(number % 7)/\(number % 4)", skills, score: Double(number % 3 / 2))
        }
        let log = TracingLog.log(rows)
        #expect(Self.areProbabilities(Self.model.predictions(log)))
        #expect(Self.areProbabilities(Self.model.transferable().predictions(log)))
        let course = TracingLog.log(Self.fresh())
        #expect(Self.areProbabilities(Self.model.transferable().predictions(course)))
    }

    @Test func weightsThatAreNone() {
        let odd = [
            SkillWeight(skill: "s0", weight: 0), SkillWeight(skill: "s1", weight: -2),
            SkillWeight(skill: "s2", weight: .nan), SkillWeight(skill: "s3", weight: .infinity),
        ]
        let tiny = [SkillWeight(skill: "s0", weight: 1e-300), SkillWeight(skill: "s1", weight: 1e300)]
        let rows = (0..<20).map { (row: Int) -> Row in
            let score = row % 3 / 2
            return Row("a", "x\(row % 2)", row % 2 == 0 ? odd : tiny, score: Double(score))
        }
        #expect(Self.areProbabilities(Self.model.predictions(TracingLog.log(rows))))
    }

    @Test func nothingIsPredictedOfNothing() { #expect(Self.model.predictions(TracingLog.log([])).isEmpty) }

    // MARK: - Only the past

    @Test(arguments: [1, 7, 31, 64, 119]) func aLogCutShortGivesTheSameBits(length: Int) {
        let rows = Self.fresh(4, length: 30)
        // Learners take turns, so that a cut goes through all of them.
        let turns = (0..<30).flatMap { number in (0..<4).map { rows[$0 * 30 + number] } }
        let whole = TracingLog.log(turns)
        let cut = TracingLog.log(Array(turns.prefix(length)))
        let all = TracingLog.byLearner(Self.model.predictions(whole), whole)
        for (learner, predictions) in TracingLog.byLearner(Self.model.predictions(cut), cut) {
            #expect(predictions == Array((all[learner] ?? []).prefix(predictions.count)), "\(learner)")
        }
    }

    @Test func anOutcomeChangesNothingAtOrBeforeIt() {
        let rows = Self.fresh(2, length: 30)
        let log = TracingLog.log(rows)
        let before = Self.model.predictions(log)
        var bundles = 0
        var changes = 0
        for index in rows.indices {
            var changed = rows
            changed[index].score = 1 - rows[index].score
            let after = Self.model.predictions(TracingLog.log(changed))
            // The end of the moment, by the rows themselves: the same learner at the same known time.
            var end = index + 1
            while end < rows.count, rows[end].learner == rows[index].learner, rows[end].at == rows[index].at {
                end += 1
            }
            if end > index + 1 { bundles += 1 }
            #expect(after[..<end] == before[..<end], "outcome \(index)")
            let mine = end..<(rows.lastIndex { $0.learner == rows[index].learner } ?? end) + 1
            if after[mine] != before[mine] { changes += 1 }
            #expect(after[mine.upperBound...] == before[mine.upperBound...], "outcome \(index), another learner")
        }
        // It does change what comes after, and there are bundles; else nothing was tried.
        #expect(changes > 40 && bundles > 3)
    }

    @Test func responsesOfOneMomentArePredictedFromTheStateBeforeIt() {
        let past = (0..<6).map { Row("a", "i\($0)", TracingLog.skills($0), score: 1, at: 1e9 + Double(60 * $0)) }
        let moment = (6..<12).map { Row("a", "i\($0)", TracingLog.skills($0), score: Double($0 % 2), at: 2e9) }
        let together = Self.model.predictions(TracingLog.log(past + moment))
        for (number, row) in moment.enumerated() {
            // Ids are joined, so leaving others out is another log but the same question.
            let alone = Self.model.predictions(TracingLog.log(past + [row]))
            #expect(abs(alone[6] - together[6 + number]) < 1e-12)
        }
        let reversed = Self.model.predictions(TracingLog.log(past + moment.reversed()))
        for number in 0..<6 { #expect(abs(reversed[11 - number] - together[6 + number]) < 1e-12) }
    }

    // MARK: - Ids

    @Test func idsCountAndPositionsDoNot() {
        let rows = Self.fresh(6, length: 20)
        let learners = (0..<6).map { Array(rows[$0 * 20..<($0 + 1) * 20]) }
        let log = TracingLog.log(rows)
        let expected = TracingLog.byLearner(Self.model.predictions(log), log)
        // Other orders of learners give items, skills and sets other positions.
        for order in [[5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3]] {
            let shuffled = TracingLog.log(order.flatMap { learners[$0] })
            for (learner, predictions) in TracingLog.byLearner(Self.model.predictions(shuffled), shuffled) {
                for (a, b) in zip(predictions, expected[learner] ?? []) { #expect(abs(a - b) < 1e-12) }
                #expect(predictions.count == expected[learner]?.count)
            }
        }
        // What learners are called plays no part at all.
        let renamed = TracingLog.log(
            rows.map { Row("x" + $0.learner, $0.item, $0.skills, score: $0.score, at: $0.at) })
        #expect(Self.model.predictions(renamed) == Self.model.predictions(log))
    }

    @Test func theNumberOfWorkersChangesNothing() {
        let log = TracingLog.log(Self.fresh(9, length: 12))
        let alone = Self.model.predictions(log)
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        let many = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces, execute: body) }
        #expect(Self.model.predictions(log, workers: backwards) == alone)
        #expect(Self.model.predictions(log, workers: many) == alone)
    }
}
