internal import JSONText

/// Bytes as they come, cut into lines.
///
/// Holds no more than was put in since the last whole line was taken; of a line that is too long nothing is kept.
struct LineBuffer {
    /// What the next line is.
    enum Next {
        /// Bytes of the buffer without the end of the line.
        case line(Range<Int>)
        /// A line beyond the limit: it was skipped.
        case tooLong
        /// Nothing whole yet.
        case none
    }

    /// Most bytes of a line.
    let limit: Int
    private(set) var bytes: [UInt8] = []
    /// First byte that was not taken.
    private var start = 0
    /// First byte in which no end of a line was looked for.
    private var searched = 0
    /// Whether the beginning of the present line was dropped because it is too long.
    private var isSkipping = false
    /// Whether anything was taken: before that a byte order mark is let through.
    private var isFirst = true

    init(limit: Int) { self.limit = limit }

    /// Bytes that were put in and not taken.
    var waiting: Range<Int> { start..<bytes.count }

    /// Puts bytes behind those that are there.
    mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// Takes the next whole line.
    ///
    /// - Parameter isAtEnd: whether nothing comes any more, so that the rest is a line too.
    mutating func next(isAtEnd: Bool = false) -> Next {
        while true {
            guard let end = lineEnd() else {
                if isSkipping || bytes.count - start > limit {
                    isSkipping = true
                    start = bytes.count
                    searched = start
                    guard isAtEnd else { return .none }
                    isSkipping = false
                    return .tooLong
                }
                guard isAtEnd, start < bytes.count else { return .none }
                let rest = start..<bytes.count
                start = bytes.count
                searched = start
                return .line(trimmed(rest))
            }
            let line = start..<end
            start = end + 1
            searched = start
            if isSkipping || line.count > limit {
                isSkipping = false
                isFirst = false
                return .tooLong
            }
            return .line(trimmed(line))
        }
    }

    /// Takes back a line that was only looked at. Nothing may have been taken since.
    mutating func putBack(to place: Int) {
        start = place
        searched = place
    }

    /// Where taking has got to.
    var place: Int { start }

    private mutating func lineEnd() -> Int? {
        let found = bytes.withUnsafeBytes { ByteWord.firstIndex(of: UInt8(ascii: "\n"), in: $0, from: searched) }
        if found == nil { searched = bytes.count }
        return found
    }

    /// Without a carriage return at the end, and without a byte order mark at the beginning of everything.
    private mutating func trimmed(_ line: Range<Int>) -> Range<Int> {
        var line = line
        if let last = line.last, bytes[last] == UInt8(ascii: "\r") { line = line.lowerBound..<last }
        if isFirst, line.count >= 3, bytes[line.lowerBound..<(line.lowerBound + 3)].elementsEqual([0xEF, 0xBB, 0xBF]) {
            line = (line.lowerBound + 3)..<line.upperBound
        }
        isFirst = false
        return line
    }
}
