/// The values of one JSON text (RFC 8259) as a flat list, in the order in which they stand there: an object is followed by
/// its names and values, a list by its elements.
///
/// Nothing is copied: a value is the place where it stands, and is read when it is asked for. A tape is filled again for
/// every text, so that reading many of them allocates nothing. The bytes must stay where they are while it is in use. A copy
/// is the same tape, and reading a text through either fills both.
///
/// Beyond the RFC it refuses what is legal and ambiguous: a name given twice in one object, half a surrogate pair, text
/// that is no UTF-8, nesting beyond ``depthLimit``.
public struct JSONTape {
    /// Deepest nesting.
    public static let depthLimit = 32

    /// What a value is.
    public enum Kind: UInt8, Sendable {
        case null
        case yes
        case no
        case number
        case string
        case list
        case object
    }

    /// Where the values and the text are; shared by all copies.
    let memory: TapeMemory
    /// The same by address, so that looking at a value counts no references.
    @usableFromInline let state: UnsafeMutablePointer<TapeMemory.State>

    public init() {
        memory = TapeMemory()
        state = memory.state
    }

    /// One value, or one name of an object.
    @inlinable @inline(__always)
    func node(_ value: Int) -> TapeNode {
        precondition(value >= 0 && value < state.pointee.count, "no such value on the tape")
        return state.pointee.nodes[value]
    }

    /// The text.
    @inlinable var bytes: UnsafeBufferPointer<UInt8> { state.pointee.bytes }

    /// Position of the outermost value.
    public static let root = 0

    /// What the value is.
    @inlinable public func kind(_ value: Int) -> Kind { node(value).kind }

    /// Where the value stands in the text: of a string without its quotes.
    @inlinable
    public func range(_ value: Int) -> Range<Int> { Int(node(value).start)..<Int(node(value).end) }

    /// The value as it is written, a string with its quotes.
    @inlinable
    public func raw(_ value: Int) -> UnsafeBufferPointer<UInt8> {
        let node = node(value)
        let isString = node.kind == .string
        return UnsafeBufferPointer(
            rebasing: bytes[(Int(node.start) - (isString ? 1 : 0))..<(Int(node.end) + (isString ? 1 : 0))])
    }

    /// Position of the value after this one and all it contains; of the last value the number of them.
    @inlinable public func after(_ value: Int) -> Int { Int(node(value).next) }

    /// Position of the first element of a list, or the first name of an object: equal to ``after(_:)`` where there is
    /// none.
    @inlinable public func first(_ value: Int) -> Int { value + 1 }

    /// Number of elements of a list or of members of an object; 0 of anything else.
    public func count(_ value: Int) -> Int {
        let isObject = kind(value) == .object
        guard isObject || kind(value) == .list else { return 0 }
        var count = 0
        var place = first(value)
        while place < after(value) {
            place = after(isObject ? place + 1 : place)
            count += 1
        }
        return count
    }

    /// Position of the value of a member of an object; `nil` where there is none.
    public func member(_ object: Int, _ name: StaticString) -> Int? {
        guard kind(object) == .object else { return nil }
        var place = first(object)
        while place < after(object) {
            if isEqual(place, name) { return place + 1 }
            place = after(place + 1)
        }
        return nil
    }

    /// What is alike for strings that are written alike: their length, their first byte and their last.
    @inlinable @inline(__always)
    static func tag(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt16 {
        guard count > 0 else { return 0 }
        let ends = UInt16(text[0]) &* 31 &+ UInt16(text[count - 1])
        return ends &* 64 &+ UInt16(truncatingIfNeeded: count)
    }

    /// Position of the first of these names that a string is, in its own or any other writing; `nil` where it is none.
    public func firstIndex(of string: Int, among names: Names) -> Int? {
        let node = node(string)
        guard node.kind == .string else { return nil }
        if node.isEscaped { return names.texts.indices.first { isEqualSlowly(string, names.texts[$0]) } }
        return names.tags.withUnsafeBufferPointer { tags in
            for place in 0..<tags.count where tags[place] == node.tag && isEqual(string, names.texts[place]) {
                return place
            }
            return nil
        }
    }

    /// Names that strings are looked for among.
    public struct Names: Sendable {
        fileprivate let texts: [StaticString]
        fileprivate let tags: [UInt16]

        public init(_ texts: [StaticString]) {
            self.texts = texts
            tags = texts.map { JSONTape.tag($0.utf8Start, $0.utf8CodeUnitCount) }
        }
    }

    /// Whether a string is this one.
    @inlinable
    public func isEqual(_ string: Int, _ text: StaticString) -> Bool {
        let node = node(string)
        guard node.kind == .string else { return false }
        guard !node.isEscaped else { return isEqualSlowly(string, text) }
        let count = Int(node.end - node.start)
        guard count == text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
        let other = text.utf8Start
        let own = base + Int(node.start)
        for place in 0..<count where own[place] != other[place] { return false }
        return true
    }

    @usableFromInline
    func isEqualSlowly(_ string: Int, _ text: StaticString) -> Bool { self.string(string) == "\(text)" }

    /// The text of a string with its escapes resolved; of anything else, as it is written.
    @inlinable
    public func string(_ value: Int) -> String { Self.text(node(value), in: bytes) }

    /// The text of a string in a text, its escapes resolved.
    @inlinable
    static func text(_ node: TapeNode, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
        return node.isEscaped ? unescaped(text) : String(decoding: text, as: UTF8.self)
    }

    /// Whether a string is written without escapes.
    @inlinable public func isWrittenPlainly(_ string: Int) -> Bool { !node(string).isEscaped }

    /// The bytes of a string that is written without escapes.
    @inlinable
    public func plain(_ string: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range(string)])
    }

    /// Looks at the text of a string with its escapes resolved, where it stands if it has none.
    @inlinable
    public func withBytes<Result>(of value: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if isWrittenPlainly(value) { return body(plain(value)) }
        var text = string(value)
        return text.withUTF8(body)
    }

    /// Number of bytes of a string's text in UTF-8, escapes resolved.
    public func length(_ value: Int) -> Int {
        node(value).isEscaped ? string(value).utf8.count : range(value).count
    }
}
