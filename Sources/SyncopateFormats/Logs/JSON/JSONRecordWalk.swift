internal import JSONText

/// Goes over the bytes of a file of JSON from record to record.
struct JSONRecordWalk {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let wrappers: [[UInt8]]
    private let isRecord: (@Sendable (Set<String>) -> Bool)?
    private let nestsLists: Bool
    private let nestsWrappers: Bool
    private let hasPrefixes: Bool
    private let limit: Int
    private var tape = JSONTape()
    private var number: Int32 = 0
    /// The line a place is on, and that place: places only grow.
    private var line = 1
    private var counted = 0
    private var isStopped = false
    private var isLastBroken = false
    /// Bytes looked at for ends of records that have none.
    private var vainly = 0
    /// How far an end is looked for where too many were looked for in vain.
    private static let nearness = 1 << 16

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ records: JSONRecords) {
        self.bytes = bytes
        wrappers = records.wrappers.map { Array($0.utf8) }
        isRecord = records.isRecord
        nestsLists = records.nestsLists
        nestsWrappers = records.nestsWrappers
        hasPrefixes = records.hasPrefixes
        limit = records.limit
    }

    mutating func run(_ body: (JSONRecord) -> Bool) {
        var place = 0
        let isLines = isLines()
        while !isStopped {
            place = skipBlanks(place)
            guard place < bytes.count else { return }
            if bytes[place] == UInt8(ascii: "#") {
                place = passComment(place, body)
                continue
            }
            let end = isLines ? lineEnd(place) : bytes.count
            place = isLines ? readLine(place..<end, body) : readValue(place, end, body)
        }
    }

    /// Passes over a line between records that begins as comments do, and says where to go on.
    private mutating func passComment(_ start: Int, _ body: (JSONRecord) -> Bool) -> Int {
        let end = lineEnd(start)
        var record = JSONRecord(number: number, line: line(of: start), range: start..<end, start: start)
        record.isComment = true
        isStopped = !body(record)
        return end
    }

    // MARK: Lines

    /// Whether each line is a record: the first is whole by itself, or begins with something else, or is cut and the next
    /// begins anew.
    private func isLines() -> Bool {
        var start = skipBlanks(0)
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") { start = skipBlanks(lineEnd(start)) }
        guard start < bytes.count else { return false }
        let end = lineEnd(start)
        let isObject = bytes[start] == UInt8(ascii: "{")
        let second = skipBlanks(start + 1)
        let isList =
            bytes[start] == UInt8(ascii: "[")
            && (!hasPrefixes || second >= bytes.count || Array("{[]".utf8).contains(bytes[second]))
        guard isObject || isList else { return hasPrefixes }
        let next = skipBlanks(end)
        if let last = valueEnd(start, end) {
            return skipBlanks(last) >= end && (next < bytes.count || isObject)
        }
        guard isObject, next < bytes.count, bytes[next] == UInt8(ascii: "{") else { return false }
        var last = end
        while last > start, bytes[last - 1].isBlankByte { last -= 1 }
        return last > start && !Array("[,{:".utf8).contains(bytes[last - 1])
    }

    private mutating func readLine(_ range: Range<Int>, _ body: (JSONRecord) -> Bool) -> Int {
        var start = range.lowerBound
        if hasPrefixes {
            while start < range.upperBound, bytes[start] != UInt8(ascii: "{") { start += 1 }
        }
        if start < range.upperBound {
            if bytes[start] == UInt8(ascii: "[") {
                _ = readList(start, range.upperBound, body)
                return range.upperBound
            }
            if !wrappers.isEmpty, readWrapper(start, range.upperBound, body) != nil { return range.upperBound }
        }
        var end = range.upperBound
        while end > start, bytes[end - 1].isBlankByte { end -= 1 }
        if start < end {
            emit(start..<end, whole: range, body)
        } else {
            emit(range, whole: range, body)
        }
        return range.upperBound
    }

    // MARK: Values one after the other

    /// Reads one value and says where to go on.
    private mutating func readValue(_ start: Int, _ end: Int, _ body: (JSONRecord) -> Bool) -> Int {
        switch bytes[start] {
        case UInt8(ascii: "["): return readList(start, end, body)
        case UInt8(ascii: ","): return start + 1
        case UInt8(ascii: "{"): return readWrapper(start, end, body) ?? readElement(start, end, body)
        default:
            let end = min(lineEnd(start), end)
            emit(start..<end, whole: start..<end, body)
            return end
        }
    }

    /// Reads the elements of a list.
    ///
    /// - Parameter isInner: whether they are records and nothing else: a page has no pages.
    private mutating func readList(
        _ start: Int, _ end: Int, isInner: Bool = false, _ body: (JSONRecord) -> Bool
    ) -> Int {
        var place = start + 1
        while !isStopped {
            place = skipBlanks(place)
            while place < end, bytes[place] == UInt8(ascii: ",") { place = skipBlanks(place + 1) }
            guard place < end else {
                // A record that was cut has been told of.
                if !isLastBroken { emit(end..<end, whole: end..<end, body) }
                return end
            }
            if bytes[place] == UInt8(ascii: "]") { return place + 1 }
            place = (isInner ? nil : readPage(place, end, body)) ?? readElement(place, end, body)
        }
        return end
    }

    /// Reads an element of a list that is a page of records; `nil` where it is a record.
    private mutating func readPage(_ start: Int, _ end: Int, _ body: (JSONRecord) -> Bool) -> Int? {
        if nestsLists, bytes[start] == UInt8(ascii: "[") { return readList(start, end, isInner: true, body) }
        guard nestsWrappers, bytes[start] == UInt8(ascii: "{"), vainly <= 16 * bytes.count else { return nil }
        guard let last = valueEnd(start, end) else {
            vainly += end - start
            return nil
        }
        return readWrapper(start, last, isInner: true, body)
    }

    /// Reads the lists of an outer object; `nil` where it has none and is a record itself.
    private mutating func readWrapper(
        _ start: Int, _ end: Int, isInner: Bool = false, _ body: (JSONRecord) -> Bool
    ) -> Int? {
        var place = start + 1
        var isWrapper = false
        if let isRecord, isRecord(names(start, end)) { return nil }
        while !isStopped, !wrappers.isEmpty {
            place = skipBlanks(place)
            while place < end, bytes[place] == UInt8(ascii: ",") { place = skipBlanks(place + 1) }
            guard place < end else { break }
            if bytes[place] == UInt8(ascii: "}") { return isWrapper ? place + 1 : nil }
            guard bytes[place] == UInt8(ascii: "\""), let nameEnd = valueEnd(place, end) else { break }
            let name = Array(bytes[(place + 1)..<(nameEnd - 1)])
            place = skipBlanks(nameEnd)
            guard place < end, bytes[place] == UInt8(ascii: ":") else { break }
            place = skipBlanks(place + 1)
            guard place < end else { break }
            if bytes[place] == UInt8(ascii: "["), wrappers.contains(name) {
                isWrapper = true
                place = readList(place, end, isInner: isInner, body)
            } else if let next = valueEnd(place, end) {
                place = next
            } else {
                break
            }
        }
        guard isWrapper else { return nil }
        if !isStopped, place < end { emit(place..<end, whole: place..<end, body) }
        return end
    }

    /// The names of an object's members, as far as it can be read.
    private func names(_ start: Int, _ end: Int) -> Set<String> {
        var names: Set<String> = []
        var place = start + 1
        while true {
            place = skipBlanks(place)
            while place < end, bytes[place] == UInt8(ascii: ",") { place = skipBlanks(place + 1) }
            guard place < end, bytes[place] == UInt8(ascii: "\""), let nameEnd = valueEnd(place, end) else {
                return names
            }
            names.insert(String(decoding: bytes[(place + 1)..<(nameEnd - 1)], as: UTF8.self))
            place = skipBlanks(nameEnd)
            guard place < end, bytes[place] == UInt8(ascii: ":") else { return names }
            place = skipBlanks(place + 1)
            guard place < end, let next = valueEnd(place, end) else { return names }
            place = next
        }
    }

    private mutating func readElement(_ start: Int, _ end: Int, _ body: (JSONRecord) -> Bool) -> Int {
        // A file of nothing but cut records would be looked at to its end for each. Late in such a file a record ends
        // before the next one begins, on a line of its own; where none does, a long one is taken for a cut one.
        let end =
            vainly > 16 * bytes.count
            ? restart(start..<min(end, start + 16 * Self.nearness)) ?? min(end, start + Self.nearness) : end
        // A bracket that closes nothing is a broken record of its own.
        let last = valueEnd(start, end).map { max($0, start + 1) }
        let range = start..<(last ?? end)
        if last == nil { vainly += range.count }
        if let next = last == nil || !isSound(range) ? restart(range) : swallowed(range) {
            var end = next
            while end > start, bytes[end - 1].isBlankByte { end -= 1 }
            emit(start..<end, whole: start..<end, body)
            return next
        }
        emit(range, whole: range, body)
        return range.upperBound
    }

    private func isSound(_ range: Range<Int>) -> Bool {
        var tape = tape
        do throws(JSONFault) {
            try tape.read(UnsafeBufferPointer(rebasing: bytes[range]))
            return true
        } catch {
            return false
        }
    }

    /// Where another object begins as the one at the beginning of the range does: on a line of its own, as far in.
    private func restart(_ range: Range<Int>) -> Int? {
        var lineStart = range.lowerBound
        // Not to the beginning of the line, which may be all of a large file.
        while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 { lineStart -= 1 }
        let indent = range.lowerBound - lineStart
        guard lineStart == 0 || bytes[lineStart - 1].isLineEnd else { return nil }
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place].isLineEnd {
                let next = place + 1 + indent
                if next < range.upperBound, bytes[next] == UInt8(ascii: "{"),
                    bytes[(place + 1)..<next].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
                {
                    return next
                }
            }
            place += 1
        }
        return nil
    }

    /// Where a whole object stands as the value of a member, on a line of its own that begins as far in as the record's first:
    /// that line was cut off, and has taken the next one in.
    private func swallowed(_ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while let next = restart(start..<range.upperBound) {
            var before = next
            while before > start, bytes[before - 1].isBlankByte || bytes[before - 1].isLineEnd { before -= 1 }
            let end = lineEnd(next)
            if bytes[before - 1] == UInt8(ascii: ":"), let last = valueEnd(next, end), skipBlanks(last) >= end,
                isSound(next..<last)
            {
                return next
            }
            start = next
        }
        return nil
    }

    // MARK: Bytes

    private func skipBlanks(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place].isBlankByte || bytes[place].isLineEnd { place += 1 }
        return place
    }

    private func lineEnd(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, !bytes[place].isLineEnd { place += 1 }
        return place
    }

    /// The byte after a value by its brackets and quotes alone; `nil` where it does not end.
    private func valueEnd(_ start: Int, _ end: Int) -> Int? {
        var depth = 0
        var place = start
        while place < end {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                while place < end, bytes[place] != UInt8(ascii: "\"") {
                    place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard place < end else { return nil }
                if depth == 0 { return place + 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return place }
                depth -= 1
                if depth == 0 { return place + 1 }
            case UInt8(ascii: ","), 0x0A, 0x0D:
                if depth == 0 { return place }
            default: break
            }
            place += 1
        }
        return depth == 0 ? end : nil
    }

    /// The line a place is on.
    private mutating func line(of place: Int) -> Int {
        while counted < place {
            if bytes[counted] == 0x0A
                || (bytes[counted] == 0x0D && !(counted + 1 < bytes.count && bytes[counted + 1] == 0x0A))
            {
                line += 1
            }
            counted += 1
        }
        return line
    }

    private mutating func emit(_ range: Range<Int>, whole: Range<Int>, _ body: (JSONRecord) -> Bool) {
        guard !isStopped else { return }
        number = number &+ 1
        var record = JSONRecord(number: number, line: line(of: whole.lowerBound), range: whole, start: range.lowerBound)
        if range.isEmpty {
            record.fault = JSONFault(offset: range.lowerBound, message: "the file ends inside a list")
        } else if range.count > limit {
            record.fault = JSONFault(offset: range.lowerBound, message: "the record is longer than \(limit) bytes")
        } else {
            do throws(JSONFault) {
                try tape.read(UnsafeBufferPointer(rebasing: bytes[range]))
                let value = JSONView(tape)
                if value.isObject {
                    record.value = value
                } else {
                    record.fault = JSONFault(offset: range.lowerBound, message: "this is no JSON object")
                }
            } catch {
                record.fault = JSONFault(offset: error.offset + range.lowerBound, message: error.message)
            }
        }
        isLastBroken = record.value == nil
        isStopped = !body(record)
    }
}

extension UInt8 {
    /// Whether it ends a line.
    fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
