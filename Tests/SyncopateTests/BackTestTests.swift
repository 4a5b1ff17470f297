import Foundation
import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

struct BackTestTests {
    private func run(_ gradebook: Gradebook) -> BackTest? {
        BackTest.run(gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook), prior: .shipped)
    }

    private func random(_ rows: Int, _ columns: Int, seed: UInt64 = 1) -> Gradebook {
        var generator = TestSupport.SeededGenerator(seed: seed)
        return book(scores: (0..<rows).map { _ in (0..<columns).map { _ in Double(generator.next() % 11) / 10 } })
    }

    @Test func tooLittleIsNotTested() {
        #expect(run(Gradebook(EvidenceLog())) == nil)
        #expect(run(book([], items: [Item(id: "a", title: "A")])) == nil)
        #expect(run(random(50, 1)) == nil)
        #expect(run(random(1, 40)) == nil)
        // The last four of ten columns of every learner, half by half: 4 x 4 cells are too few, 5 x 4 are enough.
        #expect(run(random(4, 10)) == nil)
        #expect(run(random(5, 10))?.cells == 20)
        // Fewer than three scores each: nobody can be a target.
        #expect(run(random(100, 2)) == nil)
    }

    @Test func cellsAreCounted() throws {
        // Each of 24 learners is a target once; two fifths of 10 columns are hidden.
        #expect(try #require(run(random(24, 10))).cells == 96)
        // Blank cells hide nothing.
        var marks = random(24, 10).marks
        for i in 0..<24 where i % 4 == 0 { marks[i][9] = .blank(.excused) }
        #expect(try #require(run(book(marks))).cells == 90)
        // Of a large class 120 are taken.
        #expect(try #require(run(random(400, 10))).cells == 480)
        // Of a large and wide one, half of them: 60 x 24.
        #expect(try #require(run(random(130, 60))).cells == 1_440)
    }

    /// Halves go by id, so that the order of the rows decides nothing.
    @Test func theOrderOfTheRowsDoesNotMatter() throws {
        let gradebook = SampleClass(learners: 25, columns: 12, seed: 4).gradebook(mapped: true)
        let shuffled = gradebook.selecting(Array(gradebook.learners.indices.reversed()))
        let (first, second) = (try #require(run(gradebook)), try #require(run(shuffled)))
        #expect(first.cells == second.cells && first.best == second.best && first.coverage == second.coverage)
        // The sums of the baselines' fits are taken in the order of the ids too.
        #expect(abs(first.model - second.model) < 1e-12 && abs(first.columnMean - second.columnMean) < 1e-12)
    }

    @Test func theFiguresAreShares() throws {
        let test = try #require(run(random(24, 10)))
        for value in [
            test.model, test.columnMean, test.learnerMean, test.columnAndLearner, try #require(test.coverage),
        ] {
            #expect(value > 0 && value < 1)
        }
        #expect(test.error(of: .model) == test.model && test.error(of: .columnMean) == test.columnMean)
        #expect(test.error(of: .learnerMean) == test.learnerMean)
        #expect(test.error(of: .columnAndLearner) == test.columnAndLearner)
    }

    /// Column means and learner means of what is visible, counted again by hand.
    @Test func theBaselinesAreThePlainMeans() throws {
        let gradebook = random(24, 10)
        let test = try #require(run(gradebook))
        let marks = gradebook.marks.map {
            $0.map { mark -> Double in if case .score(let score) = mark { score } else { 0 } }
        }
        var columnSum = 0.0
        var learnerSum = 0.0
        for i in 0..<24 {
            for j in 6..<10 {
                // The other half's scores are the ones that show.
                let others = stride(from: 1 - i % 2, to: 24, by: 2).map { marks[$0][j] }
                let column = others.reduce(0, +) / 12 - marks[i][j]
                let learner = marks[i][0..<6].reduce(0, +) / 6 - marks[i][j]
                columnSum += column * column
                learnerSum += learner * learner
            }
        }
        #expect(abs(test.columnMean - (columnSum / 96).squareRoot()) < 1e-12)
        #expect(abs(test.learnerMean - (learnerSum / 96).squareRoot()) < 1e-12)
    }

    /// Classes with nothing but column and learner effects and noise: the world the rival was made for.
    @Test func inTheRivalsOwnWorldTheModelIsWithinFivePercent() throws {
        var ratios: [Double] = []
        for seed in 0..<12 as Range<UInt64> {
            var generator = TestSupport.SeededGenerator(seed: seed)
            let columns = (0..<16).map { _ in 0.65 + 0.06 * generator.normal() }
            let rows = (0..<30).map { _ in
                let effect = 0.08 * generator.normal()
                return columns.map { min(max($0 + effect + 0.08 * generator.normal(), 0), 1) }
            }
            let test = try #require(run(book(scores: rows)))
            ratios.append(test.model / test.columnAndLearner)
        }
        #expect(ratios.reduce(0, +) / Double(ratios.count) < 1.05, "\(ratios)")
    }

    /// Of right and wrong an interval says nothing.
    @Test func rightAndWrongHasNoCoverage() throws {
        var generator = TestSupport.SeededGenerator(seed: 3)
        let rows = (0..<24).map { _ in (0..<10).map { _ in Double(generator.next() % 2) } }
        #expect(try #require(run(book(scores: rows))).coverage == nil)
    }

    @Test func theBestIsTheSmallestAndTheModelWinsTies() {
        var test = BackTest(
            cells: 30, model: 0.1, columnMean: 0.1, learnerMean: 0.2, columnAndLearner: 0.1, coverage: 0.8)
        #expect(test.best == .model)
        test.columnAndLearner = 0.09
        #expect(test.best == .columnAndLearner)
        test.columnMean = 0.08
        #expect(test.best == .columnMean)
        test.learnerMean = 0.07
        #expect(test.best == .learnerMean)
    }

    /// Roughly four in five inside the interval over twenty sample classes; each class has 60 to 100 cells, which are
    /// not independent, so the mean is off by up to .05.
    @Test func theIntervalsCover() throws {
        var coverage: [Double] = []
        for seed in 200..<220 as Range<UInt64> {
            let test = try #require(run(SampleClass(seed: seed).gradebook(mapped: false)))
            coverage.append(try #require(test.coverage))
        }
        let mean = coverage.reduce(0, +) / 20
        #expect(mean > 0.72 && mean < 0.9, "\(mean)")
    }

    @Test(arguments: [ClassEstimate.Basis.columnMean, .learnerMean, .columnAndLearner])
    func aBaselineTakesOverPredictionsAndNothingElse(basis: ClassEstimate.Basis) {
        let gradebook = SampleClass(learners: 12, columns: 10, seed: 3).gradebook(mapped: true)
        let profiles = ItemProfile.profiles(of: gradebook)
        let model = estimate(gradebook)
        var fallen = model
        let baseline = BaselineEstimate(basis, gradebook: gradebook, profiles: profiles, deviation: 0.125)
        fallen.fallBack(on: baseline)
        #expect(model.basis == .model && fallen.basis == basis)
        for i in gradebook.learners.indices {
            for j in gradebook.items.indices {
                let prediction = fallen.prediction(learner: i, item: j)
                #expect(prediction == baseline.prediction(learner: i, item: j))
                #expect(prediction.deviation == 0.125 && (0...1).contains(prediction.success))
            }
            for k in model.skills.indices {
                #expect(fallen.mastery(learner: i, skill: k) == model.mastery(learner: i, skill: k))
            }
        }
    }

    @Test func aBaselineWithoutEvidenceIsTheMiddle() {
        let items = [Item(id: "a", title: "A"), Item(id: "b", title: "B")]
        let gradebook = book([[], []], items: items)
        let profiles = ItemProfile.profiles(of: gradebook)
        for basis in [ClassEstimate.Basis.columnMean, .learnerMean, .columnAndLearner] {
            let baseline = BaselineEstimate(basis, gradebook: gradebook, profiles: profiles, deviation: 0.2)
            #expect(abs(baseline.prediction(learner: 1, item: 0).success - 0.7) < 1e-12)
            #expect(abs(baseline.prediction(earlier: [], item: 1).success - 0.7) < 1e-12)
        }
    }

    /// A file on which a column mean cannot be beaten: nobody differs from anybody, columns differ a lot, and the order
    /// of the learners within each column is drawn anew. Whatever wins the engine's own test is what it says.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func theEngineSaysWhatItsPredictionsRestOn(seed: UInt64) throws {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let columns = (0..<12).map { _ in 0.2 + 0.6 * generator.uniform() }
        let rows = (0..<24).map { _ in columns.map { min(max($0 + 0.03 * generator.normal(), 0), 1) } }
        let gradebook = book(scores: rows)
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings())
        let test = try #require(advice.backTest)
        #expect(advice.basis == test.best)
        #expect(test.best != .learnerMean)
    }

    @Test func whereABaselineWinsTheEngineFallsBack() {
        // Of several such files some have a rival in front; on those the words must follow.
        var seen: Set<ClassEstimate.Basis> = []
        for seed in 0..<12 as Range<UInt64> {
            var generator = TestSupport.SeededGenerator(seed: seed)
            let columns = (0..<10).map { _ in 0.2 + 0.6 * generator.uniform() }
            let gradebook = book(
                scores: (0..<20).map { _ in columns.map { min(max($0 + 0.1 * generator.normal(), 0), 1) } })
            let advice = Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings())
            seen.insert(advice.basis)
            guard let test = advice.backTest, test.best != .model else { continue }
            #expect(advice.basis == test.best)
            let deviations = advice.learners.flatMap { $0.recommendations.compactMap(\.successDeviation) }
            #expect(deviations.allSatisfy { $0 == test.error(of: test.best) })
        }
        #expect(seen.contains { $0 != .model })
    }
}
