import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateStudents

/// `syncopate simulate cohort`: what policies of who meets live on what are worth to simulated cohorts.
struct SimulateCohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract: "Compare policies of who should meet live, and on what, on simulated cohorts.",
        discussion: """
            Everybody practises thirty skills on a graph of prerequisites in own time, the nearest to known of what is \
            ready first; a skill not known after fifteen attempts is set aside. Every so often a few learners meet live \
            on one skill. A seat is useful if its learner lacks the skill and has all it builds on. Policies see answers \
            and seats only; oracles see the truth. Every policy meets the same cohorts. The same options and seed give \
            the same bytes with any number of workers.
            """)

    @Option(help: ArgumentHelp("Policies, with commas; all without it.", valueName: "names"))
    var policy: String?

    @Flag(help: "Name all policies, and run nothing.")
    var list = false

    @Option(help: "Cohorts (2 to 10,000).")
    var cohorts = 12

    @Option(help: "Learners of a cohort (2 to 500).")
    var learners = CohortWorld().learners

    @Option(help: "Seats of a session (1 to 500).")
    var seats = CohortWorld().seats

    @Option(help: "Attempts of each learner (1 to 5,000).")
    var attempts = CohortWorld().attempts

    @Option(help: "Attempts of each learner from one session to the next (1 to 5,000).")
    var every = CohortWorld().every

    @Option(help: "Share of pairs of learner and skill that own time never teaches (0 to 1).")
    var unlearnable = CohortWorld().unlearnableShare

    @Option(help: "Probability that a session teaches a learner who is ready (0 to 1).")
    var live = CohortWorld().ready

    @Flag(help: "What was set aside in own time stays so, even when it was taught live.")
    var setAsideStays = false

    @Option(help: "Seed of the cohorts.")
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

    func validate() throws {
        _ = try policies()
        try WholeNumber.hold("--cohorts", cohorts, 2...10_000)
        try WholeNumber.hold("--learners", learners, 2...500)
        try WholeNumber.hold("--seats", seats, 1...500)
        try WholeNumber.hold("--attempts", attempts, 1...5_000)
        try WholeNumber.hold("--every", every, 1...5_000)
        try WholeNumber.hold("--workers", workers, 1...64)
        for (name, share) in [("--unlearnable", unlearnable), ("--live", live)] where !(0...1).contains(share) {
            throw ValidationError("\(name) takes a number from 0 to 1.")
        }
        guard every <= attempts else {
            throw ValidationError("--every takes no more than --attempts, or nobody ever meets.")
        }
        // Elsewhere --output takes a form: better to ask than to leave a file of that name behind.
        if let output, SimulationForm(rawValue: output) != nil {
            throw ValidationError("--output takes a file; for the form use --format \(output).")
        }
    }

    func run() throws {
        let width = output == nil ? Terminal.width : 100
        if list {
            let sections = PolicyRole.allCases.map { role in
                (
                    heading: Self.heading(role),
                    lines: CohortRegistry.standard.entries.filter { $0.value.role == role }
                        .map { (name: $0.name, summary: $0.summary) }
                )
            }
            return try Output.write(SimulationList.write(sections, width: width), path: output)
        }
        let policies = try policies()
        if let output { try Output.checkCanWrite(output) }
        let progress = Progress(isQuiet: quiet || !Terminal.isMessages, activity: "simulating")
        let comparison = CohortComparison(
            world, policies: policies.map(\.value.family), cohorts: cohorts, seed: seed, workers: .threads(workers)
        ) { done, total in progress.update(Double(done) / Double(total)) }
        progress.finish()
        let report = SimulationReport(comparison, world, policies: policies, cohorts: cohorts, seed: seed)
        let bytes =
            switch format {
            case .table:
                SimulationTable(report, width: width, isStyled: output == nil && Terminal.isStyled).write()
            case .json: SimulationJSON.write(report)
            case .csv: SimulationCSV.write(report)
            }
        try Output.write(bytes, path: output)
    }

    /// All run by default.
    static func heading(_ role: PolicyRole) -> String {
        let what =
            switch role {
            case .engine: "the engine"
            case .baseline: "baselines"
            case .rival: "rivals"
            case .oracle: "oracles, which are told the truth"
            }
        return "Policies (--policy): " + what
    }

    private var world: CohortWorld {
        var world = CohortWorld()
        world.learners = learners
        world.seats = seats
        world.attempts = attempts
        world.every = every
        world.unlearnableShare = unlearnable
        world.ready = live
        world.triesAgain = !setAsideStays
        return world
    }

    private func policies() throws -> [Registry<RegisteredCohortPolicy>.Entry] {
        try CohortRegistry.standard.entries(named: policy, option: "--policy", kind: "policy")
            ?? CohortRegistry.standard.entries
    }
}
