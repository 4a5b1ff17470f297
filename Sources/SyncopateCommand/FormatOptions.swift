import ArgumentParser
import SyncopateFormats

/// What is said about files instead of being detected.
struct FormatOptions: ParsableArguments {
    @Option(help: "Points possible where a file does not say.")
    var max: Double?

    @Option(help: "Decimal mark of the files where it cannot be told: point or comma.")
    var decimal: String?

    @Option(help: "Format of the files, instead of detecting it: \(FileFormat.words).")
    var format: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Clocks that times without a zone were read off: \(TimeZoneFinder.forms).", valueName: "zone"))
    var timezone: String?

    @Option(help: "Encoding of the files where they are not UTF-8: \(TextEncoding.words).")
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "What grades in words are worth: CSV with grade and share (0 to 1) or percent.", valueName: "file"),
        completion: .file())
    var scale: String?

    func validate() throws {
        if let timezone, !TimeZoneFinder.isPlausible(timezone) {
            throw ValidationError("--timezone takes \(TimeZoneFinder.forms).")
        }
        if let encoding, TextEncoding(rawValue: encoding) == nil {
            throw ValidationError("--encoding takes one of \(TextEncoding.words).")
        }
        if let max, !(max > 0 && max.isFinite) { throw ValidationError("--max takes a number above 0.") }
        if let decimal, Self.decimalMark(decimal) == nil { throw ValidationError("--decimal takes point or comma.") }
        if let format, FileFormat(rawValue: format) == nil {
            throw ValidationError("--format takes one of \(FileFormat.words).")
        }
    }

    func readOptions(strict: Bool) throws -> ReadOptions {
        let encoding = encoding.flatMap { TextEncoding(rawValue: $0) }
        return ReadOptions(
            format: format.flatMap { FileFormat(rawValue: $0) }, strict: strict, maximum: max,
            decimal: decimal.flatMap { Self.decimalMark($0) },
            encoding: encoding,
            zone: try timezone.map { try TimeZoneFinder.rules($0) },
            scale: try scale.map { try Self.readScale($0, encoding) })
    }

    /// Reads what grades are worth. Half a scale would give some grades a score and others none, so a fault ends the
    /// command.
    private static func readScale(_ path: String, _ encoding: TextEncoding?) throws -> GradeScale {
        do {
            return try GradeScaleFile.read(
                SourceFile(name: path, bytes: try Descriptor.read(path: path)), encoding: encoding)
        } catch let failure as Descriptor.Failure {
            Terminal.say("syncopate: cannot read \(failure.message)")
            throw ProgramExit.noInput
        } catch let error as ReadError {
            for finding in error.findings { Terminal.say("\(finding.severity): \(finding.description)") }
            throw ProgramExit.data
        }
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

extension TextEncoding {
    /// The words `--encoding` takes.
    static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
