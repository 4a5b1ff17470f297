import Syncopate

/// One run of a world under one policy.
struct WeeklyRun {
    /// Mean expected gain per learner and week, logits.
    private(set) var gain = 0.0
    /// Share of the advice that was `either`; `nil` of a policy that advises nothing.
    private(set) var either: Double?
    /// Share of the advice with P(best) above .9.
    private(set) var sure: Double?
    /// What a report on fairness looks back on; empty unless asked for, and of a policy that advises nothing.
    private(set) var decisions: [LiveDecision] = []
    /// Whether each learner is in the group of that report.
    let isInGroup: [Bool]

    /// P(best) above which advice is sure.
    static let sureness = 0.9

    /// - Parameters:
    ///   - seed: of the cohort and its luck, and of the policy's lots.
    ///   - keepsDecisions: whether decisions are wanted.
    init(_ world: WeeklyWorld, _ family: any WeeklyPolicyFamily, seed: UInt64, keepsDecisions: Bool = false) {
        var cohort = WeeklyCohort(world, seed: seed)
        isInGroup = cohort.isInGroup
        let brief = world.brief
        var policy = family.policy(for: brief, seed: ~seed)
        var (advised, eithers, sures) = (0, 0, 0)
        for week in 0..<max(world.weeks, 0) {
            if week > 0 { cohort.advance() }
            if var oracle = policy as? any WeeklyOracle {
                oracle.look(
                    at: (0..<brief.learners).flatMap { learner in
                        WeeklyWorld.modes.map { cohort.expected(learner, given: $0) }
                    })
                policy = oracle
            }
            let modes = Self.held(policy.modes((0..<brief.learners).map(cohort.situation)), brief)
            let advice = policy.advice
            let outcomes = modes.enumerated().map { cohort.outcome($0.offset, given: $0.element) }
            for (learner, mode) in modes.enumerated() { gain += cohort.expected(learner, given: mode) }
            advised += advice.count
            eithers += advice.count { $0.mode == .either }
            sures += advice.count { $0.pBest > Self.sureness }
            if keepsDecisions, advice.count == modes.count {
                decisions += modes.indices.map { learner in
                    LiveDecision(
                        learner: Int32(clamping: learner), isLive: modes[learner].isLive,
                        uplift: advice[learner].uplift, gain: outcomes[learner].gain,
                        expected: advice[learner].alternatives.first { $0.mode == modes[learner] }?.mean)
                }
            }
            policy.observe(outcomes)
        }
        gain /= Double(max(world.weeks, 1) * brief.learners)
        if advised > 0 {
            either = Double(eithers) / Double(advised)
            sure = Double(sures) / Double(advised)
        }
    }

    /// One mode per learner, and no more in a mode than there are seats.
    private static func held(_ asked: [Mode], _ brief: WeeklyBrief) -> [Mode] {
        var left = brief.seats
        return (0..<brief.learners).map { learner in
            guard asked.indices.contains(learner), WeeklyWorld.modes.contains(asked[learner]) else { return .asyncSolo }
            let mode = asked[learner]
            guard let seats = left[mode] else { return mode }
            guard seats > 0 else { return .asyncSolo }
            left[mode] = seats - 1
            return mode
        }
    }
}
