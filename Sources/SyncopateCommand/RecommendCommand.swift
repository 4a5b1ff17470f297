import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate recommend`: gradebooks in, what each learner does next and in which mode out.
struct RecommendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: "Say for every learner what to do first and next, and whether together or apart.",
        discussion: """
            Reads Canvas gradebook exports and tidy CSV or JSON lines (columns learner, item, score; also max, at, \
            skills, section, status, ...). The format is detected. Several files are read as one class; learners and \
            items are joined by their ids. Without a skill map each column stands for itself under a shared general \
            ability.

            Nothing leaves this machine. Messages name rows and columns, never learners.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "Most items per learner (1 to 100).")
    var limit = 3

    @Option(help: "The moment the advice is for: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @Option(help: "Skill map: CSV with item, skill and optionally weight.", completion: .file())
    var skills: String?

    @Option(
        help: "What is known about items: CSV with item and any of minutes, difficulty, kind, due, assigned, max.",
        completion: .file())
    var items: String?

    @Option(help: "Live time per section as SESSIONSxMINUTESxSEATS; 0 for none.")
    var live = "1x30x6"

    @Option(help: "Score from which work counts as done well, as a share of the maximum.")
    var goal = 0.7

    @Option(help: "Points possible where a file does not say.")
    var max: Double?

    @Option(help: "Decimal mark of the files where it cannot be told: point or comma.")
    var decimal: String?

    @Option(help: "Format of the files, instead of detecting it: \(FileFormat.words).")
    var format: String?

    @Option(help: "Settles ties for live seats by lot; the same seed draws the same lot.")
    var seed: UInt64 = 0

    @Option(help: "table, csv or jsonl. [default: table on a terminal, else jsonl]")
    var output: OutputForm?

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Option(help: "Where rows that cannot be read are written. [default: NAME.rejects.csv here]", completion: .file())
    var rejects: String?

    @Flag(help: "Refuse a file with a single bad row instead of leaving the row out.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, jsonl
    }

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file; - is standard input.") }
        guard (files + [skills, items].compactMap { $0 }).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input (-) can be read only once.")
        }
        guard (1...100).contains(limit) else { throw ValidationError("--limit takes a whole number from 1 to 100.") }
        guard goal >= 0.05, goal <= 0.99 else { throw ValidationError("--goal takes a share from 0.05 to 0.99.") }
        guard LiveTime(text: live) != nil else {
            throw ValidationError("--live takes SESSIONSxMINUTESxSEATS such as 1x30x6, or 0 for none.")
        }
        if let max, !(max > 0 && max.isFinite) { throw ValidationError("--max takes a number above 0.") }
        if let at, Moment.seconds(at) == nil {
            throw ValidationError(
                "--at takes RFC 3339 with a zone, a date, or Unix seconds, such as 2026-09-01T08:00:00Z.")
        }
        if let decimal, Self.decimalMark(decimal) == nil { throw ValidationError("--decimal takes point or comma.") }
        if let format, FileFormat(rawValue: format) == nil {
            throw ValidationError("--format takes one of \(FileFormat.words).")
        }
        if rejects != nil, files.count > 1 { throw ValidationError("--rejects goes with a single file.") }
    }

    private static func decimalMark(_ word: String) -> DecimalMark? {
        switch word {
        case "point": .point
        case "comma": .comma
        default: nil
        }
    }

    func run() throws {
        var input = InputReader(
            options: ReadOptions(
                format: format.flatMap { FileFormat(rawValue: $0) }, strict: strict, maximum: max,
                decimal: decimal.flatMap { Self.decimalMark($0) }),
            rejectsPath: rejects, isQuiet: quiet)
        var log = try input.read(files)
        try input.apply(skills: skills, items: items, to: &log)
        let gradebook = Gradebook(log)
        guard let liveTime = LiveTime(text: live) else { throw ValidationError("--live \(live)") }
        let moment = at.flatMap { Moment.seconds($0) } ?? log.latest
        if moment == nil, !quiet, log.items.contains(where: { $0.due != nil }) {
            Terminal.say("warning: the input has no times, so due dates say nothing: give the moment with --at")
        }
        let settings = RecommendSettings(limit: limit, goal: goal, live: liveTime, at: moment, seed: seed)
        let progress = Progress(isQuiet: quiet)
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: settings) { progress.update($0) }
        progress.finish()

        let form = output ?? (out == nil && Terminal.isOutput ? .table : .jsonl)
        if form != .table, !quiet {
            for line in AdviceSummary.lines(advice, gradebook: gradebook) { Terminal.say(line) }
        }
        let bytes: [UInt8]
        switch form {
        case .jsonl: bytes = AdviceJSONLines.write(advice, gradebook: gradebook, seed: seed)
        case .csv: bytes = AdviceCSV.write(advice, gradebook: gradebook)
        case .table:
            let width = out == nil ? Terminal.width : 100
            bytes = AdviceTable(
                advice: advice, gradebook: gradebook, live: liveTime, width: width,
                isStyled: out == nil && Terminal.isStyled
            ).write()
        }
        try Output.write(bytes, path: out)
        if input.isPartial { throw ProgramExit.partial }
    }
}

extension FileFormat {
    /// The words `--format` takes.
    static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension EvidenceLog {
    /// The latest moment in the input, or `nil` where it has no times.
    fileprivate var latest: Double? {
        events.reduce(nil) { latest, event in
            guard event.at.isFinite else { return latest }
            return Swift.max(latest ?? event.at, event.at)
        }
    }
}
