public import Syncopate

/// A policy of weekly modes, and what it is compared as.
public struct RegisteredWeeklyPolicy: Sendable {
    /// What it is compared as.
    public let role: PolicyRole
    /// Makes the policy of each run.
    public let family: any WeeklyPolicyFamily

    public init(_ role: PolicyRole, _ family: any WeeklyPolicyFamily) {
        self.role = role
        self.family = family
    }
}

extension Registry.Entry where Value == RegisteredWeeklyPolicy {
    /// A policy under a name.
    init(_ name: String, _ role: PolicyRole, _ summary: String, _ family: any WeeklyPolicyFamily) {
        self.init(name, summary, RegisteredWeeklyPolicy(role, family))
    }
}

/// Weekly worlds and policies of weekly modes by their names. Either is added with one line.
public enum WeeklyRegistry {
    /// The worlds in their order; learners and weeks are set by whoever runs them.
    public static let worlds = Registry<WeeklyWorld>([
        .init("S1", "modes are worth what studies say, give or take what they leave open", WeeklyWorld()),
        .init("S2", "live is worth less than own time, the other way round than studies say") {
            $0.weights = .reversed
        },
        .init("S3", "peers who know it do harm, live and in writing") { $0.weights = .harmfulPeers },
        .init("S4", "independence drifts, and what is seen of it lags") { $0.drift = 0.1 },
        .init("S5", "who is less independent leaves more seats empty, and then learns alone") {
            $0.hasAbsence = true
        },
        .init("S6", "mastery is believed higher on the whole, and surer, than it is") { $0.isMiscalibrated = true },
        .init("equal", "all modes are worth the same") { $0.weights = .equal },
    ])

    /// The policies in the order of tables: the engine, the baselines, the rivals, the oracle.
    ///
    /// - Parameter prior: what the engine, and whoever else learns, begins with.
    public static func policies(prior: ModePrior) -> Registry<RegisteredWeeklyPolicy> {
        Registry([
            .init("syncopate", .engine, "the engine, with its usual settings", EngineModesPolicy(prior: prior)),
            .init(
                "always-asynchronous", .baseline, "everybody works alone in own time", AlwaysAloneModesPolicy()),
            .init("fixed-rotation", .baseline, "learners take turns in the live seats", RotatingModesPolicy()),
            .init("random", .baseline, "anybody anywhere", RandomModesPolicy()),
            .init("lowest-mastery", .baseline, "live seats to who has least", LowestMasteryModesPolicy()),
            .init(
                "homogeneous-bands", .baseline, "bands of like mastery take turns in the live seats",
                BandedModesPolicy()),
            .init(
                "wheel-spin-pairing", .baseline, "who wheel-spins (Beck & Gong), with who has it",
                PairedModesPolicy()),
            .init(
                "studies-alone", .rival, "the engine without learning from what it sees",
                EngineModesPolicy(name: "studies alone", prior: prior, learns: false)),
            .init(
                "thompson", .rival, "weights drawn from the engine's belief every week",
                ThompsonModesPolicy(prior: prior)),
            .init("oracle", .oracle, "sees the true gains and seats for their sum", OracleModesPolicy()),
        ])
    }
}

extension Registry.Entry where Value == WeeklyWorld {
    /// A world that differs from the first in something.
    fileprivate init(_ name: String, _ summary: String, _ change: (inout WeeklyWorld) -> Void) {
        var world = WeeklyWorld()
        change(&world)
        self.init(name, summary, world)
    }
}
