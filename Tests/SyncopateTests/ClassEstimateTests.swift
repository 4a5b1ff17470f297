import Foundation
import Matrices
import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

struct ClassEstimateTests {
    static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            xx += (a - meanX) * (a - meanX)
            yy += (b - meanY) * (b - meanY)
            xy += (a - meanX) * (b - meanY)
        }
        return xy / (xx * yy).squareRoot()
    }

    /// Everything the estimate says: predictions and masteries of everybody.
    static func figures(_ estimate: ClassEstimate, _ gradebook: Gradebook) -> [Double] {
        var all: [Double] = []
        for i in gradebook.learners.indices {
            for j in gradebook.items.indices {
                let prediction = estimate.prediction(learner: i, item: j)
                all += [prediction.success, prediction.deviation]
            }
            for k in estimate.skills.indices {
                let mastery = estimate.mastery(learner: i, skill: k)
                all += [mastery.success, mastery.deviation]
            }
        }
        return all
    }

    // MARK: - Recovering what is known

    /// Thirty learners, seventeen columns of ten to fifteen questions: the mean score alone has a reliability of about
    /// .95, so a correlation with the true general ability below .85 would be a defect.
    @Test(arguments: 0..<6 as Range<UInt64>, [false, true])
    func abilitiesAreRecovered(seed: UInt64, mapped: Bool) {
        let sample = SampleClass(seed: seed)
        let gradebook = sample.gradebook(mapped: mapped)
        let estimate = estimate(gradebook)
        #expect(estimate.hasSkillMap == mapped)
        #expect(estimate.skills.count == (mapped ? 6 : 19))
        let believed = gradebook.learners.indices.map { i in
            estimate.skills.indices.reduce(0) { $0 + estimate.mastery(learner: i, skill: $1).success }
        }
        let truth = sample.abilities.map { $0.reduce(0, +) }
        #expect(Self.correlation(believed, truth) > 0.85)
        guard mapped else { return }
        for k in estimate.skills.indices {
            let place = sample.skills.firstIndex(of: estimate.skills[k].id) ?? 0
            let believed = gradebook.learners.indices.map { estimate.mastery(learner: $0, skill: k).success }
            #expect(Self.correlation(believed, sample.abilities.map { $0[place] }) > 0.7)
        }
    }

    /// A fifth of the cells hidden at random in twenty classes: at least as good as column means on average, and in a
    /// world of real differences between learners clearly better.
    @Test(arguments: [false, true])
    func hiddenCellsArePredictedBetterThanByColumnMeans(mapped: Bool) {
        var ratios: [Double] = []
        for seed in 100..<120 as Range<UInt64> {
            let whole = SampleClass(learners: 24, columns: 16, seed: seed).gradebook(mapped: mapped)
            var generator = TestSupport.SeededGenerator(seed: seed)
            var hidden: [(Int, Int, Double)] = []
            let visible = whole.keeping { learner, cell in
                guard whole.statuses[cell] == .scored, generator.uniform() < 0.2,
                    whole.items[Int(whole.columns[cell])].kind == .work
                else { return true }
                hidden.append((learner, Int(whole.columns[cell]), whole.scores[cell]))
                return false
            }
            let profiles = ItemProfile.profiles(of: visible)
            let estimate = ClassEstimate(gradebook: visible, profiles: profiles, prior: .shipped)
            var (model, mean) = (0.0, 0.0)
            for (learner, item, score) in hidden {
                let miss = estimate.prediction(learner: learner, item: item).success - score
                let away = profiles[item].meanScore - score
                model += miss * miss
                mean += away * away
            }
            ratios.append((model / mean).squareRoot())
        }
        #expect(ratios.reduce(0, +) / Double(ratios.count) < 0.9)
        #expect(ratios.allSatisfy { $0 < 1.05 })
    }

    @Test func moreScoresShrinkTheDeviation() {
        var generator = TestSupport.SeededGenerator(seed: 5)
        let abilities = (0..<20).map { _ in generator.normal() }
        var rows = abilities.map { ability in
            (0..<12).map { _ in
                Mark.score(Double(generator.successes(of: 10, probability: 1 / (1 + exp(-ability - 0.5)))) / 10)
            }
        }
        let shared = (0..<12).map {
            Item(id: padded("I", $0, 4), title: "Quiz", skills: [SkillWeight(skill: "s")], maximum: 10)
        }
        // Learners of the same class with the same share right, on 1, 3, 6 and 12 columns.
        for (place, count) in [1, 3, 6, 12].enumerated() {
            rows[place] = (0..<12).map { $0 < count ? .score(0.6) : .absent }
        }
        let estimate = estimate(book(rows, items: shared))
        let deviations = (0..<4).map { estimate.mastery(learner: $0, skill: 0).deviation }
        #expect(deviations[0] > deviations[1] && deviations[1] > deviations[2] && deviations[2] > deviations[3])
        #expect(estimate.scoreCounts[0..<4] == [1, 3, 6, 12])
    }

    // MARK: - What is evidence

    @Test(
        arguments: [Status.missing, .excused, .notAssigned, .hidden, .inProgress, .notYetGraded, .unknownBlank],
        [false, true])
    func blanksAreNoEvidence(status: Status, mapped: Bool) {
        let whole = SampleClass(learners: 12, columns: 10, seed: 4).gradebook(mapped: mapped)
        // The same cells hidden once by absence and once by a status.
        var rows = whole.marks
        rows[2][3] = .absent
        rows[5][8] = .absent
        let absent = book(rows, items: whole.items)
        rows[2][3] = .blank(status)
        rows[5][8] = .blank(status)
        let blank = book(rows, items: whole.items)
        #expect(Self.figures(estimate(absent), absent) == Self.figures(estimate(blank), blank))
    }

    @Test(arguments: [false, true])
    func aZeroLowersTheEstimate(mapped: Bool) {
        let whole = SampleClass(learners: 12, columns: 10, seed: 4).gradebook(mapped: mapped)
        var rows = whole.marks
        rows[2][3] = .absent
        let before = estimate(book(rows, items: whole.items))
        rows[2][3] = .score(0)
        let after = estimate(book(rows, items: whole.items))
        for k in before.skills.indices {
            #expect(after.mastery(learner: 2, skill: k).success < before.mastery(learner: 2, skill: k).success)
        }
        rows[2][3] = .score(1)
        let full = estimate(book(rows, items: whole.items))
        #expect(full.mastery(learner: 2, skill: 0).success > after.mastery(learner: 2, skill: 0).success)
    }

    @Test func rightAndWrongIsOneTrial() {
        var generator = TestSupport.SeededGenerator(seed: 8)
        let rows = (0..<30).map { _ in
            (0..<8).map { j in
                j < 3 ? Double(generator.next() % 2) : Double(generator.successes(of: 10, probability: 0.6)) / 10
            }
        }
        let estimate = estimate(book(scores: rows))
        #expect(Array(estimate.model.trials[0..<3]) == [1, 1, 1])
        #expect(estimate.model.trials[3...].allSatisfy { $0 > 1 })
        #expect(estimate.design.isRightOrWrong == [true, true, true, false, false, false, false, false])
    }

    /// Items that are no work are predicted, widely, and change nothing.
    @Test func attendanceIsNoEvidence() {
        let whole = SampleClass(learners: 12, columns: 10, seed: 4).gradebook(mapped: false)
        var rows = whole.marks
        for i in rows.indices { rows[i][0] = .score(i % 2 == 0 ? 0 : 1) }
        let other = book(rows, items: whole.items)
        #expect(Self.figures(estimate(whole), whole) == Self.figures(estimate(other), other))
        let prediction = estimate(whole).prediction(learner: 0, item: 0)
        #expect(prediction.success == 0.5 && prediction.deviation > 0.25)
    }

    // MARK: - The same in, the same out

    @Test(arguments: [false, true])
    func theSameInputGivesTheSameBits(mapped: Bool) {
        let gradebook = SampleClass(learners: 40, columns: 24, seed: 2).gradebook(mapped: mapped)
        let first = Self.figures(estimate(gradebook), gradebook)
        #expect(Self.figures(estimate(gradebook), gradebook).map(\.bitPattern) == first.map(\.bitPattern))
    }

    /// The class's sums are taken in the order of the file, so another order may differ in the last bits after twenty
    /// passes, and in no more.
    @Test(arguments: [false, true])
    func theOrderOfTheLearnersDoesNotMatter(mapped: Bool) {
        let gradebook = SampleClass(learners: 30, columns: 20, seed: 2).gradebook(mapped: mapped)
        var generator = TestSupport.SeededGenerator(seed: 1)
        let order = gradebook.learners.indices.shuffled(using: &generator)
        let shuffled = gradebook.selecting(order)
        let (plain, other) = (estimate(gradebook), estimate(shuffled))
        var worst = 0.0
        for (place, learner) in order.enumerated() {
            for item in gradebook.items.indices {
                let (a, b) = (
                    plain.prediction(learner: learner, item: item), other.prediction(learner: place, item: item)
                )
                worst = max(worst, abs(a.success - b.success), abs(a.deviation - b.deviation))
            }
        }
        #expect(worst < 1e-9)
    }

    /// Above 64 directions the variances are taken in single precision: other last digits, the same class.
    @Test func theOrderOfTheLearnersOfAWideClassHardlyMatters() {
        let gradebook = SampleClass(learners: 20, columns: 80, seed: 2).gradebook(mapped: false)
        let order = Array(gradebook.learners.indices.reversed())
        let (plain, other) = (estimate(gradebook), estimate(gradebook.selecting(order)))
        for (place, learner) in order.enumerated() {
            for item in gradebook.items.indices {
                let (a, b) = (
                    plain.prediction(learner: learner, item: item), other.prediction(learner: place, item: item)
                )
                #expect(abs(a.success - b.success) < 1e-5 && abs(a.deviation - b.deviation) < 1e-5)
            }
        }
    }

    // MARK: - Degenerate classes

    static func work(_ count: Int) -> [Item] {
        (0..<count).map { Item(id: padded("I", $0, 4), title: "Quiz \($0 + 1)", maximum: 10) }
    }

    static let degenerate: [(name: String, gradebook: Gradebook)] = {
        var generator = TestSupport.SeededGenerator(seed: 77)
        func random(_ rows: Int, _ columns: Int) -> [[Mark]] {
            (0..<rows).map { _ in (0..<columns).map { _ in .score(Double(generator.next() % 11) / 10) } }
        }
        func all(_ rows: Int, _ columns: Int, _ mark: Mark) -> [[Mark]] {
            [[Mark]](repeating: [Mark](repeating: mark, count: columns), count: rows)
        }
        var one = all(5, 5, .absent)
        one[2][3] = .score(0.5)
        var twins = random(12, 6)
        for i in twins.indices { twins[i][5] = twins[i][0] }
        var extra = random(12, 6)
        for i in extra.indices { extra[i][2] = .score(1 + 0.5 * Double(i)) }
        var odd = random(12, 6)
        odd[3] = [.score(-5), .score(1e300), .score(-1e300), .score(1e-308), .score(0.1 + 0.2), .score(1e9)]
        var notNumbers = random(12, 6)
        notNumbers[4] = [.score(.nan), .score(.infinity), .score(-.infinity), .score(0.5), .absent, .score(.nan)]
        let many = (0..<6).map { j in
            Item(
                id: padded("I", j, 4), title: "Task",
                skills: (0...(j % 4)).map { SkillWeight(skill: "s\($0)", weight: Double($0 + 1)) }, maximum: 10)
        }
        let weird = (0..<6).map { j in
            Item(
                id: padded("I", j, 4), title: "",
                skills: [
                    SkillWeight(skill: "a", weight: [0, -1, .nan, .infinity, 1e-300, 1e300][j]),
                    SkillWeight(skill: "a", weight: 1), SkillWeight(skill: "b", weight: j == 5 ? 0 : 2),
                ], maximum: j == 0 ? nil : 10)
        }
        let half = (0..<6).map { j in
            Item(id: padded("I", j, 4), title: "Task \(j)", skills: j < 3 ? [SkillWeight(skill: "s")] : [])
        }
        return [
            ("nothing", book([], items: [])),
            ("no learners", book([], items: work(4))),
            ("no items", book([[], [], []], items: [])),
            ("one learner", book(random(1, 8))),
            ("one column", book(random(20, 1))),
            ("one cell", book(one)),
            ("a single cell", book([[.score(1)]])),
            ("all zero", book(all(20, 8, .score(0)))),
            ("all full marks", book(all(20, 8, .score(1)))),
            ("four of all zero", book(all(4, 8, .score(0)))),
            ("four of all full", book(all(4, 8, .score(1)))),
            ("constant columns", book(all(20, 8, .score(0.7)))),
            ("four of a constant", book(all(4, 8, .score(0.7)))),
            ("1 x 50", book(random(1, 50))),
            ("300 x 1", book(random(300, 1))),
            ("nobody has a score", book(all(12, 6, .blank(.missing)))),
            ("duplicate columns", book(twins)),
            ("extra credit", book(extra)),
            ("odd values", book(odd)),
            ("not numbers", book(notNumbers)),
            ("items of many skills", book(random(12, 6), items: many)),
            ("weird weights", book(random(12, 6), items: weird)),
            ("half a map", book(random(12, 6), items: half)),
            ("half right, half wrong", book((0..<20).map { i in [Mark](repeating: .score(Double(i % 2)), count: 10) })),
            ("401 columns", book(random(6, 401))),
            (
                "401 columns, one of them on the map",
                book(
                    random(6, 401),
                    items: work(401).enumerated().map { j, item in
                        var item = item
                        if j == 7 { item.skills = [SkillWeight(skill: "s")] }
                        return item
                    })
            ),
        ]
    }()

    @Test(arguments: degenerate.map(\.name))
    func degenerateClassesHaveFiniteFigures(name: String) throws {
        let gradebook = try #require(Self.degenerate.first { $0.name == name }?.gradebook)
        let estimate = estimate(gradebook)
        for i in gradebook.learners.indices {
            for j in gradebook.items.indices {
                let prediction = estimate.prediction(learner: i, item: j)
                #expect((0...1).contains(prediction.success) && prediction.deviation.isFinite)
                #expect(prediction.deviation >= 0 && prediction.deviation < 1)
                let interval = prediction.interval
                #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
            }
            for k in estimate.skills.indices {
                let mastery = estimate.mastery(learner: i, skill: k)
                #expect((0...1).contains(mastery.success) && mastery.deviation >= 0 && mastery.deviation < 0.6)
                #expect((0...1).contains(estimate.chance(learner: i, skill: k, goal: 0.7)))
            }
        }
        #expect(estimate.model.covariance.elements.allSatisfy { $0.isFinite })
        #expect(estimate.model.trials.allSatisfy { $0.isFinite && $0 >= 1 })
    }

    @Test func manyColumnsWithoutAMapShareOneAbility() throws {
        let gradebook = try #require(Self.degenerate.first { $0.name == "401 columns" }?.gradebook)
        let estimate = estimate(gradebook)
        #expect(estimate.skills.map(\.title) == ["the course as a whole"] && !estimate.hasSkillMap)
        #expect(ClassEstimateTests.figures(estimate, gradebook).allSatisfy { $0.isFinite })
        // One fewer, and each is its own.
        let narrower = book(gradebook.marks.map { Array($0.dropLast()) })
        #expect(ResponseDesign(gradebook: narrower, profiles: ItemProfile.profiles(of: narrower)).skills.count == 400)
    }

    @Test func weightsOfAnItemSumToOne() {
        let items = [
            Item(
                id: "a", title: "A", skills: [SkillWeight(skill: "x", weight: 1), SkillWeight(skill: "y", weight: 3)]),
            Item(
                id: "b", title: "B", skills: [SkillWeight(skill: "x", weight: 2), SkillWeight(skill: "y", weight: 6)]),
            Item(id: "c", title: "C", skills: [SkillWeight(skill: "y"), SkillWeight(skill: "y", weight: 5)]),
        ]
        let gradebook = book(scores: [[0.2, 0.4, 0.6], [0.8, 1, 0]], items: items)
        let design = ResponseDesign(gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook))
        #expect(design.skills.map(\.id) == ["x", "y"])
        #expect(design.directionOfItem == [2, 2, 1])
        #expect(design.directions[2].map(\.weight) == [0.25, 0.75] && design.directions[2].map(\.skill) == [0, 1])
        #expect(design.sharesDirection == [true, true, false])
    }

    @Test func aScoreAboveFullMarksIsFullMarks() {
        let gradebook = SampleClass(learners: 12, columns: 10, seed: 4).gradebook(mapped: false)
        var rows = gradebook.marks
        rows[3][4] = .score(1)
        let full = book(rows, items: gradebook.items)
        rows[3][4] = .score(1.3)
        let above = book(rows, items: gradebook.items)
        #expect(Self.figures(estimate(full), full) == Self.figures(estimate(above), above))
    }

    /// Under a class that was fitted before, people are taken to their beliefs without changing it.
    @Test func aFittedClassTakesNewcomers() {
        let whole = SampleClass(learners: 30, columns: 16, seed: 6).gradebook(mapped: true)
        let profiles = ItemProfile.profiles(of: whole)
        let fitted = ClassEstimate(gradebook: whole, profiles: profiles, prior: .shipped)
        let again = ClassEstimate(gradebook: whole, profiles: profiles, fitted: fitted, prior: .shipped)
        #expect(Self.figures(fitted, whole) == Self.figures(again, whole))
        // One learner alone has the same figures as among the others.
        let alone = ClassEstimate(gradebook: whole.selecting([7]), profiles: profiles, fitted: fitted, prior: .shipped)
        for item in whole.items.indices {
            #expect(
                abs(
                    alone.prediction(learner: 0, item: item).success
                        - fitted.prediction(learner: 7, item: item).success) < 1e-12)
        }
    }
}
