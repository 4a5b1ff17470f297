import ArgumentParser
import SyncopateServer

/// What turns lines into answers.
protocol LineServer: AnyObject {
    func receive(_ bytes: UnsafeBufferPointer<UInt8>)
    func answerNext(isAtEnd: Bool) -> Bool
    var output: [UInt8] { get }
    func sent()
}

extension JSONRPCServer: LineServer {}
extension RowServer: LineServer {}

/// Moves bytes between a wire and a server until the input ends, a signal comes or nobody reads any more.
struct WireLoop {
    /// Why it ended.
    enum End {
        case input
        case signal(Int32)
        case closed
        case failed
    }

    let wire: Wire
    let server: any LineServer

    /// Bytes of answers from which they are sent even though there is more to do.
    private static let batch = 1 << 15

    func run() -> End {
        while true {
            switch wire.read() {
            case .bytes(let count):
                server.receive(UnsafeBufferPointer(rebasing: wire.buffer[0..<count]))
                if let end = answer(isAtEnd: false) { return end }
            case .end:
                return answer(isAtEnd: true) ?? .input
            case .interrupted:
                // What was read is answered; of a line that is not whole nobody knows the rest.
                if let end = answer(isAtEnd: false) { return end }
                return .signal(Interruption.signal ?? 0)
            case .failed: return .failed
            }
        }
    }

    /// Answers all whole lines that were read.
    private func answer(isAtEnd: Bool) -> End? {
        while server.answerNext(isAtEnd: isAtEnd) {
            if server.output.count >= Self.batch, let end = send() { return end }
        }
        return send()
    }

    private func send() -> End? {
        guard !server.output.isEmpty else { return nil }
        defer { server.sent() }
        switch wire.write(server.output) {
        case .sent: return nil
        case .closed: return .closed
        case .failed: return Interruption.signal.map { .signal($0) } ?? .failed
        }
    }
}
