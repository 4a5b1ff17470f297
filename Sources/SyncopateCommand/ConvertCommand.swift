import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate convert`: any file that is read, written as tidy evidence.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write gradebooks and logs of any format as tidy evidence: an event a row.",
        discussion: """
            tidy is our CSV, verbatim, and jsonl has an object a line: both read back as the same evidence. Several \
            files become one output; of several exports of a course the last counts.

            csv is the same table for a spreadsheet: dates instead of seconds, CR LF, text that begins like a formula \
            (= + - @ tab CR LF) behind an apostrophe, as OWASP advises, and ids that a spreadsheet would run, round or \
            read as a date behind ="...", which our readers take off again. Excel needs --bom for letters beyond \
            ASCII, and where numbers have decimal commas --delimiter semicolon, which writes decimal commas too.

            A log of our own above 64 MiB, a file or standard input, is converted row by row, in memory that does not grow \
            with it: nothing is sorted, repeats stay, order and event_id are columns; read back it is the same evidence.

            Items and learners without an event are not in it, nor are minutes, difficulty and due dates.

            With --pseudonymise nothing written names a learner: rows that cannot be read are then kept only where \
            --rejects says.

            Exit code: 0 where everything was read, 3 where rows or cells were left out, 65 where a file cannot be used.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "tidy (our CSV), csv (for a spreadsheet) or jsonl.")
    var to = OutputForm.tidy

    @OptionGroup var sheet: SpreadsheetOptions

    @Option(help: "Skill map: CSV with item, skill and optionally weight.", completion: .file())
    var skills: String?

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @OptionGroup var hiding: PseudonymOptions

    @OptionGroup var input: InputOptions

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case tidy, csv, jsonl
    }

    func validate() throws {
        try input.check(files, beside: [skills].compactMap { $0 })
        try sheet.check(isCSV: to == .csv, "--to csv")
        try hiding.check(out: out)
    }

    func run() throws {
        if let out { try Output.checkCanWrite(out) }
        var reader = try input.reader(hiding)
        if try convertLargeLog(&reader) { return }
        var log = try reader.read(files)
        try reader.apply(skills: skills, items: nil, to: &log)
        if to != .jsonl { warnOfSemicolons(log, reader) }
        let bytes =
            switch to {
            case .tidy: TidyWriter.csv(log)
            case .jsonl: TidyWriter.jsonLines(log)
            case .csv:
                sheet.form.write(
                    TidyWriter.csv(log), ids: TidyWriter.spreadsheetIDs, texts: TidyWriter.spreadsheetTexts,
                    times: ["at"])
            }
        try Output.write(bytes, path: out)
        if reader.isPartial { throw ProgramExit.partial }
    }

    /// Converts a single large log of our own as it is read; `false` where there is none, and nothing was done.
    private func convertLargeLog(_ reader: inout InputReader) throws -> Bool {
        guard files.count == 1, to != .csv, skills == nil, reader.pseudonyms == nil,
            let log = try reader.largeLog(files[0])
        else { return false }
        let form: TidyForm = to == .jsonl ? .jsonLines : .csv
        let isJSON = log.format.format == .tidyJSONLines
        let rejects = reader.rejectsTarget(of: files[0], ending: isJSON ? ".jsonl" : ".csv")
        let options = reader.options
        let summary: TidyConverter.Summary
        do {
            summary = try Output.stream(path: out) { (descriptor) throws(ReadError) in
                try log.convert(options: options, to: form, out: descriptor, rejects: rejects)
            }
        } catch let error as ReadError {
            for finding in error.findings { Terminal.say("error: \(finding.description)") }
            throw ProgramExit.data
        }
        try reader.take(summary, rejects: rejects)
        if reader.isPartial { throw ProgramExit.partial }
        return true
    }

    /// A skill's name with a semicolon in it would come back as two skills.
    private func warnOfSemicolons(_ log: EvidenceLog, _ reader: InputReader) {
        let lists = log.items.map(\.skills) + log.skillSets
        guard lists.contains(where: { $0.contains { $0.skill.utf8.contains(UInt8(ascii: ";")) } }) else { return }
        reader.warn("a skill's name has a semicolon, which CSV has between skills: use --to jsonl")
    }
}
