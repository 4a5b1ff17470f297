/// Recognises a file by what is in it, never by its name.
///
/// All formats stand in one table, ``formats``, an entry each: those that are read, and those that
/// are only known well enough to say what they are. Where two are nearly as likely, it is asked and not guessed.
public enum FormatDetector {
    /// What to do with a format that is not read yet.
    static let convertRemedy = "convert it to a CSV with the header learner,item,score"

    /// How much surer of one format than of the next we have to be not to ask.
    static let margin = 0.04

    /// Every format known.
    public static let formats: [FormatEntry] = readFormats + knownFormats

    /// A format that a file may be, with how sure that is.
    typealias Candidate = (entry: FormatEntry, confidence: Double)

    /// The formats a file may be, the surest first.
    static func candidates(_ preview: FilePreview) -> [Candidate] {
        formats.map { ($0, $0.confidence(preview)) }.filter { $0.1 > 0.3 }.enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map {
                (entry: $0.element.0, confidence: $0.element.1)
            }
    }

    /// The format of a text, or a refusal that says what it seems to be or what it lacks.
    ///
    /// - Parameter candidates: the formats it may be, as ``candidates(_:)`` says.
    static func detect(
        _ preview: FilePreview, among candidates: [Candidate], file: String
    ) throws(ReadError) -> DetectedFormat {
        let findings = FindingCollector(file: file)
        guard let (entry, confidence) = candidates.first else {
            if let guess = HeaderGuess(preview) {
                throw findings.refusal(
                    .notAKnownFormat, line: preview.firstLine,
                    "this is no format known here: \(guess.message)", remedy: guess.remedy)
            }
            throw findings.refusal(
                .notAKnownFormat, line: preview.firstLine,
                preview.isJSON
                    ? "the JSON has no objects with learner and item"
                    : "the header is that of no format known here: \(missing(preview))",
                remedy:
                    "give an export as it came, of one of those that syncopate formats lists; else a CSV with the header "
                    + "learner,item,score, or JSON lines with those names")
        }
        if candidates.count > 1, let one = entry.format, let other = candidates[1].entry.format,
            confidence - candidates[1].confidence < margin
        {
            throw findings.refusal(
                .formatUndecided, line: preview.firstLine,
                "this may be \(entry.name) or \(candidates[1].entry.name)",
                remedy: "say which with --format \(one.rawValue) or --format \(other.rawValue)")
        }
        guard let format = entry.format else {
            throw findings.refusal(
                entry.remedy == convertRemedy ? .formatNotReadYet : .wrongKindOfFile, line: preview.firstLine,
                "this looks like \(entry.name)" + (entry.remedy == convertRemedy ? ", which is not read yet" : ""),
                remedy: entry.remedy)
        }
        return DetectedFormat(format: format, confidence: confidence)
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
