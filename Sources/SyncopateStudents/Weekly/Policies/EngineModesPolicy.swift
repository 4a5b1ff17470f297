public import Syncopate

/// The engine itself, as anybody would embed it: a belief about the modes that every observed gain moves, and seats by
/// ``ModePolicy``, lottery included.
public struct EngineModesPolicy: WeeklyPolicyFamily {
    public let name: String
    private let prior: ModePrior
    private let policy: ModePolicy
    private let learns: Bool

    /// - Parameters:
    ///   - prior: what it begins with.
    ///   - learns: whether observed gains are fed back.
    public init(
        name: String = "syncopate", prior: ModePrior, policy: ModePolicy = ModePolicy(), learns: Bool = true
    ) {
        self.name = name
        self.prior = prior
        self.policy = policy
        self.learns = learns
    }

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(
            policy: policy, brief: brief, learns: learns, belief: ModeBelief(prior: prior),
            attendance: SeatsUsed(learners: brief.learners), seeds: SeededGenerator(seed: seed))
    }

    private struct Chooser: WeeklyPolicy {
        let policy: ModePolicy
        let brief: WeeklyBrief
        let learns: Bool
        var belief: ModeBelief
        var attendance: SeatsUsed
        var seeds: SeededGenerator
        var advice: [ModeChoice] = []

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            let cohort = situations.enumerated().map { learner, situation in
                ModeCandidate(
                    learner: learner, situation: situation,
                    offers: WeeklyWorld.modes.map {
                        ModeOffer($0, happens: $0.isLive ? attendance.probability(learner) : 1)
                    })
            }
            advice = policy.choose(cohort, seats: brief.seats, belief: belief, seed: seeds.next())
            return advice.map(\.assigned)
        }

        mutating func observe(_ week: [ModeObservation]) {
            guard learns else { return }
            belief.observe(week)
            attendance.observe(given: advice.map(\.assigned), used: week.map(\.mode))
        }
    }
}
