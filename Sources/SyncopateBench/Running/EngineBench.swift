public import Syncopate
public import SyncopateServer

/// Everything that `syncopate bench` measures of an engine, in rounds that are all the same, so that what else the machine
/// does meets all figures alike.
public struct EngineBench {
    /// What is measured, and on what.
    public struct Plan {
        public var shape = TrafficShape()
        /// Requests of `step`; of `recommend` there are a quarter of them.
        public var requests = 10_000
        /// How often everything is measured.
        public var rounds = 5
        /// Shares of the rate of `step` at which requests come by themselves; none: no such run.
        public var loads: [Double] = []
        /// Seconds of each of those.
        public var loadSeconds = 2.0
        /// Requests of each kind whose stages are noted.
        public var traced = 0

        public init() {}
    }

    private let catalogue: Catalogue
    private let model: MasteryModel
    private let plan: Plan
    private let clock: BenchClock
    private let makeHost: () -> EngineHost
    private let resident: () -> Int
    private let several: (workers: Workers, count: Int)
    /// Where the time of single requests went.
    public private(set) var trace = StageTrace()

    /// - Parameters:
    ///   - model: what ranks the items of all learners at once.
    ///   - several: workers on as many threads as are to be measured beside one.
    ///   - resident: bytes of memory in use.
    ///   - makeHost: makes an engine of which nothing was asked yet.
    public init(
        _ catalogue: Catalogue, _ model: MasteryModel, _ plan: Plan, _ clock: BenchClock,
        several: (workers: Workers, count: Int), resident: @escaping () -> Int, makeHost: @escaping () -> EngineHost
    ) {
        self.catalogue = catalogue
        self.model = model
        self.plan = plan
        self.clock = clock
        self.several = several
        self.resident = resident
        self.makeHost = makeHost
    }

    /// Measures everything.
    ///
    /// - Parameter progress: is told the share that is done.
    public mutating func run(progress: (Double) -> Void = { _ in }) throws -> BenchReport {
        var report = BenchReport()
        var traffic = Traffic(catalogue, plan.shape)
        let batches = [
            ServerBench.Batch("observe", traffic.introductions(), count: plan.shape.events, unit: "events/s"),
            ServerBench.Batch("step", traffic.steps(plan.requests)),
            ServerBench.Batch("recommend", traffic.recommendations(max(plan.requests / 4, 1))),
        ]
        var bench = ServerBench(batches, clock, resident: resident, traced: plan.traced, makeHost: makeHost)
        let batch = BatchRun(model, catalogue, plan.shape, workers: several.workers)
        var ranked: RankedItems?
        var isSteady = true
        let parts = Double(plan.rounds + plan.loads.count)
        for round in 0..<plan.rounds {
            let rates = MachineRates(clock)
            report.add("machine_product_single", "FLOP/s", rates.singleProduct)
            report.add("machine_product_double", "FLOP/s", rates.doubleProduct)
            report.add("machine_memory", "B/s", rates.memory)
            try bench.round(&report)
            // Of fewer the tables of the engine would be most of it.
            if round == 0, plan.shape.learners >= 1_000 {
                report.add(
                    "memory_of_a_learner", "B", isHigherBetter: false,
                    Double(bench.growth) / Double(max(plan.shape.learners, 1)))
            }
            let found = rank(batch, rates, &report)
            if found == nil || (round > 0 && ranked != found) { isSteady = false }
            ranked = found
            progress(Double(round + 1) / parts)
        }
        report.requests = bench.requests
        trace = bench.trace
        if let rate = report.metric("step")?.median, rate.isFinite {
            for (number, share) in plan.loads.enumerated() {
                let lines = traffic.steps(max(Int(min(rate * share * plan.loadSeconds, 1e7)), 1))
                // Records grow with every answer: each share begins where the rate was measured.
                var others = BenchReport()
                let server = try bench.round(&others)
                let sweep = LoadSweep(clock, seed: plan.shape.seed &+ UInt64(number + 1) &* 0x9E37_79B9)
                let load = sweep.run(lines, rate: rate * share, on: server)
                report.loads.append(load)
                for (name, percent) in [("p50", 50.0), ("p99", 99.0)] {
                    report.add(
                        "load_\(Int((share * 100).rounded()))_\(name)", "s", isHigherBetter: false,
                        load.latencies.percentile(percent))
                }
                progress((Double(plan.rounds + number) + 1) / parts)
            }
        }
        report.add("memory_in_use", "B", isHigherBetter: false, Double(resident()))
        var signature = bench.signature ?? Signature()
        if let ranked { signature.add(items: ranked.items) }
        report.signature = isSteady && bench.isSteady ? signature.text : nil
        report.decisions = signature.decisions
        return report
    }

    /// Ranks everybody's items on one thread and on several, beside the bare product of matrices.
    ///
    /// - Returns: what was found; `nil` where several threads found something else, and nothing is to be believed.
    private func rank(_ batch: BatchRun, _ rates: MachineRates, _ report: inout BenchReport) -> RankedItems? {
        var ranked: RankedItems?
        let learners = Double(batch.learners)
        let one = max(clock.seconds { ranked = batch.run(.one) }, 1e-9)
        let product = batch.product
        let bare = max(clock.seconds { product.run(.one) }, 1e-9)
        report.add("rank_on_1_thread", "learners/s", learners / one)
        report.add("rank_pairs_on_1_thread", "pairs/s", batch.pairs / one)
        report.add("rank_share_of_bare_product", "", batch.pairs / one / (product.pairs / bare))
        report.add("rank_share_of_machine_product", "", batch.operations / one / rates.singleProduct)
        // The least that has to come from memory and go there: states, and what was found.
        let moved = batch.bytes + (ranked?.bytes ?? 0)
        report.add("rank_share_of_machine_memory", "", Double(moved) / one / rates.memory)
        if several.count > 1 {
            var other: RankedItems?
            let all = max(clock.seconds { other = batch.run(several.workers) }, 1e-9)
            report.add("rank_on_\(several.count)_threads", "learners/s", learners / all)
            report.add("rank_threads_gain", "", one / all)
            if other != ranked { return nil }
        }
        return ranked
    }
}
