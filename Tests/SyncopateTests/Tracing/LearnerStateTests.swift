import Syncopate
import TestSupport
import Testing

@testable import Syncopate

/// A learner's state as bytes: small, complete, and refused when it is none.
struct LearnerStateTests {
    /// A model of `skills` skills that knows nothing more than the prior, and questions on it.
    private func model(skills: Int) -> MasteryModel {
        MasteryModel(
            items: (0..<skills).map { "item \($0)" }, skills: (0..<skills).map { "skill \($0)" },
            skillSets: (0..<skills).map { ResponseLog.SkillSet(skills: [Int32($0)], weights: [1]) },
            settings: TracingSettings(), structure: SkillStructure(skills: skills, factors: 1),
            terms: [
                MasteryModel.FittedTerm(
                    term: ContextTerm(.all, .none, .skillRecency, .recency), variance: 1,
                    table: ContextTable(rows: 1, cases: 1, entries: [(cell: 0, coefficient: 1.5)])),
                MasteryModel.FittedTerm(
                    term: ContextTerm(.all, .itemTry, .one, .retries), variance: 1,
                    table: ContextTable(rows: 1, cases: 45, entries: (0..<45).map { (Int64($0), Float($0) / 50) })),
            ], itemVariance: 0.5, provenance: MasteryModel.Provenance())
    }

    private func question(_ skill: Int32, at: Double, _ vocabulary: Vocabulary) -> ModelFollower.Question {
        ModelFollower.Question(
            item: skill, set: skill, skillSet: vocabulary.sets[Int(skill)], knownSet: vocabulary.known(set: skill),
            isNewItem: Int(skill) >= vocabulary.knownItems, at: at)
    }

    private func practised(_ model: MasteryModel, _ vocabulary: Vocabulary, responses: Int, seed: UInt64)
        -> ModelFollower
    {
        var follower = ModelFollower(model)
        var generator = SeededGenerator(seed: seed)
        var at = 1.7e9
        for index in 0..<responses {
            at += generator.uniform() * 20_000
            let skill = Int32(index % vocabulary.sets.count)
            let asked = question(skill, at: at, vocabulary)
            let expectation = follower.expect(
                asked, previousKnownSet: vocabulary.known(set: follower.history.previousSet))
            follower.observe(asked, expectation, score: generator.uniform() < 0.7 ? 1 : 0)
        }
        return follower
    }

    @Test func aHundredSkillsTakeAtMostTwoKilobytesBesideTheItems() {
        let model = model(skills: 100)
        let vocabulary = Vocabulary(model)
        let follower = practised(model, vocabulary, responses: 1500, seed: 1)
        var items = StateBytes()
        follower.history.writeItems(to: &items, vocabulary)
        let state = follower.state(vocabulary)
        // The window of items is beside the count.
        #expect(state.bytes.count - items.bytes.count <= 2048)
        #expect(follower.history.items.records.count == ItemWindow.capacity)
    }

    @Test(arguments: [1, 7, 90, 600]) func aRestoredLearnerGoesOnAlike(responses: Int) throws {
        let model = model(skills: 30)
        var vocabulary = Vocabulary(model)
        // One set of skills and one item that the model never saw.
        let set = vocabulary.position(ofSet: [(skill: "new", weight: 0.5), (skill: "skill 3", weight: 0.5)])
        #expect(vocabulary.position(ofItem: "new item") == set)
        var follower = practised(model, vocabulary, responses: responses, seed: 2)
        let state = follower.state(vocabulary)
        var other = Vocabulary(model)
        var restored = try ModelFollower(model, state: state, vocabulary: &other)
        for skill in other.sets.indices {
            let asked = question(Int32(skill), at: 1.8e9, other)
            let before = follower.expect(
                asked, previousKnownSet: vocabulary.known(set: follower.history.previousSet))
            let after = restored.expect(asked, previousKnownSet: other.known(set: restored.history.previousSet))
            #expect(abs(before.forecast.mean - after.forecast.mean) < 1e-4)
            #expect(abs(before.forecast.variance - after.forecast.variance) < 1e-4)
        }
        #expect(restored.state(other) == state)
    }

    @Test func damagedStatesAreRefusedOrHarmless() {
        let model = model(skills: 8)
        let vocabulary = Vocabulary(model)
        let bytes = practised(model, vocabulary, responses: 40, seed: 3).state(vocabulary).bytes
        for length in bytes.indices {
            var words = Vocabulary(model)
            #expect(throws: LearnerState.Fault.self) {
                try ModelFollower(model, state: LearnerState(bytes: Array(bytes[..<length])), vocabulary: &words)
            }
        }
        for place in bytes.indices {
            for flip: UInt8 in [1, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] ^= flip
                var words = Vocabulary(model)
                guard
                    var follower = try? ModelFollower(
                        model, state: LearnerState(bytes: damaged), vocabulary: &words)
                else { continue }
                let asked = question(0, at: 1.8e9, words)
                let forecast = follower.expect(asked, previousKnownSet: -1).forecast
                #expect(forecast.probability >= 0 && forecast.probability <= 1)
            }
        }
    }

    @Test func aStateOfAnotherModelIsRefused() {
        let model = model(skills: 3)
        let vocabulary = Vocabulary(model)
        let state = practised(model, vocabulary, responses: 5, seed: 4).state(vocabulary)
        var provenance = MasteryModel.Provenance()
        provenance.fingerprint = 7
        let other = MasteryModel(
            items: model.items, skills: model.skills, skillSets: model.skillSets, settings: model.settings,
            structure: model.structure, terms: model.terms, itemVariance: 0.5, provenance: provenance)
        var words = Vocabulary(other)
        #expect(throws: LearnerState.Fault.otherModel) {
            try ModelFollower(other, state: state, vocabulary: &words)
        }
    }
}
