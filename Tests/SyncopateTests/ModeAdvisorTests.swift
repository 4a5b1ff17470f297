import Foundation
import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

struct ModeAdvisorTests {
    private func advise(
        _ gradebook: Gradebook, live: LiveTime = .usual, goal: Double = 0.7, seed: UInt64 = 0
    ) -> ClassAdvice {
        Engine(priors: .shipped).recommend(
            gradebook, settings: RecommendSettings(goal: goal, live: live, seed: seed))
    }

    private func codes(_ advice: ModeAdvice) -> [String] { advice.reasons.map(\.code) }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func neverNoMatterForEverybody(seed: UInt64) {
        for (learners, mapped) in [(2, true), (5, false), (30, true), (30, false)] {
            let advice = advise(SampleClass(learners: learners, seed: seed).gradebook(mapped: mapped), seed: seed)
            for cohort in advice.cohorts {
                #expect(cohort.modes.contains { $0.mode != .either })
                #expect(cohort.modes.count == cohort.learners.count)
                #expect(cohort.independence.count == cohort.learners.count)
            }
        }
    }

    @Test func aClassHasALiveGroupOfTheStatedSize() throws {
        for seats in [1, 4, 6] {
            let advice = advise(
                SampleClass(seed: 3).gradebook(mapped: true), live: LiveTime(sessions: 1, minutes: 30, seats: seats),
                goal: 0.9)
            let cohort = try #require(advice.cohorts.first)
            #expect(cohort.sessions.count == 1)
            let live = cohort.modes.filter { $0.mode == .liveTeacher }
            #expect(live.count == seats)
            #expect(live.allSatisfy { $0.seat?.isSeated == true && $0.topic != nil })
            #expect(cohort.modes.allSatisfy { ($0.mode == .liveTeacher) == ($0.seat?.isSeated == true) })
        }
    }

    @Test func everyModeHasAReason() throws {
        let advice = advise(SampleClass(seed: 3).gradebook(mapped: true), goal: 0.9)
        for mode in try #require(advice.cohorts.first).modes {
            let codes = codes(mode)
            #expect(codes.contains("evidence_from"))
            #expect(codes.contains("handed_in") || codes.contains("independence_unknown"))
            switch mode.mode {
            case .liveTeacher:
                #expect(!codes.filter { ["among_best", "drawn_by_lot", "seat_for_all"].contains($0) }.isEmpty)
            case .asyncSolo: #expect(codes.contains("gains_least"))
            case .either: #expect(codes.contains("not_separated"))
            default: Issue.record("\(mode.mode)")
            }
        }
    }

    @Test func oneLearnerIsNeverLive() throws {
        let whole = SampleClass(learners: 5, seed: 2).gradebook(mapped: true)
        for learner in 0..<5 {
            let advice = advise(whole.selecting([learner]), goal: 0.95)
            let mode = try #require(advice.cohorts.first?.modes.first)
            #expect(mode.mode == .asyncSolo && !mode.isCollective && mode.seat == nil)
            #expect(codes(mode) == ["no_cohort"])
            #expect(advice.learners[0].recommendations.allSatisfy { $0.mode == .asyncSolo })
        }
    }

    @Test func sectionsAreCohorts() {
        let sections = ["B", "A", "B", "", "A", "C", "B"]
        var generator = TestSupport.SeededGenerator(seed: 2)
        let rows = sections.map { _ in (0..<6).map { _ in Mark.score(Double(generator.next() % 11) / 10) } }
        let advice = advise(book(rows, sections: sections), goal: 0.9)
        #expect(advice.cohorts.map(\.section) == ["B", "A", "", "C"])
        #expect(advice.cohorts.map(\.learners) == [[0, 2, 6], [1, 4], [3], [5]])
        #expect(advice.learners.map(\.learner) == Array(0..<7))
        for alone in [3, 5] { #expect(!advice.learners[alone].mode.isCollective) }
    }

    /// Nobody has a score: nothing tells anybody apart, so the seats are drawn by lot and every reason says so.
    @Test(arguments: [0.6, 0.7, 0.8, 0.9])
    func withoutScoresTheLotIsDrawnAndSaid(goal: Double) throws {
        let gradebook = book((0..<12).map { _ in [] }, items: ClassEstimateTests.work(4))
        let advice = advise(gradebook, goal: goal)
        let cohort = try #require(advice.cohorts.first)
        let seated = cohort.modes.filter { $0.seat?.isSeated == true }
        #expect(seated.count == 6)
        for mode in cohort.modes {
            #expect(codes(mode).contains("drawn_by_lot"))
            #expect(codes(mode).contains("independence_unknown"))
            #expect(mode.seat?.propensity == 0.5)
        }
        var drawn: Set<[Bool]> = []
        for seed in 0..<8 as Range<UInt64> {
            let modes = try #require(self.advise(gradebook, goal: goal, seed: seed).cohorts.first).modes
            drawn.insert(modes.map { $0.seat?.isSeated == true })
        }
        #expect(drawn.count > 4)
    }

    @Test func withoutLiveTimeNobodyMeets() throws {
        let sample = SampleClass(seed: 3).gradebook(mapped: true)
        for live in [LiveTime(sessions: 0, minutes: 30, seats: 6), LiveTime(sessions: 1, minutes: 30, seats: 0)] {
            let advice = advise(sample, live: live, goal: 0.9)
            for mode in try #require(advice.cohorts.first).modes {
                #expect(mode.mode == .asyncSolo || mode.mode == .either)
                #expect(mode.seat?.isSeated != true && codes(mode).contains("no_live_time"))
            }
        }
    }

    @Test func whereEverybodyHasEverythingNobodyMeets() throws {
        var generator = TestSupport.SeededGenerator(seed: 4)
        let rows = (0..<20).map { _ in (0..<8).map { _ in Mark.score(0.95 + 0.05 * generator.uniform()) } }
        let cohort = try #require(advise(book(rows), goal: 0.5).cohorts.first)
        #expect(cohort.sessions.isEmpty)
        #expect(cohort.modes.allSatisfy { $0.mode == .asyncSolo && codes($0).contains("nobody_needs_meeting") })
        #expect(cohort.topics.allSatisfy { $0.decision == .ownTime })
    }

    /// Topics are those worked on by this cohort, with their scores counted.
    @Test func topicsAreThoseWorkedOn() throws {
        let rows = (0..<10).map { i in
            [.score(0.1 * Double(i)), .absent, .score(0.5 + 0.05 * Double(i)), .absent] as [Mark]
        }
        let cohort = try #require(advise(book(rows, items: ClassEstimateTests.work(4))).cohorts.first)
        #expect(cohort.topics.map(\.title) == ["Quiz 1", "Quiz 3"])
        #expect(cohort.topics.map(\.scores) == [10, 10])
        #expect(cohort.topics.allSatisfy { $0.low <= $0.share && $0.share <= $0.high })
    }
}
