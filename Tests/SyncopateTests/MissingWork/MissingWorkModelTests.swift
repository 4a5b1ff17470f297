import SyncopateModels
import Testing

@testable import Syncopate

struct MissingWorkModelTests {
    private func model() -> MissingWorkModel {
        func column(_ easiness: Double, _ variance: Double, _ trials: Double) -> MissingWorkModel.Column {
            var column = MissingWorkModel.Column(
                isGraded: true, easiness: easiness, easinessVariance: variance, trials: trials, mostTrials: 100)
            column.scored = 30
            return column
        }
        var model = MissingWorkModel(
            columns: [column(1, 0.02, 12), column(0.5, 0.03, 10), column(0.2, 0.04, 8)], spread: 0.5, surpriseLimit: 2)
        model.zeroRate = 0.03
        model.constantRate = 0.01
        model.columns[2]?.missingZeros = 2
        return model
    }

    private func record(_ scores: [Double]) -> WorkRecord {
        let book = book(scores: [scores])
        return WorkRecord(0, of: book, isUsed: scores.map { _ in true }, sure: [])
    }

    /// The mode by root finding and the chance by quadrature in scipy; the rates by hand: column (2 + 20 x .03) / 50,
    /// learner (10 x .04) / 12, class .04, their odds multiplied.
    @Test func oneLearnerByHand() {
        let model = model()
        var record = record([0.8, 0.7, 0])
        model.start(&record)
        #expect(record.missing == [0, 0, 1])
        model.measure(&record, steps: 30)
        #expect(abs(record.ability - 0.24690290646343563) < 1e-4)
        #expect(abs(record.variance - 0.15968854063531238) < 1e-4)
        model.judge(&record, isCounted: false)
        #expect(abs(record.missing[2] - 0.9475803758915745) < 1e-4, "\(record.missing)")
        #expect(record.missing[0] == 0 && record.missing[1] == 0)
    }

    /// .2 against a class of .1 doubles the odds and more: (.25 x .428571) / .111111 = .964286 to 1.
    @Test func ratesMultiplyInOdds() {
        #expect(abs(MissingWorkModel.combine(0.2, 0.3, around: 0.1) - 27.0 / 55) < 1e-12)
        #expect(abs(MissingWorkModel.combine(0.1, 0.3, around: 0.1) - 0.3) < 1e-12)
        #expect(MissingWorkModel.combine(0, 1, around: 0).isFinite)
    }

    /// A zero that counts fully is taken out before it is judged: where the rest says little, the answer is nearly that
    /// of a record that never had it.
    @Test func aZeroDoesNotSpeakForItself() {
        let model = model()
        var (without, with) = (record([0.6, 0.5, 0]), record([0.6, 0.5, 0]))
        without.missing = [0, 0, 1]
        with.missing = [0, 0, 0.2]
        for _ in 0..<20 {
            model.measure(&without, steps: 5)
            model.measure(&with, steps: 5)
        }
        #expect(with.ability < without.ability)
        model.judge(&without, isCounted: false)
        model.judge(&with, isCounted: false)
        #expect(abs(without.missing[2] - with.missing[2]) < 0.05, "\(without.missing) \(with.missing)")
    }

    @Test func theQuestionsOfAColumn() {
        #expect(MissingWorkFitter.questions([1.0 / 3, 2.0 / 3, 1.0 / 3, 2.0 / 3]) == 3)
        #expect(MissingWorkFitter.questions([0.2, 0.4, 0.6, 0.8, 0.4]) == 5)
        // One value may have been entered for missing work.
        #expect(MissingWorkFitter.questions([1.0 / 3, 2.0 / 3, 1.0 / 3, 2.0 / 3, 0.5, 0.5]) == 3)
        #expect(MissingWorkFitter.questions([0.37, 0.52, 0.81, 0.93, 0.66]) == nil)
        #expect(MissingWorkFitter.questions([0.5, 0.5]) == nil)
    }

    @Test func theTailOfRepeats() {
        // Chernoff's bound on P(X >= 8), mean 2: e^(8 - 2 + 8 log(1/4)).
        #expect(abs(EnteredConstants.logTail(8, mean: 2) - (6 - 8 * 1.3862943611198906)) < 1e-12)
        #expect(EnteredConstants.logTail(2, mean: 3) == 0)
    }
}
