/// A strict parser of JSON (RFC 8259) over part of a buffer.
///
/// Beyond the RFC it refuses what is legal and ambiguous: a name given twice in one object, half a
/// surrogate pair, nesting beyond ``depthLimit``.
struct JSONParser {
    /// Deepest nesting.
    static let depthLimit = 32

    /// What is wrong and at which byte of the buffer.
    struct Fault: Error {
        var offset: Int
        var message: String
    }

    private let bytes: [UInt8]
    private let end: Int
    private var position: Int

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Parses exactly one value.
    static func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(Fault) -> JSONValue {
        var parser = JSONParser(bytes, range)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.position == parser.end else { throw parser.fault("something follows the value") }
        return value
    }

    private func fault(_ message: String) -> Fault { Fault(offset: position, message: message) }

    private var current: UInt8? { position < end ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte.isBlankByte { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard depth < JSONParser.depthLimit else { throw fault("nested more than \(JSONParser.depthLimit) deep") }
        skipBlanks()
        switch current {
        case nil: throw fault("the line ends where a value should stand")
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard end - position >= length, bytes[position..<(position + length)].elementsEqual("\(word)".utf8) else {
            throw fault("this is no JSON value")
        }
        position += length
        return value
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        // Few names are compared one by one, many through a set, so that no object costs the square of its size.
        var names: Set<String> = []
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw fault("a name in quotes should stand here") }
            let start = position
            let name = try string()
            let isRepeated = members.count < 16 ? members.contains { $0.name == name } : names.contains(name)
            guard !isRepeated else { throw Fault(offset: start, message: "this name stands in the object twice") }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon should stand here") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            if members.count == 16 {
                names = Set(members.map(\.name))
            } else if members.count > 16 {
                names.insert(name)
            }
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else {
                throw fault(current == nil ? "the line ends inside an object" : "a comma or } should stand here")
            }
        }
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else {
                throw fault(current == nil ? "the line ends inside a list" : "a comma or ] should stand here")
            }
        }
    }

    private mutating func number() throws(Fault) -> JSONValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let whole = position
        skipDigits()
        guard position > whole, !(bytes[whole] == UInt8(ascii: "0") && position > whole + 1) else {
            position = start
            throw fault("this is no JSON value")
        }
        if take(UInt8(ascii: ".")) { try digits() }
        if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text) else { throw fault("this is no JSON number") }
        return .number(value, text: text)
    }

    private mutating func skipDigits() {
        while let byte = current, byte.isDigit { position += 1 }
    }

    private mutating func digits() throws(Fault) {
        let start = position
        skipDigits()
        guard position > start else { throw fault("a digit should stand here") }
    }
}

extension JSONParser {
    private mutating func string() throws(Fault) -> String {
        position += 1
        let start = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            guard byte >= 0x20 else { throw fault("a control character stands in a string") }
            position += 1
        }
        guard current == UInt8(ascii: "\\") else {
            guard position < end else { throw fault("the line ends inside a string") }
            position += 1
            return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        var content = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case ..<0x20: throw fault("a control character stands in a string")
            default:
                content.append(byte)
                position += 1
            }
        }
        throw fault("the line ends inside a string")
    }

    private mutating func escape(into content: inout [UInt8]) throws(Fault) {
        let start = position
        position += 1
        guard let byte = current else { throw fault("the line ends inside a string") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800...0xDBFF).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let low = try hexadecimal()
                if (0xDC00...0xDFFF).contains(low) { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
            }
            guard let scalar = Unicode.Scalar(code) else {
                throw Fault(offset: start, message: "half a surrogate pair")
            }
            content += Array(String(Character(scalar)).utf8)
        default: throw Fault(offset: start, message: "no such escape in JSON")
        }
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits should stand here")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
