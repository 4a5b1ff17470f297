internal import SyncopateServer

/// Requests one after the other, each sent when the one before is answered.
struct ClosedLoop {
    let clock: BenchClock
    /// How long each took.
    private(set) var latencies = Latencies()
    /// Seconds that answering took, without what is done between.
    private(set) var seconds = 0.0
    private(set) var requests = 0
    /// Answers that were errors.
    private(set) var errors = 0

    init(_ clock: BenchClock) { self.clock = clock }

    /// Answers lines, and shows each answer outside the time that is measured.
    mutating func run(_ lines: [[UInt8]], on server: JSONRPCServer, show: ([UInt8]) -> Void = { _ in }) {
        for line in lines {
            let start = clock.now()
            Self.answer(line, on: server)
            let taken = clock.now() &- start
            latencies.record(taken)
            seconds += Double(taken) / 1e9
            requests += 1
            if Self.isError(server.output) { errors += 1 }
            show(server.output)
            server.sent()
        }
    }

    /// Answers a line; the answer stands in the server's output.
    static func answer(_ line: [UInt8], on server: JSONRPCServer) {
        line.withUnsafeBufferPointer { server.receive($0) }
        while server.answerNext(isAtEnd: false) {}
    }

    /// Whether an answer is an error: its first member but for the envelope's says so.
    static func isError(_ answer: [UInt8]) -> Bool {
        for place in answer.indices where answer[place] == UInt8(ascii: "\"") {
            let rest = answer[place...]
            if rest.starts(with: errorKey) { return true }
            if rest.starts(with: resultKey) { return false }
        }
        return false
    }

    private static let errorKey = Array("\"error\":".utf8)
    private static let resultKey = Array("\"result\":".utf8)
}
