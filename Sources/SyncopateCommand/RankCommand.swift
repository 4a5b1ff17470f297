import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate rank`: logs in, the best items of every learner by a fitted model out.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Find for every learner of a log the items on which a fitted model expects the success asked for.",
        discussion: """
            Made for many learners at once: a hundred thousand learners and ten thousand items take seconds. Reads every \
            format that recommend reads; the items are those of --catalogue, else those of the log. It looks at nothing but \
            expected success: for prerequisites, goals, reviews and modes there is recommend --catalogue.

            Items the model never saw are taken for typical ones of their skills.

            Exit codes: 0 done; 3 done, but rows were left out; 64 wrong options; 65 a file or the model cannot be used; 66 \
            no such file; 73 the output cannot be written; 74 reading or writing failed.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "The model; without one, the shipped model.", completion: .file())
    var model: String?

    @Option(
        help: ArgumentHelp(
            "Items to choose from: a catalogue. Repeatable. [default: those of the log]", valueName: "file"),
        completion: .file())
    var catalogue: [String] = []

    @Option(help: "Items a learner (1 to 100).")
    var limit = 5

    @Option(help: "Success asked for (0 to 1).")
    var success = 0.75

    @Flag(help: "Offer items again that the learner met among the last 64.")
    var repeats = false

    @Option(
        help: ArgumentHelp(
            "The moment that is asked about: RFC 3339, a date, or Unix seconds. [default: none in particular]",
            valueName: "moment"))
    var at: String?

    @Option(help: "csv or jsonl.")
    var output: OutputForm = .csv

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Option(help: "Threads to work with (1 to 64).")
    var threads = 1

    @Flag(help: "Refuse a file with a single bad row instead of leaving the row out.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case csv, jsonl
    }

    func validate() throws {
        try LogOptions.check(files, beside: catalogue)
        guard (1...100).contains(limit) else { throw ValidationError("--limit takes a whole number from 1 to 100.") }
        guard (0...1).contains(success) else { throw ValidationError("--success takes a share from 0 to 1.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads takes a whole number from 1 to 64.") }
        if let at, Moment.seconds(at) == nil {
            throw ValidationError("--at takes RFC 3339, a date such as 2026-09-01, or Unix seconds.")
        }
    }

    func run() throws {
        if let out { try Output.checkCanWrite(out) }
        let fitted = try ModelSource.read(model)
        var input = InputReader(options: ReadOptions(strict: strict), rejectsPath: nil, isQuiet: quiet)
        let choices = catalogue.isEmpty ? nil : try input.catalogue(catalogue).items
        let evidence = try input.read(files)
        let responses = ResponseLog(evidence)
        guard !responses.learners.isEmpty else {
            Terminal.say("syncopate: no scored response in \(files.joined(separator: ", "))")
            throw ProgramExit.data
        }
        let items = choices ?? evidence.items
        let workers = Workers.threads(threads)
        let start = Progress.now
        let states = fitted.states(after: responses, workers: workers)
        var settings = RankingSettings()
        settings.success = success
        settings.limit = limit
        settings.repeats = repeats
        settings.at = at.flatMap { Moment.seconds($0) } ?? .nan
        let ranker = ItemRanker(ItemBank(fitted, items: items.map { ($0.id, $0.skills) }), settings: settings)
        let ranked = ranker.rank(states, workers: workers)
        if !ranked.faults.isEmpty {
            Terminal.say("warning: \(ranked.faults.count) learners could not be ranked for, and have no rows")
        }
        let text = RankedItemsText(ranked, learners: responses.learners, items: items)
        try Output.write(output == .csv ? RankedItemsText.header + text.csv() : text.jsonLines(), path: out)
        if !quiet {
            let seconds = max(Progress.now - start, 1e-6)
            Terminal.say(
                "\(states.count) learners and \(items.count) items in \(Rounding.decimals(seconds, 2)) seconds")
        }
        if input.isPartial { throw ProgramExit.partial }
    }
}
