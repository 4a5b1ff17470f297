import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// What the teacher's own plan means, and what other ways would add to it.
struct TeacherPlanTests {
    private let gradebook = SampleClass(seed: 3).gradebook(mapped: true)

    private func advise(
        _ entries: [TeacherPlan.Entry], _ kind: Setting.Kind = .classroom, live: LiveTime = .usual,
        _ gradebook: Gradebook? = nil
    ) -> ClassAdvice {
        var settings = RecommendSettings(goal: 0.8, setting: Setting(kind), live: live)
        settings.plan = TeacherPlan(entries)
        return Engine(priors: .shipped).recommend(gradebook ?? self.gradebook, settings: settings)
    }

    private var topic: String { advise([]).skills[0].title }

    @Test func aPlanChangesNothingButWhatIsSaidOfIt() throws {
        var planned = advise([TeacherPlan.Entry(topic: topic, way: .wholeClass)])
        #expect(planned.cohorts[0].plan.count == 1)
        for place in planned.cohorts[0].modes.indices {
            #expect(planned.cohorts[0].modes[place].plan.count == 1)
            planned.cohorts[0].modes[place].plan = []
        }
        planned.cohorts[0].plan = []
        #expect(planned.cohorts == advise([]).cohorts)
    }

    @Test(arguments: TeacherPlanWay.allCases) func everyOtherWayOnOfferIsCompared(_ way: TeacherPlanWay) throws {
        for kind in Setting.Kind.allCases {
            let advice = advise([TeacherPlan.Entry(topic: topic, way: way, minutes: 45)], kind)
            let entry = try #require(advice.cohorts.first?.plan.first)
            #expect(entry.way == way && entry.minutes == 45 && entry.size == gradebook.learners.count)
            for mode in advice.cohorts[0].modes {
                let plan = try #require(mode.plan.first)
                #expect(plan.way == way && plan.topic == entry.topic && (0...1).contains(plan.known))
                let others = plan.outlook.additions.map(\.way)
                #expect(!others.contains(way) && Set(others).count == others.count)
                #expect(kind == .alone || !others.isEmpty)
                for one in plan.outlook.additions {
                    #expect((0...1).contains(one.probability) && one.gain.isFinite && one.deviation >= 0)
                }
            }
            let has = advice.cohorts[0].modes.compactMap(\.plan.first).count { $0.known >= 0.5 }
            #expect(
                entry.have == has && (entry.lacking == nil) == (has == entry.size)
                    && (entry.having == nil) == (has == 0))
        }
    }

    /// A class's gain is the mean of its learners', and so is what other ways add.
    @Test func theClassIsTheMeanOfItsLearners() throws {
        let advice = advise([TeacherPlan.Entry(topic: topic, way: .groups)])
        let entry = try #require(advice.cohorts[0].plan.first)
        for (outlook, isHad) in [(entry.lacking, false), (entry.having, true)] {
            guard let outlook else { continue }
            let own = advice.cohorts[0].modes.compactMap(\.plan.first).filter { ($0.known >= 0.5) == isHad }
            let mean = own.reduce(0) { $0 + $1.outlook.gain } / Double(own.count)
            #expect(abs(mean - outlook.gain) < 1e-9)
            for addition in outlook.additions {
                let same = own.compactMap { one in one.outlook.additions.first { $0.way == addition.way }?.gain }
                #expect(abs(same.reduce(0, +) / Double(own.count) - addition.gain) < 1e-9)
            }
        }
    }

    @Test func twiceTheMinutesGainMore() throws {
        let advice = advise([
            TeacherPlan.Entry(topic: topic, way: .ownTime, minutes: 20),
            TeacherPlan.Entry(topic: topic, way: .ownTime, minutes: 40),
        ])
        for mode in advice.cohorts[0].modes { #expect(mode.plan[1].outlook.gain > mode.plan[0].outlook.gain) }
    }

    /// The whole class is own time of a learner like any, on the mean: nothing is to separate them for such learners.
    @Test func wholeClassAndOwnTimeAreNotSeparated() throws {
        let standings = (0..<40).map { _ in
            SeatAllocation.Standing(
                mean: 0, variance: 0.3, independence: 0, independenceDeviation: 0.5, learner: nil, peerReach: 0.8)
        }
        let found = TeacherPlanSimulation(
            belief: ModeBelief(prior: .shipped), ways: [.wholeClass, .ownTime], minutes: 30, seats: 6
        ).run(standings, has: standings.map { _ in false }, sharedVariance: 0)
        let addition = try #require(found.lacking?.additions.first)
        #expect(addition.verdict == .either && abs(addition.gain) < 0.01)
        #expect(found.having == nil && found.learners.allSatisfy { !$0.isSeparated })
    }

    @Test func logsOfGainsSeparateWhatStudiesDoNot() throws {
        let observations = (0..<400).flatMap { _ in
            [(Mode.livePeer, 0.2), (.asyncSolo, 0.5), (.asyncSocial, 0.5), (.liveTeacher, 1.4)].map { mode, gain in
                ModeObservation(
                    mode: mode, situation: ModeSituation(success: 0.5, peerReach: 0.5), learner: nil, gain: gain)
            }
        }
        let evidence = ModeEvidence(prior: .shipped, observations: observations, learners: [])
        var settings = RecommendSettings(goal: 0.8)
        settings.plan = TeacherPlan([TeacherPlan.Entry(topic: topic, way: .groups)])
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: settings, modes: evidence)
        let lacking = try #require(advice.cohorts[0].plan.first?.lacking)
        let teacher = try #require(lacking.additions.first { $0.way == .teacherGroup })
        #expect(teacher.verdict == .more && lacking.sentence.contains("a group with the teacher would add about"))
        #expect(!lacking.sentence.contains("better"))
    }

    @Test func sectionsHaveTheirOwnPlan() {
        let two = book(
            (0..<12).map { row in (0..<6).map { .score(Double((row * 3 + $0 * 5) % 11)) } },
            sections: (0..<12).map { $0 < 6 ? "7 A" : "7 B" })
        let advice = advise(
            [
                TeacherPlan.Entry(topic: "Quiz 1", way: .groups, section: "7  a"),
                TeacherPlan.Entry(topic: "i0001", way: .groups), TeacherPlan.Entry(topic: "I0001", way: .ownTime),
                TeacherPlan.Entry(topic: "no such thing", way: .ownTime),
            ], .classroom, live: .usual, two)
        #expect(advice.cohorts.map { $0.plan.map(\.topic) } == [["Quiz 1", "Quiz 2"], ["Quiz 2"]])
    }

    @Test func namesAreFoundByIdentityFirst() {
        let names = TopicNames(
            topics: [("a", "Fractions"), ("b", "Ratios")],
            items: [("1", "Quiz 1"), ("2", "Quiz  1"), ("3", "Fractions"), ("b", "Other")])
        #expect(names.find("a") == .topic(0) && names.find("b") == .topic(1) && names.find("2") == .item(1))
        #expect(names.find(" fractions ") == .topic(0) && names.find("QUIZ 1") == .several)
        #expect(names.find("other") == .item(3) && names.find("") == .none && names.find("A") == .none)
    }

    @Test func wordsSayWhatEachAdds() {
        typealias Addition = PlanOutlook.Addition
        let outlook = PlanOutlook(
            gain: 0.05, deviation: 0.02,
            additions: [
                Addition(way: .teacherGroup, gain: 0.0213, deviation: 0.05, probability: 0.66),
                Addition(way: .groups, gain: 0.001, deviation: 0.05, probability: 0.52),
                Addition(way: .ownTime, gain: -0.01, deviation: 0.05, probability: 0.35),
            ])
        #expect(
            outlook.sentence.replacing("\u{A0}", with: " ")
                == "a group with the teacher would add about 2.1 points (66 % likely more); own time about 1 point less (35 % likely more); nothing separates it from groups of classmates"
        )
        let entry = PlannedTopic(
            entry: 0, topic: "Fractions", day: "", way: .wholeClass, minutes: 45, have: 21, size: 30, scores: 90,
            seats: 6,
            lacking: outlook, having: nil)
        #expect(entry.sentences[0] == "21 of 30 likely have it already")
        #expect(entry.sentences[1].hasPrefix("for the 9 who do not: a group with the teacher"))
        #expect(entry.sentences[1].hasSuffix("(a group has 6 seats)"))
    }
}
