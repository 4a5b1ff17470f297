/// A policy of who meets on what, and what it is compared as.
public struct RegisteredCohortPolicy: Sendable {
    /// What it is compared as.
    public let role: PolicyRole
    /// Makes the policy of each cohort.
    public let family: any CohortPolicyFamily

    public init(_ role: PolicyRole, _ family: any CohortPolicyFamily) {
        self.role = role
        self.family = family
    }
}

extension Registry.Entry where Value == RegisteredCohortPolicy {
    /// A policy under a name.
    init(_ name: String, _ role: PolicyRole, _ summary: String, _ family: any CohortPolicyFamily) {
        self.init(name, summary, RegisteredCohortPolicy(role, family))
    }
}

/// Every policy of who meets on what by its name. A policy is added with one line.
public enum CohortRegistry {
    /// In the order of tables: the engine, the baselines, the rivals, the oracles.
    public static let standard = Registry<RegisteredCohortPolicy>([
        .init("syncopate", .engine, "the engine, with its usual figures", EngineSeatsPolicy()),
        .init("always-asynchronous", .baseline, "nobody ever meets", AlwaysAsynchronousPolicy()),
        .init(
            "fixed-rotation", .baseline, "learners take turns, the course in its order", FixedRotationPolicy()),
        .init("random", .baseline, "anybody, on any skill", RandomSeatsPolicy()),
        .init(
            "lowest-mastery", .baseline, "who has least, on what they have least of", LowestMasterySeatsPolicy()),
        .init(
            "homogeneous-bands", .baseline, "bands of like mastery in turn, on what most are ready for",
            HomogeneousBandsPolicy()),
        .init(
            "wheel-spin-pairing", .baseline, "who wheel-spins (Beck & Gong), with who has it",
            WheelSpinPairingPolicy()),
        .init(
            "stuck-and-ready", .rival, "who is stuck on one skill and ready for it, by rule", StuckAndReadyPolicy()),
        .init("oracle-stuck", .oracle, "sees who is ready and cannot learn it alone", SeatOracle.stuck),
        .init("oracle-value", .oracle, "sees the same, and counts what is opened", SeatOracle.value),
    ])
}
