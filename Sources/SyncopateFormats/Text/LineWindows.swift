/// The lines of a file, some whole lines at a time, so that memory does not grow with the file.
struct LineWindows {
    /// Bytes looked at together, unless a line is longer.
    static let windowSize = 1 << 20
    /// Longest line taken in, so that one without an end does not fill the memory.
    static let lineLimit = 64 << 20

    private let file: String
    private var source: TextSource
    private var rest: [UInt8] = []
    private var line = 1
    private var isEnded = false

    init(_ source: TextSource, file: String) {
        self.source = source
        self.file = file
    }

    /// The next lines with their ends, and the physical line on which they begin; `nil` at the end.
    ///
    /// - Throws: `cell-too-large`, `not-utf8`, `nul-byte`.
    mutating func next() throws(ReadError) -> (bytes: [UInt8], line: Int)? {
        var wanted = Self.windowSize
        while true {
            while !isEnded, rest.count < wanted { isEnded = try !source.append(to: &rest, wanted - rest.count) }
            guard !rest.isEmpty else { return nil }
            if let end = isEnded ? rest.count : Self.lastEnd(rest) {
                let bytes = Array(rest[..<end])
                if !source.isInMemory { try UTF8Check.refuse(bytes, line: line, file: file) }
                rest = Array(rest[end...])
                defer { line += PhysicalLines.line(of: bytes.count, in: bytes) - 1 }
                return (bytes, line)
            }
            guard rest.count < Self.lineLimit else {
                throw FindingCollector(file: file).refusal(
                    .cellTooLarge, line: line, "the line is longer than \(Self.lineLimit) bytes", remedy: "split it")
            }
            wanted = rest.count * 2
        }
    }

    /// Where the last whole line ends; a CR at the very end may be the first half of CR LF.
    private static func lastEnd(_ bytes: [UInt8]) -> Int? {
        var end = bytes.count
        if bytes.last == 0x0D { end -= 1 }
        guard let place = bytes[..<end].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        return place + 1
    }
}
