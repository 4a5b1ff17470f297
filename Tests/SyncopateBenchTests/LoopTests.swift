import Foundation
import Synchronization
import Syncopate
import SyncopateModels
import SyncopateServer
import SyncopateStudents
import Testing

@testable import SyncopateBench

/// A clock that gains a millisecond with every look at it, and waits by jumping.
final class Ticker: Sendable {
    private let time = Atomic<UInt64>(0)

    var clock: BenchClock {
        BenchClock(
            now: { self.time.add(1_000_000, ordering: .relaxed).newValue },
            wait: { self.time.store($0, ordering: .relaxed) })
    }
}

/// Loops by a clock of which it is known beforehand what it will say.
struct LoopTests {
    private static func host() throws -> EngineHost {
        let course = try InventedCourse(skills: 10, items: 50, sets: 20, seed: 1)
        return EngineHost(
            ServerSettings(version: "1", modes: ModeEvidence(prior: .shipped)), catalogue: course.catalogue)
    }

    private static let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8) + [0x0A]
    private static let wrong = Array(#"{"jsonrpc":"2.0","id":1,"method":"none"}"#.utf8) + [0x0A]

    @Test func closedLoop() throws {
        var loop = ClosedLoop(Ticker().clock)
        var shown = 0
        loop.run([Self.ping, Self.wrong, Self.ping], on: JSONRPCServer(host: try Self.host())) { _ in shown += 1 }
        // Two looks for each, one millisecond between them.
        #expect(loop.requests == 3 && loop.errors == 1 && shown == 3)
        #expect(abs(loop.seconds - 0.003) < 1e-12 && abs(loop.latencies.longest - 0.001) < 1e-5)
    }

    /// Requests that come all at once wait for each other: each takes three looks of a millisecond, and the first comes one
    /// look after the beginning.
    @Test func whatWaitsIsCounted() throws {
        let server = JSONRPCServer(host: try Self.host())
        let point = OpenLoop(clock: Ticker().clock).run(
            Array(repeating: Self.ping, count: 10), due: Array(repeating: 0, count: 10), on: server)
        #expect(point.latencies.count == 10 && point.errors == 0)
        // Of ten, ended after 2, 5, 8 ... 29 looks.
        #expect(abs(point.latencies.longest - 0.029) < 0.0001)
        #expect(abs(point.latencies.percentile(50) - 0.014) < 0.0001)
        #expect(!point.isSustained)
    }

    /// Requests that come long after one another do not wait.
    @Test func whatDoesNotWait() throws {
        let server = JSONRPCServer(host: try Self.host())
        let point = OpenLoop(clock: Ticker().clock).run(
            Array(repeating: Self.ping, count: 10), due: (0..<10).map { UInt64($0) * 100_000_000 }, on: server)
        #expect(point.latencies.longest < 0.0031 && point.isSustained)
        #expect(abs(point.offered - 10 / 0.9) < 1e-9)
    }

    @Test func momentsAreAPoissonProcess() {
        let moments = OpenLoop.moments(40_000, rate: 1_000, seed: 5)
        #expect(moments == moments.sorted() && moments == OpenLoop.moments(40_000, rate: 1_000, seed: 5))
        let gaps = zip(moments.dropFirst(), moments).map { Double($0 - $1) / 1e9 }
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
        // Of an exponential variable the mean is the standard deviation; of 40,000 the errors are .5 and 1 %.
        #expect(abs(mean * 1_000 - 1) < 0.02 && abs(variance.squareRoot() * 1_000 - 1) < 0.04)
    }

    @Test func aTraceIsJSONOfNestedSpans() throws {
        let ticker = Ticker().clock
        var settings = ServerSettings(version: "1", modes: ModeEvidence(prior: .shipped))
        settings.clock = ticker.now
        let course = try InventedCourse(skills: 10, items: 50, sets: 20, seed: 1)
        var traffic = Traffic(course.catalogue, TrafficShape())
        var bench = ServerBench([ServerBench.Batch("step", traffic.steps(5))], ticker, traced: 3) {
            EngineHost(settings, catalogue: course.catalogue)
        }
        var report = BenchReport()
        try bench.round(&report)
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(bench.trace.write())) as? [String: Any])
        let events = try #require(root["traceEvents"] as? [[String: Any]])
        #expect(events.count { $0["name"] as? String == "step" } == 3)
        #expect(
            Set(events.compactMap { $0["name"] as? String }) == ["step", "reading", "belief", "advice", "answering"])
        var parent: (start: Double, end: Double)?
        for event in events {
            let start = try #require(event["ts"] as? Double)
            let end = start + (event["dur"] as? Double ?? -1)
            #expect(end >= start && event["ph"] as? String == "X")
            if event["name"] as? String == "step" {
                parent = (start, end)
            } else {
                #expect(start >= (parent?.start ?? .infinity) && end <= (parent?.end ?? 0) + 1_001)
            }
        }
    }

    /// Figures do not enter, decisions do.
    @Test func signatures() {
        func text(_ lines: String...) -> String {
            var signature = Signature()
            for line in lines { signature.add(Array(line.utf8)) }
            return signature.text
        }
        let base = #"{"result":{"items":[{"item":"a","score":0.5},{"item":"b","mode":"either"}]}}"#
        #expect(text(base) == text(base.replacing("0.5", with: "0.6")))
        #expect(text(base) != text(base.replacing("\"a\"", with: "\"c\"")))
        #expect(text(base) != text(base.replacing("either", with: "live_peer")))
        #expect(text(base, base) != text(base) && text("no JSON") == text())
        #expect(text(base).count == 16)
        // By Python: hashlib.sha256(b"item\0a\0item\0b\0mode\0either\0").hexdigest()[:16]
        #expect(text(base) == "cd045c1511918d0d")
    }
}
