public import Syncopate

/// Whether what the lottery logs is enough to tell another policy's worth: one run of a weekly world, evaluated afterwards.
///
/// The target takes own time wherever the lottery left a choice, of those ways the likelier. It is logged by a policy that
/// chooses by lottery among wide near-ties and does not learn, so that the target's true worth to learners like these
/// follows from the true weights.
public struct LotteryTrial: Sendable {
    /// What the doubly robust estimate says of the target.
    public let estimate: PolicyEstimate
    /// Mean gain of the decisions in which the target would have done the same: what it is worth at first sight.
    public let naive: Double
    /// Sums over decisions of what the target chooses times the features of its expected gain, per mode.
    private let features: [[Double]]
    private let weights: [[Double]]
    private let count: Double

    /// - Parameters:
    ///   - prior: what the logging policy goes by.
    ///   - tie: width of its near-ties, logits.
    ///   - seed: of the run.
    /// - Returns: `nil` where the log says too little.
    public init?(_ world: WeeklyWorld, prior: ModePrior, tie: Double = 0.2, seed: UInt64) {
        var cohort = WeeklyCohort(world, seed: seed)
        let brief = world.brief
        var policy = EngineModesPolicy(prior: prior, policy: ModePolicy(tie: tie), learns: false)
            .policy(for: brief, seed: ~seed)
        var log = DecisionLog(
            learners: (0..<brief.learners).map(String.init), actions: WeeklyWorld.modes.map(\.rawValue))
        var features = WeeklyWorld.modes.map { _ in [0.0, 0, 0, 0, 0] }
        var (same, sum) = (0.0, 0.0)
        for week in 0..<max(world.weeks, 0) {
            if week > 0 { cohort.advance() }
            let modes = policy.modes((0..<brief.learners).map(cohort.situation))
            for (learner, advice) in policy.advice.enumerated() {
                let target = Self.target(advice)
                let outcome = cohort.outcome(learner, given: modes[learner])
                if modes[learner] == target { (same, sum) = (same + 1, sum + outcome.gain) }
                if let place = WeeklyWorld.modes.firstIndex(of: target) {
                    for (feature, value) in cohort.features(learner).enumerated() { features[place][feature] += value }
                }
                let candidates = zip(advice.alternatives, advice.propensities).compactMap { value, propensity in
                    WeeklyWorld.modes.firstIndex(of: value.mode).map {
                        CandidateAction(
                            action: Int32($0), target: value.mode == target ? 1 : 0, propensity: propensity,
                            predicted: value.mean)
                    }
                }
                guard let action = WeeklyWorld.modes.firstIndex(of: modes[learner]) else { return nil }
                let decision = Decision(
                    id: "\(week)/\(learner)", learner: Int32(clamping: learner), action: Int32(action),
                    propensity: advice.propensity, reward: outcome.gain, candidates: candidates)
                guard (try? log.append(decision)) != nil else { return nil }
            }
        }
        guard let report = try? OffPolicyReport(log), let value = report.values.first(where: { $0.estimator == .dr })
        else { return nil }
        estimate = value.value
        naive = sum / same
        self.features = features
        weights = cohort.weights
        count = Double(log.count)
    }

    /// The target's mode for a learner.
    private static func target(_ advice: ModeChoice) -> Mode {
        let drawn = zip(advice.alternatives, advice.propensities).filter { $0.1 > 0 }
        let apart = drawn.filter { !$0.0.mode.isLive }
        return (apart.isEmpty ? drawn : apart).max { $0.1 < $1.1 }?.0.mode ?? advice.assigned
    }

    /// How the estimates of many runs compare with the truth.
    public struct Summary: Sendable, Hashable {
        /// Mean true value of the target, logits.
        public let value: Double
        /// Mean of estimates less true values.
        public let bias: Double
        /// Standard error of that over runs.
        public let biasError: Double
        /// The same at first sight.
        public let naiveBias: Double
        /// Share of the 95 % intervals with the truth in them.
        public let coverage: Double
        /// Runs of which something can be said.
        public let runs: Int
    }

    /// The true value in a run is that for learners like all of these under its weights: their features are averaged over
    /// all runs, so that whoever happens to be in one is part of the error, as the intervals have it.
    public static func summary(
        _ world: WeeklyWorld, prior: ModePrior, runs: Int, seed: UInt64 = 1, workers: Workers = .one
    ) -> Summary {
        let seeds = WeeklyComparison.seeds(runs, seed: seed)
        let trials = workers.map(seeds.count) { LotteryTrial(world, prior: prior, seed: seeds[$0]) }.compactMap { $0 }
        let total = trials.reduce(0) { $0 + $1.count }
        let middle = WeeklyWorld.modes.indices.map { mode in
            (0..<5).map { feature in trials.reduce(0) { $0 + $1.features[mode][feature] } / total }
        }
        let truths = trials.map { trial in
            WeeklyWorld.unit
                * zip(trial.weights, middle).reduce(0) { sum, pair in
                    zip(pair.0, pair.1).reduce(sum) { $0 + $1.0 * $1.1 }
                }
        }
        let count = Double(trials.count)
        let errors: [Double] = zip(trials, truths).map { $0.estimate.value - $1 }
        let bias = errors.reduce(0, +) / count
        let squares = errors.map { ($0 - bias) * ($0 - bias) }.reduce(0, +)
        return Summary(
            value: truths.reduce(0, +) / count, bias: bias, biasError: (squares / (count - 1) / count).squareRoot(),
            naiveBias: zip(trials, truths).reduce(0) { $0 + $1.0.naive - $1.1 } / count,
            coverage: Double(zip(trials, truths).count { $0.estimate.interval.contains($1) }) / count,
            runs: trials.count)
    }

    /// The largest distance between the logged probabilities of one week's assignments and how often they come up when the
    /// week's lottery is drawn again and again.
    public static func replayError(
        _ world: WeeklyWorld, prior: ModePrior, tie: Double = 0.2, draws: Int, seed: UInt64 = 1
    ) -> Double {
        let cohort = WeeklyCohort(world, seed: seed)
        let brief = world.brief
        let candidates = (0..<brief.learners).map { learner in
            ModeCandidate(
                learner: learner, situation: cohort.situation(learner), offers: WeeklyWorld.modes.map { ModeOffer($0) })
        }
        let lottery = ModePolicy(tie: tie).lottery(candidates, seats: brief.seats, belief: ModeBelief(prior: prior))
        var counts = [Int](repeating: 0, count: lottery.probabilities.count)
        var seeds = SeededGenerator(seed: seed)
        for _ in 0..<max(draws, 0) {
            var generator = SeededGenerator(seed: seeds.next())
            for (learner, column) in lottery.draw(using: &generator).enumerated() {
                counts[learner * ModePrior.modes.count + column] += 1
            }
        }
        return zip(counts, lottery.probabilities).map { abs(Double($0) / Double(max(draws, 1)) - $1) }.max() ?? 0
    }
}
