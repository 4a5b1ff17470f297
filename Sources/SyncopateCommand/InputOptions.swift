import ArgumentParser
import SyncopateFormats

/// How the files of a command line are read, and what happens to rows that cannot be.
struct InputOptions: ParsableArguments {
    @Option(help: "Points possible where a file does not say.")
    var max: Double?

    @Option(help: "Decimal mark of the files where it cannot be told: point or comma.")
    var decimal: String?

    @Option(help: "Format of the files, instead of detecting it: \(FileFormat.words).")
    var format: String?

    @Option(help: "Where rows that cannot be read are written. [default: NAME.rejects.csv here]", completion: .file())
    var rejects: String?

    @Flag(help: "Refuse a file with a single bad row instead of leaving the row out.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    func validate() throws {
        if let max, !(max > 0 && max.isFinite) { throw ValidationError("--max takes a number above 0.") }
        if let decimal, Self.decimalMark(decimal) == nil { throw ValidationError("--decimal takes point or comma.") }
        if let format, FileFormat(rawValue: format) == nil {
            throw ValidationError("--format takes one of \(FileFormat.words).")
        }
    }

    /// Ends the command where standard input is named more than once, or rejected rows of several files would go to one.
    ///
    /// - Parameters:
    ///   - files: the files to read as one.
    ///   - others: files of other options.
    func check(_ files: [String], beside others: [String]) throws {
        guard (files + others).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
        if rejects != nil, files.count > 1 { throw ValidationError("--rejects goes with a single file.") }
    }

    /// A reader that keeps to these.
    var reader: InputReader {
        InputReader(
            options: ReadOptions(
                format: format.flatMap { FileFormat(rawValue: $0) }, strict: strict, maximum: max,
                decimal: decimal.flatMap { Self.decimalMark($0) }),
            rejectsPath: rejects, isQuiet: quiet)
    }

    private static func decimalMark(_ word: String) -> DecimalMark? {
        switch word {
        case "point": .point
        case "comma": .comma
        default: nil
        }
    }
}

extension FileFormat {
    /// The words `--format` takes.
    static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
