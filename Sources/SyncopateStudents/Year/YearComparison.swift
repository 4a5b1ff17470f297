public import Syncopate

/// Policies over a year, in the same classes with the same luck.
public struct YearComparison: Sendable {
    /// What is measured, the headline first.
    public static var figures: [TutoringFigure] { YearRun.figures }
    /// One per policy, in their order; values are per class.
    public let cells: [PolicyMatrix.Cell]

    /// Runs everything. Results do not depend on the workers.
    ///
    /// - Parameters:
    ///   - name: what cells have for the world.
    ///   - world: the classes.
    ///   - policies: what is compared.
    ///   - runs: classes; zero or less gives no cells.
    ///   - seed: the same seed gives the same classes.
    ///   - workers: classes go to them in pieces.
    ///   - progress: called after each policy with the number done and the number there will be.
    public init(
        _ name: String, _ world: YearWorld, policies: [YearPolicyFamily], runs: Int, seed: UInt64 = 1,
        workers: Workers = .one, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        let seeds = WeeklyComparison.seeds(runs, seed: seed)
        var cells: [PolicyMatrix.Cell] = []
        for policy in policies where !seeds.isEmpty {
            let byClass = workers.map(seeds.count) { YearRun(world, policy, seed: seeds[$0]).values }
            let values = YearRun.figures.indices.map { figure in byClass.map { $0[figure] } }
            cells.append(
                PolicyMatrix.Cell(
                    family: name, policy: policy.name,
                    summaries: zip(YearRun.figures, values).map { TutoringSummary($0, of: $1) },
                    highestExposure: nil, values: values))
            progress(cells.count, policies.count)
        }
        self.cells = cells
    }
}
