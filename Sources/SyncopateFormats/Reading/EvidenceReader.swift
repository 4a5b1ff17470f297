internal import Syncopate

/// Reads a gradebook or a file of events: bytes in, evidence out.
///
/// Good rows are kept and the others returned as they stood, each with a finding that says what is
/// wrong. A file that cannot be read at all, and with ``ReadOptions/strict`` one with a single
/// error, is thrown out whole.
public enum EvidenceReader {
    /// Reads one file.
    ///
    /// - Throws: ``ReadError`` if nothing of the file was read.
    public static func read(_ file: SourceFile, options: ReadOptions = ReadOptions()) throws(ReadError)
        -> ImportedEvidence
    {
        let opened = try open(file, encoding: options.encoding, stated: options.format)
        let (detected, content) = try detect(opened, stated: options.format)
        guard let read = FormatDetector.readFormats.first(where: { $0.format == detected.format })?.read else {
            throw FindingCollector(file: file.name).refusal(
                .formatNotReadYet, "the format \(detected.format.rawValue) is not read", remedy: "give another")
        }
        guard content.members.isEmpty || detected.format.takesMembers else {
            throw FindingCollector(file: file.name).refusal(
                .wrongKindOfFile, "this is a folder or an archive of several tables, and no such export is",
                remedy: "give its tables one by one")
        }
        var reading = try read(content, options)
        if let notes = content.notes { reading.findings.merge(notes) }
        let imported = assemble(detected, reading)
        if options.strict, let error = ReadError(strict: imported.findings.filter { $0.severity == .error }) {
            throw error
        }
        return imported
    }

    /// The format of a file by its content.
    ///
    /// - Throws: ``ReadError`` if it is none that is read; its message says what the file seems to be.
    public static func detect(_ file: SourceFile) throws(ReadError) -> DetectedFormat {
        try detect(try open(file, encoding: nil, stated: nil), stated: nil).format
    }

    /// The content of a file: of a workbook the sheet that is of some format, or of the stated one.
    private static func open(
        _ file: SourceFile, encoding: TextEncoding?, stated: FileFormat?
    ) throws(ReadError) -> FileContent {
        try ContainerOpener.open(file, encoding: encoding) { text in
            do throws(ReadError) {
                let found = try detect(FileContent(name: "", text: text), stated: nil).format.format
                return stated == nil || found == stated
            } catch {
                return error.finding.rule == .formatUndecided
            }
        }
    }

    /// The format, and the content without what stands above the header.
    static func detect(
        _ content: FileContent, stated: FileFormat?
    ) throws(ReadError) -> (format: DetectedFormat, content: FileContent) {
        let text = content.text
        var preview = FilePreview(text: text, table: nil)
        preview.members = Set(content.members.map { $0.name.lowercased() })
        guard !preview.isJSON, !preview.isXML, preview.members.isEmpty else {
            return (try format(preview, content, stated), content)
        }
        let table: CSVTable?
        do throws(ReadError) {
            table = try head(content)
        } catch {
            // What a file is stated to be may be split by what its own reader knows.
            guard stated != nil else { throw error }
            table = nil
        }
        preview = FilePreview(text: text, table: table)
        let candidates = FormatDetector.candidates(preview)
        if let table, !isOne(of: candidates, stated),
            let found = Preamble.find(
                table, in: text, isHeader: { isOne(of: FormatDetector.candidates($0), stated) })
        {
            var below = FileContent(name: content.name, text: found.text, notes: content.notes, sheets: content.sheets)
            var notes = below.notes ?? FindingCollector(file: content.name)
            let (what, rows) = found.preview.isJSON ? ("first record", "line") : ("header", "row")
            notes.add(
                .preambleSkipped, line: found.line,
                found.rows == 1
                    ? "the \(what) stands below another \(rows)"
                    : "the \(what) stands below \(found.rows) other \(rows)s",
                remedy: "nothing to do if what is above is only a heading")
            below.notes = notes
            return (try format(found.preview, content, stated), below)
        }
        return (try format(preview, among: candidates, content, stated), content)
    }

    /// - Parameter candidates: what it may be, where that is known already.
    private static func format(
        _ preview: FilePreview, among candidates: [FormatDetector.Candidate]? = nil, _ content: FileContent,
        _ stated: FileFormat?
    ) throws(ReadError) -> DetectedFormat {
        if let stated { return DetectedFormat(format: stated, confidence: 1) }
        do throws(ReadError) {
            return try FormatDetector.detect(
                preview, among: candidates ?? FormatDetector.candidates(preview), file: content.name)
        } catch {
            guard !content.sheets.isEmpty, error.finding.rule != .formatUndecided else { throw error }
            var finding = error.finding
            // Not by name: a sheet may have a learner's.
            finding.message += "; this is the first of \(content.sheets.count) sheets"
            finding.remedy = "move the sheet with the table to the front, or save it as CSV; else " + finding.remedy
            throw ReadError(finding)
        }
    }

    /// Whether a file that may be of these formats is of some, or of the stated one.
    private static func isOne(of candidates: [FormatDetector.Candidate], _ stated: FileFormat?) -> Bool {
        candidates.contains { stated == nil || $0.entry.format == stated }
    }

    /// The first rows: the beginning is enough, and one broken cell further on must not hide what the file is.
    private static func head(_ content: FileContent) throws(ReadError) -> CSVTable {
        let head = Array(content.text.prefix(1 << 22))
        let choice = try DelimiterDetector.choose(content.text, file: content.name)
        func rows(_ limit: Int) throws(CSVScanner.Fault) -> CSVTable {
            try CSVTable(head, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: limit)
        }
        if let table = try? rows(40) { return table }
        do throws(CSVScanner.Fault) {
            return try rows(1)
        } catch {
            throw CSVTable.refusal(of: error, file: content.name)
        }
    }

    private static func assemble(_ detected: DetectedFormat, _ reading: FileReading) -> ImportedEvidence {
        var findings = reading.findings
        findings.merge()
        var counts = ImportCounts(reading.log)
        counts.rejectedRows = findings.rejects.count
        counts.duplicatesDropped = reading.dropped
        return ImportedEvidence(
            log: reading.log, accounts: reading.accounts, format: detected.format, confidence: detected.confidence,
            findings: findings.findings, findingTotals: findings.totals, rejects: findings.rejects,
            headerRows: reading.headerRows, counts: counts, eventIDs: reading.eventIDs)
    }
}
