public import Syncopate

/// What a file of decisions said, with everything noticed on the way.
public struct ImportedDecisions: Sendable {
    /// The decisions that could be read.
    public var log: DecisionLog
    /// What was noticed, in the order of lines; at most ``FindingCollector/limit`` of a rule and severity.
    public var findings: [Finding]
    /// How often each rule was broken, those beyond the limit included.
    public var findingTotals: [FindingRule: Int]
    /// Rows that were not used: broken themselves, or of a decision that is.
    public var leftOut: Int

    /// Whether something in the file was not read.
    public var hasErrors: Bool { leftOut > 0 || findings.contains { $0.severity == .error } }
}
