import TestSupport
import Testing

@testable import Syncopate

/// Ranking by screening finds what going through all items finds.
struct ItemRankerTests {
    private static func model(_ edit: (inout FitOptions) -> Void = { _ in }) -> MasteryModel {
        var options = FitOptions()
        options.firstRounds = 2
        options.lastRounds = 1
        options.settings.drift = 0.01
        options.settings.forgetting = 0.05
        edit(&options)
        var fit = ModelFit(TracingLog.log(TracingLog.simulated(learners: 25, length: 40, seed: 3)), options: options)
        while !fit.isDone { fit.advance() }
        return fit.model
    }

    private static let models = [
        model(), model { $0.settings.factors = 2 }, model { $0.settings.without = [.belief, .form] },
        model { $0.settings.without = Set(TermGroup.allCases).subtracting([.belief, .easiness]) },
    ]

    /// Items of the model, items of its skills in new sets, and items of skills it never saw, several alike.
    private static func items(_ random: inout TestSupport.SeededGenerator, count: Int) -> [(
        id: String, skills: [SkillWeight]
    )] {
        (0..<count).map { _ in
            let number = Int(random.next() % 40)
            guard random.uniform() < 0.6 else {
                let skills = (0..<Int(random.next() % 4)).map { _ in
                    SkillWeight(skill: "s\(random.next() % 8)", weight: Double(1 + random.next() % 3))
                }
                return ("other-\(random.next() % 30)", skills)
            }
            return ("i\(number)", TracingLog.skills(number % 24))
        }
    }

    private static func state(
        _ model: MasteryModel, _ random: inout TestSupport.SeededGenerator, length: Int
    ) -> LearnerState {
        var learner = MasteryTracker(model)
        var at = 1.7e9
        for _ in 0..<length {
            let number = Int(random.next() % 30)
            at += random.uniform() * 90_000
            let isOdd = random.uniform() < 0.1
            learner.observe(
                item: isOdd ? "mine-\(number)" : "i\(number)",
                skills: isOdd ? [SkillWeight(skill: "s9"), SkillWeight(skill: "s1")] : TracingLog.skills(number % 24),
                score: random.uniform() < 0.6 ? 1 : 0, at: random.uniform() < 0.9 ? at : .nan)
        }
        return learner.state
    }

    @Test(arguments: models.indices, [UInt64(1), 2, 3])
    func likeOneByOne(number: Int, seed: UInt64) throws {
        let model = Self.models[number]
        var random = TestSupport.SeededGenerator(seed: seed)
        let bank = ItemBank(model, items: Self.items(&random, count: 10 + Int(random.next() % 400)))
        let states = (0..<70).map { Self.state(model, &random, length: $0 * 2) }
        for success in [0, 0.5, 0.75, 0.9, 1] {
            var settings = RankingSettings()
            settings.success = success
            settings.limit = 1 + Int(random.next() % 8)
            settings.repeats = random.uniform() < 0.5
            settings.at = random.uniform() < 0.3 ? .nan : 1.71e9
            let ranker = ItemRanker(bank, settings: settings)
            let ranked = ranker.rank(states)
            #expect(ranked.faults.isEmpty)
            for (learner, state) in states.enumerated() {
                let expected = try ranker.rankOneByOne(state)
                let choices = ranked.choices(of: learner)
                #expect(choices.map(\.item) == expected.map { Int($0.item) })
                #expect(choices.map(\.success) == expected.map(\.success))
            }
        }
    }

    /// Asking about each item by itself, with the ids and skills that the caller gave, says the same.
    @Test func likeTheTracker() throws {
        let model = Self.models[1]
        var random = TestSupport.SeededGenerator(seed: 6)
        let items = Self.items(&random, count: 150)
        var settings = RankingSettings()
        settings.repeats = true
        settings.limit = 20
        let ranker = ItemRanker(ItemBank(model, items: items), settings: settings)
        for length in [0, 5, 60, 200] {
            let state = Self.state(model, &random, length: length)
            var tracker = try MasteryTracker(model, state: state)
            let all = items.enumerated().map { position, item in
                let success = tracker.probability(item: item.id, skills: item.skills)
                return (distance: abs(success - 0.75), position: position, success: success)
            }
            let expected = all.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }.prefix(20)
            let choices = ranker.rank([state]).choices(of: 0)
            #expect(choices.map(\.item) == expected.map(\.position))
            #expect(choices.map(\.success) == expected.map(\.success))
        }
    }

    @Test func workersChangeNothing() {
        let model = Self.models[0]
        var random = TestSupport.SeededGenerator(seed: 9)
        let ranker = ItemRanker(ItemBank(model, items: Self.items(&random, count: 200)))
        let states = (0..<300).map { _ in Self.state(model, &random, length: 30) }
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        #expect(ranker.rank(states) == ranker.rank(states, workers: backwards))
    }

    @Test func damagedStates() {
        let model = Self.models[0]
        var random = TestSupport.SeededGenerator(seed: 4)
        let ranker = ItemRanker(ItemBank(model, items: Self.items(&random, count: 20)))
        let ranked = ranker.rank([LearnerState(bytes: [9]), MasteryTracker(model).state])
        #expect(ranked.faults == [RankedItems.Fault(learner: 0, reason: .otherVersion)])
        #expect(ranked.choices(of: 0).isEmpty)
        #expect(ranked.choices(of: 1).count == 5)
        #expect(ranked.choices(of: 2).isEmpty)
    }

    @Test func nothingToRank() {
        let model = Self.models[0]
        let ranker = ItemRanker(ItemBank(model, items: []))
        #expect(ranker.rank([]).count == 0)
        #expect(ranker.rank([MasteryTracker(model).state]).choices(of: 0).isEmpty)
    }
}
