/// A CSV file as tables of some rows each, one after the other, so that memory does not grow with the file.
struct CSVWindows {
    /// Bytes of the first rows, in which what the columns mean is looked for.
    static let headSize = 1 << 20
    /// Bytes looked at together after those, unless a row is longer: they, their cells and what is found in them stay in the
    /// processor's cache.
    static let windowSize = 1 << 18

    let delimiter: UInt8
    private let file: String
    private var source: TextSource
    /// What is at hand and not yet read.
    private var rest: [UInt8] = []
    private var line: Int
    private var isEnded = false
    /// Bytes to look at together next.
    private var wanted = headSize
    /// Whether the rows given last were the last.
    var isAtEnd: Bool { isEnded && rest.isEmpty }

    /// Bytes of the whole file, where that is known.
    var size: Int? { source.size }

    /// - Parameter head: the beginning of the file; in memory, all of it.
    /// - Throws: `delimiter-undecidable`.
    init(_ source: TextSource, head: [UInt8], file: String) throws(ReadError) {
        let choice = try DelimiterDetector.choose(head, file: file)
        delimiter = choice.delimiter
        line = choice.line
        self.file = file
        self.source = source
        if choice.offset > 0 {
            isEnded = try !self.source.append(to: &rest, Self.headSize)
            rest.removeFirst(min(choice.offset, rest.count))
        }
    }

    /// The next rows, at least one; `nil` at the end.
    ///
    /// - Throws: `unclosed-quote` (at the line where it opened), `cell-too-large`, `too-many-columns`, `not-utf8`.
    mutating func next() throws(ReadError) -> CSVTable? {
        defer { wanted = Self.windowSize }
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
                if !source.isInMemory { try UTF8Check.refuse(rest, end: table.end.offset, line: line, file: file) }
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
            repeat { wanted *= 2 } while wanted <= rest.count
        }
    }
}
