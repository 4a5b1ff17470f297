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

    func validate() throws {
        if let max, !(max > 0 && max.isFinite) { throw ValidationError("--max takes a number above 0.") }
        if let decimal, Self.decimalMark(decimal) == nil { throw ValidationError("--decimal takes point or comma.") }
        if let format, FileFormat(rawValue: format) == nil {
            throw ValidationError("--format takes one of \(FileFormat.words).")
        }
    }

    func readOptions(strict: Bool) -> ReadOptions {
        ReadOptions(
            format: format.flatMap { FileFormat(rawValue: $0) }, strict: strict, maximum: max,
            decimal: decimal.flatMap { Self.decimalMark($0) })
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
