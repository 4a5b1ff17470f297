import Foundation
import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// A plan held against a new gradebook.
struct SinceReadingTests {
    /// Eight learners on a topic: three columns that were there, one that is new.
    private static let scores: [[Double]] = [
        [0.2, 0.3, 0.4, 0.5], [0.4, 0.4, 0.5, 0.6], [0.5, 0.6, 0.4, 0.4], [0.6, 0.5, 0.7, 0.9],
        [0.7, 0.8, 0.6, 0.7], [0.8, 0.7, 0.9, 0.8], [0.9, 0.8, 0.7, 0.9], [0.3, 0.5, 0.4, 0.2],
    ]
    private static let items = (0..<4).map { place in
        Item(id: padded("I", place, 4), title: "Quiz \(place + 1)", skills: [SkillWeight(skill: "Ratios")], maximum: 20)
    }
    private let gradebook = book(scores: SinceReadingTests.scores, items: SinceReadingTests.items)
    private let before = AdvicePlan.Chance(success: 0.5, deviation: 0.1)

    private func task(_ learner: Int, _ item: Int, _ mode: Mode, _ happened: Happened?) -> AdvicePlan.Task {
        let had = item < 3 ? Self.scores[learner][item] : nil
        return AdvicePlan.Task(
            learner: padded("L", learner, 3), rank: 1, item: padded("I", item, 4), topic: "Ratios", mode: mode,
            minutes: 30, had: had, expected: AdvicePlan.Chance(success: 0.6, deviation: 0.1), columnMean: 0.5,
            before: AdvicePlan.Chance(success: 0.4 + 0.02 * Double(learner), deviation: 0.1), happened: happened)
    }

    private func plan(_ tasks: [AdvicePlan.Task], forecasts: [AdvicePlan.Forecast] = []) -> AdvicePlan {
        let standing = AdvicePlan.Standing(scores: 3, masteries: ["ratios": before])
        return AdvicePlan(
            columns: (0..<4).map {
                AdvicePlan.Column(item: padded("I", $0, 4), title: "Quiz \($0 + 1)", scored: $0 < 3 ? 8 : 0)
            },
            standings: Dictionary(uniqueKeysWithValues: (0..<8).map { (padded("L", $0, 3), standing) }), tasks: tasks,
            forecasts: forecasts)
    }

    private func read(_ plan: AdvicePlan, _ book: Gradebook? = nil) -> SinceReport {
        let gradebook = book ?? gradebook
        let profiles = ItemProfile.profiles(of: gradebook)
        return SinceReading(
            plan: plan, gradebook: gradebook, profiles: profiles,
            estimate: ClassEstimate(gradebook: gradebook, profiles: profiles, prior: .shipped),
            belief: ModeBelief(prior: .shipped)
        ).report()
    }

    @Test func onlyForecastsOfScoresThatWereNotThereAreChecked() {
        let forecasts = [
            AdvicePlan.Forecast(learner: "L002", item: "I0003", success: 0.9, deviation: 0.1, columnMean: nil)
        ]
        let report = read(plan([task(0, 1, .either, nil), task(1, 3, .either, nil)], forecasts: forecasts))
        #expect(report.checks.map(\.learner) == [1, 2] && report.checks.allSatisfy { $0.item == 3 })
        #expect(report.checks.map(\.came) == [0.6, 0.4] && report.checks.map(\.predicted) == [0.6, 0.9])
        #expect(report.checks.map(\.isInside) == [true, false])
        #expect(report.check(of: [2]).count == 1)
    }

    @Test func newScoresAndWhatWasDoneAreCounted() {
        var corrected = task(0, 1, .either, nil)
        corrected.had = 0.1
        let report = read(
            plan([corrected, task(1, 1, .either, nil), task(2, 3, .either, nil), task(3, 0, .either, .done(nil))]))
        #expect(report.learners.map(\.newScores) == [1, 1, 1, 1, 1, 1, 1, 1])
        #expect(report.learners.map(\.done) == [1, 0, 1, 1, 0, 0, 0, 0])
        #expect(report.learners.map(\.recommended) == [1, 1, 1, 1, 0, 0, 0, 0])
        #expect(read(plan([task(2, 3, .either, .notDone)])).learners[2].done == 0)
    }

    @Test func topicsMoveByTheirNewScores() throws {
        let report = read(plan([]))
        let rose = report.learners.map { $0.topics[0].rose }
        // .9 after .5 +- .1, and .2 after the same.
        #expect(rose[3] > 0.9 && rose[7] < 0.1, "\(rose)")
        let tally = try #require(report.topics().first)
        #expect(tally.learners == 8 && abs(tally.before - 0.5) < 1e-12 && tally.rose >= 1 && tally.fell >= 1)
        #expect(report.topics(of: [3]).first?.rose == 1 && report.topics(of: []).isEmpty)
    }

    @Test func nothingIsLearntWithoutWhatHappened() {
        let report = read(plan((0..<8).map { task($0, 0, $0 < 4 ? .liveTeacher : .asyncSolo, nil) }))
        #expect(report.gains.isEmpty && report.newGains == 0 && report.waiting.isEmpty)
        #expect(report.told == SinceReport.Told(rows: 8, said: 0, inMode: 0, alone: 0))
    }

