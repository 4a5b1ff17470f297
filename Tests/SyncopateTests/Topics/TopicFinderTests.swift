import SyncopateModels
import SyncopateStudents
import Testing

@testable import Syncopate

struct TopicFinderTests {
    private func map(_ gradebook: Gradebook, seed: UInt64 = 0) -> TopicMap {
        TopicFinder(seed: seed).map(of: gradebook, profiles: ItemProfile.profiles(of: gradebook))
    }

    @Test func theSampleClassNeedsNoScores() {
        let found = map(SampleClass().gradebook(mapped: false))
        #expect(found.topics.count == 6 && found.placed == 19 && found.alone == 0 && found.scores == .notAsked)
    }

    @Test func scoresPlaceWhatTitlesLeaveOpen() {
        let one = TopicClass(learners: 60, isShuffled: true, skillDeviation: 1, seed: 11)
        let found = map(one.gradebook)
        let titles = TopicFinder(asksScores: false).map(
            of: one.gradebook, profiles: ItemProfile.profiles(of: one.gradebook))
        #expect(one.agreement(found) > 0.8 && one.agreement(titles) < 0.6)
        guard case .helped(let learners, let placed, let gain, let noise) = found.scores else {
            Issue.record("\(found.scores)")
            return
        }
        #expect(learners == 60 && placed >= 5 && gain > noise)
        #expect(found.entries.allSatisfy { $0.confidence >= 0 && $0.confidence <= 1 })
        #expect(found == map(one.gradebook))
    }

    @Test func theOrderOfLearnersDoesNotMatter() {
        let one = TopicClass(learners: 24, columns: 12, skillCount: 3, isShuffled: false, seed: 4).gradebook
        #expect(map(one) == map(one.selecting(one.learners.indices.reversed())))
    }

    @Test func tooFewLearnersAreSaidToBe() {
        let one = TopicClass(learners: 9, isShuffled: true, seed: 2).gradebook
        let found = map(one)
        guard case .tooFew(let learners, _, _) = found.scores else {
            Issue.record("\(found.scores)")
            return
        }
        #expect(learners == 9 && found.entries.contains { $0.why == .tooFewToTell && $0.topic == nil })
        #expect(found.scores.sentence.contains("9 learners are too few to tell"))
    }

    @Test func degenerateBooksHaveMaps() {
        #expect(map(book([])).entries.isEmpty)
        #expect(map(book([], items: [])).topics.isEmpty)
        #expect(map(book(scores: [[0.5]])).alone == 1)
        // Everybody the same, all zeros, all ones, one learner, no scores at all.
        let same = book(scores: [[Double]](repeating: [0, 1, 0.5, 0.5], count: 12))
        #expect(map(same).entries.allSatisfy { $0.topic == nil })
        let items = (0..<4).map { Item(id: "\($0)", title: "Quiz \($0)", maximum: 10) }
        let blank = book([[Mark]](repeating: [Mark](repeating: .absent, count: 4), count: 5), items: items)
        #expect(map(blank).alone == 4)
        let split = book(scores: (0..<30).map { i in (0..<6).map { ($0 + i) % 2 == 0 ? 0 : 1 } })
        #expect(map(split).entries.allSatisfy { $0.confidence.isFinite })
        #expect(TopicFinder().map(of: same, profiles: []).entries.isEmpty)
    }

    @Test func skillsThatAreGivenStand() {
        let mapped = SampleClass().gradebook(mapped: true)
        let found = map(mapped)
        #expect(found.entries.allSatisfy { $0.why == .given && $0.confidence == 1 })
        #expect(found.applied(to: mapped).items == mapped.items)
    }

    @Test func theEngineUsesTopicsUnlessTold() {
        let sample = SampleClass(learners: 14, columns: 10, skills: 3)
        let plain = sample.gradebook(mapped: false)
        let advice = Engine.shipped(plain)
        #expect(advice.hasSkillMap && advice.topicMap?.topics.count == 3 && advice.skills.count == 3)
        let none = Engine.shipped(plain, readsTopics: false)
        #expect(!none.hasSkillMap && none.topicMap == nil && none.skills.count == 9)
        let mapped = Engine.shipped(sample.gradebook(mapped: true))
        #expect(mapped.hasSkillMap && mapped.topicMap == nil)
        // A map read off the titles is worth what the same map is worth given.
        #expect(advice.learners.map(\.masteries) == mapped.learners.map(\.masteries))
    }

    @Test func neighboursPullOnlyWhereTitlesShowIt() {
        #expect(TopicPlacing.neighbourPull([0, 0, -1, 0, 1, 1, -1, 2, 2]) > 0.5)
        #expect(TopicPlacing.neighbourPull([0, 1, 2, 0, -1, 1, 2, 0, 1, 2]) == 0)
        #expect(TopicPlacing.neighbourPull([]) == 0 && TopicPlacing.neighbourPull([-1, -1, 0]) == 0)
    }
}

extension Engine {
    /// Advice under the shipped priors.
    fileprivate static func shipped(_ gradebook: Gradebook, readsTopics: Bool = true) -> ClassAdvice {
        Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings(readsTopics: readsTopics))
    }
}
