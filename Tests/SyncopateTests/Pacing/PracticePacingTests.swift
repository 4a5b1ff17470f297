import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct PracticePacingTests {
    private let catalogue: Catalogue
    private let recommender: Recommender

    init() throws {
        catalogue = try Catalogue(
            skills: [
                Skill(id: "base", title: "Base"),
                Skill(id: "next", title: "Next", requires: [Prerequisite(skill: "base")]),
            ],
            items: [
                Item(id: "b", title: "b", skills: [SkillWeight(skill: "base")]),
                Item(id: "n", title: "n", skills: [SkillWeight(skill: "next")]),
            ], goals: [Goal(id: "all")])
        recommender = Recommender(catalogue: catalogue, settings: PracticeSettings())
    }

    /// Somebody who answered so on an item, again and again.
    private func learner(_ id: String, section: String = "", _ answers: [(item: Int, score: Double, count: Int)])
        -> LearnerPractice
    {
        var practice = LearnerPractice(new: Learner(id: id, section: section), for: recommender)
        var time = 0.0
        for answer in answers {
            for _ in 0..<answer.count {
                time += 60
                recommender.observe(item: answer.item, score: answer.score, at: time, &practice.state)
            }
        }
        return practice
    }

    private func advise(
        _ learners: [LearnerPractice], _ kind: Setting.Kind = .classroom, live: LiveTime = .usual
    ) -> (cohorts: [PracticePacing.Cohort], modes: [ModeAdvice]) {
        let advice = recommender.advise(
            learners.map { (id: $0.learner.id, state: $0.state) }, at: .nan, limit: 2, exposures: nil, seed: 0)
        return PracticePacing(recommender, setting: Setting(kind), live: live, evidence: ModeEvidence(prior: .shipped))
            .advise(learners, advice: advice, at: .nan)
    }

    private var stuck: [(item: Int, score: Double, count: Int)] { [(0, 1, 8), (1, 0, 20)] }
    private var done: [(item: Int, score: Double, count: Int)] { [(0, 1, 8), (1, 1, 8)] }

    @Test func whoIsStuckMeetsAndWhoHasItDoesNot() throws {
        let people = [learner("a", stuck), learner("b", done), learner("c", stuck), learner("d", done)]
        let (cohorts, modes) = advise(people, live: LiveTime(sessions: 1, minutes: 30, seats: 2))
        #expect(cohorts.map(\.sessions) == [[1]])
        #expect(modes.map { $0.seat?.isSeated == true } == [true, false, true, false])
        #expect(modes[0].mode == .liveTeacher && modes[0].reasons.map(\.code).contains("stuck_and_ready"))
        #expect(modes[0].strengths.map(\.code).contains("way_out"))
        #expect(modes[1].reasons.map(\.code).contains("has_topic"))
        #expect(modes.allSatisfy { $0.isCollective })
    }

    @Test func aLoneUserHasNoCohort() throws {
        for (people, kind) in [
            ([learner("a", stuck)], Setting.Kind.classroom), ([learner("a", stuck), learner("b", stuck)], .alone),
        ] {
            let (cohorts, modes) = advise(people, kind)
            #expect(cohorts.allSatisfy { $0.sessions.isEmpty })
            for mode in modes {
                #expect(mode.mode == .asyncSolo && !mode.isCollective && mode.blend == 0 && mode.best == 1)
                #expect(mode.reasons == [.noCohort] && mode.alternatives.isEmpty)
                #expect(mode.risks.map(\.code).contains("nobody_to_ask"))
            }
        }
    }

    @Test func sectionsMeetAmongThemselves() {
        let people = [
            learner("a", section: "A", stuck), learner("b", section: "B", stuck), learner("c", section: "A", stuck),
            learner("d", section: "B", done),
        ]
        let (cohorts, modes) = advise(people)
        #expect(cohorts.map(\.section) == ["A", "B"] && cohorts.map(\.learners) == [[0, 2], [1, 3]])
        #expect(modes.map { $0.seat?.isSeated == true } == [true, true, true, false])
    }

    @Test(arguments: Setting.Kind.allCases) func everySettingIsItself(_ kind: Setting.Kind) {
        let people = [learner("a", stuck), learner("b", done), learner("c", [(0, 0, 3)])]
        for mode in advise(people, kind).modes {
            switch kind {
            case .classroom: #expect([.asyncSolo, .either, .liveTeacher].contains(mode.mode))
            case .lecture: #expect(mode.mode == .liveTeacher && mode.arrangement.space == .whole)
            case .masteryRoom:
                #expect([.parallel, .liveTeacher].contains(mode.mode) && mode.arrangement.time == .shared)
            case .ownTime: #expect(mode.mode.courseMode == "asynchronous" && mode.isCollective)
            case .alone: #expect(mode.mode == .asyncSolo && !mode.isCollective)
            }
        }
        #expect(advise([], kind).modes.isEmpty)
    }
}
