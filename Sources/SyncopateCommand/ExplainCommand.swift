import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate explain`: why an item is, or is not, what a learner should practise next, and what would change that.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why an item is, or is not, what a learner should practise next.",
        usage: "syncopate explain <files> ... --catalogue <file> ... --learner <id> [--item <id>] [<options>]",
        discussion: """
            Reads the same logs and catalogue as recommend --catalogue, and says of one learner and one item where it \
            stands, what it is worth and why, on what answers that rests, what is missing and what it opens the way to, \
            what comes first instead, and what would change that: each change is tried out on the learner.
            """)

    @Argument(help: "Logs to read; - is standard input.", completion: .file())
    var files: [String] = []

    @Option(help: ArgumentHelp("The item to explain. [default: what comes first]", valueName: "id"))
    var item: String?

    @Option(help: "The moment it is for: RFC 3339, a date, or Unix seconds. [default: the latest in the log]")
    var at: String?

    @Option(help: "Of the lot between near-equal items, as in recommend.")
    var seed: UInt64 = 0

    @Option(help: "text or json.")
    var output: OutputForm = .text

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @OptionGroup var input: InputOptions

    @OptionGroup(title: "Practice from a catalogue") var practice: PracticeOptions

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func validate() throws {
        guard practice.learner.count == 1 else { throw ValidationError("Name one learner with --learner ID.") }
        try practice.check(files)
        if item == "" { throw ValidationError("--item is empty.") }
        try RecommendCommand.check(at: at)
        try input.check(files, beside: practice.catalogue)
    }

    func run() throws {
        let read = try PracticeInput(files, practice, input, at: at)
        let recommender = read.recommender
        let learner = try learner(read)
        let exposures = read.history.exposures(recommender)
        let moment = read.moment ?? .nan
        guard let item = try position(recommender.catalogue) ?? first(learner, recommender, moment, exposures) else {
            try sayNothing(learner, recommender, moment, exposures)
            if read.reader.isPartial { throw ProgramExit.partial }
            return
        }
        guard
            let explanation = recommender.explain(
                item: item, for: learner, at: moment, exposures: exposures, seed: seed)
        else { throw ProgramExit.data }
        let bytes =
            switch output {
            case .json: ExplanationJSON.write(explanation, for: learner, recommender, moment: read.moment)
            case .text:
                ExplanationText(
                    explanation, for: learner, recommender, moment: read.moment,
                    width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
                ).write()
            }
        try Output.write(bytes, path: out)
        if read.reader.isPartial { throw ProgramExit.partial }
    }

    /// The learner asked for: of the log, or new where a goal names them.
    private func learner(_ read: PracticeInput) throws -> LearnerPractice {
        let id = practice.learner.first ?? ""
        if let learner = read.history[id] { return learner }
        let named = read.recommender.catalogue.goals.flatMap { $0.learners ?? [] }
        if named.contains(id) { return LearnerPractice(new: Learner(id: id), for: read.recommender) }
        Terminal.say(
            "error: learner \"\(Finding.shortened(id))\" is not in the log, and no goal names them; check the id")
        throw ProgramExit.data
    }

    /// Position of the item asked for; `nil` where none was.
    private func position(_ catalogue: Catalogue) throws -> Int? {
        guard let item else { return nil }
        if let position = catalogue.position(ofItem: item) { return position }
        let hint = CatalogueNames(catalogue).hint(for: item, amongSkills: false)
        Terminal.say("error: the catalogue has no item \"\(item)\"\(hint)")
        throw ProgramExit.data
    }

    private func first(
        _ learner: LearnerPractice, _ recommender: Recommender, _ moment: Double, _ exposures: ExposureLimit
    ) -> Int? {
        recommender.advise(
            learner.state, learner: learner.learner.id, at: moment, limit: 1, exposures: exposures, seed: seed
        ).choices.first?.item
    }

    /// Where nothing may be given there is nothing to explain but that.
    private func sayNothing(
        _ learner: LearnerPractice, _ recommender: Recommender, _ moment: Double, _ exposures: ExposureLimit
    ) throws {
        let report = PracticeReport(
            recommender, learners: [learner], moment: moment.isFinite ? moment : nil, limit: 1, exposures: exposures,
            seed: seed)
        let bytes =
            output == .json
            ? PracticeJSONLines.write(report)
            : PracticeTable(
                report, width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
            ).write()
        try Output.write(bytes, path: out)
    }
}
