import InventedCourses
import Syncopate
import SyncopateModels
import SyncopateServer

extension Workload {
    /// Lines in, lines out, without a pipe between.
    static let serving = [
        Workload("serve", "requests of step answered with five items and reasons", 100, "line", repeats: 5) { rounds in
            var traffic = try traffic()
            let server = JSONRPCServer(host: host(traffic))
            let known = (0..<40).flatMap { _ in traffic.observe(100) }
            let lines = (0..<rounds).map { _ in (0..<100).flatMap { _ in traffic.step() } }
            func answer(_ bytes: [UInt8]) -> Int {
                bytes.withUnsafeBufferPointer { server.receive($0) }
                while server.answerNext() {}
                defer { server.sent() }
                return server.output.count
            }
            _ = answer(known)
            return { answer(lines[$0]) }
        },
        Workload("serve-observe", "events of observe in batches of 100, learners known", 1_000, "event", repeats: 5) {
            rounds in
            var traffic = try traffic()
            let server = JSONRPCServer(host: host(traffic))
            let known = (0..<40).flatMap { _ in traffic.observe(100) }
            let lines = (0..<rounds).map { _ in (0..<10).flatMap { _ in traffic.observe(100) } }
            func answer(_ bytes: [UInt8]) -> Int {
                bytes.withUnsafeBufferPointer { server.receive($0) }
                while server.answerNext() {}
                defer { server.sent() }
                return server.output.count
            }
            _ = answer(known)
            return { answer(lines[$0]) }
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

    private static func traffic() throws -> Traffic {
        Traffic(try InventedCourse(skills: 60, items: 1_000, sets: 200, seed: 1), learners: 100, seed: 2)
    }

    private static func host(_ traffic: Traffic) -> EngineHost {
        EngineHost(
            ServerSettings(version: "0", modes: ModeEvidence(prior: .shipped)), catalogue: traffic.course.catalogue)
    }
}
