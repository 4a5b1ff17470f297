import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// Advice where traces say how learners work alone.
struct TracedAdviceTests {
    private static let alone = Independence(mean: 1.4, deviation: 0.4, counts: [.onTime: 12], source: .traces)
    private static let notAlone = Independence(mean: -1.4, deviation: 0.4, counts: [.onTime: 12], source: .traces)

    private func advise(_ gradebook: Gradebook, _ traced: [String: Independence]) -> ClassAdvice {
        Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings(goal: 0.9, independence: traced))
    }

    @Test func tracesStandBeforeTheGradebook() throws {
        let gradebook = SampleClass(seed: 3).gradebook(mapped: true)
        let ids = gradebook.learners.map(\.id)
        let plain = try #require(advise(gradebook, [:]).cohorts.first)
        let traced = try #require(advise(gradebook, [ids[0]: Self.alone, ids[1]: Self.notAlone]).cohorts.first)
        #expect(traced.independence[0].mean == 1.4 && traced.independence[1].mean == -1.4)
        // What was counted of the gradebook is still a fact to be checked.
        #expect(traced.independence[0].asked == plain.independence[0].asked)
        #expect(traced.independence.dropFirst(2) == plain.independence.dropFirst(2))
        #expect(traced.modes[0].reasons.map(\.code).contains("traces_of_independence"))
        #expect(!traced.modes[2].reasons.map(\.code).contains("traces_of_independence"))
        func gain(_ cohort: CohortAdvice, _ place: Int, _ mode: Mode) -> Double {
            cohort.modes[place].options.first { $0.mode == mode }?.gain ?? .nan
        }
        // Between the two, working apart gains most from the trait.
        let changes = [Mode.asyncSolo, .liveTeacher].map { mode in
            (gain(traced, 0, mode) - gain(plain, 0, mode)) - (gain(traced, 1, mode) - gain(plain, 1, mode))
        }
        #expect(changes[0] > 0 && changes[0] > changes[1], "\(changes)")
    }

    @Test(arguments: [
        Independence(mean: 1, deviation: 0.4), Independence(mean: .nan, deviation: 0.4, source: .traces),
        Independence(mean: 1, deviation: .infinity, source: .traces),
        Independence(mean: 1, deviation: -1, source: .traces),
        Independence(mean: 1, deviation: 0.4, source: .gradebook), .prior,
    ]) func whatIsNoTraceChangesNothing(_ claimed: Independence) {
        let gradebook = SampleClass(learners: 8, seed: 3).gradebook(mapped: true)
        let plain = advise(gradebook, [:])
        let traced = advise(gradebook, [gradebook.learners[0].id: claimed, "nobody": Self.alone])
        #expect(plain.cohorts == traced.cohorts)
    }

    @Test func factsSayWhereTheyComeFrom() {
        func facts(_ independence: Independence) -> [ModeFact] {
            let standing = ModeStanding(success: 0.6, goal: 0.9, share: 0.5, independence: independence, cohort: 10)
            let (strengths, risks) = ModeFact.about(.asyncSolo, standing)
            return strengths + risks
        }
        #expect(facts(Self.alone).contains(.worksAlone(.traces)))
        #expect(facts(Self.notAlone).contains(.worksLessAlone(.traces)))
        let handedIn = Independence(mean: 1.4, deviation: 0.4, handedIn: 9, asked: 9, source: .gradebook)
        #expect(facts(handedIn).contains(.worksAlone(.gradebook)))
        #expect(facts(.prior).contains(.independenceUnknown(traces: 0)))
        let little = Independence(mean: 0.1, deviation: 0.9, counts: [.onTime: 3], source: .traces)
        #expect(facts(little).contains(.independenceUnknown(traces: 3)))
        #expect(little.reasons.map(\.sentence) == ["too little tells how this learner works alone"])
        #expect(ModeFact.worksAlone(.traces).code == ModeFact.worksAlone(.gradebook).code)
        #expect(ModeFact.worksAlone(.traces).sentence != ModeFact.worksAlone(.gradebook).sentence)
        #expect(ModeFact.worksLessAlone(.traces).sentence != ModeFact.worksLessAlone(.gradebook).sentence)
    }

    @Test func theSentenceNamesFigureAndNumber() {
        let one = Reason.tracesOfIndependence(trait: -0.04, deviation: 0.55, count: 1).sentence
        #expect(one.contains("at 0.0 (sd 0.6)") && one.contains("from 1 trace "), "\(one)")
        let many = Reason.tracesOfIndependence(trait: 0.84, deviation: 0.4, count: 23).sentence
        #expect(many.contains("+0.8") && many.contains("23 traces"))
    }

    @Test func whoPractisesIsTakenAtTheirTraces() throws {
        let catalogue = try Catalogue(
            skills: [Skill(id: "base", title: "Base")],
            items: [Item(id: "b", title: "b", skills: [SkillWeight(skill: "base")])], goals: [Goal(id: "all")])
        let recommender = Recommender(catalogue: catalogue, settings: PracticeSettings())
        let learners = ["a", "b", "c"].map { LearnerPractice(new: Learner(id: $0), for: recommender) }
        let advice = recommender.advise(
            learners.map { (id: $0.learner.id, state: $0.state) }, at: .nan, limit: 1, exposures: nil, seed: 0)
        func modes(_ traced: [String: Independence]) -> [ModeAdvice] {
            PracticePacing(
                recommender, setting: Setting(.classroom), live: .usual, evidence: ModeEvidence(prior: .shipped),
                independence: traced
            ).advise(learners, advice: advice, at: .nan).modes
        }
        let (plain, traced) = (modes([:]), modes(["a": Self.alone, "b": Self.notAlone]))
        func codes(_ mode: ModeAdvice) -> [String] { mode.reasons.map(\.code) }
        #expect(plain.allSatisfy { codes($0).contains("independence_unknown") })
        #expect(
            codes(traced[0]).contains("traces_of_independence") && !codes(traced[0]).contains("independence_unknown"))
        #expect(codes(traced[2]).contains("independence_unknown"))
        func gain(_ mode: ModeAdvice) -> Double { mode.options.first { $0.mode == .asyncSolo }?.gain ?? .nan }
        #expect(gain(traced[0]) > gain(traced[1]))
    }
}
