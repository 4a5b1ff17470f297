/// Why nothing is said about a policy: any figure would be more misleading than none.
public enum OffPolicyRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no decision.
    case noDecisions
    /// All decisions are of one learner, which says nothing of how learners differ.
    case oneLearner
    /// The target policy would never have chosen what was chosen.
    case nothingInCommon(decisions: Int)
    /// The decisions say no more than a few logged by the target itself would.
    case effectiveSizeTooSmall(found: Double, needed: Double, decisions: Int)

    /// The stable word for it.
    public var code: String {
        switch self {
        case .noDecisions: "no-decisions"
        case .oneLearner: "one-learner"
        case .nothingInCommon: "nothing-in-common"
        case .effectiveSizeTooSmall: "effective-sample-size"
        }
    }

    /// What is missing and how to mend it, in one line.
    public var description: String {
        switch self {
        case .noDecisions: "there is no decision to judge the policy on"
        case .oneLearner:
            "all decisions are of one learner, so nothing says how learners differ; log decisions of more learners"
        case .nothingInCommon(let decisions):
            "the target policy would have made none of the \(decisions) logged choices, so the log says nothing about it; "
                + "let the logging policy try what the target would choose, with a probability that is logged"
        case .effectiveSizeTooSmall(let found, let needed, let decisions):
            "\(decisions) decisions say as much about the target policy as \(Self.text(found)) of its own would, and at "
                + "least \(Self.text(needed)) are needed; log more decisions, let the logging policy try the target's "
                + "choices more often, or judge a policy nearer to it"
        }
    }

    /// One decimal, downwards: what is refused must not look like enough.
    private static func text(_ size: Double) -> String {
        guard size.isFinite, abs(size) < 1e12 else { return "\(size)" }
        let tenths = Int((size * 10).rounded(.down))
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }
}
