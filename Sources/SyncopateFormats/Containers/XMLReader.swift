/// Reads XML a token at a time: elements, attributes and text, prefixes of namespaces left off.
///
/// Comments and processing instructions are skipped. A DOCTYPE is refused, so that there are no entities but the five
/// of the language and those that name a character, and none that unfold.
struct XMLReader {
    enum Token {
        /// An element begins; ``name`` and the attributes are its own.
        case start
        /// An element ends; ``name`` is its own.
        case end
        /// Text inside an element, in ``text``; the text of an element may come in several parts.
        case text
        /// The document ends.
        case finish
    }

    /// Most elements inside each other.
    static let depthLimit = 256
    /// Most attributes of an element.
    static let attributeLimit = 1024

    private struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    /// UTF-8 without a mark.
    let bytes: [UInt8]
    /// Where the token begins.
    private(set) var start = 0
    /// Where the next token begins.
    private(set) var position = 0
    /// Of the token's element, without its prefix.
    private(set) var name = 0..<0
    private(set) var text: [UInt8] = []
    private var attributes: [Attribute] = []
    private var open: [Range<Int>] = []
    /// Whether the element that has just begun ends at once.
    private var isEmptyElement = false
    private var hadRoot = false

    init(_ text: [UInt8]) { bytes = text }

    /// How many elements are open.
    var depth: Int { open.count }

