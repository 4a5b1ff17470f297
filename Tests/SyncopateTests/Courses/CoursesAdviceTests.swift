import SyncopateModels
import SyncopateStudents
import Testing

@testable import Syncopate

/// Learners who are in several courses at once.
struct CoursesAdviceTests {
    private let engine = Engine(priors: .shipped)

    /// Two halves of a sample class as courses of their own.
    private func halves(seed: UInt64) -> (whole: Gradebook, parts: [Gradebook], columns: [Range<Int>]) {
        let whole = SampleClass(learners: 24, columns: 17, skills: 4, seed: seed).gradebook(mapped: false)
        let columns = [0..<9, 9..<17]
        let parts = columns.map { range in
            var log = EvidenceLog()
            for learner in whole.learners { log.intern(learner) }
            for item in whole.items[range] { log.intern(item) }
            for i in whole.learners.indices {
                for cell in whole.cells(ofLearner: i) where range.contains(Int(whole.columns[cell])) {
                    log.append(
                        Event(
                            learner: Int32(i), item: whole.columns[cell] - Int32(range.lowerBound),
                            status: whole.statuses[cell], score: whole.scores[cell]))
                }
            }
            return Gradebook(log)
        }
        return (whole, parts, columns)
    }

    @Test func joiningCoursesGivesTheWhole() {
        let (whole, parts, columns) = halves(seed: 3)
        let joined = JoinedCourses(parts, namesTopics: [false, false])
        #expect(joined.gradebook.marks == whole.marks)
        #expect(joined.items == columns && joined.shared == [24, 24])
        #expect(joined.learners.allSatisfy { $0 == Array(0..<24) })
    }

    /// A part of an estimate believes of its learners and items what the whole does.
    @Test(arguments: [false, true]) func aPartBelievesWhatTheWholeDoes(isMapped: Bool) {
        let book = SampleClass(learners: 20, columns: 17, skills: 4, seed: 5).gradebook(mapped: isMapped)
        let whole = estimate(book)
        let learners = [7, 2, 11]
        let items = [12, 3, 4, 0, 15]
        let part = whole.part(learners: learners, items: items)
        #expect(part.hasSkillMap == isMapped)
        for (row, learner) in learners.enumerated() {
            for (column, item) in items.enumerated() {
                #expect(part.prediction(learner: row, item: column) == whole.prediction(learner: learner, item: item))
                #expect(
                    part.topic(ofItem: column).map { part.skills[$0].title }
                        == whole.topic(ofItem: item).map { whole.skills[$0].title })
            }
            for (skill, named) in part.skills.enumerated() {
                let place = whole.skills.firstIndex { $0.id == named.id } ?? 0
                #expect(
                    part.mastery(learner: row, skill: skill).success
                        == whole.mastery(learner: learner, skill: place).success)
            }
        }
        for (a, first) in items.enumerated() {
            for (b, second) in items.enumerated() {
                #expect(abs(part.coefficient(of: a, on: b) - whole.coefficient(of: first, on: second)) < 1e-12)
            }
        }
        let counts = part.scoresPerSkill(cohort: [0, 1, 2])
        #expect(counts.allSatisfy { $0 >= 0 } && counts.reduce(0, +) <= learners.count * items.count)
        #expect(part.scoreCounts.count == 3)
    }

    /// Where a course has hardly begun, what its learners did in another one tells how its late scores will be.
    @Test func whatIsDoneElsewhereCountsWhereItTells() {
        var counted = 0
        for seed in 20..<30 as Range<UInt64> {
            let (_, parts, _) = halves(seed: seed)
            // Of the second course only its first two and last four columns have been worked on.
            let sparse = parts[1].keeping { _, cell in ![2, 3].contains(parts[1].columns[cell]) }
            let advice = engine.recommend(
                [("first", parts[0]), ("second", sparse)], settings: RecommendSettings())
            #expect(advice.map(\.course) == ["first", "second"])
            let others = advice[1].otherCourses
            #expect(others?.learners == 24)
            if others?.count == true { counted += 1 }
            if let others, let with = others.errorWith, let without = others.errorWithout {
                #expect(others.count == (with < 0.99 * without))
            }
        }
        #expect(counted >= 5)
    }

    /// Nobody in common: each course is advised as if it were alone.
    @Test func coursesWithoutSharedLearners() {
        let (_, parts, _) = halves(seed: 8)
        var log = EvidenceLog()
        for learner in parts[1].learners { log.intern(Learner(id: "other " + learner.id)) }
        for item in parts[1].items { log.intern(item) }
        for i in parts[1].learners.indices {
            for cell in parts[1].cells(ofLearner: i) {
                log.append(
                    Event(
                        learner: Int32(i), item: parts[1].columns[cell], status: parts[1].statuses[cell],
                        score: parts[1].scores[cell]))
            }
        }
        let other = Gradebook(log)
        let together = engine.recommend(
            [("first", parts[0]), ("second", other)], settings: RecommendSettings())
        for (advice, book) in zip(together, [parts[0], other]) {
            let alone = engine.recommend(book, settings: RecommendSettings())
            #expect(advice.learners == alone.learners && advice.otherCourses == nil)
        }
    }

    @Test func noCourseAndEmptyCourses() {
        #expect(engine.recommend([], settings: RecommendSettings()).isEmpty)
        let nothing = Gradebook(EvidenceLog())
        let advice = engine.recommend([("a", nothing), ("b", nothing)], settings: RecommendSettings())
        #expect(advice.count == 2 && advice.allSatisfy(\.learners.isEmpty))
    }

    /// A column that is gone is evidence still, and nobody's next item.
    @Test func closedColumnsAreNotRecommended() throws {
        let open = book([[.score(0.2), .score(0.3)], [.score(0.9), .blank(.unknownBlank)], [.score(1), .score(0.8)]])
        var log = EvidenceLog()
        for learner in open.learners { log.intern(learner) }
        for (place, item) in open.items.enumerated() {
            var item = item
            item.isClosed = place == 0
            log.intern(item)
        }
        for i in open.learners.indices {
            for cell in open.cells(ofLearner: i) {
                log.append(
                    Event(
                        learner: Int32(i), item: open.columns[cell], status: open.statuses[cell],
                        score: open.scores[cell]))
            }
        }
        let advice = engine.recommend(Gradebook(log), settings: RecommendSettings())
        for learner in advice.learners { #expect(!learner.recommendations.contains { $0.item == 0 }) }
        #expect(try #require(advice.learners.first).scores == 2)
    }
}
