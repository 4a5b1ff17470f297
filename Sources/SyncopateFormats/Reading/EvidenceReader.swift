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
        let text = try TextDecoder.decode(file)
        let format: FileFormat
        if let stated = options.format { format = stated } else { format = try detect(text, file.name) }
        var imported: ImportedEvidence
        switch format {
        case .canvasGradebook, .moodleGradebook, .brightspaceGradebook, .blackboardGradebook, .sakaiGradebook:
            var reader = GradebookReader(
                try CSVTable(text, file: file.name), options: options, file: file.name,
                isCanvas: format == .canvasGradebook)
            try reader.read(FormatDetector.entry(of: format), format.gradebookLayout ?? { _, _, _ in nil })
            imported = assemble(format, reader.log, reader.findings, reader.headerRows, dropped: 0)
            imported.accounts = reader.accounts
        case .dataShop:
            var reader = try DataShopReader(text, options: options, file: file.name)
            let log = reader.read()
            imported = assemble(
                format, log, reader.assembler.findings, reader.headerRows, dropped: reader.assembler.dropped)
        case .tidyCSV:
            var reader = try TidyCSVReader(CSVTable(text, file: file.name), options: options, file: file.name)
            let log = reader.read()
            imported = assemble(
                format, log, reader.assembler.findings, reader.headerRows, dropped: reader.assembler.dropped)
        case .tidyJSONLines:
            var reader = TidyJSONReader(text, options: options, file: file.name)
            let log = reader.read()
            imported = assemble(format, log, reader.assembler.findings, [], dropped: reader.assembler.dropped)
        }
        if options.strict, let error = ReadError(strict: imported.findings.filter { $0.severity == .error }) {
            throw error
        }
        return imported
    }

    /// The format of a file by its content.
    ///
    /// - Throws: ``ReadError`` if it is none that is read; its message says what the file seems to be.
    public static func detect(_ file: SourceFile) throws(ReadError) -> FileFormat {
        try detect(try TextDecoder.decode(file), file.name)
    }

    private static func detect(_ text: [UInt8], _ name: String) throws(ReadError) -> FileFormat {
        var preview = FilePreview(text: text, table: nil)
        if !preview.isJSON {
            // The beginning is enough, and one broken cell further on must not hide what the file is.
            let head = Array(text.prefix(1 << 22))
            let choice = try DelimiterDetector.choose(text, file: name)
            var table = try? CSVTable(
                head, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: 40)
            if table == nil {
                table = try? CSVTable(
                    head, delimiter: choice.delimiter, from: choice.offset, line: choice.line, rowLimit: 1)
            }
            preview = FilePreview(text: text, table: table)
        }
        return try FormatDetector.detect(preview, file: name)
    }

    private static func assemble(
        _ format: FileFormat, _ log: EvidenceLog, _ collector: FindingCollector, _ headers: [[UInt8]], dropped: Int
    ) -> ImportedEvidence {
        var findings = collector
        findings.merge()
        var counts = ImportCounts(log)
        counts.rejectedRows = findings.rejects.count
        counts.duplicatesDropped = dropped
        return ImportedEvidence(
            log: log, format: format, findings: findings.findings, findingTotals: findings.totals,
            rejects: findings.rejects, headerRows: headers, counts: counts)
    }
}
