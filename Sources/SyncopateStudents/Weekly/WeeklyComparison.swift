public import Syncopate

/// Policies of weekly modes in one world, on the same runs with the same luck.
public struct WeeklyComparison: Sendable {
    /// What came of one policy.
    public struct Cell: Sendable {
        /// The policy's name.
        public let policy: String
        /// Mean expected gain per learner and week, logits, per run.
        public let gains: [Double]
        /// Share of advice that was `either`, per run; empty of a policy that advises nothing.
        public let either: [Double]
        /// Share of advice with P(best) above .9, per run.
        public let sure: [Double]
    }

    /// One per policy, in their order.
    public let cells: [Cell]
    /// Gains of always working alone, per run.
    public let alone: [Double]
    /// Gains of the oracle, per run.
    public let best: [Double]

    /// Runs everything. Results do not depend on the workers.
    ///
    /// - Parameters:
    ///   - world: what is met.
    ///   - policies: what is compared.
    ///   - runs: how many; zero or less gives no cells.
    ///   - seed: the same seed gives the same runs.
    ///   - workers: runs go to them in pieces.
    ///   - progress: called after each policy with the number done and the number there will be.
    public init(
        _ world: WeeklyWorld, policies: [any WeeklyPolicyFamily], runs: Int, seed: UInt64 = 1,
        workers: Workers = .one, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        let seeds = Self.seeds(runs, seed: seed)
        func gains(_ policy: any WeeklyPolicyFamily) -> [WeeklyRun] {
            workers.map(seeds.count) { WeeklyRun(world, policy, seed: seeds[$0]) }
        }
        alone = gains(AlwaysAloneModesPolicy()).map(\.gain)
        best = gains(OracleModesPolicy()).map(\.gain)
        var cells: [Cell] = []
        for policy in policies where !seeds.isEmpty {
            let runs = gains(policy)
            cells.append(
                Cell(
                    policy: policy.name, gains: runs.map(\.gain), either: runs.compactMap(\.either),
                    sure: runs.compactMap(\.sure)))
            progress(cells.count, policies.count)
        }
        self.cells = cells
    }

    /// A seed per run, one after the other: more runs leave the first ones as they are.
    static func seeds(_ runs: Int, seed: UInt64) -> [UInt64] {
        var generator = SeededGenerator(seed: seed)
        return (0..<max(runs, 0)).map { _ in generator.next() }
    }

    /// What a policy gains over always working alone, as a share of what the oracle does, sums over runs.
    public func share(_ cell: Int) -> JackknifedRatio {
        JackknifedRatio(zip(cells[cell].gains, alone).map { $0 - $1 }, of: zip(best, alone).map { $0 - $1 })
    }

    /// The share of one policy less that of another, over the same runs.
    public func difference(_ cell: Int, less other: Int) -> JackknifedRatio {
        JackknifedRatio(
            zip(cells[cell].gains, cells[other].gains).map { $0 - $1 }, of: zip(best, alone).map { $0 - $1 })
    }

    /// The share in each run; NaN in one in which the oracle gains nothing.
    public func shares(_ cell: Int) -> [Double] {
        alone.indices.map { (cells[cell].gains[$0] - alone[$0]) / (best[$0] - alone[$0]) }
    }

    /// Runs in which a policy gains less than always working alone.
    public func below(_ cell: Int) -> Int {
        zip(cells[cell].gains, alone).count { $0 < $1 }
    }
}
