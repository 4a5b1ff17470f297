/// A format: how it is recognised, how it is read, and what there is to know of it.
///
/// Stands in the file of the format it is about; ``FormatDetector/formats`` has all of them.
public struct FormatEntry: Sendable {
    /// The format, if it is read.
    public let format: FileFormat?
    /// What people call it, with article.
    public let name: String
    /// What it is, in a line.
    public let summary: String
    /// What to do if it is not read.
    let remedy: String
    /// The beginning of such a file; empty where it is not read.
    public let example: String
    /// What is peculiar to it and what it says nothing of, a sentence each.
    public let quirks: [String]
    /// How sure the beginning of a file makes us, from 0 (it is not) to 1 (it can be nothing else).
    let confidence: @Sendable (FilePreview) -> Double
    /// Reads a file of it; `nil` where it is only recognised.
    let read: (@Sendable (FileContent, ReadOptions) throws(ReadError) -> FileReading)?

    /// A format that is read.
    init(
        _ format: FileFormat, _ name: String, _ summary: String, example: String, quirks: [String],
        confidence: @escaping @Sendable (FilePreview) -> Double,
        read: @escaping @Sendable (FileContent, ReadOptions) throws(ReadError) -> FileReading
    ) {
        self.format = format
        self.name = name
        self.summary = summary
        self.example = example
        self.quirks = quirks
        self.confidence = confidence
        self.read = read
        remedy = ""
    }

    /// A format that is only recognised, so that it can be said what to do instead.
    init(
        known name: String, _ summary: String, remedy: String = FormatDetector.convertRemedy,
        confidence: @escaping @Sendable (FilePreview) -> Double
    ) {
        format = nil
        self.name = name
        self.summary = summary
        self.remedy = remedy
        self.confidence = confidence
        example = ""
        quirks = []
        read = nil
    }

    /// A gradebook: a learner a row, an item a column.
    ///
    /// - Parameter layout: what the header says; `nil` where it is not the format's.
    init(
        gradebook format: FileFormat, _ name: String, _ summary: String, example: String, quirks: [String],
        layout:
            @escaping @Sendable (CSVTable, DecimalMark?, inout FindingCollector) -> GradebookLayout?,
        confidence: @escaping @Sendable (FilePreview) -> Double
    ) {
        self.init(format, name, summary, example: example, quirks: quirks, confidence: confidence) {
            (content, options) throws(ReadError) in
            var reader = GradebookReader(
                try CSVTable(content.text, file: content.name), options: options, file: content.name,
                isCanvas: format == .canvasGradebook)
            try reader.read(name, example: example, layout)
            return FileReading(
                log: reader.log, findings: reader.findings, headerRows: reader.headerRows, accounts: reader.accounts)
        }
    }
}
