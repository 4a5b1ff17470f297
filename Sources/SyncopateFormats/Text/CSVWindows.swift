/// A CSV file as tables of some rows each, one after the other, so that memory does not grow with the file.
struct CSVWindows {
    /// Bytes looked at together, unless a row is longer.
    static let size = 1 << 20

    let delimiter: UInt8
    private let file: String
    private var source: TextSource
    /// What is at hand and not yet read.
    private var rest: [UInt8] = []
    private var line: Int
    private var isEnded = false
    /// Whether the rows given last were the last.
    var isAtEnd: Bool { isEnded && rest.isEmpty }

    /// - Parameter head: the beginning of the file; in memory, all of it.
    /// - Throws: `delimiter-undecidable`.
    init(_ source: TextSource, head: [UInt8], file: String) throws(ReadError) {
        let choice = try DelimiterDetector.choose(head, file: file)
        delimiter = choice.delimiter
        line = choice.line
        self.file = file
        self.source = source
        if choice.offset > 0 {
            isEnded = try !self.source.append(to: &rest, Self.size)
            rest.removeFirst(min(choice.offset, rest.count))
        }
    }

    /// The next rows, at least one; `nil` at the end.
    ///
    /// - Throws: `unclosed-quote` (at the line where it opened), `cell-too-large`, `too-many-columns`, `not-utf8`.
    mutating func next() throws(ReadError) -> CSVTable? {
        var wanted = Self.size
        while true {
            while !isEnded, rest.count < wanted {
                isEnded = try !source.append(to: &rest, wanted - rest.count)
            }
            guard !rest.isEmpty else { return nil }
            let table: CSVTable
            do throws(CSVScanner.Fault) {
                table = try CSVTable(window: rest, delimiter: delimiter, line: line, isLast: isEnded)
            } catch {
                throw CSVTable.refusal(of: error, file: file)
            }
            if table.end.offset > 0 {
                // Rows end between characters, so that none is cut off here.
                if !source.isInMemory { try check(rest, end: table.end.offset) }
                rest = Array(rest[table.end.offset...])
                line = table.end.line
                if !table.rows.isEmpty { return table }
                continue
            }
            // A row longer than what is at hand. A row of the most columns and largest cells would fill the memory.
            guard rest.count < 64 * CSVScanner.cellLimit else {
                throw FindingCollector(file: file).refusal(
                    .cellTooLarge, line: line, "the row is longer than \(64 * CSVScanner.cellLimit) bytes",
                    remedy: "check that the line ends are right")
            }
            wanted = rest.count * 2
        }
    }

    private func check(_ bytes: [UInt8], end: Int) throws(ReadError) {
        guard let fault = UTF8Check.firstFault(in: bytes, end: end) else { return }
        let line = line + PhysicalLines.line(of: fault.offset, in: bytes) - 1
        let findings = FindingCollector(file: file)
        throw fault.isNul
            ? findings.refusal(
                .nulByte, line: line, "there is a NUL byte, which no text contains",
                remedy: "export the file again; this copy is damaged or is not text")
            : findings.refusal(
                .notUTF8, line: line, "there is a byte that is not UTF-8",
                remedy: "save the file as UTF-8, or say what it is with --encoding")
    }
}
