public import SyncopateServer

/// Latencies at rates from easy to too much, each counted from the moment a request was to come.
public struct LoadSweep {
    /// Shares of what the server does at most.
    public static let usual = [0.1, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 1.1]

    private let clock: BenchClock
    private let seed: UInt64

    public init(_ clock: BenchClock, seed: UInt64) {
        self.clock = clock
        self.seed = seed
    }

    /// Runs requests that come at random, so many a second on average.
    public func run(_ lines: [[UInt8]], rate: Double, on server: JSONRPCServer) -> LoadPoint {
        let due = OpenLoop.moments(lines.count, rate: rate, seed: seed)
        return OpenLoop(clock: clock).run(lines, due: due, on: server)
    }

    /// Runs a recording at its own pace.
    ///
    /// - Parameter speed: 2 is twice as fast as it was recorded.
    public func run(_ recording: Recording, speed: Double, on server: JSONRPCServer) -> LoadPoint {
        let due = recording.times.map { UInt64(min(Double($0) * 1e3 / max(speed, 1e-6), 1e18)) }
        return OpenLoop(clock: clock).run(recording.lines, due: due, on: server)
    }
}
