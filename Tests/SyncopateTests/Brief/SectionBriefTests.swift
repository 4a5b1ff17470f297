import SyncopateModels
import SyncopateStudents
import Testing

@testable import Syncopate

struct SectionBriefTests {
    private func brief(_ gradebook: Gradebook, _ settings: RecommendSettings = RecommendSettings()) -> ClassBrief {
        Engine(priors: .shipped).brief(gradebook, settings: settings)
    }

    private static let sample = SampleClass(learners: 30, columns: 20, skills: 6, seed: 4).gradebook(mapped: true)

    @Test func everybodyHasOneTaskAndOneOnly() throws {
        let section = try #require(brief(Self.sample).sections.first)
        let given = (section.board + section.exceptions).flatMap { $0.parts.flatMap(\.learners) }
        #expect(given.sorted() == Array(0..<30))
        #expect(section.board.count <= BoardLines.limit)
        #expect(section.board.allSatisfy { $0.count >= BoardLines.leastLearners })
    }

    /// Every figure of a topic counted by hand.
    @Test func topicsCountWhatTheGradebookHas() throws {
        let gradebook = Self.sample
        let section = try #require(brief(gradebook).sections.first)
        let topics = section.reteach + section.discuss + section.undecided + section.had
        #expect(!topics.isEmpty)
        for topic in topics {
            var (scores, atGoal) = (0, 0)
            for learner in gradebook.learners.indices {
                for cell in gradebook.cells(ofLearner: learner)
                where gradebook.statuses[cell] == .scored
                    && gradebook.items[Int(gradebook.columns[cell])].skills.first?.skill == topic.advice.title
                {
                    scores += 1
                    if gradebook.scores[cell] >= 0.7 { atGoal += 1 }
                }
            }
            #expect((topic.scores, topic.scoresAtGoal) == (scores, atGoal))
            #expect(topic.count.upperBound <= 30)
        }
    }

    @Test func groupsAreTheSeatsOfTheAdvice() throws {
        let brief = brief(Self.sample, RecommendSettings(live: LiveTime(sessions: 2, minutes: 20, seats: 5)))
        let section = try #require(brief.sections.first)
        let cohort = try #require(brief.advice.cohorts.first)
        for (number, group) in section.groups.enumerated() {
            let seated = cohort.modes.indices.filter {
                cohort.modes[$0].seat.map { $0.isSeated && $0.session == number } ?? false
            }
            #expect(Set(group.members.map(\.learner)) == Set(seated.map { cohort.learners[$0] }))
            let waiting = group.meanwhile.flatMap { $0.parts.flatMap(\.learners) }
            #expect(Set(waiting).isDisjoint(with: section.groups.flatMap { $0.members.map(\.learner) }))
        }
    }

    @Test func whatComesNextIsLookedAt() throws {
        let section = try #require(brief(Self.sample).sections.first)
        let ready = section.readiness
        #expect(!ready.columns.isEmpty)
        for column in ready.columns {
            #expect(column.low <= column.mean && column.mean <= column.high)
            #expect(column.reachLow <= column.reach && column.reach <= column.reachHigh)
        }
        #expect(ready.unready.allSatisfy { $0.chance < 0.5 })
        #expect(zip(ready.unready, ready.unready.dropFirst()).allSatisfy { $0.chance <= $1.chance })
    }

    /// A goal that nobody is sure of and one that all are: readiness has to follow it.
    @Test func readinessFollowsTheGoal() throws {
        let easy = try #require(brief(Self.sample, RecommendSettings(goal: 0.3)).sections.first).readiness
        let hard = try #require(brief(Self.sample, RecommendSettings(goal: 0.95)).sections.first).readiness
        #expect(easy.unready.count < hard.unready.count)
        #expect(easy.columns[0].reach > hard.columns[0].reach)
    }

    @Test func nothingUpcomingIsNoColumn() throws {
        let rows = (0..<8).map { learner in (0..<5).map { Mark.score(Double(learner + $0) / 14) } }
        let section = try #require(brief(book(rows)).sections.first)
        #expect(section.readiness.columns.isEmpty)
        #expect(section.readiness.unready.isEmpty)
    }

    @Test func degenerateGradebooks() throws {
        #expect(brief(book([])).sections.isEmpty)
        let one = try #require(brief(book(scores: [[0.2, 0.5, 0.9]])).sections.first)
        #expect(one.groups.isEmpty && one.reteach.isEmpty && one.discuss.isEmpty && one.quiet.isEmpty)
        #expect(one.exceptions.count == 1 && one.board.isEmpty)
        let blank = Mark.blank(.unknownBlank)
        let none = try #require(brief(book(Array(repeating: [blank, blank], count: 6))).sections.first)
        #expect(none.scores == 0 && none.withoutScores == 6)
        #expect(none.readiness.columns.count == 2)
        let noItems = try #require(brief(book([[], []])).sections.first)
        #expect(noItems.readiness.columns.isEmpty)
    }

    @Test func sectionsStandApart() {
        let rows = (0..<16).map { learner in (0..<6).map { Mark.score(Double((learner * 7 + $0 * 5) % 11) / 11) } }
        let brief = brief(book(rows, sections: (0..<16).map { $0 % 2 == 0 ? "A" : "B" }))
        #expect(brief.sections.map(\.section) == ["A", "B"])
        for (place, section) in brief.sections.enumerated() {
            #expect(section.learners.allSatisfy { $0 % 2 == place })
            let named =
                section.groups.flatMap { $0.members.map(\.learner) } + section.quiet.map(\.learner) + section.silent
                + (section.board + section.exceptions).flatMap { $0.parts.flatMap(\.learners) }
            #expect(named.allSatisfy { section.learners.contains($0) })
        }
    }

    @Test func settingsAreKeptTo() throws {
        for kind in Setting.Kind.allCases {
            let section = try #require(brief(Self.sample, RecommendSettings(setting: Setting(kind))).sections.first)
            switch kind {
            case .ownTime, .alone: #expect(section.groups.isEmpty)
            case .lecture: #expect(section.groups.allSatisfy { $0.isLesson && $0.members.isEmpty })
            case .classroom, .masteryRoom: #expect(section.groups.allSatisfy { !$0.isLesson })
            }
        }
        let none = try #require(brief(Self.sample, RecommendSettings(live: .none)).sections.first)
        #expect(none.groups.isEmpty)
    }
}
