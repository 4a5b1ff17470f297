public import SyncopateServer

/// Measures an engine on requests that were recorded.
public struct ReplayBench {
    private let recording: Recording
    private let clock: BenchClock
    private let rounds: Int
    private let speed: Double?
    private let traced: Int
    private let makeHost: () -> EngineHost
    public private(set) var trace = StageTrace()

    /// - Parameters:
    ///   - speed: how many times as fast as recorded they come; `nil`: each when the one before is answered.
    ///   - traced: requests whose stages are noted.
    ///   - makeHost: makes an engine as it was when recording began.
    public init(
        _ recording: Recording, _ clock: BenchClock, rounds: Int, speed: Double?, traced: Int,
        makeHost: @escaping () -> EngineHost
    ) {
        self.recording = recording
        self.clock = clock
        self.rounds = rounds
        self.speed = speed
        self.traced = traced
        self.makeHost = makeHost
    }

    public mutating func run() throws -> BenchReport {
        var report = BenchReport()
        var bench = ServerBench(
            [ServerBench.Batch("replay", recording.lines)], clock, traced: traced, makeHost: makeHost)
        for _ in 0..<rounds { try bench.round(&report) }
        report.requests = bench.requests
        report.signature = bench.isSteady ? bench.signature?.text : nil
        report.decisions = bench.signature?.decisions ?? 0
        trace = bench.trace
        if let speed {
            let server = JSONRPCServer(host: makeHost())
            report.loads = [LoadSweep(clock, seed: 0).run(recording, speed: speed, on: server)]
        }
        return report
    }
}
