import Syncopate

/// The engine itself, as anybody would embed it: a catalogue made of what the brief says, and its usual settings.
public struct EnginePolicy: PolicyFamily {
    public let name: String
    private let settings: PracticeSettings

    /// - Parameter settings: those of the engine; the usual ones are what it is judged by.
    public init(name: String = "syncopate", settings: PracticeSettings = PracticeSettings()) {
        self.name = name
        self.settings = settings
    }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        guard let catalogue = try? Catalogue(brief) else {
            return RoundRobinPolicy().policy(for: brief, seed: seed, exposures: exposures)
        }
        let recommender = Recommender(catalogue: catalogue, settings: settings)
        return Chooser(
            recommender: recommender, state: recommender.newLearner, seed: seed,
            limit: brief.purpose == .measure
                ? ExposureLimit(
                    share: settings.exposureShare,
                    given: brief.skillOfItem.indices.map {
                        exposures.counts.indices.contains($0) ? exposures.counts[$0] : 0
                    }, learners: exposures.students + 1) : nil)
    }

    private struct Chooser: BelievingPolicy {
        let recommender: Recommender
        var state: PracticeState
        let seed: UInt64
        let limit: ExposureLimit?

        func beliefs(at time: Double) -> TutoringBeliefs {
            let advice = recommender.advise(state, at: time, limit: 1, exposures: limit, seed: seed)
            return TutoringBeliefs(mastered: advice.known, stuck: advice.stuck.map(\.skill))
        }

        var ability: Double? { state.ability?.mean.first }

        mutating func next(at time: Double) -> Int {
            recommender.advise(state, at: time, limit: 1, exposures: limit, seed: seed).choices.first?.item ?? 0
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            recommender.observe(item: item, score: score, at: time, &state)
        }
    }
}

extension Catalogue {
    /// What a brief says, as a catalogue.
    init(_ brief: TutoringBrief) throws {
        let nominal = brief.nominal
        let parameters = NominalParameters(
            guess: nominal.guess, slip: nominal.slip, learn: nominal.learn, initial: nominal.prior)
        let skills = brief.prerequisites.enumerated().map { skill, parents in
            Skill(
                id: "skill \(skill)", title: "skill \(skill)",
                requires: parents.map { Prerequisite(skill: "skill \($0)") },
                nominal: brief.purpose == .measure ? nil : parameters)
        }
        let items = brief.skillOfItem.enumerated().map { item, skill in
            Item(
                id: "item \(item)", title: "item \(item)", skills: [SkillWeight(skill: "skill \(skill)")],
                difficulty: brief.difficulties?[item], discrimination: brief.discriminations?[item])
        }
        let goal =
            switch brief.purpose {
            case .master: Goal(id: "goal")
            case .remember: Goal(id: "goal", purpose: .remember)
            case .rememberUntil(let time): Goal(id: "goal", purpose: .remember, by: time)
            case .measure: Goal(id: "goal", purpose: .measure)
            }
        try self.init(skills: skills, items: items, goals: [goal])
    }
}
