public import Syncopate

/// Whether a policy's live seats fall alike to those in an invented group and the others.
///
/// Who is less independent is likelier to be in the group (probability `1 / (1 + exp(.7 independence))`). The group is
/// drawn beside the world and shown to nobody, so that what is reported comes of what policies may know.
public enum WeeklyFairness {
    /// Looks back on all decisions of all runs.
    ///
    /// - Parameters:
    ///   - policy: one that advises; of another the report is empty.
    ///   - seed: the same runs as in a ``WeeklyComparison`` of it.
    public static func report(
        _ world: WeeklyWorld, _ policy: any WeeklyPolicyFamily, runs: Int, seed: UInt64 = 1, workers: Workers = .one
    ) -> FairnessReport {
        let seeds = WeeklyComparison.seeds(runs, seed: seed)
        let parts = workers.map(seeds.count) { WeeklyRun(world, policy, seed: seeds[$0], keepsDecisions: true) }
        var (decisions, groups) = ([LiveDecision](), [String?]())
        for run in parts {
            // Learners of another run are other learners.
            let first = Int32(clamping: groups.count)
            decisions += run.decisions.map { decision in
                var decision = decision
                decision.learner &+= first
                return decision
            }
            groups += run.isInGroup.map { $0 ? "inside" : "outside" }
        }
        return FairnessReport(decisions, attributes: [("invented group", groups)])
    }
}
