internal import JSONText

/// Reads JSON texts as trees of values, by the rules of ``JSONTape``.
struct JSONParser {
    typealias Fault = JSONFault

    private var tape = JSONTape()

    /// Parses exactly one value.
    static func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(Fault) -> JSONValue {
        var parser = JSONParser()
        return try parser.parse(bytes, range)
    }

    /// Parses exactly one value. Offsets of faults are those of the whole buffer.
    mutating func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(Fault) -> JSONValue {
        var fault: Fault?
        var value = JSONValue.null
        bytes.withUnsafeBufferPointer { buffer in
            do throws(Fault) {
                try tape.read(UnsafeBufferPointer(rebasing: buffer[range]))
                value = self.value(JSONTape.root)
            } catch {
                fault = error
            }
        }
        if let fault { throw Fault(offset: fault.offset + range.lowerBound, message: fault.message) }
        return value
    }

    /// Nesting is bounded by the tape.
    private func value(_ place: Int) -> JSONValue {
        switch tape.kind(place) {
        case .null: return .null
        case .yes: return .bool(true)
        case .no: return .bool(false)
        case .number: return .number(tape.number(place) ?? .nan, text: tape.string(place))
        case .string: return .string(tape.string(place))
        case .list:
            var values: [JSONValue] = []
            var next = tape.first(place)
            while next < tape.after(place) {
                values.append(value(next))
                next = tape.after(next)
            }
            return .array(values)
        case .object:
            var members: [JSONValue.Member] = []
            var next = tape.first(place)
            while next < tape.after(place) {
                members.append(JSONValue.Member(name: tape.string(next), value: value(next + 1)))
                next = tape.after(next + 1)
            }
            return .object(members)
        }
    }
}
