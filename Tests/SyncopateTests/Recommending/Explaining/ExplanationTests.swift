import TestSupport
import Testing

@testable import Syncopate

/// What is explained is what is advised, and what is said to change it does.
struct ExplanationTests {
    private static let settings = [
        PracticeSettings(), PracticeSettings(minutesADay: 6), PracticeSettings(mostInARow: 2, likeness: .skill),
        PracticeSettings(pinned: ["c", "d1"], banned: ["a2", "b"]), PracticeSettings(choices: 4, nearness: 0.6),
    ]

    /// Every kind of goal with the usual settings, and all settings with goals of two kinds.
    private static let kinds: [(goals: [Goal], settings: PracticeSettings)] =
        PracticeTests.goals.map { ($0, settings[0]) } + settings.dropFirst().map { (PracticeTests.goals[4], $0) }

    /// A catalogue, a learner after some answers, and a moment.
    private func cases(
        _ goals: [Goal], _ settings: PracticeSettings
    ) throws -> [(recommender: Recommender, learner: LearnerPractice, moment: Double)] {
        var items = try PracticeTests.catalogue().items
        items[4].requires = ["a1", "b1"]
        let catalogue = try Catalogue(
            skills: PracticeTests.catalogue().skills.map { skill in
                Skill(id: skill.id, title: skill.title, requires: skill.requires)
            }, items: items, goals: goals)
        let recommender = Recommender(catalogue: catalogue, settings: settings)
        var generator = SeededGenerator(seed: 17)
        return [(0, 0.0), (1, 0), (9, 3), (25, 0), (25, 3)].map { answers, days in
            let state = PracticeTests.learner(recommender, &generator, answers: answers)
            let learner = LearnerPractice(learner: Learner(id: "ada"), state: state, answers: [])
            let last = state.last.isFinite ? state.last : 1_700_000_000
            return (recommender, learner, last + days * PracticeTests.day)
        }
    }