    /// Between two in the same way the difference is that of the new scores' log-odds less that of the beliefs before: how
    /// easy the item is falls out.
    @Test func gainsAreTheNewScoresLessTheBeliefBefore() throws {
        let report = read(plan((0..<8).map { task($0, 0, $0 < 4 ? .liveTeacher : .asyncSolo, .done(nil)) }))
        #expect(report.newGains == 8 && report.told.inMode == 8)
        let profiles = ItemProfile.profiles(of: gradebook)
        let questions = ClassEstimate(gradebook: gradebook, profiles: profiles, prior: .shipped).questions(ofItem: 3)
        func logit(_ share: Double) -> Double {
            Foundation.log((questions * share + 0.5) / (questions * (1 - share) + 0.5))
        }
        let then = try [0, 1].map { learner in
            try #require(LogisticNormal.fitting(success: 0.4 + 0.02 * Double(learner), deviation: 0.1)).mean
        }
        let gains = report.gains.map(\.observation.gain)
        #expect(abs(gains[1] - gains[0] - (logit(0.6) - logit(0.5) - then[1] + then[0])) < 1e-6)
        #expect(report.gains.map(\.learner) == (0..<8).map { padded("L", $0, 3) })
    }

    @Test func theItemWorkedOnIsNoEvidenceOfWhatItDid() {
        let report = read(plan((0..<8).map { task($0, 3, $0 < 4 ? .liveTeacher : .asyncSolo, .done(nil)) }))
        #expect(report.gains.isEmpty && report.waiting.count == 8 && report.waiting.allSatisfy { $0.waits == 1 })
    }

    @Test func whatWaitsIsLearntFromWhenAScoreComesAndForgottenInTime() {
        var waiting = (0..<8).map { task($0, 0, $0 < 4 ? .liveTeacher : .asyncSolo, .done(nil)) }
        for place in waiting.indices { waiting[place].waits = 2 }
        #expect(read(plan(waiting)).newGains == 8)
        for place in waiting.indices { (waiting[place].waits, waiting[place].item) = (SinceReading.patience, "I0003") }
        #expect(read(plan(waiting)).waiting.isEmpty)
    }

    @Test func severalWaysAndHalvesSayNothingOfAMode() {
        var tasks = (0..<8).map { task($0, 0, $0 < 4 ? .liveTeacher : .asyncSolo, .done(nil)) }
        var other = task(0, 1, .asyncSolo, .done(nil))
        other.rank = 2
        tasks.append(other)
        tasks[1].happened = .partly
        tasks[2].happened = .done(.blended)
        let report = read(plan(tasks))
        #expect(Set(report.gains.compactMap(\.learner)) == ["L003", "L004", "L005", "L006", "L007"])
    }

    @Test func columnsAndPeopleAreCompared() {
        var old = plan([task(0, 0, .either, nil)])
        old.columns[1].title = "Quiz two"
        old.columns.append(AdvicePlan.Column(item: "I0009", title: "Essay", scored: 3))
        old.columns.remove(at: 3)
        old.standings["L000"] = nil
        old.standings["L999"] = AdvicePlan.Standing(scores: 1)
        old.standings["L007"] = nil
        let change = read(old).change
        #expect(change.renamed == [ClassChange.Renaming(old: "Quiz two", new: "Quiz 2")])
        #expect(change.vanished == ["Essay"] && change.added == ["Quiz 4"])
        #expect(change.goneLearners == 1 && change.newLearners == 1)
    }

    @Test func correctionsAreMade() {
        var log = EvidenceLog()
        let ratios = [SkillWeight(skill: "Ratios")]
        for (id, skills) in [("a", ratios), ("b", []), ("c", [SkillWeight(skill: "Data")])] {
            log.intern(Item(id: id, title: id, skills: skills))
        }
        let plan = AdvicePlan(corrections: [
            .notMyStudent(learner: "L001"), .topicMoved(item: "b", topic: "ratios"),
            .topicMoved(item: "c", topic: "Chance"),
            .topicMoved(item: "gone", topic: "Chance"), .zeroWasReal(learner: "L002", item: "a"),
        ])
        #expect(plan.movedTopics == ["b": "ratios", "c": "Chance", "gone": "Chance"])
        let moved = Gradebook(log).moving(plan.movedTopics)
        #expect(moved.items.map { $0.skills.map(\.skill) } == [["Ratios"], ["Ratios"], ["Chance"]])
        #expect(plan.leavingOut(of: gradebook).learners.map(\.id) == [0, 2, 3, 4, 5, 6, 7].map { padded("L", $0, 3) })
        #expect(plan.realZeros.map(\.learner) == ["L002"] && plan.realZeros.map(\.item) == ["a"])
    }

    @Test func theOrderOfAPlanMakesNoDifference() {
        let tasks = (0..<8).map { task($0, 0, $0 < 4 ? .liveTeacher : .asyncSolo, .done(nil)) }
        let (one, other) = (read(plan(tasks)), read(plan(tasks.reversed())))
        #expect(one.gains == other.gains && one.checks == other.checks && one.learners == other.learners)
    }
}
