extension JSONTape {
    /// Most bytes of one text.
    public static let lengthLimit = Int(Int32.max) - 64

    /// Reads exactly one value, in place of what the tape had.
    ///
    /// - Throws: what is wrong with it; the tape is then of no use.
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        nodes.removeAll(keepingCapacity: true)
        // About as many as there will be, so that a large file is not moved again and again.
        if text.count > 1 << 14 { nodes.reserveCapacity(text.count / 8) }
        open.removeAll(keepingCapacity: true)
        if !names.isEmpty { names = [:] }
        hasEscapes = false
        bytes = text
        guard let base = text.baseAddress, text.count <= Self.lengthLimit else {
            throw JSONFault(
                offset: 0, message: text.isEmpty ? "the line ends where a value should stand" : "the text is too long")
        }
        var scanner = JSONScanner(base: base, end: text.count)
        try values(&scanner)
        scanner.skipBlanks()
        guard scanner.place == scanner.end else { throw scanner.fault("something follows the value") }
    }

    /// Reads values until the outermost is complete.
    private mutating func values(_ scanner: inout JSONScanner) throws(JSONFault) {
        while true {
            scanner.skipBlanks()
            let isContainer = try value(&scanner)
            if isContainer, try !isEmptyContainer(&scanner) { continue }
            // Close what ends here; a comma goes on to the next value.
            while true {
                guard let container = open.last else { return }
                scanner.skipBlanks()
                let isObject = nodes[Int(container)].kind == .object
                if scanner.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    close(at: scanner.place)
                    continue
                }
                guard scanner.take(UInt8(ascii: ",")) else {
                    let name = isObject ? "an object" : "a list"
                    throw scanner.fault(
                        scanner.isAtEnd
                            ? "the line ends inside \(name)" : "a comma or \(isObject ? "}" : "]") should stand here")
                }
                if isObject { try name(&scanner) }
                break
            }
        }
    }

    /// Reads one value; of an object or a list only its beginning, and says so.
    private mutating func value(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
        let start = Int32(scanner.place)
        let next = Int32(nodes.count + 1)
        switch scanner.current {
        case nil: throw scanner.fault("the line ends where a value should stand")
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < Self.depthLimit else {
                throw scanner.fault("nested more than \(Self.depthLimit) deep")
            }
            let isObject = scanner.current == UInt8(ascii: "{")
            scanner.place += 1
            open.append(Int32(nodes.count))
            nodes.append(Node(start: start, end: start, next: next, kind: isObject ? .object : .list))
            return true
        case UInt8(ascii: "\""): try string(&scanner)
        case UInt8(ascii: "t"):
            try scanner.word("true")
            nodes.append(Node(start: start, end: start + 4, next: next, kind: .yes))
        case UInt8(ascii: "f"):
            try scanner.word("false")
            nodes.append(Node(start: start, end: start + 5, next: next, kind: .no))
        case UInt8(ascii: "n"):
            try scanner.word("null")
            nodes.append(Node(start: start, end: start + 4, next: next, kind: .null))
        default:
            try scanner.number()
            nodes.append(Node(start: start, end: Int32(scanner.place), next: next, kind: .number))
        }
        return false
    }

    /// Whether the object or list just begun ends at once; of an object that does not, its first name is read.
    private mutating func isEmptyContainer(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
        guard let container = open.last else { return true }
        scanner.skipBlanks()
        let isObject = nodes[Int(container)].kind == .object
        if scanner.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close(at: scanner.place)
            return true
        }
        if isObject { try name(&scanner) }
        return false
    }

    private mutating func close(at place: Int) {
        guard let container = open.popLast() else { return }
        nodes[Int(container)].end = Int32(place)
        nodes[Int(container)].next = Int32(nodes.count)
        if !names.isEmpty { names[Int(container)] = nil }
    }

    private mutating func string(_ scanner: inout JSONScanner) throws(JSONFault) {
        let start = Int32(scanner.place + 1)
        let isEscaped = try scanner.string()
        var node = Node(
            start: start, end: Int32(scanner.place - 1), next: Int32(nodes.count + 1), kind: .string,
            isEscaped: isEscaped)
        node.tag = Self.tag(scanner.base + Int(start), Int(node.end - start))
        if isEscaped { hasEscapes = true }
        nodes.append(node)
    }

    /// Reads a name and the colon after it.
    private mutating func name(_ scanner: inout JSONScanner) throws(JSONFault) {
        scanner.skipBlanks()
        guard scanner.current == UInt8(ascii: "\"") else {
            throw scanner.fault(
                scanner.isAtEnd ? "the line ends inside an object" : "a name in quotes should stand here")
        }
        let start = scanner.place
        let place = nodes.count
        try string(&scanner)
        if let object = open.last, isRepeated(place, in: Int(object)) {
            throw JSONFault(offset: start, message: "this name stands in the object twice")
        }
        scanner.skipBlanks()
        guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault("a colon should stand here") }
    }

    /// Whether an object that is still open has the name already.
    ///
    /// Few names are compared one by one, many through a set, so that no object costs the square of its size.
    private mutating func isRepeated(_ name: Int, in object: Int) -> Bool {
        let isEscaped = hasEscapes
        var isMany = false
        let isAlike = nodes.withUnsafeBufferPointer { nodes in
            let tag = nodes[name].tag
            var place = object + 1
            var count = 0
            while place < name {
                if nodes[place].tag == tag || isEscaped, isSame(nodes[place], nodes[name]) { return true }
                place = Int(nodes[place + 1].next)
                count += 1
                if count == Self.manyNames {
                    isMany = true
                    return false
                }
            }
            return false
        }
        return isMany ? isRepeatedAmongMany(name, in: object) : isAlike
    }

    private static let manyNames = 32

    private mutating func isRepeatedAmongMany(_ name: Int, in object: Int) -> Bool {
        if names[object] == nil {
            var all: Set<String> = []
            var place = object + 1
            while place < name {
                all.insert(string(place))
                place = Int(nodes[place + 1].next)
            }
            names[object] = all
        }
        let text = string(name)
        return names[object]?.insert(text).inserted == false
    }

    private func isSame(_ a: Node, _ b: Node) -> Bool {
        if a.isEscaped || b.isEscaped { return string(a) == string(b) }
        let count = Int(a.end - a.start)
        guard count == Int(b.end - b.start), let base = bytes.baseAddress else { return false }
        for place in 0..<count where base[Int(a.start) + place] != base[Int(b.start) + place] { return false }
        return true
    }
}
