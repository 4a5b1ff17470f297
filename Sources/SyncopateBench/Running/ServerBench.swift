public import SyncopateServer

/// Measures a server on requests, in rounds that are all the same.
public struct ServerBench {
    /// Requests of one name.
    public struct Batch: Sendable {
        public let name: String
        public let lines: [[UInt8]]
        /// What all of them together count for: events of `observe`.
        public let count: Int
        public let unit: String

        /// - Parameter count: what they count for; as many as there are lines if not given.
        public init(_ name: String, _ lines: [[UInt8]], count: Int? = nil, unit: String = "requests/s") {
            self.name = name
            self.lines = lines
            self.count = count ?? lines.count
            self.unit = unit
        }
    }

    private let clock: BenchClock
    private let makeHost: () throws -> EngineHost
    private let resident: () -> Int
    /// Bytes by which memory grew while the first batch of the first round was answered.
    public private(set) var growth = 0
    private let batches: [Batch]
    private var latencies: [Latencies]
    private var errors: [Int]
    /// What the first round decided, and every other has to.
    public private(set) var signature: Signature?
    /// Whether every round so far decided the same.
    public private(set) var isSteady = true
    /// Requests of each batch whose stages are noted, in the first round.
    private let traced: Int
    /// Where the time of those went.
    public private(set) var trace = StageTrace()

    /// - Parameters:
    ///   - resident: bytes of memory in use.
    ///   - makeHost: makes what every round begins with.
    ///   - traced: of how many requests of each batch the stages are noted, in the first round.
    public init(
        _ batches: [Batch], _ clock: BenchClock, resident: @escaping () -> Int = { 0 }, traced: Int = 0,
        makeHost: @escaping () throws -> EngineHost
    ) {
        self.resident = resident
        self.batches = batches
        self.clock = clock
        self.makeHost = makeHost
        self.traced = traced
        latencies = batches.map { _ in Latencies() }
        errors = batches.map { _ in 0 }
    }

    /// Runs a round and adds its figures.
    ///
    /// - Returns: the server as the round left it.
    @discardableResult
    public mutating func round(_ report: inout BenchReport) throws -> JSONRPCServer {
        let host = try makeHost()
        let server = JSONRPCServer(host: host)
        var signature = Signature()
        let isFirst = self.signature == nil
        let start = resident()
        for (number, batch) in batches.enumerated() {
            var loop = ClosedLoop(clock)
            var before = Stage.allCases.map { host.stages.seconds($0) }
            if isFirst, traced > 0 { note(batch, on: server, &loop, &signature) }
            let rest = isFirst ? batch.lines.dropFirst(min(traced, batch.lines.count)) : batch.lines[...]
            loop.run(Array(rest), on: server) { signature.add($0) }
            if isFirst, number == 0 { growth = max(resident() - start, 0) }
            latencies[number].add(loop.latencies)
            errors[number] += loop.errors
            guard loop.requests > 0 else { continue }
            let count = Double(batch.count)
            report.add(batch.name, batch.unit, count / max(loop.seconds, 1e-9))
            for stage in Stage.allCases {
                let spent = host.stages.seconds(stage) - before[stage.rawValue]
                before[stage.rawValue] += spent
                report.add(
                    "\(batch.name)_\(stage.word)", "s", isHigherBetter: false,
                    spent / count)
            }
            for (name, percent) in [("p50", 50.0), ("p99", 99.0)] {
                report.add(
                    "\(batch.name)_\(name)", "s", isHigherBetter: false, loop.latencies.percentile(percent))
            }
        }
        if let known = self.signature, known != signature { isSteady = false }
        if isFirst { self.signature = signature }
        return server
    }

    /// Runs the first requests of a batch one by one, and notes where the time of each went.
    private mutating func note(
        _ batch: Batch, on server: JSONRPCServer, _ loop: inout ClosedLoop, _ signature: inout Signature
    ) {
        for line in batch.lines.prefix(traced) {
            server.host.stages.noteSpans(64)
            let start = clock.now()
            loop.run([line], on: server) { signature.add($0) }
            let spans = server.host.stages.takeSpans()
            trace.add(batch.name, from: start, to: spans.last?.end ?? clock.now())
            trace.add(spans)
        }
        server.host.stages.noteSpans(0)
    }

    /// What all rounds together took.
    public var requests: [BenchReport.Request] {
        zip(batches, zip(latencies, errors)).map { batch, found in
            BenchReport.Request(name: batch.name, latencies: found.0, errors: found.1)
        }
    }
}
