import TestSupport
import Testing

@testable import Syncopate

/// What another policy would have earned: against closed forms, symmetries and refusals. Figures of other programs are in
/// `DecisionsFigureTests`, on a file.
struct OffPolicyReportTests {
    /// A log of two actions, the first chosen with a probability of .2 to .8.
    ///
    /// - Parameters:
    ///   - target: the target policy's probability of the first action, by the logging policy's.
    ///   - reward: by action and a standard normal draw.
    static func log(
        _ count: Int = 400, learners: Int = 20, seed: UInt64 = 1,
        target: (Double) -> Double = { min(1, 0.5 * $0 + 0.2) }, reward: (Int32, Double) -> Double = { Double($0) + $1 }
    ) throws -> DecisionLog {
        var generator = SeededGenerator(seed: seed)
        var log = DecisionLog(learners: (0..<learners).map { "l\($0)" }, actions: ["a", "b"])
        for index in 0..<count {
            let first = 0.2 + 0.6 * generator.uniform()
            let action: Int32 = generator.uniform() < first ? 0 : 1
            let (propensity, chance) = action == 0 ? (first, target(first)) : (1 - first, 1 - target(first))
            try log.append(
                Decision(
                    id: "\(index)", learner: Int32(index % learners), action: action, propensity: propensity,
                    reward: reward(action, generator.normal()), target: chance))
        }
        return log
    }

    static func refusal(_ log: DecisionLog, _ minimum: Double = 100) -> OffPolicyRefusal? {
        do throws(OffPolicyRefusal) {
            _ = try OffPolicyReport(log, settings: OffPolicySettings(minimumEffectiveSize: minimum))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func thePolicyThatLoggedEarnsWhatItEarned(seed: UInt64) throws {
        let report = try OffPolicyReport(Self.log(seed: seed, target: { $0 }))
        #expect(abs(report.effectiveSize - 400) < 1e-9 && report.hasPlausibleWeights)
        for value in report.values where value.estimator != .dr {
            #expect(abs(value.value.value - report.logged.value) < 1e-12)
            #expect(abs(value.gain.value) < 1e-12 && value.gain.standardError < 1e-12)
        }
        // What the cross-fitted means of others add to DR with equal weights is nothing: v = q.
        let dr = try #require(report.values.last)
        #expect(dr.estimator == .dr && abs(dr.gain.value) < 1e-12)
    }

    /// Where the reward is always the same, SNIPS and DR know it from any weights, and IPS multiplies it by the mean weight.
    @Test func aConstantIsAConstant() throws {
        let report = try OffPolicyReport(Self.log(reward: { _, _ in 3 }))
        let values = report.values.map(\.value)
        #expect(abs(values[0].value - 3 * report.meanWeight.value) < 1e-12)
        #expect(abs(values[0].standardError - 3 * report.meanWeight.standardError) < 1e-12)
        for value in values.dropFirst() { #expect(abs(value.value - 3) < 1e-12 && value.standardError < 1e-12) }
    }

    /// Rewards in other units change nothing but the units.
    @Test(arguments: 1...3 as ClosedRange<UInt64>) func unitsDoNotMatter(seed: UInt64) throws {
        let plain = try OffPolicyReport(Self.log(seed: seed))
        let scaled = try OffPolicyReport(Self.log(seed: seed, reward: { -100 * (Double($0) + $1) + 7 }))
        for (a, b) in zip(plain.values, scaled.values) where a.estimator != .ips {
            #expect(abs(-100 * a.value.value + 7 - b.value.value) < 1e-9)
            #expect(abs(100 * a.value.standardError - b.value.standardError) < 1e-9)
            #expect(a.isClear == b.isClear)
        }
        #expect(plain.effectiveSize == scaled.effectiveSize)
    }

    /// 95 % intervals hold the truth about 95 times in 100. The target's choices earn `E[1 - target]` in `reward = action`.
    @Test func intervalsHoldTheTruth() throws {
        // The mean of .5 u + .2 for u in .2 ... .8 is .45, so action b has .55.
        var held = [0, 0, 0]
        for seed in 1...200 as ClosedRange<UInt64> {
            let report = try OffPolicyReport(Self.log(seed: seed))
            for (index, value) in report.values.enumerated() where value.value.interval.contains(0.55) {
                held[index] += 1
            }
        }
        // 200 draws of .95: below 180 or above 199 once in hundreds.
        for count in held { #expect((180...199).contains(count), "\(held)") }
    }

    @Test func refusals() throws {
        #expect(Self.refusal(DecisionLog(learners: [], actions: [])) == .noDecisions)
        #expect(Self.refusal(try Self.log(learners: 1)) == .oneLearner)
        var never = DecisionLog(learners: ["l", "m"], actions: ["a"])
        for index in 0..<200 {
            try never.append(
                Decision(
                    id: "\(index)", learner: Int32(index % 2), action: 0, propensity: 0.5, reward: 1, target: 0))
        }
        #expect(Self.refusal(never) == .nothingInCommon(decisions: 200))
        #expect(Self.refusal(try Self.log(), .nan) != nil)
    }

    /// 100 equal weights are 100 decisions, and 99 are one too few.
    @Test func theFloorIsAHundred() throws {
        #expect(Self.refusal(try Self.log(100, target: { $0 })) == nil)
        let refusal = Self.refusal(try Self.log(99, target: { $0 }))
        guard case .effectiveSizeTooSmall(let found, 100, 99) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(abs(found - 99) < 1e-9)
    }

    @Test func aRefusalSaysHowToMend() {
        let refusal = OffPolicyRefusal.effectiveSizeTooSmall(found: 99.99, needed: 100, decisions: 812)
        #expect(
            refusal.description
                == "812 decisions say as much about the target policy as 99.9 of its own would, and at least 100 are needed; "
                + "log more decisions, let the logging policy try the target's choices more often, or judge a policy "
                + "nearer to it")
        #expect(refusal.code == "effective-sample-size")
    }

    /// Quantiles of `scipy.stats.t.ppf(.975, freedom)`, SciPy 1.17.
    @Test(arguments: [
        (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078), (4, 2.7764451051977934),
        (9, 2.262157162798205), (23, 2.0686576104190486), (99, 1.9842169515864174), (1000, 1.9623390808264083),
    ])
    func studentsQuantiles(freedom: Int, expected: Double) {
        #expect(abs(LearnerClusters.reach(freedom: freedom) / expected - 1) < 5e-4)
    }
}
