/// Recognises a file by what is in it, never by its name.
///
/// All formats stand in one table, ``formats``, an entry each: those that are read, and those that
/// are only known well enough to say what they are.
public enum FormatDetector {
    /// What to do with a format that is not read yet.
    static let convertRemedy = "convert it to a CSV with the header learner,item,score"

    /// A format and how it is recognised.
    public struct Entry: Sendable {
        /// The format, if it is read.
        public var format: FileFormat?
        /// What people call it, with article.
        public var name: String
        /// What it is, in a line.
        public var summary: String
        /// How sure the beginning of a file makes us, from 0 (it is not) to 1 (it can be nothing else).
        var confidence: @Sendable (FilePreview) -> Double
        /// What to do if it is not read.
        var remedy: String
        /// The beginning of such a file; empty where it is not read.
        public var example: String
        /// What is peculiar to it and what it says nothing of, a sentence each.
        public var quirks: [String]
    }

    /// Every format known.
    public static let formats: [Entry] = readFormats + knownFormats

    static func entry(
        _ format: FileFormat?, _ name: String, _ summary: String, remedy: String = convertRemedy,
        example: String = "", quirks: [String] = [], _ confidence: @escaping @Sendable (FilePreview) -> Double
    ) -> Entry {
        Entry(
            format: format, name: name, summary: summary, confidence: confidence, remedy: remedy, example: example,
            quirks: quirks)
    }

    /// What the table says of a format that is read.
    static func entry(of format: FileFormat) -> Entry {
        readFormats.first { $0.format == format }
            ?? entry(format, "\"\(format.rawValue)\"", "") { _ in 0 }
    }

    /// The best match, or `nil` if nothing fits.
    static func best(_ preview: FilePreview) -> Entry? {
        var best: (entry: Entry, confidence: Double)?
        for entry in formats {
            let confidence = entry.confidence(preview)
            if confidence > (best?.confidence ?? 0.3) { best = (entry, confidence) }
        }
        return best?.entry
    }

    /// The format of a text, or a refusal that says what it seems to be or what it lacks.
    static func detect(_ preview: FilePreview, file: String) throws(ReadError) -> FileFormat {
        let findings = FindingCollector(file: file)
        guard let entry = best(preview) else {
            throw findings.refusal(
                .notAKnownFormat, line: preview.firstLine,
                preview.isJSON
                    ? "the JSON has no objects with learner and item"
                    : "the header is that of no format known here: \(missing(preview))",
                remedy: "give a Canvas gradebook (Grades, Export), a CSV with the header learner,item,score, "
                    + "or JSON lines with those names")
        }
        guard let format = entry.format else {
            throw findings.refusal(
                entry.remedy == convertRemedy ? .formatNotReadYet : .wrongKindOfFile, line: preview.firstLine,
                "this looks like \(entry.name)" + (entry.remedy == convertRemedy ? ", which is not read yet" : ""),
                remedy: entry.remedy)
        }
        return format
    }

    private static func missing(_ preview: FilePreview) -> String {
        var lacking: [String] = []
        if !preview.has("student") { lacking.append("Student") }
        if !preview.has("id") { lacking.append("ID") }
        if !preview.has("section") { lacking.append("Section") }
        let tidy = ["learner", "item", "score"].filter { !preview.has($0) }
        let canvas = lacking.isEmpty ? "" : "a gradebook needs a column \(lacking.joined(separator: " and "))"
        let table = tidy.isEmpty ? "" : "a table of events needs \(tidy.joined(separator: " and "))"
        return [canvas, table].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
