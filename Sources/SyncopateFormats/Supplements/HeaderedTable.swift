/// A small table with named columns, such as a skill map: what its readers share.
struct HeaderedTable {
    let table: CSVTable
    /// Positions by header, lower case.
    let positions: [String: Int]
    /// Whether learners stand in it, so that no cell is ever quoted: columns may be shifted, and names in any of them.
    let hasLearners: Bool

    /// - Parameters:
    ///   - required: headers that must be there.
    ///   - known: headers that may be; others are noted and not read.
    ///   - knownPrefixes: beginnings of further headers that may be, in lower case.
    ///   - kind: what the file should be, with article, for messages.
    ///   - aliases: other words for known headers, the first that is there of those for one counts where it is not there
    ///     itself; which was taken is noted.
    ///   - silent: headers that are not read and need no note.
    ///   - encoding: how bytes stand for characters where they are not UTF-8.
    /// - Throws: what ``CSVTable`` throws, `wrong-kind-of-file` for a file that is recognised as something
    ///   else, `missing-column`, `duplicate-column`.
    init(
        _ file: SourceFile, required: [String], known: [String], knownPrefixes: [String] = [], kind: String,
        aliases: [(word: String, name: String)] = [], silent: Set<String> = [], encoding: TextEncoding? = nil,
        _ findings: inout FindingCollector
    ) throws(ReadError) {
        let text = try Self.text(of: file, encoding, kind, findings)
        let table = try CSVTable(text, file: file.name)
        guard !FilePreview(text: text, table: nil).isJSON else {
            throw findings.refusal(
                .wrongKindOfFile, line: 1, "this is JSON, and \(kind) is needed here as a table",
                remedy: "write it as a CSV with the header \(known.joined(separator: ","))")
        }
        var positions: [String: Int] = [:]
        let header = table.rows.first
        let aliases = Self.taken(aliases, table)
        for position in 0..<(header?.count ?? 0) {
            guard let header else { break }
            let written = table.text(table.cell(header, position)).lowercased()
            let name = aliases[written] ?? written
            if name.isEmpty { continue }
            if positions[name] != nil, known.contains(name) {
                throw findings.refusal(
                    .duplicateColumn, line: header.line, column: position + 1, header: name,
                    "this column stands here twice",
                    remedy: "keep one of them")
            }
            positions[name] = position
            guard name != written, !silent.contains(written) else { continue }
            findings.add(
                .columnTakenAs, line: header.line, column: position + 1, header: written,
                "read as the column \(name)", remedy: "nothing to do if it is that; else give it another name")
        }
        let missing = required.filter { positions[$0] == nil }
        guard missing.isEmpty else {
            let preview = FilePreview(text: text, table: table)
            if let entry = FormatDetector.candidates(preview).first?.entry {
                throw findings.refusal(
                    .wrongKindOfFile, line: header?.line, "this looks like \(entry.name), and \(kind) is needed here",
                    remedy: "give \(kind) with the header \(known.joined(separator: ","))")
            }
            throw findings.refusal(
                .missingColumn, line: header?.line, "\(kind) needs the column \(missing.joined(separator: " and "))",
                remedy: "write the header \(known.joined(separator: ","))")
        }
        for (name, position) in positions.sorted(by: { $0.value < $1.value })
        where !known.contains(name) && !silent.contains(name)
            && !knownPrefixes.contains(where: { name.utf8.starts(with: $0.utf8) })
        {
            findings.add(
                .ignoredColumn, line: header?.line, column: position + 1, header: name,
                "not a column of \(kind), so not read",
                remedy: "nothing to do, unless it is misspelt")
        }
        self.table = table
        self.positions = positions
        hasLearners = known.contains("learner")
    }

    /// Which word is taken for which header, where that is not there itself.
    private static func taken(_ aliases: [(word: String, name: String)], _ table: CSVTable) -> [String: String] {
        guard !aliases.isEmpty, let header = table.header else { return [:] }
        let words = Set(header.texts.map { $0.lowercased() })
        var taken: [String: String] = [:]
        var served: Set<String> = []
        for (word, name) in aliases where words.contains(word) && !words.contains(name) {
            if served.insert(name).inserted { taken[word] = name }
        }
        return taken
    }

    /// The text of a file or of a workbook's first sheet.
    ///
    /// What is UTF-8 is read so, whatever was stated: the encoding is said of files beside this one too.
    static func text(
        of file: SourceFile, _ encoding: TextEncoding?, _ kind: String, _ findings: FindingCollector
    ) throws(ReadError) -> [UInt8] {
        let content: FileContent
        do throws(ReadError) {
            content = try ContainerOpener.open(file)
        } catch {
            guard let encoding, [.notUTF8, .nulByte].contains(error.finding.rule) else { throw error }
            content = try ContainerOpener.open(file, encoding: encoding)
        }
        guard content.members.isEmpty else {
            throw findings.refusal(
                .wrongKindOfFile, "this is a folder or an archive of several tables, and \(kind) is needed here",
                remedy: "give \(kind) as CSV, xlsx or ods")
        }
        return content.text
    }

    /// The rows below the header that can be read; the others are noted.
    func rows(_ findings: inout FindingCollector) -> [CSVRow] {
        var rows: [CSVRow] = []
        let width = table.rows.first?.count ?? 0
        for row in table.rows.dropFirst() {
            let isLong = row.count > width && (width..<row.count).contains { !table.isBlank(table.cell(row, $0)) }
            guard isLong || row.isMalformed else {
                rows.append(row)
                continue
            }
            findings.add(
                row.isMalformed ? .textAfterQuote : .raggedRow, line: row.line,
                row.isMalformed
                    ? "something stands between a closing quote and the end of its cell"
                    : "the row has \(row.cellCount) and the header \(width)",
                remedy: "check the quotes and delimiters of the row")
        }
        return rows
    }

    /// A cell by its header; empty where the column or the cell is not there.
    func text(_ row: CSVRow, _ name: String) -> String {
        positions[name].map { table.unguardedText(table.cell(row, $0)) } ?? ""
    }

    /// A cell as a message may quote it; empty where it could name a learner.
    func excerpt(_ row: CSVRow, _ name: String) -> String { hasLearners ? "" : text(row, name) }

    /// A number by its header: `nil` where blank, NaN where it is none.
    func number(_ row: CSVRow, _ name: String) -> Double? {
        guard let position = positions[name] else { return nil }
        let cell = table.cell(row, position)
        if table.isBlank(cell) { return nil }
        guard let number = ScoreCell(table, cell).finiteNumber, !number.isPercent,
            let value = number.value(mark: nil, isStated: false, maximum: nil)
        else { return .nan }
        return value
    }

    /// Position of a column for messages, from 1.
    func column(_ name: String) -> Int? { positions[name].map { $0 + 1 } }
}
