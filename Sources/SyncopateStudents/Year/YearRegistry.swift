public import Syncopate

/// A policy over a year, and what it is compared as.
public struct RegisteredYearPolicy: Sendable {
    /// What it is compared as.
    public let role: PolicyRole
    /// Makes the policy of each class.
    public let family: YearPolicyFamily
}

extension Registry.Entry where Value == RegisteredYearPolicy {
    /// A policy under a name.
    init(
        _ name: String, _ role: PolicyRole, _ summary: String, isPlan: Bool = false,
        _ make: @escaping @Sendable (_ seed: UInt64) -> any YearPolicy
    ) {
        self.init(
            name, summary, RegisteredYearPolicy(role: role, family: YearPolicyFamily(name, isPlan: isPlan, make)))
    }
}

/// Worlds of a year and policies by their names. Either is added with one line.
public enum YearRegistry {
    /// The worlds in their order; everything but how modes are worth is set by whoever runs them.
    public static let worlds = Registry<YearWorld>([
        .init("studies", "modes are worth what studies say, give or take what they leave open", YearWorld()),
        .init("reversed", "live is worth less than own time, the other way round than studies say", .reversed),
        .init("equal", "all modes are worth the same", .equal),
    ])

    /// The policies in the order of tables.
    public static func policies(_ engine: Engine) -> Registry<RegisteredYearPolicy> {
        func policy(_ part: EngineYearPolicy.Part) -> @Sendable (UInt64) -> any YearPolicy {
            { _ in EngineYearPolicy(engine: engine, part: part) }
        }
        return Registry([
            .init("syncopate", .engine, "the engine's plan, followed in part", isPlan: true, policy(.all)),
            .init("syncopate-in-full", .engine, "the engine's plan, always followed", policy(.all)),
            .init(
                "syncopate-sessions", .engine, "only who meets on what, followed in part", isPlan: true,
                policy(.sessions)),
            .init(
                "syncopate-own-time", .engine, "only what is done in own time, followed in part; nobody meets",
                isPlan: true, policy(.ownTime)),
            .init("nobody-meets", .baseline, "no advice, and nobody meets") { _ in NobodyMeetsYearPolicy() },
            .init("rotation", .baseline, "no advice: learners take turns on the topic of the week") { _ in
                RotatingYearPolicy()
            },
            .init("random", .baseline, "anybody meets, on any topic taught so far") { RandomYearPolicy(seed: $0) },
            .init(
                "lowest-mastery", .baseline, "the lowest means meet, on what they have least of"
            ) { _ in LowestMasteryYearPolicy() },
            .init(
                "lowest-scores", .rival,
                "a plan, followed in part: the same groups, and everybody's lowest score in own time", isPlan: true
            ) { _ in LowestMasteryYearPolicy(plansOwnTime: true) },
            .init("oracle", .oracle, "sees abilities and gains, and takes what adds most at once") { _ in
                OracleYearPolicy()
            },
        ])
    }
}

extension YearWorld {
    fileprivate static let reversed = YearWorld(weights: .reversed)
    fileprivate static let equal = YearWorld(weights: .equal)

    private init(weights: WeeklyWeights) {
        self.init()
        self.weights = weights
    }
}
