internal import JSONText

/// JSON-RPC 2.0, and with it MCP: lines in, lines out. Owns no descriptor, no clock and no thread.
///
/// Put in bytes as they come with ``receive(_:)``, call ``answerNext(isAtEnd:)`` as long as it says that there was
/// something, and send ``output``, from time to time between, so that it does not grow.
public final class JSONRPCServer {
    public let host: EngineHost
    private let dispatcher: Dispatcher
    private var lines: LineBuffer
    private var tape = JSONTape()
    private var reply = ReplyWriter()
    private var cancellations = Cancellations()

    /// Most requests of one batch.
    static let batchLimit = 1_000
    /// Bytes that are kept for each answer of a batch that is yet to come: what saying that it does not fit takes.
    private static let leastReply = 180

    public init(host: EngineHost) {
        self.host = host
        dispatcher = Dispatcher(host: host, replyLimit: host.settings.replyLimit)
        lines = LineBuffer(limit: host.settings.lineLimit)
    }

    /// Takes up bytes.
    public func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
        cancellations.listen(to: bytes)
        lines.append(bytes)
    }

    /// Answers that wait to be sent.
    public var output: [UInt8] { reply.json.bytes }

    /// Says that ``output`` was sent.
    public func sent() { reply.json.removeAll() }

    /// Answers the next line.
    ///
    /// - Parameter isAtEnd: whether no bytes will come any more.
    /// - Returns: whether there was one.
    public func answerNext(isAtEnd: Bool = false) -> Bool {
        if cancellations.isDue { readCancellations() }
        switch lines.next(isAtEnd: isAtEnd) {
        case .none: return false
        case .tooLong:
            let fault = WireFault(
                .lineTooLong, "the line is longer than \(lines.limit) bytes and was skipped",
                hint: "send less at once, or start the program with a larger --max-line")
            host.counters.note(fault, isNotification: false)
            reply.write(fault, id: nil, on: tape)
            reply.json.newline()
        case .line(let range):
            lines.bytes.withUnsafeBufferPointer { answer(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return true
    }

    private func answer(_ line: UnsafeBufferPointer<UInt8>) {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
        let mark = reply.json.mark
        do throws(JSONFault) {
            try tape.read(line)
        } catch {
            let fault = WireFault(
                .parseError, "\(error.message), at byte \(error.offset + 1) of the line",
                hint: "write one whole JSON object a line")
            host.counters.note(fault, isNotification: false)
            reply.write(fault, id: nil, on: JSONTape())
            reply.json.newline()
            return
        }
        if tape.kind(JSONTape.root) == .list {
            batch()
        } else {
            one(JSONTape.root, room: dispatcher.replyLimit)
        }
        if reply.json.bytes.count > mark.count { reply.json.newline() }
    }

    /// Answers one object of a line.
    private func one(_ object: Int, room: Int, isInBatch: Bool = false) {
        switch Request.read(object, on: tape) {
        case .answer: break
        case .fault(let fault, let id):
            host.counters.note(fault, isNotification: false)
            reply.write(fault, id: id, on: tape)
        case .request(let request):
            if let id = request.id, cancellations.take(tape.raw(id)) {
                let fault = WireFault(
                    .cancelled, "the request was cancelled before its turn came", hint: "ask again if you still need it"
                )
                host.counters.note(fault, isNotification: false)
                reply.write(fault, id: id, on: tape)
                return
            }
            if request.id == nil, let params = request.params, tape.isEqual(request.method, Cancellations.name),
                let id = tape.member(params, "requestId")
            {
                // Its turn is over: an identity that is used again later is another request.
                _ = cancellations.take(tape.raw(id))
            }
            dispatcher.answer(request, on: tape, room: room, isInBatch: isInBatch, to: &reply)
        }
    }

    /// Answers a list of requests with the list of answers, in their order; notifications get none.
    private func batch() {
        let requests = tape.elements(JSONTape.root)
        guard (1...Self.batchLimit).contains(requests.count) else {
            let fault = WireFault(
                .invalidRequest, "a batch of \(requests.count) requests, where 1 to \(Self.batchLimit) may be",
                hint: requests.isEmpty ? "put a request in it" : "send it in parts")
            host.counters.note(fault, isNotification: false)
            return reply.write(fault, id: nil, on: tape)
        }
        let mark = reply.json.mark
        reply.json.beginArray()
        let first = reply.json.bytes.count
        for (number, request) in requests.enumerated() {
            let taken = reply.json.bytes.count - mark.count
            let share = min(Self.leastReply, dispatcher.replyLimit / requests.count)
            let kept = (requests.count - number - 1) * share
            one(request, room: max(dispatcher.replyLimit - taken - kept - 2, share), isInBatch: true)
        }
        guard reply.json.bytes.count > first else { return reply.json.goBack(to: mark) }
        reply.json.endArray()
    }

    /// Reads which requests that are still waiting were cancelled.
    private func readCancellations() {
        lines.bytes.withUnsafeBufferPointer { cancellations.read(UnsafeBufferPointer(rebasing: $0[lines.waiting])) }
    }
}
