import TestSupport
import Testing

@testable import Syncopate

struct PracticeHistoryTests {
    typealias Row = PracticeLog.Row

    private static let items: [(id: String, skills: [String])] = ["a1", "a2", "b1", "c1", "d1", "both"].map { ($0, []) }

    private func recommender(_ goals: [Goal] = []) throws -> Recommender {
        Recommender(catalogue: try PracticeTests.catalogue(goals: goals))
    }

    /// The same answers told one by one to the recommender.
    private func told(
        _ recommender: Recommender, _ answers: [(item: String, score: Double, at: Double)]
    ) throws -> PracticeState {
        var state = recommender.newLearner
        for answer in answers {
            let item = try #require(recommender.catalogue.position(ofItem: answer.item))
            recommender.observe(item: item, score: answer.score, at: answer.at, &state)
        }
        return state
    }

    @Test(arguments: PracticeTests.goals) func theOrderOfRowsIsThatOfTimes(_ goals: [Goal]) throws {
        let recommender = try recommender(goals)
        let rows = PracticeLog.rows(Self.items, count: 40, seed: 2)
        let history = PracticeHistory(PracticeLog.log(rows), for: recommender)
        for learner in history.learners {
            let own = rows.filter { $0.learner == learner.learner.id }
            #expect(learner.state == (try told(recommender, own.map { ($0.item, $0.score, $0.at) })))
        }
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<5 {
            let mixed = PracticeHistory(
                PracticeLog.log(rows.shuffled(using: &generator)), for: recommender)
            for learner in history.learners {
                let other = try #require(mixed[learner.learner.id])
                #expect(other.state == learner.state && other.answers == learner.answers)
            }
            #expect(mixed.latest == rows.last?.at)
        }
    }

    /// Without a time an answer comes with the one before it; before the first time, at that time.
    @Test func answersWithoutATime() throws {
        let recommender = try recommender()
        let rows = [
            Row(item: "a1", score: 1), Row(item: "a2", score: 0, at: 3_000_000), Row(item: "b1", score: 1),
            Row(item: "c1", score: 0, at: 2_000_000), Row(item: "d1", score: 1),
        ]
        let history = PracticeHistory(PracticeLog.log(rows), for: recommender)
        let learner = try #require(history.learners.first)
        #expect(learner.answers.map(\.itemID) == ["a1", "c1", "d1", "a2", "b1"])
        #expect(learner.answers.map(\.at.isNaN) == [true, false, true, false, true])
        let told = try told(
            recommender,
            [
                ("a1", 1, 2_000_000), ("c1", 0, 2_000_000), ("d1", 1, 2_000_000), ("a2", 0, 3_000_000),
                ("b1", 1, 3_000_000),
            ])
        #expect(learner.state == told)
        #expect(history.latest == 3_000_000)
    }

    /// A log without times says nothing of when: told the moment, nothing has been forgotten by then.
    @Test func aLogWithoutTimesCountsAsOfTheMoment() throws {
        let recommender = try recommender([Goal(id: "r", purpose: .remember), Goal(id: "m")])
        let log = PracticeLog.log([Row(item: "a1", score: 1), Row(item: "a2", score: 1)])
        let moment = 1_700_000_000.0
        let history = PracticeHistory(log, for: recommender, undated: moment)
        #expect(history.latest == nil)
        #expect(history.learners[0].state == (try told(recommender, [("a1", 1, moment), ("a2", 1, moment)])))
        let advice = recommender.advise(history.learners[0].state, at: moment)
        #expect(advice.known[0] > 0.8 && advice.recall[0] > 0.999)
        // Where nobody says when, all is of one moment too.
        let alone = PracticeHistory(log, for: recommender).learners[0].state
        #expect(recommender.advise(alone, at: .nan).known == advice.known)
    }

