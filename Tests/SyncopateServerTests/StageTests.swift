import Synchronization
import Syncopate
import SyncopateServer
import TestSupport
import Testing

/// A clock that gains a microsecond with every look at it.
private final class Ticker: Sendable {
    private let time = Atomic<UInt64>(0)

    func tick() -> UInt64 { time.add(1_000, ordering: .relaxed).newValue }
}

/// Where a server says that its time goes, by a clock that gains a microsecond with every look at it.
struct StageTests {
    @Test func everyMomentIsInOneStage() throws {
        let clock = Ticker()
        let exchange = try Exchange { $0.clock = { clock.tick() } }
        _ = try exchange.call("step", #"{"learner":"ada","item":"add-1","score":1,"at":1760000000}"#)
        _ = try exchange.call("observe", #"{"events":[{"learner":"bo","item":"add-1","score":1,"at":1760000000}]}"#)
        _ = try exchange.call("step", #"{"learner":"ada","item":"nothing","score":1}"#)
        #expect(try exchange.call("stats").result?["stages"] == nil)
        let stats = try #require(try exchange.call("stats", #"{"times":true}"#).result)
        let stages = try #require(stats["stages"] as? [String: Double])
        #expect(Set(stages.keys) == ["reading", "belief", "advice", "answering"])
        #expect(stages.values.allSatisfy { $0 > 0 })
        let methods = try #require(stats["methods"] as? [String: [String: Double]])
        #expect(Set(methods.keys) == ["step", "observe", "stats"])
        #expect(methods["step"]?["count"] == 2 && methods["observe"]?["count"] == 1)
        #expect((methods["step"]?["slowest"] ?? 0) < (methods["step"]?["seconds"] ?? 0))
        // Nothing is counted twice, and only what is between two lines is left out.
        let total = stages.values.reduce(0, +)
        #expect(total < Double(clock.tick()) / 1e9)
        #expect(total > (methods["step"]?["seconds"] ?? 1) + (methods["observe"]?["seconds"] ?? 1) - 20e-6)
    }

    @Test func withoutAClockNothingIsSaid() throws {
        let stats = try #require(try Exchange().call("stats", #"{"times":true}"#).result)
        #expect(stats["stages"] == nil && stats["methods"] == nil)
    }
}