    /// The next token.
    mutating func next() throws(ContainerFault) -> Token {
        attributes.removeAll(keepingCapacity: true)
        if isEmptyElement {
            isEmptyElement = false
            start = position
            name = local(open.removeLast())
            return .end
        }
        while position < bytes.count {
            start = position
            guard bytes[position] == UInt8(ascii: "<") else {
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                if open.isEmpty {
                    guard bytes[start..<position].allSatisfy(\.isBlankByte) else {
                        throw fault("there is text outside")
                    }
                    continue
                }
                text.removeAll(keepingCapacity: true)
                try decode(start..<position, into: &text)
                return .text
            }
            switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
            case UInt8(ascii: "?"): try skip(past: "?>")
            case UInt8(ascii: "!"):
                if starts(with: "<!--") {
                    position += 4
                    try skip(past: "-->")
                } else if starts(with: "<![CDATA["), !open.isEmpty {
                    let first = position + 9
                    position = first
                    try skip(past: "]]>")
                    text = Array(bytes[first..<(position - 3)])
                    return .text
                } else {
                    throw fault("there is a DOCTYPE, which is not read, because it may unfold to anything")
                }
            case UInt8(ascii: "/"): return try endTag()
            default: return try startTag()
            }
        }
        guard open.isEmpty, hadRoot else { throw fault("it ends in the middle") }
        start = position
        return .finish
    }

    /// Goes to the end of the element that has just begun.
    mutating func skipElement() throws(ContainerFault) {
        let outside = depth - 1
        while depth > outside { if case .finish = try next() { return } }
    }

    /// Whether the token's element is called so.
    func isNamed(_ text: StaticString) -> Bool { isText(name, text) }

    /// An attribute of the element that has just begun; of several with one name the first.
    func attribute(_ name: StaticString) -> String? {
        guard let attribute = attributes.first(where: { isText($0.name, name) }) else { return nil }
        var value: [UInt8] = []
        guard (try? decode(attribute.value, into: &value)) != nil else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// Whether one of the attributes of this name, with whatever prefix, has a value.
    func hasAttribute(_ name: StaticString, _ value: StaticString) -> Bool {
        attributes.contains { isText($0.name, name) && isText($0.value, value) }
    }

    /// What is wrong at the token, with its line.
    func fault(_ message: String) -> ContainerFault {
        ContainerFault(
            rule: .brokenXML, message: "the XML cannot be read: \(message)", remedy: ContainerFault.exportAgain,
            line: PhysicalLines.line(of: start, in: bytes))
    }

    private mutating func startTag() throws(ContainerFault) -> Token {
        guard !(open.isEmpty && hadRoot) else { throw fault("there is more than one document") }
        guard open.count < Self.depthLimit else {
            throw fault("there are more than \(Self.depthLimit) elements inside each other")
        }
        hadRoot = true
        position += 1
        let qualified = try readName()
        while true {
            skipBlanks()
            guard position < bytes.count else { throw fault("it ends in the middle") }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                break
            }
            if bytes[position] == UInt8(ascii: "/") {
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ">") else {
                    throw fault("a tag is broken")
                }
                position += 2
                isEmptyElement = true
                break
            }
            try readAttribute()
        }
        open.append(qualified)
        name = local(qualified)
        return .start
    }

    private mutating func readAttribute() throws(ContainerFault) {
        guard attributes.count < Self.attributeLimit else { throw fault("an element has too many attributes") }
        let qualified = try readName()
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            throw fault("an attribute has no value")
        }
        position += 1
        skipBlanks()
        guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
            throw fault("the value of an attribute has no quotes")
        }
        let quote = bytes[position]
        position += 1
        let first = position
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] != UInt8(ascii: "<") else { throw fault("an attribute is not closed") }
            position += 1
        }
        guard position < bytes.count else { throw fault("it ends in the middle") }
        attributes.append(Attribute(name: local(qualified), value: first..<position))
        position += 1
    }

    private mutating func endTag() throws(ContainerFault) -> Token {
        position += 2
        let qualified = try readName()
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { throw fault("a tag is broken") }
        position += 1
        guard let last = open.popLast(), bytes[last] == bytes[qualified] else {
            throw fault("an element ends that did not begin")
        }
        name = local(qualified)
        return .end
    }

    private mutating func readName() throws(ContainerFault) -> Range<Int> {
        let first = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        guard position > first else { throw fault("a name is missing") }
        return first..<position
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    private mutating func skipBlanks() { while position < bytes.count, bytes[position].isBlankByte { position += 1 } }

    private mutating func skip(past end: StaticString) throws(ContainerFault) {
        while position < bytes.count {
            if starts(with: end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw fault("it ends in the middle")
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return isText(position..<(position + count), text)
    }

    /// A name without its prefix.
    private func local(_ qualified: Range<Int>) -> Range<Int> {
        var first = qualified.upperBound
        while first > qualified.lowerBound, bytes[first - 1] != UInt8(ascii: ":") { first -= 1 }
        return first..<qualified.upperBound
    }

    private func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for offset in 0..<buffer.count where bytes[range.lowerBound + offset] != buffer[offset] { return false }
            return true
        }
    }

    /// Text with its entities resolved and its line ends as LF.
    private func decode(_ range: Range<Int>, into result: inout [UInt8]) throws(ContainerFault) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: "&") {
                position = try entity(position, end: range.upperBound, into: &result)
                continue
            }
            if byte == 0x0D {
                if position + 1 >= range.upperBound || bytes[position + 1] != 0x0A { result.append(0x0A) }
            } else {
                result.append(byte)
            }
            position += 1
        }
    }

    /// Adds what an entity stands for, and gives the position after it.
    private func entity(_ start: Int, end: Int, into result: inout [UInt8]) throws(ContainerFault) -> Int {
        var last = start + 1
        while last < end, last - start <= 12, bytes[last] != UInt8(ascii: ";") { last += 1 }
        guard last < end, bytes[last] == UInt8(ascii: ";") else { throw fault("an & stands alone") }
        let name = String(decoding: bytes[(start + 1)..<last], as: UTF8.self)
        switch name {
        case "amp": result.append(UInt8(ascii: "&"))
        case "lt": result.append(UInt8(ascii: "<"))
        case "gt": result.append(UInt8(ascii: ">"))
        case "quot": result.append(UInt8(ascii: "\""))
        case "apos": result.append(UInt8(ascii: "'"))
        default:
            let value: UInt32?
            if name.hasPrefix("#x") {
                value = UInt32(name.dropFirst(2), radix: 16)
            } else {
                value = name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            }
            guard let value, let scalar = Unicode.Scalar(value),
                value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
            else { throw fault("there is an entity that is not known") }
            result += Array(String(scalar).utf8)
        }
        return last + 1
    }
}