    @Test func whatIsNotInTheCatalogueIsCounted() throws {
        let recommender = try recommender()
        let history = PracticeHistory(
            PracticeLog.log([
                Row(item: "old", score: 1, at: 1), Row(item: "a1", score: 1, at: 2),
                Row(item: "older", score: 0, at: 3),
                Row(item: "old", score: 1, at: 4), Row(learner: "bob", item: "old", score: 1, at: 9),
                Row(item: "blank", score: .nan, status: .unknownBlank),
            ]), for: recommender)
        #expect(history.unmatched == ["old", "older"] && history.unmatchedAnswers == 4)
        #expect(history.learners.map(\.answers.count) == [1, 0])
        #expect(history.latest == 9)
        let bob = try #require(history["bob"])
        #expect(bob.state == recommender.newLearner && history["nobody"] == nil)
    }

    /// What is gone from the catalogue still tells of its skills, but is no item that was had.
    @Test func skillsInTheLogCountWhereTheItemIsGone() throws {
        let recommender = try recommender()
        let history = PracticeHistory(
            PracticeLog.log([
                Row(item: "gone", score: 1, at: 10, skills: ["a", "d"]), Row(item: "b", score: 1, at: 20),
            ]), for: recommender)
        let learner = try #require(history.learners.first)
        #expect(history.unmatched.isEmpty && learner.answers.map(\.item) == [nil, nil])
        #expect(
            learner.answers[0].skills.map(\.skill) == [0, 3] && learner.answers[0].skills.map(\.weight) == [0.5, 0.5])
        // An item without skills stands for the skill of its name.
        #expect(learner.answers[1].skills.map(\.skill) == [1])
        #expect(learner.state.items.isEmpty && learner.state.attempts == 0 && learner.state.last == 20)
        #expect(learner.state.knowledge.attempts == [0.5, 1, 0, 0.5])
        #expect(learner.state.knowledge.known[0] > recommender.newLearner.knowledge.known[0])
    }

    /// Presence is no evidence of mastery, in the catalogue or out of it.
    @Test func attendanceTeachesNothing() throws {
        let recommender = Recommender(
            catalogue: try Catalogue(
                skills: [Skill(id: "a", title: "A")],
                items: [
                    Item(id: "a1", title: "A 1", skills: [SkillWeight(skill: "a")]),
                    Item(id: "roll", title: "Roll", skills: [SkillWeight(skill: "a")], kind: .attendance),
                ]))
        var log = EvidenceLog()
        let learner = log.intern(Learner(id: "ada"))
        let roll = log.intern(Item(id: "roll", title: "Roll"))
        let other = log.intern(
            Item(id: "bonus", title: "Bonus", skills: [SkillWeight(skill: "a")], kind: .bonus))
        for item in [roll, other] { log.append(Event(learner: learner, item: item, status: .scored, score: 1, at: 5)) }
        let history = PracticeHistory(log, for: recommender)
        #expect(history.learners[0].state.knowledge == recommender.newLearner.knowledge)
        #expect(history.learners[0].state.items.positions == [1] && history.unmatched.isEmpty)
        #expect(history.learners[0].answers.map(\.skills.count) == [0])
    }

    @Test func aNewDayBeginsWithAnyAnswer() throws {
        let recommender = try recommender()
        let history = PracticeHistory(
            PracticeLog.log([
                Row(item: "a1", score: 1, at: 1_000), Row(item: "a2", score: 1, at: 2_000),
                Row(item: "gone", score: 1, at: 90_000, skills: ["a"]),
            ]), for: recommender)
        // Four minutes were practised the day before, none that is known of on this one.
        #expect(history.learners[0].state.minutes == 0)
    }

    @Test func exposuresCountLearners() throws {
        let recommender = try recommender([Goal(id: "test", purpose: .measure)])
        let history = PracticeHistory(
            PracticeLog.log([
                Row(item: "a1", score: 1, at: 1), Row(item: "a1", score: 1, at: 2), Row(item: "a2", score: 1, at: 3),
                Row(learner: "bob", item: "a1", score: 0, at: 3),
            ]), for: recommender)
        let exposures = history.exposures(recommender)
        #expect(exposures.learners == 2 && Array(exposures.counts.prefix(3)) == [2, 1, 0])
        #expect(exposures.share == 0.55)
    }
}
