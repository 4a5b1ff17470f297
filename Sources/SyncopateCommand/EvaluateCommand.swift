import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateStudents

/// `syncopate evaluate`: how well a model predicts each response of a log from those before it.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Judge a model on a log: each response predicted from those before it.",
        usage: """
            syncopate evaluate <files> ... [<options>]
            syncopate evaluate --policy <decisions> [--output <output>] [--out <out>] [--strict] [--quiet]
            syncopate evaluate --fairness <decisions> --groups <groups> [--output <output>] [--out <out>]
            """,
        discussion: """
            Every response is predicted before it, and anything of the same moment, is used. Intervals are of 95 %, by \
            resampling learners. With --baselines and --train the classical models are fitted to the training log and \
            judged on the same rows.

            With --policy it judges a policy instead: what it would have earned on decisions that another one made and \
            logged. The CSV has the columns decision, learner, action, propensity (the probability the action was chosen \
            with), reward and target (the judged policy's probability of the same action); optionally predicted and \
            predicted_target, the rewards a model expects of the action and under the judged policy. Further rows of a \
            decision, without a reward, are the other actions that could have been chosen. Intervals are of 95 %, \
            clustered by learner. Too few decisions like those the policy would make: nothing is said (65).

            With --fairness it looks back on decisions of together or apart: whether groups of learners got live time \
            alike, all in all and among those of like expected uplift, and whether their gains were foretold alike. The \
            CSV has the columns learner and mode; optionally uplift (of meeting over own time), gain and expected (gain in \
            the mode chosen). --groups names a CSV with the column learner and one column per attribute. Nothing but this \
            report reads attributes.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String] = []

    @Option(help: "The model to judge; without one, the shipped model.", completion: .file())
    var model: String?

    @Flag(help: "Judge item mean, PFA, BKT, Elo and Best-LR on the same rows; needs --train.")
    var baselines = false

    @Option(
        help: "Log that the model was fitted on: for the baselines, and to leave out learners with a copy in it.",
        completion: .file())
    var train: [String] = []

    @Option(
        help: ArgumentHelp("Judge another policy on this CSV of logged decisions.", valueName: "decisions"),
        completion: .file())
    var policy: String?

    @Option(
        help: ArgumentHelp("Look back on this CSV of decisions of together or apart.", valueName: "decisions"),
        completion: .file())
    var fairness: String?

    @Option(
        help: ArgumentHelp("Attributes of learners, for --fairness.", valueName: "groups"), completion: .file())
    var groups: String?

    @Option(help: "table or json.")
    var output: OutputForm = .table

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Option(help: "Write every row's probability to this CSV file.", completion: .file())
    var predictions: String?

    @Option(help: "Write a reliability plot to this SVG file.", completion: .file())
    var plot: String?

    @Option(help: "Resamples of learners for the intervals (10 to 10000).")
    var resamples = 200

    @Option(help: "Seed of the resamples.")
    var seed: UInt64 = 1

    @OptionGroup var log: LogOptions

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func validate() throws {
        guard (fairness == nil) == (groups == nil) else {
            throw ValidationError("--fairness DECISIONS and --groups GROUPS go together.")
        }
        if fairness != nil, policy != nil {
            throw ValidationError("--fairness and --policy are two questions: ask one.")
        }
        if fairness == "-", groups == "-" { throw ValidationError("standard input can be read once only.") }
        if policy != nil || fairness != nil {
            let isOfLogs = baselines || !(files + train + [model, predictions, plot].compactMap { $0 }).isEmpty
            guard !isOfLogs else {
                throw ValidationError(
                    "\(policy == nil ? "--fairness" : "--policy") goes without files, --model, --baselines, --train, --predictions and --plot."
                )
            }
            return
        }
        try LogOptions.check(files, beside: train)
        guard (10...10_000).contains(resamples) else {
            throw ValidationError("--resamples takes a whole number from 10 to 10000.")
        }
        if baselines, train.isEmpty { throw ValidationError("--baselines needs --train LOG to fit them on.") }
    }

    func run() throws {
        if let fairness, let groups {
            return try FairnessEvaluation(
                path: fairness, groups: groups, output: output, out: out, strict: log.strict, isQuiet: log.quiet
            ).run()
        }
        if let policy {
            return try PolicyEvaluation(
                path: policy, output: output, out: out, strict: log.strict, isQuiet: log.quiet
            ).run()
        }
        let fitted = try ModelSource.read(model)
        var reader = LogReader(isQuiet: log.quiet, strict: log.strict)
        let responses = try reader.read(files)
        let training = train.isEmpty ? nil : try reader.read(train)
        let workers = Workers.threads(log.threads)
        let start = Progress.now
        let probabilities = fitted.predictions(responses, workers: workers)
        if !log.quiet {
            let seconds = max(Progress.now - start, 1e-6)
            Terminal.say(
                "\(responses.count) responses predicted, then learnt from: "
                    + "\(Int(Double(responses.count) / seconds)) a second")
        }
        let known = Set(fitted.items)
        let isKnown = responses.items.map { known.contains($0) }
        if let predictions {
            let table = try PredictionTable(responses, probabilities: probabilities, isKnownItem: isKnown)
            try Output.write(PredictionsCSV.write(table), path: predictions)
        }

        let left = log.keepTwins ? [] : leftOut(responses, training)
        let rows = responses.learners.indices.filter { !left.contains($0) }.flatMap {
            responses.responses(ofLearner: $0)
        }
        guard !rows.isEmpty else {
            Terminal.say("syncopate: every learner is a copy of another; use --keep-twins to judge on them")
            throw ProgramExit.data
        }
        func table(_ values: [Double]) throws -> PredictionTable {
            try PredictionTable(responses, probabilities: values, isKnownItem: isKnown).keeping(rows)
        }
        var rivals: [EvaluationReport.Predictions] = []
        if baselines, let training {
            for rival in [
                ItemMean.self, PerformanceFactors.self, BayesianKnowledgeTracing.self, EloRival.self,
                BestLogisticRegression.self,
            ] as [any Rival.Type] {
                if !log.quiet { Terminal.say("fitting \(rival.name)") }
                rivals.append(
                    .init(name: rival.name, table: try table(rival.init(fitting: training).predictions(responses))))
            }
        }
        guard
            let report = try EvaluationReport(
                ours: .init(name: "Syncopate", table: try table(probabilities)), rivals: rivals,
                settings: EvaluationSettings(resamples: resamples, seed: seed))
        else { throw ProgramExit.data }
        if let plot { try Output.write(ReliabilityPlot(report.models).write(), path: plot) }
        let bytes =
            output == .json
            ? EvaluationJSON.write(report)
            : EvaluationTable(report, width: out == nil ? Terminal.width : 100).write()
        try Output.write(bytes, path: out)
        if reader.isPartial { throw ProgramExit.partial }
    }

    /// Positions of the learners who are copies of others, here or in the training log.
    private func leftOut(_ log: ResponseLog, _ training: ResponseLog?) -> Set<Int> {
        let finder = TwinFinder()
        var left = Set(TwinFinder.repeated(in: finder.twins(in: log)))
        let here = left.count
        if let training { left.formUnion(TwinFinder.known(in: finder.twins(of: log, among: training))) }
        if !left.isEmpty {
            Terminal.say(
                "warning: \(left.count) of \(log.learners.count) learners answered the same items with the same outcomes as "
                    + "another (twins; \(here) within the log, \(left.count - here) only in the training log); they are not judged on. "
                    + "Use --keep-twins to keep them.")
        }
        return left
    }
}
