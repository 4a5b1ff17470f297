import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate brief`: gradebooks in, one page per section for the teacher out.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Write one page per section: what to teach again, whom to pull, own time, readiness, who has gone quiet.",
        discussion: """
            Reads what recommend reads and puts the week on a page: topics to teach again to everybody, the groups to \
            pull and why, own time in a few lines for the board, how ready the class is for what comes next, who has \
            stopped handing in, and what all that rests on. Figures are such as can be checked in the gradebook.

            text is for a terminal of 80 columns or a plain printer; html is one file without anything to fetch, a sheet \
            of A4 or US Letter per section; json has one object per section, one a line, with every list in full. \
            Learners are named: it is the teacher's own page. With --ids their ids stand instead.

            Nothing leaves this machine. Messages name rows and columns, never learners.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "The moment the page is for: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @OptionGroup var supplements: SupplementOptions

    @OptionGroup var topicSource: TopicOptions

    @Option(
        help: ArgumentHelp(
            "Which files are one course: auto (by columns, learners and sections they share), one, each.",
            valueName: "rule"))
    var courses = CourseRule.auto

    @OptionGroup var together: TogetherOptions

    @Option(help: "Live time per section as SESSIONSxMINUTESxSEATS; 0 for none. [default: 1x30x6]")
    var live: String?

    @OptionGroup var place: SettingOptions

    @Option(
        help: ArgumentHelp(
            "The plan of last time, as recommend --output csv wrote it and with what happened filled in: its forecasts are "
                + "checked against what came.", valueName: "plan"), completion: .file())
    var since: String?

    @Option(help: "Score from which work counts as done well, as a share of the maximum. [default: 0.7]")
    var goal: Double?

    @Option(help: "Settles what is drawn by lot; the same seed draws the same lot.")
    var seed: UInt64 = 0

    @Flag(help: "Show ids instead of names.")
    var ids = false

    @Option(help: "text, html or json.")
    var output = OutputForm.text

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @OptionGroup var hiding: PseudonymOptions

    @OptionGroup var input: InputOptions

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case text, html, json
    }

    /// Columns of text that goes to no terminal.
    private static let pageWidth = 80

    func validate() throws {
        try RecommendCommand.check(at: at)
        try input.check(files, beside: supplements.files + together.files + [since].compactMap { $0 })
        guard liveTime != nil else {
            throw ValidationError("--live takes SESSIONSxMINUTESxSEATS such as 1x30x6, or 0 for none.")
        }
        try SupplementOptions.check(goal: goal)
        try hiding.check(against: together.byLearner)
        try hiding.check(out: out)
    }

    private var liveTime: LiveTime? { LiveTime(text: live ?? "1x30x6") }

    func run() throws {
        if let out { try Output.checkCanWrite(out) }
        let read = try GradebookInput(
            .init(
                files: files, courses: courses, supplements: supplements, topics: topicSource, together: together,
                since: since, at: at, input: input, hiding: hiding),
            settings: RecommendSettings(
                goal: goal ?? 0.7, setting: place.value, live: liveTime ?? .usual, seed: seed))
        let progress = Progress(isQuiet: input.quiet)
        let briefs = Engine(priors: .shipped).brief(
            read.gradebooks, settings: read.settings, modes: read.modes, since: read.earlier
        ) { progress.update($0) }
        progress.finish()
        let reports = zip(briefs, read.gradebooks).map { BriefReport($0, gradebook: $1.gradebook, showsIDs: ids) }
        try Output.write(bytes(reports), path: out)
        if read.reader.isPartial { throw ProgramExit.partial }
    }

    private func bytes(_ reports: [BriefReport]) -> [UInt8] {
        switch output {
        case .text:
            let isShown = out == nil && Terminal.isOutput
            return BriefText(
                reports, width: out == nil ? Terminal.width(orElse: Self.pageWidth) : Self.pageWidth,
                isStyled: isShown && Terminal.isStyled
            ).write()
        case .html: return BriefHTML(reports).write()
        case .json: return BriefJSON.write(reports)
        }
    }
}