    @Test(arguments: kinds) func explanationsAreTheAdvice(
        _ goals: [Goal], _ settings: PracticeSettings
    ) throws {
        var places = 0
        var refusals = 0
        for (recommender, learner, moment) in try cases(goals, settings) {
            let advice = recommender.advise(learner.state, learner: "ada", at: moment, limit: 100, seed: 3)
            var withheld: [Withheld: Int] = [:]
            for item in recommender.catalogue.items.indices {
                let explained = try #require(recommender.explain(item: item, for: learner, at: moment, seed: 3))
                let place = advice.choices.firstIndex { $0.item == item }
                #expect(explained.rank == place.map { $0 + 1 })
                #expect(explained.candidates == advice.choices.count)
                #expect((explained.withheld == nil) == (place != nil))
                if let reason = explained.withheld { withheld[reason, default: 0] += 1 }
                let sum = explained.choice.terms.reduce(0) { $0 + $1.value }
                #expect(abs(sum - explained.choice.score) < 1e-9)
                if let place {
                    places += 1
                    expectSame(explained.choice, advice.choices[place])
                }
                if let first = explained.first {
                    expectSame(first, try #require(advice.choices.first))
                } else {
                    #expect(advice.choices.isEmpty || advice.choices[0].item == item)
                }
            }
            #expect(withheld == advice.withheld)
            refusals += withheld.count
        }
        #expect(places > 20 && (refusals > 0 || goals.contains { $0.purpose == .remember }))
    }

    /// Figures of a product of matrices and of a plain loop may differ where they are rounded.
    private func expectSame(_ one: PracticeChoice, _ other: PracticeChoice) {
        #expect(one.item == other.item && one.action == other.action && one.minutes == other.minutes)
        #expect(one.terms == other.terms && one.score == other.score && one.propensity == other.propensity)
        #expect(abs(one.success - other.success) < 2e-6 && one.reasons == other.reasons)
    }

    /// Every change is made for real, by the answers it speaks of and nothing else, and advised on.
    @Test(arguments: kinds) func changesAreTrue(
        _ goals: [Goal], _ settings: PracticeSettings
    ) throws {
        var seen = 0
        for (recommender, learner, moment) in try cases(goals, settings) {
            for item in stride(from: 0, to: 13, by: 2) {
                let explained = try #require(recommender.explain(item: item, for: learner, at: moment, seed: 3))
                for change in explained.changes {
                    var state = learner.state
                    var then = moment
                    switch change.event {
                    case .right(let times):
                        for _ in 0..<times { recommender.observe(item: item, score: 1, at: moment, &state) }
                    case .wrong(let times):
                        for _ in 0..<times { recommender.observe(item: item, score: 0, at: moment, &state) }
                    case .done(let items):
                        #expect(items == explained.waitingFor)
                        for other in items { recommender.observe(item: other, score: 1, at: moment, &state) }
                    case .days(let days): then += Double(days) * PracticeTests.day
                    case .mastered(let skill):
                        // Without time gone by there is nothing to forget between the answers and the moment.
                        guard state.last == moment || !state.last.isFinite else { continue }
                        state.knowledge.setKnown(skill, 1)
                    }
                    seen += 1
                    expect(
                        change, item, recommender.advise(state, learner: "ada", at: then, limit: 100, seed: 3),
                        recommender)
                }
            }
        }
        #expect(seen > 50)
    }

    private func expect(
        _ change: PracticeChange, _ item: Int, _ advice: PracticeAdvice, _ recommender: Recommender
    ) {
        let place = advice.choices.firstIndex { $0.item == item }
        #expect(change.rank == place.map { $0 + 1 })
        #expect(change.first == advice.choices.first?.item)
        #expect((change.withheld == nil) == (place != nil))
        if let reason = change.withheld { #expect(advice.withheld[reason, default: 0] > 0) }
        if let place { #expect(abs(change.score - advice.choices[place].score) < 1e-5) }
        let weightiest = recommender.catalogue.itemSkills[item].max { $0.weight < $1.weight }?.skill ?? 0
        #expect(change.known == advice.known[weightiest])
    }

    /// A skill that turns out to be mastered leaves what is believed of the others alone, however long ago they were
    /// practised.
    @Test(arguments: PracticeTests.goals) func nothingIsForgottenTwice(_ goals: [Goal]) throws {
        var seen = 0
        for (recommender, learner, moment) in try cases(goals, PracticeSettings()) {
            let advice = recommender.advise(learner.state, learner: "ada", at: moment)
            for item in recommender.catalogue.items.indices where recommender.catalogue.itemSkills[item].count == 1 {
                let explained = try #require(recommender.explain(item: item, for: learner, at: moment))
                let skill = recommender.catalogue.itemSkills[item][0].skill
                for change in explained.changes {
                    guard case .mastered(let parent) = change.event else { continue }
                    #expect(recommender.knowledge.graph.parents[skill].map(\.skill) == [parent])
                    #expect(advice.known[parent] < 0.95 && change.known == advice.known[skill])
                    seen += 1
                }
            }
        }
        #expect(seen > 10 || !goals.contains { $0.purpose == .master })
    }

    /// Of answers in a row, those before the one that is told change nothing of what is asked.
    @Test func turnsAreTheFirst() throws {
        var turns = 0
        for (recommender, learner, moment) in try cases([], PracticeSettings()) {
            let skills = recommender.catalogue.itemSkills
            for item in skills.indices {
                func isFirst(_ state: PracticeState) -> (Bool, Bool) {
                    let advice = recommender.advise(state, learner: "ada", at: moment, limit: 100)
                    let first = advice.choices.first.map { skills[$0.item] == skills[item] } ?? false
                    return (first, advice.choices.contains { $0.item == item })
                }
                let explained = try #require(recommender.explain(item: item, for: learner, at: moment))
                for (score, times) in explained.changes.compactMap(Self.run) where times > 1 {
                    var state = learner.state
                    let before = isFirst(state)
                    for _ in 1..<times {
                        recommender.observe(item: item, score: score, at: moment, &state)
                        #expect(isFirst(state) == before)
                    }
                    recommender.observe(item: item, score: score, at: moment, &state)
                    #expect(isFirst(state) != before)
                    turns += 1
                }
            }
        }
        #expect(turns > 5)
    }

    private static func run(_ change: PracticeChange) -> (Double, Int)? {
        switch change.event {
        case .right(let times): (1, times)
        case .wrong(let times): (0, times)
        default: nil
        }
    }

    /// What is told of the answers, worked out by hand: 1, 0 and a half on `a1`, a share of a third from `both`.
    @Test func theEvidence() throws {
        let recommender = Recommender(catalogue: try PracticeTests.catalogue())
        let rows = [("a1", 1.0, 100.0), ("both", 1, 200), ("a1", 0, 300), ("d1", 1, 350), ("a2", 0.5, .nan)].map {
            PracticeLog.Row(item: $0.0, score: $0.1, at: $0.2)
        }
        let history = PracticeHistory(PracticeLog.log(rows), for: recommender)
        let explained = try #require(recommender.explain(item: 0, for: history.learners[0], at: 400))
        let standing = try #require(explained.skills.first)
        #expect(explained.skills.count == 1 && standing.weight == 1 && standing.skill == 0)
        #expect(standing.answers == 4 && abs(standing.attempts - (3 + 1.0 / 3)) < 1e-12)
        #expect(abs((standing.meanScore ?? 0) - (1 + 1.0 / 3 + 0 + 0.5) / (3 + 1.0 / 3)) < 1e-12)
        #expect(standing.lastScores == [1, 1, 0, 0.5] && standing.last == 300)
        #expect(standing.missing.isEmpty && standing.unlocks == [1, 2] && standing.readiness == 1)
        #expect(explained.practice?.attempts == 2 && explained.practice?.lastScore == 0)
        #expect(explained.waitingFor.isEmpty && explained.minutesLeft == nil)
        // The item was the third and the fifth from the end: a tenth by three, and by five.
        #expect(abs(explained.repeated - (0.1 / 3 + 0.1 / 5)) < 1e-12)

        let other = try #require(recommender.explain(item: 6, for: history.learners[0], at: 400))
        let first = try #require(other.skills.first)
        #expect(first.answers == 0 && first.meanScore == nil && first.last == nil && first.lastScores.isEmpty)
        #expect(first.missing.map(\.skill) == [1] && first.unlocks.isEmpty)
        let both = try #require(recommender.explain(item: 12, for: history.learners[0], at: 400))
        #expect(both.skills.map(\.skill) == [3, 0])
    }

    @Test func whatItWaitsForAndTheMinutesLeft() throws {
        let items = [
            Item(id: "x", title: "X", minutes: 4), Item(id: "y", title: "Y", minutes: 4, requires: ["x"]),
        ]
        let recommender = Recommender(
            catalogue: try Catalogue(skills: [], items: items), settings: PracticeSettings(minutesADay: 10))
        var learner = LearnerPractice(new: Learner(id: "ada"), for: recommender)
        let waiting = try #require(recommender.explain(item: 1, for: learner, at: 1_000))
        #expect(waiting.withheld == .requires && waiting.rank == nil && waiting.waitingFor == [0])
        #expect(waiting.first?.item == 0 && waiting.minutesLeft == 10)
        let done = try #require(waiting.changes.first { $0.event == .done(items: [0]) })
        #expect(done.withheld == nil && done.rank != nil)
        for _ in 0..<2 { recommender.observe(item: 0, score: 1, at: 1_000, &learner.state) }
        let later = try #require(recommender.explain(item: 1, for: learner, at: 1_000))
        #expect(later.withheld == .minutes && later.minutesLeft == 2 && later.waitingFor.isEmpty)
        #expect(later.first == nil && later.candidates == 0)
        let tomorrow = try #require(later.changes.first { $0.event == .days(1) })
        #expect(tomorrow.withheld == nil)
    }

    @Test func whatNobodyCanChangeAndWhatIsNotThere() throws {
        let recommender = Recommender(
            catalogue: try PracticeTests.catalogue(goals: [Goal(id: "a", skills: ["a"])]),
            settings: PracticeSettings(banned: ["a2"]))
        let learner = LearnerPractice(new: Learner(id: "ada"), for: recommender)
        let banned = try #require(recommender.explain(item: 1, for: learner, at: 0))
        #expect(banned.withheld == .banned && banned.changes.isEmpty)
        let aside = try #require(recommender.explain(item: 9, for: learner, at: 0))
        #expect(aside.withheld == .noGoal && aside.changes.isEmpty)
        #expect(recommender.explain(item: -1, for: learner, at: 0) == nil)
        #expect(recommender.explain(item: 13, for: learner, at: 0) == nil)
    }
}
