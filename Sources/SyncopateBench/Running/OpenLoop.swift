internal import RealModule
internal import SyncopateServer
internal import SyncopateStudents

/// Requests that come when they come, whether or not the ones before are answered.
///
/// A latency is from the moment a request was to come to its answer, so that one slow answer counts for all that had to wait
/// behind it (Tene: coordinated omission).
struct OpenLoop {
    let clock: BenchClock

    /// Answers lines at the moments they are due.
    ///
    /// - Parameter due: nanoseconds after the beginning, ascending.
    func run(_ lines: [[UInt8]], due: [UInt64], on server: JSONRPCServer) -> LoadPoint {
        var latencies = Latencies()
        let start = clock.now() &+ 1_000_000
        var end = start
        var errors = 0
        var busy = 0.0
        for (line, due) in zip(lines, due) {
            let intended = start &+ due
            if clock.now() < intended { clock.wait(intended) }
            let begin = clock.now()
            ClosedLoop.answer(line, on: server)
            end = clock.now()
            busy += Double(end &- begin) / 1e9
            latencies.record(end > intended ? end - intended : 0)
            if ClosedLoop.isError(server.output) { errors += 1 }
            server.sent()
        }
        let count = min(lines.count, due.count)
        let offered = Double(due.prefix(count).last ?? 0) / 1e9
        let taken = Double(end &- start) / 1e9
        return LoadPoint(
            offered: offered > 0 ? Double(count) / offered : 0, achieved: taken > 0 ? Double(count) / taken : 0,
            errors: errors, lag: taken - offered - busy / Double(max(count, 1)), span: offered,
            busy: taken > 0 ? busy / taken : 0, latencies: latencies)
    }

    /// Moments at random, so many a second on average (a Poisson process), in nanoseconds.
    static func moments(_ count: Int, rate: Double, seed: UInt64) -> [UInt64] {
        var draw = Draws(seed: seed)
        var time = 0.0
        return (0..<count).map { _ in
            let uniform = (Double(draw.below(1 << 53)) + 0.5) / Double(1 << 53)
            time -= Double.log(uniform) / max(rate, 1e-3)
            return UInt64(min(time * 1e9, 1e18))
        }
    }
}
