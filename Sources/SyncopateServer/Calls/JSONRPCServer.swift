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

    /// Bytes that are kept for each answer of a batch that is yet to come, beside its identity: what saying that there is no
    /// room for it takes.
    static let leastReply = 164

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
        host.stages.enter(.reading)
        defer { host.stages.leave() }
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
        host.stages.enter(.answering)
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
            dispatcher.write(fault, id: id, on: tape, room: room, to: &reply)
        case .request(let request):
            if let id = request.id, cancellations.take(tape.raw(id)) {
                let fault = WireFault(
                    .cancelled, "the request was cancelled before its turn came", hint: "ask again if you still need it"
                )
                host.counters.note(fault, isNotification: false)
                dispatcher.write(fault, id: id, on: tape, room: room, to: &reply)
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
        let shares = requests.map { least($0) }
        var kept = shares.reduce(2, +)
        guard !requests.isEmpty, kept <= dispatcher.replyLimit else {
            let fault = WireFault(
                .invalidRequest, "a batch of \(requests.count) requests, whose answers may have no room in one line",
                hint: requests.isEmpty
                    ? "put a request in it" : "send it in parts, or each request as a line of its own")
            host.counters.note(fault, isNotification: false)
            return reply.write(fault, id: nil, on: tape)
        }
        let mark = reply.json.mark
        reply.json.beginArray()
        let first = reply.json.bytes.count
        for (number, request) in requests.enumerated() {
            kept -= shares[number]
            let taken = reply.json.bytes.count - mark.count
            one(request, room: dispatcher.replyLimit - taken - kept - 2, isInBatch: true)
        }
        guard reply.json.bytes.count > first else { return reply.json.goBack(to: mark) }
        reply.json.endArray()
    }

    /// Bytes that answering an element of a batch takes at least.
    private func least(_ object: Int) -> Int {
        guard case .request(let request) = Request.read(object, on: tape) else { return Self.leastReply + 1_024 }
        return request.id.map { Self.leastReply + tape.range($0).count } ?? 0
    }

    /// Reads which requests that are still waiting were cancelled.
    private func readCancellations() {
        lines.bytes.withUnsafeBufferPointer { cancellations.read(UnsafeBufferPointer(rebasing: $0[lines.waiting])) }
    }
}
