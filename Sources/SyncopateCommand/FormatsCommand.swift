import ArgumentParser
import SyncopateFormats

/// `syncopate formats`: what files are read, and what is peculiar to each.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "Say which files are read, and what to know of each.",
        discussion:
            "The word in front is that of --format; formats are told apart by what is in a file, never by its name.")

    @Argument(help: "Formats to say it of; all if none is given.")
    var formats: [String] = []

    func validate() throws {
        if let unknown = formats.first(where: { FileFormat(rawValue: $0) == nil }) {
            throw ValidationError("There is no format \(unknown); there are \(FileFormat.words).")
        }
    }

    func run() throws {
        var text = ""
        for entry in FormatDetector.formats {
            guard let format = entry.format, formats.isEmpty || formats.contains(format.rawValue) else { continue }
            text += "\(format.rawValue)\n  \(entry.summary)\n"
            for quirk in entry.quirks { text += "  - \(quirk)\n" }
            text += "  like \(entry.example)\n"
        }
        if formats.isEmpty {
            let known = FormatDetector.formats.filter { $0.format == nil }.map(\.name)
            text += "\nRecognised, and not read as evidence: \(known.joined(separator: ", ")).\n"
        }
        try Output.write(Array(text.utf8), path: nil)
    }
}
