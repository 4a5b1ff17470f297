internal import JSONText

/// Rows for data engines: one JSON object in, exactly one out, in order. A row is the parameters of `step`, the answer its
/// result or `{"error": ...}`.
public final class RowServer {
    public let host: EngineHost
    private let dispatcher: Dispatcher
    private var lines: LineBuffer
    private var tape = JSONTape()
    private var json = JSONWriter()

    public init(host: EngineHost) {
        self.host = host
        dispatcher = Dispatcher(host: host, replyLimit: host.settings.replyLimit)
        lines = LineBuffer(limit: host.settings.lineLimit)
    }

    /// Takes up bytes.
    public func receive(_ bytes: UnsafeBufferPointer<UInt8>) { lines.append(bytes) }

    /// Answers that wait to be sent.
    public var output: [UInt8] { json.bytes }

    /// Says that ``output`` was sent.
    public func sent() { json.removeAll() }

    /// Answers the next row.
    ///
    /// - Parameter isAtEnd: whether no bytes will come any more.
    /// - Returns: whether there was one.
    public func answerNext(isAtEnd: Bool = false) -> Bool {
        host.stages.enter(.reading)
        defer { host.stages.leave() }
        switch lines.next(isAtEnd: isAtEnd) {
        case .none: return false
        case .tooLong:
            write(
                WireFault(
                    .lineTooLong, "the row is longer than \(lines.limit) bytes and was skipped",
                    hint: "send less at once, or start the program with a larger --max-line"))
        case .line(let range):
            lines.bytes.withUnsafeBufferPointer { answer(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        json.newline()
        return true
    }

    private func answer(_ row: UnsafeBufferPointer<UInt8>) {
        let mark = json.mark
        do throws(WireFault) {
            do throws(JSONFault) {
                try tape.read(row)
            } catch {
                throw WireFault(
                    .parseError, "\(error.message), at byte \(error.offset + 1) of the row",
                    hint: "write one whole JSON object a row")
            }
            host.stages.enter(.answering)
            guard tape.kind(JSONTape.root) == .object else {
                throw WireFault(.invalidRequest, "a row is an object", hint: "write the params of step")
            }
            try dispatcher.run(
                StepMethod.self, params: JSONTape.root, on: tape, pageLimit: dispatcher.replyLimit,
                wholeLimit: dispatcher.replyLimit, to: &json)
            guard json.bytes.count - mark.count <= dispatcher.replyLimit else {
                throw WireFault(
                    .resultTooLarge, "the answer would be longer than \(dispatcher.replyLimit) bytes",
                    hint: "ask for fewer items, or start the program with a larger --max-reply")
            }
            host.counters.note(nil, isNotification: false)
        } catch {
            json.goBack(to: mark)
            var fault = error
            // The row is the parameters.
            if fault.path.hasPrefix("/params") { fault.path = String(fault.path.dropFirst(7)) }
            host.counters.note(fault, isNotification: false)
            write(fault)
        }
    }

    private func write(_ fault: WireFault) {
        json.beginObject()
        json.key("error")
        fault.write(to: &json)
        json.endObject()
    }
}
