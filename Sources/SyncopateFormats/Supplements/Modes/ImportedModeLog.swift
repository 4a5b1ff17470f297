public import Syncopate

/// What a log of gains said.
public struct ImportedModeLog: Sendable {
    /// One per row that says anything; learners are positions in ``learners``.
    public var observations: [ModeObservation]
    /// Identities of the learners.
    public var learners: [String]
    /// What was noticed.
    public var findings: [Finding]
    /// How often, also beyond the findings that are kept.
    public var findingTotals: [FindingRule: Int]

    /// Whether something was left out.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// Studies, and this log.
    public func evidence(_ prior: ModePrior) -> ModeEvidence {
        ModeEvidence(prior: prior, observations: observations, learners: learners)
    }
}
