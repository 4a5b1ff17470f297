import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateStudents

/// `syncopate simulate practice`: what policies are worth on simulated students.
struct SimulatePracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Compare policies of what to practise next on simulated students.",
        discussion: """
            Every policy meets the same students with the same luck; only those that suit a family meet it. Without \
            --policy these are the engine and the baselines. The same options and seed give the same bytes with any \
            number of workers.
            """)

    @Option(help: ArgumentHelp("Families of students, with commas; all without it.", valueName: "names"))
    var students: String?

    @Option(help: ArgumentHelp("Policies, with commas; all for every one.", valueName: "names"))
    var policy: String?

    @Flag(help: "Name all families and policies, and run nothing.")
    var list = false

    @Option(help: "Students of each family (2 to 100,000).")
    var runs = 300

    @Option(help: "Seed of the students.")
    var seed: UInt64 = 1

    // Also by the names that other commands have for these two.
    @Option(name: [.long, .customLong("threads")], help: "Threads to work with (1 to 64).")
    var workers = 1

    @Option(help: "table, json or csv.")
    var format: SimulationForm = .table

    @Option(
        name: [.long, .customLong("out")], help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Option(help: "Draw the first figure of every family to this SVG file.", completion: .file())
    var svg: String?

    @Flag(help: "No messages but errors.")
    var quiet = false

    func validate() throws {
        guard try unsuited().count < families().count else {
            throw ValidationError("None of the policies suits any of the students; --list names all.")
        }
        guard (2...100_000).contains(runs) else {
            throw ValidationError("--runs takes a whole number from 2 to 100,000.")
        }
        guard (1...64).contains(workers) else { throw ValidationError("--workers takes a whole number from 1 to 64.") }
        // Elsewhere --output takes a form: better to ask than to leave a file of that name behind.
        if let output, SimulationForm(rawValue: output) != nil {
            throw ValidationError("--output takes a file; for the form use --format \(output).")
        }
        if let svg, svg == "-" || svg == output { throw ValidationError("--svg takes a file of its own.") }
    }

    func run() throws {
        if list {
            return try Output.write(SimulationList.write(width: output == nil ? Terminal.width : 100), path: output)
        }
        let (families, policies) = (try families(), try policies())
        let unsuited = try unsuited()
        if !unsuited.isEmpty, !quiet {
            Terminal.say("warning: none of the policies suits \(unsuited.joined(separator: ", "))")
        }
        // Many students can take long: better to hear now than then that the end has nowhere to go.
        for path in [output, svg].compactMap({ $0 }) { try Output.checkCanWrite(path) }
        let progress = Progress(isQuiet: quiet || !Terminal.isMessages, activity: "simulating")
        let matrix = PolicyMatrix(
            families: families.map(\.value), policies: policies.map(\.value.family), students: runs, seed: seed,
            workers: .threads(workers)
        ) { done, total in progress.update(Double(done) / Double(total)) }
        progress.finish()
        let report = SimulationReport(matrix, families: families, policies: policies, students: runs, seed: seed)
        if let svg { try Output.write(SimulationChart(report).write(), path: svg) }
        let bytes =
            switch format {
            case .table:
                SimulationTable(
                    report, width: output == nil ? Terminal.width : 100, isStyled: output == nil && Terminal.isStyled
                ).write()
            case .json: SimulationJSON.write(report)
            case .csv: SimulationCSV.write(report)
            }
        try Output.write(bytes, path: output)
    }

    private func families() throws -> [Registry<any StudentFamily>.Entry] {
        try StudentRegistry.standard.entries(named: students, option: "--students", kind: "students")
            ?? StudentRegistry.standard.entries
    }

    private func policies() throws -> [Registry<RegisteredPolicy>.Entry] {
        try PolicyRegistry.standard.entries(named: policy, option: "--policy", kind: "policy")
            ?? PolicyRegistry.standard.entries.filter { [.engine, .baseline].contains($0.value.role) }
    }

    /// Names of the families that would meet no policy.
    private func unsuited() throws -> [String] {
        let policies = try policies()
        return try families().filter { family in !policies.contains { family.value.suits($0.value.family) } }.map(
            \.name)
    }
}
