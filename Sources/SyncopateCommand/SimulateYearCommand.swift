import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateStudents

/// `syncopate simulate year`: what following advice on weekly exports is worth at the end of a simulated year.
struct SimulateYearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year",
        abstract: "Compare plans for every week of a year, made from weekly exports of simulated classes.",
        discussion: """
            Every week has a lesson and a column on its topic, some of which do not come in; the gradebook as it stands is \
            all that a policy sees. Then everybody has half an hour: a few in a session with the teacher, the others in \
            own time on something that is open. A plan is followed in part; what a teacher does anyhow, always. Figures \
            are chances of success at the end of the year. Every policy meets the same classes. The same options and seed \
            give the same bytes with any number of workers.
            """)

    @Option(help: ArgumentHelp("Worlds, with commas; all without it.", valueName: "names"))
    var world: String?

    @Option(help: ArgumentHelp("Policies, with commas; all without it.", valueName: "names"))
    var policy: String?

    @Flag(help: "Name all worlds and policies, and run nothing.")
    var list = false

    @Option(help: "Classes in each world (2 to 10,000).")
    var runs = 20

    @Option(help: "Learners of a class (6 to 500).")
    var learners = YearWorld().learners

    @Option(help: "Weeks of the year (1 to 60).")
    var weeks = YearWorld().weeks

    @Option(help: "Topics of the course (1 to 60, no more than weeks).")
    var topics = YearWorld().topics

    @Option(help: "Probability that a piece of a plan is followed (0 to 1).")
    var following = YearWorld().following

    @Option(help: "Share of what was learnt that is lost in a week (0 to 1).")
    var forgetting = YearWorld().forgetting

    @Flag(inversion: .prefixedNo, help: "Whether columns name their topic.")
    var map = true

    @Option(help: "Seed of the classes.")
    var seed: UInt64 = 1

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

    private static let registry = YearRegistry.policies(Engine(priors: .shipped))

    func validate() throws {
        _ = try worlds()
        _ = try policies()
        try WholeNumber.hold("--runs", runs, 2...10_000)
        try WholeNumber.hold("--learners", learners, 6...500)
        try WholeNumber.hold("--weeks", weeks, 1...60)
        try WholeNumber.hold("--topics", topics, 1...60)
        try WholeNumber.hold("--workers", workers, 1...64)
        guard topics <= weeks else { throw ValidationError("--topics takes no more than --weeks.") }
        for (name, share) in [("--following", following), ("--forgetting", forgetting)] where !(0...1).contains(share) {
            throw ValidationError("\(name) takes a number from 0 to 1.")
        }
        // Elsewhere --output takes a form: better to ask than to leave a file of that name behind.
        if let output, SimulationForm(rawValue: output) != nil {
            throw ValidationError("--output takes a file; for the form use --format \(output).")
        }
    }

    func run() throws {
        let width = output == nil ? Terminal.width : 100
        if list { return try Output.write(SimulationList.write(Self.sections, width: width), path: output) }
        let (worlds, policies) = (try worlds(), try policies())
        if let output { try Output.checkCanWrite(output) }
        let progress = Progress(isQuiet: quiet || !Terminal.isMessages, activity: "simulating")
        let families = worlds.enumerated().map { place, entry in
            let comparison = YearComparison(
                entry.name, entry.value, policies: policies.map(\.value.family), runs: runs, seed: seed,
                workers: .threads(workers)
            ) { done, total in
                progress.update((Double(place) + Double(done) / Double(total)) / Double(worlds.count))
            }
            return SimulationReport.Family(comparison, entry, policies: policies)
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
        let worlds = YearRegistry.worlds.entries.map { (name: $0.name, summary: $0.summary) }
        return [(heading: "Worlds (--world)", lines: worlds)]
            + PolicyRole.allCases.map { role in
                (
                    heading: SimulateCohortCommand.heading(role),
                    lines: registry.entries.filter { $0.value.role == role }
                        .map { (name: $0.name, summary: $0.summary) }
                )
            }
    }

    /// The worlds with what was asked of them.
    private func worlds() throws -> [Registry<YearWorld>.Entry] {
        let named =
            try YearRegistry.worlds.entries(named: world, option: "--world", kind: "world")
            ?? YearRegistry.worlds.entries
        return named.map { entry in
            var world = entry.value
            world.learners = learners
            world.weeks = weeks
            world.topics = topics
            world.following = following
            world.forgetting = forgetting
            world.hasMap = map
            return Registry.Entry(entry.name, entry.summary, world)
        }
    }

    private func policies() throws -> [Registry<RegisteredYearPolicy>.Entry] {
        try Self.registry.entries(named: policy, option: "--policy", kind: "policy") ?? Self.registry.entries
    }
}
