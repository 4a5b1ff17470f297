import InventedCourses
import Syncopate
import SyncopateModels
import SyncopateServer

extension Workload {
    /// Lines in, lines out, without a pipe between.
    static let serving = [
        Workload("serve", "requests of step answered with five items and reasons", 100, "line", repeats: 5) { rounds in
            try answering(rounds) { traffic in (0..<100).flatMap { _ in traffic.step() } }
        },
        Workload("serve-observe", "events of observe in batches of 100, learners known", 1_000, "event", repeats: 5) {
            rounds in
            try answering(rounds) { traffic in (0..<10).flatMap { _ in traffic.observe(100) } }
        },
        Workload("pipe", "rows answered with five items and reasons", 100, "row", repeats: 5) { rounds in
            var traffic = try traffic()
            let server = RowServer(host: host(traffic))
            let lines = (0..<rounds).map { _ in (0..<100).flatMap { _ in traffic.row() } }
            return { round in
                lines[round].withUnsafeBufferPointer { server.receive($0) }
                while server.answerNext() {}
                defer { server.sent() }
                return server.output.count
            }
        },
    ]

    /// Answers to the requests of one round after the other, learners known.
    private static func answering(_ rounds: Int, _ requests: (inout Traffic) -> [UInt8]) throws -> Work {
        var traffic = try traffic()
        let server = JSONRPCServer(host: host(traffic))
        func answer(_ bytes: [UInt8]) -> Int {
            bytes.withUnsafeBufferPointer { server.receive($0) }
            while server.answerNext() {}
            defer { server.sent() }
            return server.output.count
        }
        _ = answer((0..<40).flatMap { _ in traffic.observe(100) })
        let lines = (0..<rounds).map { _ in requests(&traffic) }
        return { answer(lines[$0]) }
    }

    private static func traffic() throws -> Traffic {
        Traffic(try PracticeSetup.course(), learners: 100, seed: 2)
    }

    private static func host(_ traffic: Traffic) -> EngineHost {
        EngineHost(
            ServerSettings(version: "0", modes: ModeEvidence(prior: .shipped)), catalogue: traffic.course.catalogue)
    }
}
