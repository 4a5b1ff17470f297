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
            ServerBench.Batch("observe", traffic.introductions(), weight: 100, unit: "events/s"),
            ServerBench.Batch("step", traffic.steps(plan.requests)),
            ServerBench.Batch("recommend", traffic.recommendations(max(plan.requests / 4, 1))),
        ]
        var bench = ServerBench(batches, clock, traced: plan.traced, makeHost: makeHost)
        let batch = BatchRun(model, catalogue, plan.shape, workers: several.workers)
        var ranked: RankedItems?
        var isSteady = true
        let parts = Double(plan.rounds + plan.loads.count)
        var last: JSONRPCServer?
        for round in 0..<plan.rounds {
            let rates = MachineRates(clock)
            report.add("machine_single_product", "FLOP/s", rates.singleProduct)
            report.add("machine_double_product", "FLOP/s", rates.doubleProduct)
            report.add("machine_memory", "B/s", rates.memory)
            last = nil
            let before = resident()
            let server = try bench.round(&report)
            if round == 0 {
                report.add(
                    "memory_of_a_learner", "B", isHigherBetter: false,
                    Double(max(resident() - before, 0)) / Double(max(plan.shape.learners, 1)))
            }
            last = server
            let found = rank(batch, rates, &report)
            if found == nil || (round > 0 && ranked != found) { isSteady = false }
            ranked = found
            progress(Double(round + 1) / parts)
        }
        report.requests = bench.requests
        trace = bench.trace
        if let last, let rate = report.metric("step")?.median, rate.isFinite {
            let sweep = LoadSweep(clock, seed: plan.shape.seed)
            for (number, share) in plan.loads.enumerated() {
                let lines = traffic.steps(max(Int(rate * share * plan.loadSeconds), 1))
                report.loads.append(sweep.run(lines, rate: rate * share, on: last))
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
        report.add("rank_share_of_machine_memory", "", Double(batch.bytes) / one / rates.memory)
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
