public import Syncopate

/// Policies of who meets on what, on the same cohorts with the same luck.
public struct CohortComparison: Sendable {
    /// The name that cells have for the world.
    static let family = "cohort"

    /// What is measured, the headline first.
    public var figures: [TutoringFigure] { CohortRun.figures }
    /// One per policy, in their order; values are per cohort.
    public let cells: [PolicyMatrix.Cell]

    /// Runs everything. Results do not depend on the workers.
    ///
    /// - Parameters:
    ///   - world: the cohorts.
    ///   - policies: what is compared.
    ///   - cohorts: how many; zero or less gives no cells.
    ///   - seed: the same seed gives the same cohorts.
    ///   - workers: cohorts go to them in pieces.
    ///   - progress: called after each policy with the number done and the number there will be.
    public init(
        _ world: CohortWorld, policies: [any CohortPolicyFamily], cohorts: Int, seed: UInt64 = 1,
        workers: Workers = .one, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        var generator = SeededGenerator(seed: seed)
        let seeds = (0..<max(cohorts, 0)).map { _ in generator.next() }
        var cells: [PolicyMatrix.Cell] = []
        for policy in policies where !seeds.isEmpty {
            let byCohort = Self.run(world, policy, seeds: seeds, workers: workers)
            let values = CohortRun.figures.indices.map { figure in byCohort.map { $0[figure] } }
            cells.append(
                PolicyMatrix.Cell(
                    family: Self.family, policy: policy.name,
                    summaries: zip(CohortRun.figures, values).map { TutoringSummary($0, of: $1) },
                    highestExposure: nil, values: values))
            progress(cells.count, policies.count)
        }
        self.cells = cells
    }

    private static func run(
        _ world: CohortWorld, _ policy: any CohortPolicyFamily, seeds: [UInt64], workers: Workers
    ) -> [[Double]] {
        var byCohort = [[Double]](repeating: [], count: seeds.count)
        byCohort.withUnsafeMutableBufferPointer { buffer in
            let places = Places(buffer: buffer)
            workers.forEach(seeds.count) { places.buffer[$0] = CohortRun(world, policy, seed: seeds[$0]).values }
        }
        return byCohort
    }

    /// Where every cohort writes to a place of its own.
    private struct Places: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<[Double]>
    }
}
