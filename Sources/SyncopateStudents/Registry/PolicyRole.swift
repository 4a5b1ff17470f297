/// What a policy is compared as.
public enum PolicyRole: String, Sendable, Hashable, CaseIterable {
    /// This project's own.
    case engine
    /// What anybody could do without a model; others are held against the best of these.
    case baseline
    /// From the literature or from other programs.
    case rival
    /// Sees the truth (``OraclePolicy``): shows what that is worth, and is never the best.
    case oracle

    /// Whether it knows no more than a program can.
    public var isHonest: Bool { self != .oracle }
}
