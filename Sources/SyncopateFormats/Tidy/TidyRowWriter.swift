internal import Syncopate

/// Writes tidy events, a row each, with points, maximum, time, order and id as they are stated.
struct TidyRowWriter {
    private static let header =
        "learner,learner_name,section,item,title,kind,skills,score,max,at,attempt,status,hints,seconds,mode"

    private let form: TidyForm
    /// Whether a table has the columns `order` and `event_id`, which a log that was put together has no use for.
    private let hasOrder: Bool
    private var bytes: [UInt8] = []

    init(_ form: TidyForm, hasOrder: Bool) {
        self.form = form
        self.hasOrder = hasOrder
        if form == .csv { bytes += Array((Self.header + (hasOrder ? ",order,event_id\n" : "\n")).utf8) }
    }

    /// What was written so far, which is then forgotten.
    mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        return taken
    }

    /// Writes an event.
    ///
    /// - Parameters:
    ///   - learner, item, skills: what ``TidyText`` makes of them in the same form.
    mutating func write(_ event: TidyEvent, id: String?, learner: [UInt8], item: [UInt8], skills: [UInt8]) {
        if form == .jsonLines { bytes.append(UInt8(ascii: "{")) }
        bytes += learner
        bytes.append(UInt8(ascii: ","))
        bytes += item
        switch form {
        case .csv:
            bytes.append(UInt8(ascii: ","))
            bytes += skills
            bytes.append(UInt8(ascii: ","))
            writeRow(event, id)
        case .jsonLines:
            bytes += skills
            writeLine(event, id)
        }
    }

    private mutating func writeRow(_ event: TidyEvent, _ id: String?) {
        let comma = UInt8(ascii: ",")
        let (points, maximum) = event.kept
        if event.status == .scored { number(points) }
        bytes.append(comma)
        if !maximum.isNaN { number(maximum) }
        bytes.append(comma)
        if !event.at.isNaN { time(event.at, isQuoted: false) }
        bytes.append(comma)
        if event.attempt > 0 { number(Double(event.attempt)) }
        bytes.append(comma)
        if event.status != .scored { bytes += event.status.word.utf8 }
        bytes.append(comma)
        if event.hints >= 0 { number(Double(event.hints)) }
        bytes.append(comma)
        if event.seconds >= 0 { bytes += "\(event.seconds)".utf8 }
        bytes.append(comma)
        if let mode = event.mode { bytes += mode.rawValue.utf8 }
        if hasOrder {
            bytes.append(comma)
            if !event.order.isNaN { number(event.order) }
            bytes.append(comma)
            if let id { bytes += TidyText.quoted(TidyText.id(id)).utf8 }
        }
        bytes.append(0x0A)
    }

    private mutating func writeLine(_ event: TidyEvent, _ id: String?) {
        let (points, maximum) = event.kept
        if event.status == .scored { member(",\"score\":", points) }
        if !maximum.isNaN { member(",\"max\":", maximum) }
        if !event.at.isNaN {
            bytes += ",\"at\":".utf8
            time(event.at, isQuoted: true)
        }
        if event.attempt > 0 { member(",\"attempt\":", Double(event.attempt)) }
        if event.status != .scored { bytes += ",\"status\":\"\(event.status.word)\"".utf8 }
        if event.hints >= 0 { member(",\"hints\":", Double(event.hints)) }
        if event.seconds >= 0 { bytes += ",\"seconds\":\(event.seconds)".utf8 }
        if let mode = event.mode { bytes += ",\"mode\":\"\(mode.rawValue)\"".utf8 }
        if !event.order.isNaN { member(",\"order\":", event.order) }
        if let id { bytes += (",\"event_id\":" + TidyText.json(id)).utf8 }
        bytes += "}\n".utf8
    }

    /// Seconds since 1970, or a date where they would be taken for milliseconds.
    private mutating func time(_ seconds: Double, isQuoted: Bool) {
        guard seconds.magnitude >= Timestamp.millisecondsFrom, let date = Moment.text(seconds) else {
            number(seconds)
            return
        }
        bytes += (isQuoted ? "\"\(date)\"" : date).utf8
    }

    private mutating func member(_ name: String, _ value: Double) {
        bytes += name.utf8
        number(value)
    }

    /// The shortest text that is read back as the number.
    private mutating func number(_ value: Double) {
        guard value >= 0, value < 1e15, value == value.rounded() else {
            bytes += "\(value)".utf8
            return
        }
        var rest = UInt64(value)
        let start = bytes.count
        repeat {
            bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
