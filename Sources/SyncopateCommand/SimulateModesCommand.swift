import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateStudents

/// `syncopate simulate modes`: what choosing a mode for every learner, week by week, is worth in simulated worlds.
struct SimulateModesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modes",
        abstract: "Compare policies of who works in which mode every week, in simulated worlds.",
        discussion: """
            Every week each learner works alone, in writing with classmates, live with peers or live with the teacher; \
            each live mode has seats for a tenth. What modes are worth is drawn anew for every run, and policies see \
            noisy gains only. The share is what a policy gains over everybody alone, of what an oracle does who sees the \
            true gains: sums over runs, standard error by leaving one run out at a time. Every policy meets the same runs. \
            The same options and seed give the same bytes with any number of workers.
            """)

    @Option(help: ArgumentHelp("Worlds, with commas; all without it; list to name them.", valueName: "names"))
    var world: String?

    @Option(help: ArgumentHelp("Policies, with commas; all without it.", valueName: "names"))
    var policy: String?

    @Flag(help: "Name all worlds and policies, and run nothing.")
    var list = false

    @Option(help: "Learners of a run (10 to 10,000).")
    var learners = WeeklyWorld().learners

    @Option(help: "Weeks of a run (1 to 520).")
    var weeks = WeeklyWorld().weeks

    @Option(help: "Runs in each world (2 to 10,000).")
    var runs = 20

    @Option(help: "Seed of the runs.")
    var seed: UInt64 = 1

    @Flag(help: "Look back, too, on how the engine's live seats fall to an invented group that no policy knows of.")
    var fairness = false

    // Also by the names that other commands have for these two.
    @Option(name: [.long, .customLong("threads")], help: "Threads to work with (1 to 64).")
    var workers = 1

    @Option(help: "table, json or csv.")
    var format: SimulationForm = .table

    @Option(
        name: [.long, .customLong("out")], help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(help: "No messages but errors.")
    var quiet = false

    private static let registry = WeeklyRegistry.policies(prior: .shipped)

    private var isList: Bool { list || world == "list" }

    func validate() throws {
        if world != "list" { _ = try worlds() }
        _ = try policies()
        try WholeNumber.hold("--learners", learners, 10...10_000)
        try WholeNumber.hold("--weeks", weeks, 1...520)
        try WholeNumber.hold("--runs", runs, 2...10_000)
        try WholeNumber.hold("--workers", workers, 1...64)
        if fairness, learners * weeks * runs > 20_000_000 {
            throw ValidationError("--fairness takes no more than 20,000,000 learners x weeks x runs.")
        }
        if fairness, format == .csv { throw ValidationError("--fairness takes --format table or json.") }
        // Elsewhere --output takes a form: better to ask than to leave a file of that name behind.
        if let output, SimulationForm(rawValue: output) != nil {
            throw ValidationError("--output takes a file; for the form use --format \(output).")
        }
    }

    func run() throws {
        let width = output == nil ? Terminal.width : 100
        if isList { return try Output.write(SimulationList.write(Self.sections, width: width), path: output) }
        let (worlds, policies) = (try worlds(), try policies())
        if let output { try Output.checkCanWrite(output) }
        let progress = Progress(isQuiet: quiet || !Terminal.isMessages, activity: "simulating")
        var families: [SimulationReport.Family] = []
        for (place, entry) in worlds.enumerated() {
            var world = entry.value
            world.learners = learners
            world.weeks = weeks
            let comparison = WeeklyComparison(
                world, policies: policies.map(\.value.family), runs: runs, seed: seed, workers: .threads(workers)
            ) { done, total in
                progress.update((Double(place) + Double(done) / Double(total)) / Double(worlds.count))
            }
            var family = SimulationReport.Family(
                comparison, entry, policies: policies, learners: learners, weeks: weeks)
            if fairness {
                family.fairness = WeeklyFairness.report(
                    world, EngineModesPolicy(prior: .shipped), runs: runs, seed: seed, workers: .threads(workers))
            }
            families.append(family)
        }
        progress.finish()
        var report = SimulationReport(seed: seed, students: runs, families: families)
        report.unit = .run
        let bytes =
            switch format {
            case .table:
                SimulationTable(report, width: width, isStyled: output == nil && Terminal.isStyled).write()
            case .json: SimulationJSON.write(report)
            case .csv: SimulationCSV.write(report)
            }
        try Output.write(bytes, path: output)
    }

    private static var sections: [(heading: String, lines: [(name: String, summary: String)])] {
        let worlds = WeeklyRegistry.worlds.entries.map { (name: $0.name, summary: $0.summary) }
        return [(heading: "Worlds (--world)", lines: worlds)]
            + PolicyRole.allCases.map { role in
                (
                    heading: SimulateCohortCommand.heading(role),
                    lines: registry.entries.filter { $0.value.role == role }
                        .map { (name: $0.name, summary: $0.summary) }
                )
            }
    }

    private func worlds() throws -> [Registry<WeeklyWorld>.Entry] {
        try WeeklyRegistry.worlds.entries(named: world, option: "--world", kind: "world")
            ?? WeeklyRegistry.worlds.entries
    }

    private func policies() throws -> [Registry<RegisteredWeeklyPolicy>.Entry] {
        try Self.registry.entries(named: policy, option: "--policy", kind: "policy") ?? Self.registry.entries
    }
}
