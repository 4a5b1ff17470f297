internal import JSONText

/// Finds the method of a request, runs it and writes its answer.
struct Dispatcher {
    let host: EngineHost
    /// Most bytes of an answer.
    let replyLimit: Int

    /// Bytes that the answer of what changes something takes at most once it is cut.
    private static let leastRoom = 2_048

    /// Bytes that the envelope of an answer may take, beside its identity.
    private static let envelope = 256

    /// Runs a method of the table.
    ///
    /// - Parameters:
    ///   - pageLimit: bytes the result may take.
    ///   - wholeLimit: bytes it might take if the request came alone.
    func run(
        _ method: any Method.Type, params: Int?, on tape: JSONTape, pageLimit: Int, wholeLimit: Int,
        to json: inout JSONWriter
    ) throws(WireFault) {
        let start = host.stages.now
        defer {
            host.stages.note(method, since: start)
            // Whatever was thrown in the middle of something else.
            host.stages.enter(.answering)
        }
        guard !(host.isReadOnly && method.changesState) else {
            throw WireFault(
                .readOnly, "\(method.name) changes state, and this program only reads",
                hint: "start it without --read-only")
        }
        // What changes something says so, or is not done: there has to be room for its answer before.
        guard !method.changesState || pageLimit >= Self.leastRoom else {
            throw wholeLimit < Self.leastRoom ? Self.tooLarge(replyLimit) : Self.batchFull
        }
        let call: Call
        do throws(WireFault) {
            call = try Call(tape, params: params, method.parameters, pageLimit: pageLimit)
        } catch {
            throw error.under("params")
        }
        do throws(WireFault) {
            try method.run(call, host, to: &json)
        } catch {
            throw error.path.isEmpty ? error : error.under("params")
        }
    }

    /// Answers one request.
    ///
    /// - Parameter room: bytes the answer may take.
    func answer(
        _ request: Request, on tape: JSONTape, room: Int, isInBatch: Bool = false, to reply: inout ReplyWriter
    ) {
        let mark = reply.json.mark
        // Whoever wants no answer needs no room.
        let room = request.id == nil ? replyLimit : room
        reply.begin(request.id, on: tape)
        reply.json.key("result")
        var fault: WireFault?
        do throws(WireFault) {
            try result(request, on: tape, room: room, to: &reply.json)
        } catch {
            fault = error
        }
        if fault == nil {
            reply.json.endObject()
            if reply.json.bytes.count - mark.count > room { fault = isInBatch ? Self.batchFull : Self.tooLarge(room) }
        }
        guard request.id != nil else {
            // A notification: nobody waits, but what went wrong is counted.
            reply.json.goBack(to: mark)
            host.counters.note(fault, isNotification: true)
            return
        }
        host.counters.note(fault, isNotification: false)
        if let fault {
            reply.json.goBack(to: mark)
            write(fault, id: request.id, on: tape, room: room, to: &reply)
        }
    }

    /// Writes an error; where even that has no room in a batch's answer, that there is none.
    func write(_ fault: WireFault, id: Int?, on tape: JSONTape, room: Int, to reply: inout ReplyWriter) {
        let mark = reply.json.mark
        reply.write(fault, id: id, on: tape)
        guard reply.json.bytes.count - mark.count > room else { return }
        reply.json.goBack(to: mark)
        reply.write(Self.batchFull, id: id, on: tape)
    }

    private static func tooLarge(_ room: Int) -> WireFault {
        WireFault(
            .resultTooLarge, "the answer would be longer than \(room) bytes",
            hint: "ask for fewer learners or items, or start the program with a larger --max-reply")
    }

    private static let batchFull = WireFault(
        .resultTooLarge, "no room", hint: "send it alone", isRetryable: true)

    private func result(
        _ request: Request, on tape: JSONTape, room: Int, to json: inout JSONWriter
    ) throws(WireFault) {
        let params = request.params
        let room = room - Self.envelope - (request.id.map { tape.raw($0).count } ?? 0)
        if let params, tape.kind(params) != .object, tape.kind(params) != .list {
            throw WireFault(
                .invalidRequest, "params is no object", path: "/params", hint: "write \"params\":{...} or leave it out")
        }
        if let method = MethodTable.find(request.method, on: tape) {
            let whole = replyLimit - Self.envelope - (request.id.map { tape.raw($0).count } ?? 0)
            return try run(method, params: params, on: tape, pageLimit: room, wholeLimit: whole, to: &json)
        }
        let isKnown = try ContextProtocol(dispatcher: self, tape: tape, params: params, room: room)
            .run(request.method, to: &json)
        guard !isKnown else { return }
        let name = tape.string(request.method)
        let names = MethodTable.names + ContextProtocol.names
        throw WireFault(
            .methodNotFound, "there is no such method", path: "/method",
            hint: Hint.nearest(name, names, else: "there are: \(names.joined(separator: ", "))"))
    }
}
