import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate check`: what is wrong with the files of a gradebook, and what its columns measure and tell.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Say what is wrong with a gradebook's files, what each column measures and tells, and what to do about it.",
        discussion: """
            Reads what recommend reads and writes nothing but its report. Everything wrong with the files comes with line \
            and column. Then the gradebook as an instrument: columns that measure no skill (attendance, completion, bonus, \
            scores that groups share, columns at their maximum or against the rest), by title, by points and by scores; how \
            much a score on each column tells; and how far all of them together tell learners apart. What is set aside here is \
            set aside by recommend and convene too; an item file (--items, column kind) overrides it.

            Exit code: 0 where everything was read, 3 where rows or cells were left out, 65 where a file cannot be used.
            """)

    @Argument(help: "Files to read as one gradebook; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var supplements: SupplementOptions

    @Option(help: "The moment of the check: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @Option(help: "table or json.")
    var output: OutputForm = .table

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Flag(help: "List every finding and every column.")
    var all = false

    @OptionGroup var form: FormatOptions

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func validate() throws {
        try RecommendCommand.check(at: at)
        guard (files + supplements.files).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
    }

    func run() throws {
        var reading = CheckReading(
            reader: InputReader(options: form.readOptions(strict: false), rejectsPath: nil, isQuiet: true))
        try reading.read(files)
        try reading.apply(skills: supplements.skills, items: supplements.items)
        let gradebook = Gradebook(reading.log)
        var audit: GradebookAudit?
        if reading.isUsable {
            let moment = at.flatMap { Moment.seconds($0) } ?? reading.log.latest
            audit = Engine(priors: .shipped).audit(gradebook, settings: RecommendSettings(at: moment))
        }
        let report = CheckReport(files: reading.files, gradebook: gradebook, audit: audit)
        let bytes: [UInt8]
        switch output {
        case .json: bytes = CheckJSON.write(report)
        case .table:
            bytes = CheckTable(
                report, width: out == nil ? Terminal.width : 100, listsAll: all,
                isStyled: out == nil && Terminal.isStyled
            ).write()
        }
        try Output.write(bytes, path: out)
        if !reading.isUsable { throw ProgramExit.data }
        if reading.isPartial { throw ProgramExit.partial }
    }
}
