import ArgumentParser
import Syncopate
import SyncopateFormats

/// Writes the advice on gradebooks in the form that was asked for.
struct AdviceOutput {
    /// An answer per course, beside the gradebook it is about.
    let answers: [(advice: ClassAdvice, gradebook: Gradebook)]
    let reader: InputReader
    /// The moment the advice is for; `nil` where the input has no times.
    let moment: Double?
    let setting: Setting
    let live: LiveTime
    let seed: UInt64
    let sheet: SpreadsheetOptions
    /// Where it goes; `nil`: standard output.
    let out: String?

    func write(_ form: RecommendCommand.OutputForm) throws {
        switch form {
        case .jsonl:
            try Output.write(
                answers.flatMap { AdviceJSONLines.write($0.advice, gradebook: $0.gradebook, seed: seed) }, path: out)
        case .csv: try Output.write(sheet.applied(to: AdviceCSV.write(answers)), path: out)
        case .table: try Output.write(table, path: out)
        case .pages: try Output.write(AdvicePages(answers, moment: moment).write(), path: out)
        case .canvasGrades: try writeCanvasGrades()
        case .oneRoster: try writeOneRoster()
        }
    }

    private var table: [UInt8] {
        let tables = answers.map { answer in
            AdviceTable(
                advice: answer.advice, gradebook: answer.gradebook, setting: setting, live: live,
                width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
            ).write()
        }
        return Array(tables.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// A file of Canvas is about one course.
    private func writeCanvasGrades() throws {
        guard answers.count <= 1 else {
            Terminal.say(
                "syncopate: the files are \(answers.count) courses, and a gradebook of Canvas is of one: give "
                    + "each course's files by "
                    + "themselves, or --courses one")
            throw ProgramExit.data
        }
        let file = CanvasGradesCSV(answers, accounts: reader.accounts)
        for remark in file.remarks { reader.warn(remark) }
        try Output.write(file.write(), path: out)
    }

    private func writeOneRoster() throws {
        guard let moment else {
            Terminal.say("syncopate: the input has no times, and results have a date: give the moment with --at")
            throw ProgramExit.data
        }
        guard let export = OneRosterExport(answers, accounts: reader.accounts, moment: moment) else {
            Terminal.say("syncopate: the moment has no date of four digits' years: give another with --at")
            throw ProgramExit.data
        }
        for remark in export.remarks { reader.warn(remark) }
        let folder = out ?? "."
        try Output.makeFolder(folder)
        for file in export.files { try Output.write(file.bytes, path: "\(folder)/\(file.name)") }
    }
}
