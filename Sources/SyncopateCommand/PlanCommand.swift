import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate plan`: practice day by day, and how probably each goal is reached by its date.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan practice from a catalogue day by day, and say how probably each goal is reached.",
        discussion: """
            Reads logs (CSV or JSON lines: learner, item, score, at) against a catalogue, follows the advice of \
            recommend through the days ahead in many drawn futures, and says for every learner what is to be done on \
            each day, the chance of every goal, how many minutes a day it takes, and what to drop first where it does \
            not fit. The same input and seed give the same bytes with any number of workers.

            Without a log, name new learners with --learner.
            """)

    @Argument(help: "Logs to read; - is standard input.", completion: .file())
    var files: [String] = []

    @OptionGroup(title: "Practice") var practice: PracticeOptions

    @OptionGroup(title: "Input") var input: InputOptions

    @Option(help: "Days ahead (1 to 366). [default: until the last date of a goal, else 14]")
    var days: Int?

    @Option(help: ArgumentHelp("Days without practice: sat,sun,2026-12-24.", valueName: "days"))
    var daysOff: String?

    @Option(help: "When the plan begins: RFC 3339, a date, or Unix seconds. [default: the latest in the log]")
    var at: String?

    @Option(help: "Chance of reaching a goal that is wanted (0.05 to 0.99).")
    var chance = 0.8

    @Option(help: "Futures drawn per learner (1 to 10,000).")
    var rollouts = 200

    @Option(help: "Seed of the futures.")
    var seed: UInt64 = 0

    @Option(name: [.long, .customLong("threads")], help: "Threads to work with (1 to 64).")
    var workers = 1

    @Option(help: "table, csv or jsonl. [default: table on a terminal, else jsonl]")
    var output: OutputForm?

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, jsonl
    }

    func validate() throws {
        try practice.check(files)
        try input.check(files, beside: practice.catalogue)
        guard practice.minutesADay != nil else {
            throw ValidationError("Say how much time there is with --minutes-a-day N.")
        }
        if let days, !(1...PlanSettings.mostDays).contains(days) {
            throw ValidationError("--days takes a whole number from 1 to 366.")
        }
        if let daysOff, DaysOff(daysOff) == nil {
            throw ValidationError(
                "--days-off takes days of the week and dates with commas, such as sat,sun,2026-12-24.")
        }
        if let at, Moment.seconds(at) == nil {
            throw ValidationError(
                "--at takes RFC 3339 with a zone, a date, or Unix seconds, such as 2026-09-01T08:00:00Z.")
        }
        if at == nil, files.isEmpty {
            throw ValidationError("Without a log say when the plan begins with --at, such as --at 2026-09-01.")
        }
        guard chance >= 0.05, chance <= 0.99 else { throw ValidationError("--chance takes a share from 0.05 to 0.99.") }
        guard (1...10_000).contains(rollouts) else {
            throw ValidationError("--rollouts takes a whole number from 1 to 10,000.")
        }
        guard (1...64).contains(workers) else { throw ValidationError("--workers takes a whole number from 1 to 64.") }
    }

    func run() throws {
        let read = try PracticeInput(files, practice, input, at: at)
        guard let start = read.moment else {
            Terminal.say(
                "error: the log has no times, so a plan has no beginning: say when with --at, such as --at 2026-09-01")
            throw ProgramExit.data
        }
        let (recommender, history, reader) = (read.recommender, read.history, read.reader)
        if let latest = history.latest, start < latest {
            reader.warn("the log goes on after --at: whoever answered later has a plan from there on")
        }
        if let out { try Output.checkCanWrite(out) }
        let learners = practice.learners(history, recommender, reader)
        let off = daysOff.flatMap { DaysOff($0) }
        let planner = Planner(
            recommender,
            settings: PlanSettings(
                minutesADay: practice.minutesADay ?? 20, days: days, weekdaysOff: off?.weekdays ?? [],
                datesOff: off?.dates ?? [], rollouts: rollouts, seed: seed, chance: chance))
        let exposures = recommender.scale == nil ? nil : history.exposures(recommender)
        let progress = Progress(isQuiet: input.quiet || !Terminal.isMessages, activity: "planning")
        // As many at a time as there are workers, so that progress can be told; each plan stands for itself.
        var plans: [PracticePlan] = []
        for first in stride(from: 0, to: learners.count, by: workers) {
            let some = Array(learners[first..<min(first + workers, learners.count)])
            plans += planner.plans(some, at: start, exposures: exposures, workers: .threads(workers))
            progress.update(Double(plans.count) / Double(learners.count))
        }
        progress.finish()
        let report = PlanReport(planner, learners: learners, plans: plans)
        let form = output ?? (out == nil && Terminal.isOutput ? .table : .jsonl)
        if form != .table, !input.quiet { for line in report.summary { Terminal.say(line) } }
        let bytes =
            switch form {
            case .jsonl: PlanJSONLines.write(report)
            case .csv: PlanCSV.write(report)
            case .table:
                PlanTable(
                    report, width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
                ).write()
            }
        try Output.write(bytes, path: out)
        if reader.isPartial { throw ProgramExit.partial }
    }
}
