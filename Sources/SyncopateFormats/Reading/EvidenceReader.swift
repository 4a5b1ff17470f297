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
        let content = try ContainerOpener.open(file, encoding: options.encoding)
        let detected: DetectedFormat
        if let stated = options.format {
            detected = DetectedFormat(format: stated, confidence: 1)
        } else {
            detected = try detect(content)
        }
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
        try detect(try ContainerOpener.open(file))
    }

    private static func detect(_ content: FileContent) throws(ReadError) -> DetectedFormat {
        let text = content.text
        var preview = FilePreview(text: text, table: nil)
        preview.members = Set(content.members.map { $0.name.lowercased() })
        if !preview.isJSON, !preview.isXML, preview.members.isEmpty {
            // The beginning is enough, and one broken cell further on must not hide what the file is.
            let head = Array(text.prefix(1 << 22))
            let choice = try DelimiterDetector.choose(text, file: content.name)
            var table = try? CSVTable(
                head, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: 40)
            if table == nil {
                table = try? CSVTable(
                    head, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: 1)
            }
            preview = FilePreview(text: text, table: table)
        }
        return try FormatDetector.detect(preview, file: content.name)
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
            headerRows: reading.headerRows, counts: counts)
    }
}
