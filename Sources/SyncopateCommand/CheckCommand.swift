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
            Reads what recommend reads, sorts it into courses as recommend does, and writes nothing but its report. Everything wrong with the files comes with line \
            and column. Then the gradebook as an instrument: columns that measure no skill (attendance, completion, bonus, \
            scores that groups share, columns at their maximum or against the rest), by title, by points and by scores; how \
            much a score on each column tells; and how far all of them together tell learners apart. What is set aside here is \
            set aside by recommend and convene too; an item file (--items, column kind) overrides it.

            With --files-only nothing is said of the columns, nor of events that several files tell. A log of our own above 64 MiB is then checked row by row, in \
            memory that does not grow with it, and repeated events are not looked for in it.

            Exit code: 0 where everything was read, 3 where rows or cells were left out or there is a finding that --fail-on \
            counts, 65 where a file cannot be used. Warnings alone are 0 unless --fail-on says otherwise.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var supplements: SupplementOptions

    @Option(
        help: ArgumentHelp(
            "Which files are one course: auto (by columns, learners and sections they share), one, each.",
            valueName: "rule"))
    var courses = CourseRule.auto

    @Option(help: "The moment of the check: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @Option(help: "table or json.")
    var output: OutputForm = .table

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Flag(help: "Say only what is wrong with the files, and nothing of what their columns measure.")
    var filesOnly = false

    @Flag(help: "List every finding and every column.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "Exit with 3 from findings of this severity on: note, warning or error (something was left out).",
            valueName: "severity"))
    var failOn = Severity.error

    @OptionGroup var form: FormatOptions

    @OptionGroup var hiding: PseudonymOptions

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func validate() throws {
        try RecommendCommand.check(at: at)
        guard (files + supplements.files).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
        try hiding.check(out: out)
    }

    func run() throws {
        var reading = CheckReading(
            reader: InputReader(
                options: try form.readOptions(strict: false), rejectsPath: nil, isQuiet: true,
                pseudonyms: try hiding.pseudonyms(), mappingPath: hiding.mapping))
        try reading.read(files, rule: courses, filesOnly: filesOnly)
        try reading.apply(skills: supplements.skills, items: supplements.items)
        let moment = at.flatMap { Moment.seconds($0) } ?? reading.courses.compactMap(\.log.latest).max()
        let engine = Engine(priors: .shipped)
        let checked = reading.courses.map { course in
            let gradebook = Gradebook(course.log)
            return CheckedCourse(
                name: course.name, gradebook: gradebook,
                audit: engine.audit(gradebook, settings: RecommendSettings(at: moment)))
        }
        let report = CheckReport(files: reading.files, courses: checked)
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
        if reading.isPartial || report.hasFindings(from: failOn) { throw ProgramExit.partial }
    }
}

extension Severity: ExpressibleByArgument {}
