/// Writes JSON as bytes, keys in the order they are given: the same value is always the same bytes.
public struct JSONWriter {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next value or key needs a comma before it.
    private var needsComma = false

    public init() {}

    /// A place to go back to.
    public struct Mark {
        /// Bytes that were written.
        public let count: Int
        fileprivate let needsComma: Bool
    }

    /// Where writing has got to.
    public var mark: Mark { Mark(count: bytes.count, needsComma: needsComma) }

    /// Takes back all that was written since.
    public mutating func goBack(to mark: Mark) {
        bytes.removeLast(max(bytes.count - mark.count, 0))
        needsComma = mark.needsComma
    }

    /// Forgets everything, and keeps the room for it.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Ends a line, and with it the value.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    public mutating func key(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        put(count + 4) { room, start in
            var end = Self.quote(UnsafeBufferPointer(start: name.utf8Start, count: count), room, start)
            room[end] = UInt8(ascii: ":")
            end += 1
            return end
        }
        needsComma = false
    }

    /// A key that is not known beforehand.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { text in
            if text.count <= Self.shortText, Self.isPlain(text) {
                put(text.count + 3) { Self.quote(text, $0, $1) }
            } else {
                separate()
                bytes.append(UInt8(ascii: "\""))
                append(escaping: text)
                bytes.append(UInt8(ascii: "\""))
            }
        }
        needsComma = true
    }

    /// Bytes that are JSON already, as a value.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Bytes that are JSON already, as a value.
    public mutating func raw(_ json: [UInt8]) { json.withUnsafeBufferPointer { raw($0) } }

    /// A number in its shortest form that reads back the same; whole numbers without a fraction; not finite: null.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if value == value.rounded(), abs(value) < 1e15 { return integer(Int(value)) }
        // A decimal of up to fifteen digits that reads back the same is the shortest that does.
        let millionths = (value * 1e6).rounded()
        if abs(value) >= 1e-4, abs(millionths) < 1e15, millionths / 1e6 == value {
            put(Self.mostDigits) { JSONDigits.write(millionths: Int(millionths), $0, $1) }
        } else {
            separate()
            bytes.append(contentsOf: "\(value)".utf8)
        }
        needsComma = true
    }

    public mutating func integer(_ value: Int) {
        put(Self.mostDigits) { room, start in
            guard value < 0 else { return JSONDigits.write(digits: value.magnitude, room, start) }
            room[start] = UInt8(ascii: "-")
            return JSONDigits.write(digits: value.magnitude, room, start + 1)
        }
        needsComma = true
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
        needsComma = true
    }

    public mutating func null() {
        separate()
        append("null")
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    /// Puts together something short, with the comma before it that is needed, and adds it at once: each addition costs as
    /// much as some dozen bytes.
    ///
    /// - Parameters:
    ///   - most: bytes it may take, with the comma.
    ///   - fill: writes it from a place on, and returns where it ends.
    @inline(__always)
    private mutating func put(_ most: Int, _ fill: (_ room: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { room in
            guard let base = room.baseAddress else { return }
            if needsComma { base[0] = UInt8(ascii: ",") }
            bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: fill(base, needsComma ? 1 : 0)))
        }
    }

    /// Longest text that is put together with what stands around it.
    private static let shortText = 256
    /// Bytes of a comma, a sign and the digits of any whole number or decimal of ``number(_:)``.
    private static let mostDigits = 32

    /// Writes a text in quotes from a place on.
    ///
    /// - Returns: where to go on.
    @inline(__always)
    private static func quote(
        _ text: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>, _ start: Int
    ) -> Int {
        room[start] = UInt8(ascii: "\"")
        if let source = text.baseAddress { (room + start + 1).update(from: source, count: text.count) }
        room[start + 1 + text.count] = UInt8(ascii: "\"")
        return start + text.count + 2
    }
}

extension JSONWriter {
    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Stretches without anything to escape are taken over whole.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var next = 0
        while next < text.count {
            while next + 8 <= text.count, Self.isPlain(text, next) { next += 8 }
            guard next < text.count else { break }
            let place = next
            let byte = text[place]
            next += 1
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F else {
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            start = next
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            default:
                append("\\u00")
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Whether a text needs no escape and is ASCII.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = 0
        while next + 8 <= text.count {
            guard isPlain(text, next) else { return false }
            next += 8
        }
        while next < text.count {
            let byte = text[next]
            guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                return false
            }
            next += 1
        }
        return true
    }

    /// Whether eight bytes from a place on need no escape.
    @inline(__always)
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
        return ByteWord.isPlainText(word) && !ByteWord.contains(word, 0x7F)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
