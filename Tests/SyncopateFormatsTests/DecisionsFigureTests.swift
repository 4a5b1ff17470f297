import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Figures of ``InventedDecisions`` by other programs: values of estimators by Open Bandit Pipeline 0.4.1
/// (`InverseProbabilityWeighting`, `SelfNormalizedInverseProbabilityWeighting`, `DoublyRobust`), standard errors and
/// intervals by statsmodels 0.15 (a constant fitted by OLS, for SNIPS by WLS with the weights; `cov_type="cluster"` by
/// learner, `use_t`). What neither has is NumPy code of the published formula, and says so.
struct DecisionsFigureTests {
    static func report(_ extra: InventedDecisions.Extra) throws -> OffPolicyReport {
        let file = SourceFile(name: "d.csv", bytes: Array(InventedDecisions.text(extra).utf8))
        let imported = try DecisionsReader.read(file)
        #expect(imported.findings.isEmpty && imported.leftOut == 0 && imported.log.count == 240)
        return try OffPolicyReport(imported.log)
    }

    /// Value, standard error and interval; Student's quantile is within 1e-5 of SciPy's, and so intervals are.
    static func expect(
        _ found: PolicyEstimate, _ value: Double, _ error: Double, _ low: Double, _ high: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(found.value - value) < 1e-12, sourceLocation: sourceLocation)
        #expect(abs(found.standardError - error) < 1e-12, sourceLocation: sourceLocation)
        #expect(abs(found.interval.lowerBound - low) < 1e-6, sourceLocation: sourceLocation)
        #expect(abs(found.interval.upperBound - high) < 1e-6, sourceLocation: sourceLocation)
    }

    @Test(arguments: [InventedDecisions.Extra.predictions, .predictedCandidates])
    func withAModel(_ extra: InventedDecisions.Extra) throws {
        let report = try Self.report(extra)
        #expect(report.decisions == 240 && report.learners == 24 && report.largestWeight == 2)
        // NumPy: sum(w) ** 2 / sum(w ** 2), Kish 1965.
        #expect(abs(report.effectiveSize - 181.5831154277176) < 1e-9)
        Self.expect(report.logged, 0.713125, 0.0218005877214354, 0.6680270482984446, 0.7582229517015554)
        Self.expect(
            report.meanWeight, 1.0270833333333333, 0.028229642958172423, 0.9686858675884975, 1.0854807990781692)
        #expect(report.values.map(\.estimator) == [.ips, .snips, .dr])
        let values = report.values.map(\.value)
        Self.expect(values[0], 0.8027708333333333, 0.03061626952112384, 0.7394362543858197, 0.8661054122808469)
        Self.expect(values[1], 0.7816024340770791, 0.022251409887388485, 0.7355718856709792, 0.827632982483179)
        Self.expect(values[2], 0.7793125, 0.02222130767856951, 0.733344222757264, 0.825280777242736)
        let gains = report.values.map(\.gain)
        Self.expect(gains[0], 0.08964583333333334, 0.02318110563940941, 0.041692062734441135, 0.13759960393222553)
        // NumPy: the influence of SNIPS less that of the mean, summed by learner, squared and summed.
        Self.expect(gains[1], 0.06847743407707907, 0.01153921319088868, 0.04460675289149933, 0.0923481152626588)
        Self.expect(gains[2], 0.0661875, 0.012040440330463385, 0.04127995147759048, 0.09109504852240954)
        #expect(report.hasPlausibleWeights && report.values.allSatisfy { $0.isClear })
        #expect(report.model.given == 240)
    }

    /// The model of means of actions: NumPy, fitted anew for each decision on the other learners', ten decisions at their
    /// mean added to each action.
    @Test func withCandidates() throws {
        let report = try Self.report(.candidates)
        Self.expect(
            report.values[2].value, 0.7717973269114553, 0.023919913162852528, 0.7223152165065576, 0.821279437316353)
        #expect(report.model.actionMeans == 240 && report.withoutSupport == 0 && report.unknownSupport == 0)
    }

    /// The same with the mean of the other learners alone.
    @Test func withChosenActionsOnly() throws {
        let report = try Self.report(.none)
        Self.expect(
            report.values[2].value, 0.7834668478260869, 0.022896059911910793, 0.7361027392407021, 0.8308309564114716)
        #expect(report.model.overallMean == 240 && report.unknownSupport == 240)
    }
}
