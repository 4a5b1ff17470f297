import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

struct MissingWorkTests {
    private func read(
        _ gradebook: Gradebook, _ policy: ZeroPolicy = .auto, sure: Set<CellName> = []
    ) -> MissingWork {
        MissingWork(
            gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook), prior: .shipped, policy: policy,
            sure: sure)
    }

    /// Scores of a class in which each learner has a share right of a column's questions.
    private func scores(
        _ people: Int, _ columns: Int, questions: Int, easiness: Double = 0.8, seed: UInt64
    ) -> [[Double]] {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let easy = (0..<columns).map { _ in easiness + 0.4 * generator.normal() }
        return (0..<people).map { _ in
            let ability = 0.9 * generator.normal()
            return easy.map { b in
                let p = 1 / (1 + Double.exp(-(b + ability)))
                return Double((0..<questions).count { _ in generator.uniform() < p }) / Double(questions)
            }
        }
    }

    /// Puts `value` in place of a share of the scores; returns where.
    private func plant(
        _ value: Double, _ share: Double, in scores: inout [[Double]], seed: UInt64
    ) -> Set<[Int]> {
        var generator = TestSupport.SeededGenerator(seed: seed)
        var places: Set<[Int]> = []
        for i in scores.indices {
            for j in scores[i].indices where generator.uniform() < share {
                scores[i][j] = value
                places.insert([i, j])
            }
        }
        return places
    }

    private func places(_ work: MissingWork) -> Set<[Int]> { Set(work.doubtful.map { [$0.learner, $0.item] }) }

    @Test(arguments: [0.03, 0.1])
    func plantedZerosAreFound(share: Double) {
        for seed in 40..<45 as Range<UInt64> {
            var scores = scores(30, 14, questions: 20, seed: seed)
            let planted = plant(0, share, in: &scores, seed: seed)
            let found = places(read(book(scores: scores)))
            let right = found.intersection(planted).count
            #expect(Double(right) >= 0.9 * Double(planted.count), "seed \(seed): \(right) of \(planted.count)")
            #expect(Double(right) >= 0.9 * Double(found.count), "seed \(seed): \(right) of \(found.count)")
        }
    }

    /// Three questions a column, hard: zeros are what many get, and none is missing.
    @Test func whatManyGetIsAScore() {
        var (zeros, found) = (0, 0)
        for seed in 50..<60 as Range<UInt64> {
            let scores = scores(30, 12, questions: 3, easiness: -0.5, seed: seed)
            zeros += scores.joined().count { $0 == 0 }
            found += read(book(scores: scores)).doubtful.count
        }
        #expect(zeros > 400 && Double(found) <= 0.05 * Double(zeros), "\(found) of \(zeros)")
    }

    /// Where a zero is kept, the learner's mastery is lower than with the cell blank; at its word always.
    @Test func realZerosLowerMastery() {
        var kept = 0
        for seed in 60..<63 as Range<UInt64> {
            let scores = scores(16, 6, questions: 4, easiness: 0, seed: seed)
            let gradebook = book(scores: scores)
            let (auto, word) = (read(gradebook), read(gradebook, .score))
            let one = ClassEstimate(gradebook: auto.gradebook, profiles: auto.profiles, prior: .shipped)
            let other = ClassEstimate(gradebook: word.gradebook, profiles: word.profiles, prior: .shipped)
            for i in scores.indices {
                for j in scores[i].indices where scores[i][j] == 0 {
                    var marks = gradebook.marks
                    marks[i][j] = .blank(.unknownBlank)
                    let blank = read(book(marks))
                    let without = ClassEstimate(gradebook: blank.gradebook, profiles: blank.profiles, prior: .shipped)
                    let atItsWord = ClassEstimate(
                        gradebook: book(marks), profiles: ItemProfile.profiles(of: book(marks)), prior: .shipped)
                    let before = atItsWord.mastery(learner: i, skill: j).success
                    #expect(other.mastery(learner: i, skill: j).success < before)
                    guard !places(auto).contains([i, j]) else { continue }
                    kept += 1
                    #expect(
                        one.mastery(learner: i, skill: j).success < without.mastery(learner: i, skill: j).success,
                        "seed \(seed), \(i), \(j)")
                }
            }
        }
        #expect(kept > 10)
    }

    /// A zero counts for as much as it is believed to be a score.
    @Test func doubtWeighs() {
        var scores = scores(20, 8, questions: 10, seed: 7)
        scores[3][2] = 0
        let gradebook = book(scores: scores)
        let profiles = ItemProfile.profiles(of: gradebook)
        let masteries = [1, 0.7, 0.3, 0].map { weight -> Double in
            var weights = [Double](repeating: 1, count: gradebook.columns.count)
            weights[3 * 8 + 2] = weight
            let weighed = Gradebook(
                learners: gradebook.learners, items: gradebook.items, starts: gradebook.starts,
                columns: gradebook.columns, statuses: gradebook.statuses, scores: gradebook.scores,
                times: gradebook.times, weights: weights)
            return ClassEstimate(gradebook: weighed, profiles: profiles, prior: .shipped)
                .mastery(learner: 3, skill: 2).success
        }
        #expect(masteries == masteries.sorted() && Set(masteries).count == 4, "\(masteries)")
        // Weightless is as good as blank, but for where the passes start.
        var marks = gradebook.marks
        marks[3][2] = .absent
        let blank = ClassEstimate(gradebook: book(marks), profiles: profiles, prior: .shipped)
        #expect(abs(masteries[3] - blank.mastery(learner: 3, skill: 2).success) < 2e-3)
    }

    @Test func atTheirWordNothingChanges() {
        var scores = scores(20, 10, questions: 20, seed: 3)
        _ = plant(0, 0.1, in: &scores, seed: 3)
        let gradebook = book(scores: scores)
        let work = read(gradebook, .score)
        #expect(work.doubtful.isEmpty && work.gradebook.weights.isEmpty)
        #expect(work.gradebook.marks == gradebook.marks && work.profiles == ItemProfile.profiles(of: gradebook))
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings(zeros: .score))
        let direct = ClassEstimate(
            gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook), prior: .shipped)
        for i in scores.indices {
            #expect(advice.learners[i].masteries == direct.skills.indices.map { direct.mastery(learner: i, skill: $0) })
        }
        #expect(
            advice.backTest
                == BackTest.run(gradebook: gradebook, profiles: advice.profiles, prior: .shipped))
    }

    @Test func whatIsMissingIsNoEvidenceOfMasteryAndSomethingToMakeUp() throws {
        var scores = scores(24, 10, questions: 20, seed: 8)
        for j in [2, 5, 7] { scores[4][j] = 0 }
        let advice = Engine(priors: .shipped).recommend(book(scores: scores), settings: RecommendSettings())
        #expect(advice.doubtful.map(\.item) == [2, 5, 7] && advice.doubtful.allSatisfy { $0.learner == 4 })
        #expect(advice.doubtful.allSatisfy { $0.row == 5 && $0.value == 0 && $0.missing > 0.5 && !$0.isUngraded })
        #expect(advice.learners[4].scores == 7)
        let first = try #require(advice.learners[4].recommendations.first)
        #expect(first.action == .makeUp)
        #expect(first.reasons.contains { if case .looksMissing = $0 { true } else { false } })
        let atTheirWord = Engine(priors: .shipped).recommend(
            book(scores: scores), settings: RecommendSettings(zeros: .score))
        #expect(atTheirWord.learners[4].recommendations.first?.action == .correct)
        #expect(atTheirWord.doubtful.isEmpty && atTheirWord.learners[4].scores == 10)
    }

    @Test func whoHasNothingButZerosIsGone() {
        var scores = scores(24, 10, questions: 15, seed: 9)
        scores[6] = scores[6].map { _ in 0 }
        let advice = Engine(priors: .shipped).recommend(book(scores: scores), settings: RecommendSettings())
        #expect(advice.learners[6].scores == 0)
        #expect(advice.doubtful.count { $0.learner == 6 } == 10)
    }

    /// A column of nothing but zeros, and one that two learners have a score on: not graded yet, so nothing to make up.
    @Test func columnsOfZerosAreNotGradedYet() {
        var scores = scores(24, 10, questions: 15, seed: 10)
        for i in scores.indices {
            scores[i][9] = 0
            if i > 1 { scores[i][8] = 0 }
        }
        let gradebook = book(scores: scores)
        let work = read(gradebook)
        #expect(work.doubtful.filter { $0.item == 9 }.count == 24 && work.doubtful.filter { $0.item == 8 }.count == 22)
        #expect(!work.doubtful.contains { $0.item >= 8 && !$0.isUngraded })
        #expect(work.profiles[9].phase == .upcoming && work.profiles[8].phase == .upcoming)
        #expect(work.profiles[9].role == .evidence)
        #expect(ItemProfile.profiles(of: gradebook)[9].phase == .past)
    }

    /// A wrong answer is a wrong answer.
    @Test func rightOrWrongIsNeverInDoubt() {
        let scores = scores(40, 20, questions: 1, easiness: 1.5, seed: 11)
        #expect(read(book(scores: scores)).doubtful.isEmpty)
    }

    @Test func aTeachersWordStands() {
        var scores = scores(24, 10, questions: 20, seed: 12)
        // A single zero in a class without any other is taken at its word.
        let others = [[4, 5], [9, 1], [9, 6], [14, 7], [19, 3], [20, 8]]
        scores[4][2] = 0
        for place in others { scores[place[0]][place[1]] = 0 }
        let gradebook = book(scores: scores)
        let sure: Set = [CellName(learner: "L004", item: "I0002")]
        for policy in [ZeroPolicy.auto, .missing] {
            #expect(places(read(gradebook, policy, sure: sure)) == Set(others))
        }
        let work = read(gradebook, sure: sure)
        #expect(work.gradebook.marks[4][2] == .score(0) && work.gradebook.weight(ofCell: 42) == 1)
    }

    @Test func allZerosCanBeSaidToBeMissing() {
        let scores = scores(24, 8, questions: 3, easiness: -0.5, seed: 13)
        let zeros = scores.joined().count { $0 == 0 }
        let work = read(book(scores: scores), .missing)
        #expect(work.doubtful.count == zeros && zeros > 20)
        #expect(work.doubtful.allSatisfy { $0.missing == 1 && !$0.isUngraded })
        for place in work.doubtful {
            #expect(work.gradebook.marks[place.learner][place.item] == .blank(.missing))
        }
    }

    /// "Late: half the points", on a hundred points, beside a class that gets more.
    @Test func repeatedConstantsAreFound() {
        for seed in 20..<24 as Range<UInt64> {
            var generator = TestSupport.SeededGenerator(seed: seed)
            var scores = (0..<30).map { _ in
                let ability = 0.08 * generator.normal()
                return (0..<12).map { _ in
                    (min(max(0.78 + ability + 0.08 * generator.normal(), 0.05), 0.99) * 100).rounded() / 100
                }
            }
            #expect(read(book(scores: scores)).doubtful.isEmpty, "seed \(seed)")
            let planted = plant(0.5, 0.1, in: &scores, seed: seed)
            let found = places(read(book(scores: scores)))
            let right = found.intersection(planted).count
            #expect(Double(right) >= 0.9 * Double(planted.count), "seed \(seed): \(right) of \(planted.count)")
            #expect(Double(right) >= 0.9 * Double(found.count), "seed \(seed): \(right) of \(found.count)")
        }
    }

    @Test func theOrderOfTheRowsDoesNotMatter() {
        var scores = scores(25, 12, questions: 10, seed: 14)
        _ = plant(0, 0.08, in: &scores, seed: 14)
        let gradebook = book(scores: scores)
        let first = read(gradebook)
        let second = read(gradebook.selecting(Array(gradebook.learners.indices.reversed())))
        func names(_ work: MissingWork) -> [String: Double] {
            Dictionary(
                uniqueKeysWithValues: work.doubtful.map {
                    ("\(work.gradebook.learners[$0.learner].id) \($0.item)", $0.missing)
                })
        }
        #expect(!first.doubtful.isEmpty && names(first) == names(second))
        #expect(read(gradebook).doubtful == first.doubtful)
    }

    /// Somebody from outside is read by what was found in the class.
    @Test func othersAreReadByTheClass() {
        var scores = scores(30, 10, questions: 20, seed: 15)
        _ = plant(0, 0.05, in: &scores, seed: 15)
        let work = read(book(scores: scores))
        let other = book([[.score(0.8), .score(0.7), .score(0), .score(0.9)]], items: book(scores: scores).items)
        let applied = MissingWork(gradebook: other, profiles: work.profiles, fitted: work)
        #expect(places(applied) == [[0, 2]])
        let word = read(book(scores: scores), .score)
        #expect(MissingWork(gradebook: other, profiles: work.profiles, fitted: word).doubtful.isEmpty)
    }

    @Test func tinyGradebooksAreNoTrouble() {
        #expect(read(Gradebook(EvidenceLog())).doubtful.isEmpty)
        #expect(read(book([], items: [Item(id: "a", title: "A")])).doubtful.isEmpty)
        #expect(read(book(scores: [[0]])).doubtful.isEmpty)
        #expect(read(book(scores: [[0, 0, 0]])).doubtful.isEmpty)
        #expect(read(book(scores: [[0], [0], [0], [0], [0], [0]])).doubtful.isEmpty)
        #expect(read(book(scores: [[1, 0], [0, 1]])).doubtful.isEmpty)
        #expect(read(book([[.score(0), .blank(.excused)], [.blank(.missing), .absent]])).doubtful.isEmpty)
        // One learner among their own scores.
        #expect(places(read(book(scores: [[0.8, 0.9, 0, 0.85, 0.9, 0.7]]))) == [[0, 2]])
        // Extra credit and a score far out are scores.
        #expect(read(book(scores: [[1.2, 0.9, 0.1], [0.7, 2, 0.8], [0.5, 0.6, 0.9]])).doubtful.isEmpty)
        for policy in ZeroPolicy.allCases {
            let advice = Engine(priors: .shipped).recommend(
                book(scores: [[0, 0.5], [0, 0]]), settings: RecommendSettings(zeros: policy))
            #expect(advice.learners.count == 2 && advice.learners.allSatisfy { !$0.recommendations.isEmpty })
        }
    }

    /// What is judged are scores, and the model predicts them from what is visible.
    @Test func theBackTestLeavesOutWhatIsMissing() throws {
        var scores = scores(30, 12, questions: 20, seed: 16)
        let planted = plant(0, 0.12, in: &scores, seed: 16)
        let gradebook = book(scores: scores)
        let engine = Engine(priors: .shipped)
        let auto = try #require(engine.recommend(gradebook, settings: RecommendSettings()).backTest)
        let word = try #require(engine.recommend(gradebook, settings: RecommendSettings(zeros: .score)).backTest)
        let late = planted.count { $0[1] >= 7 }
        #expect(word.cells == 150)
        #expect(abs(Double(auto.cells - (150 - late))) <= 3, "\(auto.cells), \(late)")
        #expect(auto.model < 0.7 * word.model)
    }

    /// The record of the input is kept where it has one.
    @Test func rowsAreTheInputs() {
        var scores = scores(12, 8, questions: 20, seed: 17)
        scores[2][3] = 0
        var log = EvidenceLog()
        for j in 0..<8 { log.intern(Item(id: "i\(j)", title: "I \(j)", maximum: 20)) }
        var row: Int32 = 0
        for i in scores.indices {
            let learner = log.intern(Learner(id: "l\(i)"))
            for j in 0..<8 {
                row += 1
                log.append(
                    Event(learner: learner, item: Int32(j), status: .scored, score: scores[i][j], row: row))
            }
        }
        let work = read(Gradebook(log).selecting(Array((0..<12).reversed())))
        #expect(work.doubtful.map(\.row) == [20])
    }
}
