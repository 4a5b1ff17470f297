import ArgumentParser
import SyncopateFormats

/// What a CSV for a spreadsheet looks like.
struct SpreadsheetOptions: ParsableArguments {
    @Flag(help: "Begin a CSV with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    @Option(
        help: ArgumentHelp(
            "What stands between the cells of a CSV: comma, semicolon (decimal commas go with it) or tab. "
                + "[default: comma]",
            valueName: "word"))
    var delimiter: SpreadsheetForm.Delimiter?

    /// Ends the command where no CSV is written.
    func check(isCSV: Bool, _ option: String) throws {
        guard !isCSV else { return }
        if bom { throw ValidationError("--bom goes with \(option).") }
        if delimiter != nil { throw ValidationError("--delimiter goes with \(option).") }
    }

    /// Advice as CSV, rewritten where anything is said: it is harmless in a spreadsheet as it is.
    func applied(to table: [UInt8]) -> [UInt8] {
        guard bom || delimiter != nil else { return table }
        return form.write(
            table, ids: ["learner", "item"],
            texts: ["name", "section", "course", "title", "topic", "live_topic", "note"])
    }

    var form: SpreadsheetForm { SpreadsheetForm(delimiter: delimiter ?? .comma, hasMark: bom) }
}

extension SpreadsheetForm.Delimiter: ExpressibleByArgument {}
