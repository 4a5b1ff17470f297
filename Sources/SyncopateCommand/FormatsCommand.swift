import ArgumentParser
import SyncopateFormats

/// `syncopate formats`: what files are read, and what is peculiar to each.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "Say which files are read, and what to know of each.",
        discussion:
            "The word in front is that of --format; formats are told apart by what is in a file, never by its name.")

    func run() throws {
        var text = ""
        for entry in FormatDetector.formats {
            guard let format = entry.format else { continue }
            text += "\(format.rawValue)\n  \(entry.summary)\n"
            for quirk in entry.quirks { text += "  - \(quirk)\n" }
            text += "  like \(entry.example)\n"
        }
        let known = FormatDetector.formats.filter { $0.format == nil }.map(\.name)
        text += "\nRecognised, and not read as evidence: \(known.joined(separator: ", ")).\n"
        try Output.write(Array(text.utf8), path: nil)
    }
}
