import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate recommend`: gradebooks in, what each learner does next and in which mode out.
struct RecommendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: "Say for every learner what to do first and next, and whether together or apart.",
        usage: """
            syncopate recommend <files> ... [<options>]
            syncopate recommend <files> ... --catalogue <file> ... [<options>]
            """,
        discussion: """
            Reads Canvas gradebook exports and tidy CSV or JSON lines (columns learner, item, score; also max, at, \
            skills, section, status, ...). The format is detected. Without a skill map topics are \
            read off the titles (--topics), and a column without one stands for itself.

            Of several files, gradebooks that share half their columns, or nearly all their learners in the same \
            sections, are one course: give a term's exports oldest first, and the last one counts. Other courses are \
            advised one after the other; learners are joined by their ids, and what they did in one course counts in \
            another where that foretells its late scores better.

            With --catalogue it says instead what each learner should practise next from that catalogue: answers count \
            for the items they name and their skills, and what may not be given never is. The files may then be missing \
            if --learner names somebody new.

            Nothing leaves this machine. Messages name rows and columns, never learners.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String] = []

    @Option(help: "Most items per learner (1 to 100).")
    var limit = 3

    @Option(help: "The moment the advice is for: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @OptionGroup var supplements: SupplementOptions

    @OptionGroup var topicSource: TopicOptions

    @Option(
        help: ArgumentHelp(
            "Which files are one course: auto (by columns, learners and sections they share), one, each.",
            valueName: "rule"))
    var courses = CourseRule.auto

    @OptionGroup var together: TogetherOptions

    @Option(
        help: ArgumentHelp(
            "What you have planned: CSV with topic, mode (such as whole class, groups, own time), and any of section, day, "
                + "minutes. The advice says what each way would add to it.", valueName: "file"), completion: .file())
    var teacherPlan: String?

    @Option(help: "Live time per section as SESSIONSxMINUTESxSEATS; 0 for none. [default: 1x30x6]")
    var live: String?

    @OptionGroup var place: SettingOptions

    @Option(
        help: ArgumentHelp(
            "The plan of last time, as --output csv wrote it and with what happened filled in: says what changed, checks "
                + "its forecasts, and learns from it.", valueName: "plan"), completion: .file())
    var since: String?

    @Option(help: "Score from which work counts as done well, as a share of the maximum. [default: 0.7]")
    var goal: Double?

    @Option(help: "Settles what is drawn by lot; the same seed draws the same lot.")
    var seed: UInt64 = 0

    @Option(
        help: ArgumentHelp(
            "table (to read here), csv (the plan, for a spreadsheet and for --since), jsonl (for programs), pages (HTML to "
                + "print, a page for each learner to keep), canvas-grades (a column for Canvas's gradebook import), "
                + "oneroster (a folder for a student information system). [default: table on a terminal, else jsonl]",
            valueName: "form"))
    var output: OutputForm?

    @Option(
        help: "Write to this file instead of standard output; for oneroster the folder, which is made.",
        completion: .file())
    var out: String?

    @OptionGroup var sheet: SpreadsheetOptions

    @OptionGroup var hiding: PseudonymOptions

    @OptionGroup var input: InputOptions

    @OptionGroup(title: "Practice from a catalogue") var practice: PracticeOptions

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, jsonl, pages
        case canvasGrades = "canvas-grades"
        case oneRoster = "oneroster"
    }

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit takes a whole number from 1 to 100.") }
        try Self.check(at: at)
        try input.check(
            files,
            beside: supplements.files + together.files + planFiles + practice.catalogue + [since].compactMap { $0 })
        guard liveTime != nil else {
            throw ValidationError("--live takes SESSIONSxMINUTESxSEATS such as 1x30x6, or 0 for none.")
        }
        try sheet.check(isCSV: output == .csv, "--output csv")
        try hiding.check(out: out)
        try hiding.check(
            against: together.byLearner + [
                ("--catalogue", !practice.catalogue.isEmpty), ("--output canvas-grades", output == .canvasGrades),
                ("--output oneroster", output == .oneRoster),
            ])
        if output == .oneRoster, out ?? "-" == "-" {
            throw ValidationError("--output oneroster writes several files: name their folder with --out.")
        }
        guard practice.catalogue.isEmpty else {
            if let output, ![.table, .csv, .jsonl].contains(output) {
                throw ValidationError("--output \(output.rawValue) goes without --catalogue.")
            }
            try supplements.checkCatalogue(goal: goal)
            try topicSource.checkCatalogue()
            if since != nil { throw ValidationError("--since goes without --catalogue: its log has what happened.") }
            return try practice.check(files)
        }
        if let option = practice.given.first { throw ValidationError("\(option) goes with --catalogue FILE.") }
        guard !files.isEmpty else { throw ValidationError("Missing expected argument '<files> ...'") }
        try SupplementOptions.check(goal: goal)
    }

    /// Ends the command where `--at` is no moment.
    static func check(at: String?) throws {
        guard let at, Moment.seconds(at) == nil else { return }
        throw ValidationError(
            "--at takes RFC 3339 with a zone, a date, or Unix seconds, such as 2026-09-01T08:00:00Z.")
    }

    private var planFiles: [String] { [teacherPlan].compactMap { $0 } }

    private var liveTime: LiveTime? { LiveTime(text: live ?? "1x30x6") }

    func run() throws {
        let form = output ?? (out == nil && Terminal.isOutput ? .table : .jsonl)
        guard practice.catalogue.isEmpty else {
            return try PracticeRecommendation(
                files: files, practice: practice, input: input, together: together, setting: place.value,
                live: liveTime ?? .usual, teacherPlan: teacherPlan, at: at, limit: limit, seed: seed, form: form,
                sheet: sheet, out: out
            ).run()
        }
        let time = liveTime ?? .usual
        var read = try GradebookInput(
            .init(
                files: files, courses: courses, supplements: supplements, topics: topicSource, together: together,
                since: since, at: at, input: input, hiding: hiding),
            settings: RecommendSettings(
                limit: limit, goal: goal ?? 0.7, setting: place.value, live: time, seed: seed))
        let plan = try read.reader.teacherPlan(teacherPlan)
        read.settings.plan = TeacherPlan(plan?.entries ?? [])
        let progress = Progress(isQuiet: input.quiet)
        let advice = Engine(priors: .shipped).recommend(
            read.gradebooks, settings: read.settings, modes: read.modes, since: read.earlier, makesPlan: form == .csv
        ) { progress.update($0) }
        progress.finish()
        let answers = zip(advice, read.gradebooks).map { (advice: $0, gradebook: $1.gradebook) }
        try read.reader.check(
            plan, of: answers.flatMap(\.gradebook.learners),
            names: answers.map { TopicNames(topics: $0.advice.skills, items: $0.gradebook.items) },
            spoken: advice.flatMap(\.cohorts).flatMap { $0.plan.map(\.entry) })

        if form != .table, !input.quiet {
            for answer in answers {
                for line in AdviceSummary.lines(answer.advice, gradebook: answer.gradebook) { Terminal.say(line) }
                guard let since = answer.advice.since else { continue }
                for line in SinceSummary.lines(since, advice: answer.advice, gradebook: answer.gradebook) {
                    Terminal.say(line)
                }
            }
        }
        try AdviceOutput(
            answers: answers, reader: read.reader, moment: read.settings.at, setting: place.value, live: time,
            seed: seed, sheet: sheet, out: out
        ).write(form)
        if read.reader.isPartial { throw ProgramExit.partial }
    }
}

extension EvidenceLog {
    /// The latest moment in the input, or `nil` where it has no times.
    var latest: Double? {
        events.reduce(nil) { latest, event in
            guard event.at.isFinite else { return latest }
            return Swift.max(latest ?? event.at, event.at)
        }
    }
}

extension CourseRule: ExpressibleByArgument {}
