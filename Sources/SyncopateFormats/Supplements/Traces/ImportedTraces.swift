public import Syncopate

/// What a file of traces said, with everything noticed on the way.
public struct ImportedTraces: Sendable {
    /// The traces that could be read.
    public var log: TraceLog
    /// What was seen of learners among others.
    public var exchanges: ExchangeLog
    /// What was noticed, in the order of lines; at most ``FindingCollector/limit`` of a rule and severity.
    public var findings: [Finding]
    /// How often each rule was broken, those beyond the limit included.
    public var findingTotals: [FindingRule: Int]

    /// Whether something in the file was not read.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// What is believed of everybody that anything was seen of among others, by learner id.
    ///
    /// - Parameter evidence: logged gains, which speak of it too.
    public func interdependence(
        _ model: InterdependenceModel, evidence: ModeEvidence
    ) -> [String: Interdependence] {
        Interdependence.estimate(exchanges, evidence: evidence, model: model)
    }

    /// What is believed of each learner in the course they were last seen in, by learner id.
    public func independence(_ model: IndependenceModel) -> [String: Independence] {
        var tracker = IndependenceTracker(model)
        tracker.observe(log)
        return Dictionary(
            uniqueKeysWithValues: log.learners.indices.map {
                (log.learners[$0], tracker.independence(ofLearner: $0))
            })
    }
}
