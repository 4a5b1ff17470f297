/// Fills a tape from one text.
struct TapeReader {
    private let memory: TapeMemory
    private var scanner: JSONScanner
    private var nodes: UnsafeMutablePointer<TapeNode>
    private var capacity: Int
    private(set) var count = 0
    /// Objects and lists that are not closed yet.
    private let open: UnsafeMutableBufferPointer<Int32>
    private var depth = 0
    /// The names so far of each open object that has many, by its place.
    private var names: [Int: Set<String>] = [:]
    /// Whether any string so far was written with escapes.
    private var hasEscapes = false

    /// - Parameter open: room for as many as may be open at once.
    init(_ memory: TapeMemory, _ scanner: JSONScanner, open: UnsafeMutableBufferPointer<Int32>) {
        self.memory = memory
        self.scanner = scanner
        self.open = open
        nodes = memory.state.pointee.nodes
        capacity = memory.state.pointee.capacity
    }

    /// Reads exactly one value.
    mutating func read() throws(JSONFault) {
        try values()
        scanner.skipBlanks()
        guard scanner.place == scanner.end else { throw scanner.fault("something follows the value") }
    }

    @inline(__always)
    private mutating func append(_ node: TapeNode) {
        if count == capacity { grow() }
        (nodes + count).initialize(to: node)
        count += 1
    }

    private mutating func grow() {
        memory.reserve(2 * capacity, keeping: count)
        nodes = memory.state.pointee.nodes
        capacity = memory.state.pointee.capacity
    }

    /// Reads values until the outermost is complete.
    private mutating func values() throws(JSONFault) {
        while true {
            scanner.skipBlanks()
            let isContainer = try value()
            if isContainer, try !isEmptyContainer() { continue }
            // Close what ends here; a comma goes on to the next value.
            while true {
                guard depth > 0 else { return }
                scanner.skipBlanks()
                let isObject = nodes[Int(open[depth - 1])].kind == .object
                if scanner.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    close()
                    continue
                }
                guard scanner.take(UInt8(ascii: ",")) else {
                    let name = isObject ? "an object" : "a list"
                    throw scanner.fault(
                        scanner.isAtEnd
                            ? "the line ends inside \(name)" : "a comma or \(isObject ? "}" : "]") should stand here")
                }
                if isObject { try name() }
                break
            }
        }
    }

    /// Reads one value; of an object or a list only its beginning, and says so.
    private mutating func value() throws(JSONFault) -> Bool {
        let start = scanner.place
        switch scanner.current {
        case nil: throw scanner.fault("the line ends where a value should stand")
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < JSONTape.depthLimit else {
                throw scanner.fault("nested more than \(JSONTape.depthLimit) deep")
            }
            let isObject = scanner.current == UInt8(ascii: "{")
            scanner.place += 1
            open[depth] = Int32(truncatingIfNeeded: count)
            depth += 1
            append(TapeNode(start: start, end: start, next: count + 1, kind: isObject ? .object : .list))
            return true
        case UInt8(ascii: "t"):
            try scanner.word("true")
            append(TapeNode(start: start, end: start + 4, next: count + 1, kind: .yes))
        case UInt8(ascii: "f"):
            try scanner.word("false")
            append(TapeNode(start: start, end: start + 5, next: count + 1, kind: .no))
        case UInt8(ascii: "n"):
            try scanner.word("null")
            append(TapeNode(start: start, end: start + 4, next: count + 1, kind: .null))
        default:
            try scanner.number()
            append(TapeNode(start: start, end: scanner.place, next: count + 1, kind: .number))
        }
        return false
    }

    /// Whether the object or list just begun ends at once; of an object that does not, its first name is read.
    private mutating func isEmptyContainer() throws(JSONFault) -> Bool {
        scanner.skipBlanks()
        let isObject = nodes[Int(open[depth - 1])].kind == .object
        if scanner.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close()
            return true
        }
        if isObject { try name() }
        return false
    }

    private mutating func close() {
        depth -= 1
        let container = Int(open[depth])
        nodes[container].end = Int32(truncatingIfNeeded: scanner.place)
        nodes[container].next = Int32(truncatingIfNeeded: count)
        if !names.isEmpty { names[container] = nil }
    }

    @inline(__always)
    private mutating func string() throws(JSONFault) {
        let start = scanner.place + 1
        let isEscaped = try scanner.string()
        let end = scanner.place - 1
        if isEscaped { hasEscapes = true }
        append(
            TapeNode(
                start: start, end: end, next: count + 1, kind: .string, isEscaped: isEscaped,
                tag: JSONTape.tag(scanner.base + start, end - start)))
    }

    /// Reads a name and the colon after it.
    private mutating func name() throws(JSONFault) {
        scanner.skipBlanks()
        guard scanner.current == UInt8(ascii: "\"") else {
            throw scanner.fault(
                scanner.isAtEnd ? "the line ends inside an object" : "a name in quotes should stand here")
        }
        let start = scanner.place
        let place = count
        try string()
        if isRepeated(place, in: Int(open[depth - 1])) {
            throw JSONFault(offset: start, message: "this name stands in the object twice")
        }
        scanner.skipBlanks()
        guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault("a colon should stand here") }
    }

    // MARK: Repeated names

    private static let manyNames = 32

    /// Whether an object that is still open has the name already.
    ///
    /// Few names are compared one by one, many through a set, so that no object costs the square of its size.
    private mutating func isRepeated(_ name: Int, in object: Int) -> Bool {
        let tag = nodes[name].tag
        var place = object + 1
        var seen = 0
        while place < name {
            if nodes[place].tag == tag || hasEscapes, isSame(nodes[place], nodes[name]) { return true }
            place = Int(nodes[place + 1].next)
            seen += 1
            if seen == Self.manyNames { return isRepeatedAmongMany(name, in: object) }
        }
        return false
    }

    private mutating func isRepeatedAmongMany(_ name: Int, in object: Int) -> Bool {
        if names[object] == nil {
            var all: Set<String> = []
            var place = object + 1
            while place < name {
                all.insert(text(nodes[place]))
                place = Int(nodes[place + 1].next)
            }
            names[object] = all
        }
        let text = text(nodes[name])
        return names[object]?.insert(text).inserted == false
    }

    private func isSame(_ a: TapeNode, _ b: TapeNode) -> Bool {
        if a.isEscaped || b.isEscaped { return text(a) == text(b) }
        let length = Int(a.end - a.start)
        guard length == Int(b.end - b.start) else { return false }
        for place in 0..<length where scanner.base[Int(a.start) + place] != scanner.base[Int(b.start) + place] {
            return false
        }
        return true
    }

    private func text(_ node: TapeNode) -> String {
        JSONTape.text(node, in: UnsafeBufferPointer(start: scanner.base, count: scanner.end))
    }
}
