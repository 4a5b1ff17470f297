import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate independence`: how well each learner works alone, as far as traces tell.
struct IndependenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "independence",
        abstract: "Say how well each learner works alone, as far as traces tell.",
        discussion: """
            Reads a CSV with a row per learner and piece of work. Only the column learner is needed; every further one is \
            one more trace: due and submitted, or on_time and rank (share of classmates who handed in before); attempted, \
            active_weeks, gap_days, persisted, help_asked with help_needed, rapid_wrong, confidence with correct, \
            voluntary. Of learners among others speak help_received with solved_after, help_wanted with help_given, \
            explained with peer_solved, and group_score with own_score: what they gain from others, and give to them. course, item, type and at say where and when. A long file has trace and value instead. Blank is \
            unknown and adds nothing; attendance at live sessions is never read.

            The trait is on a scale where learners have mean 0 and deviation 1. With --evaluate, each piece of work on \
            time is foretold from what was known before its moment.
            """)

    @Argument(help: "The file of traces; - is standard input.", completion: .file())
    var traces: String

    @Option(help: "table, csv or jsonl.")
    var output: OutputForm = .table

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Flag(help: "Judge the trait by how well it foretells work on time, beside the running rate (table or jsonl).")
    var evaluate = false

    @Flag(help: "Refuse a file with a single bad row or cell.")
    var strict = false

    @Flag(help: "No messages but errors.")
    var quiet = false

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, jsonl
    }

    func validate() throws {
        if evaluate, output == .csv { throw ValidationError("--evaluate is printed as table or jsonl.") }
    }

    func run() throws {
        var input = InputReader(options: ReadOptions(strict: strict), rejectsPath: nil, isQuiet: quiet)
        let imported = try input.traces(traces)
        let name = traces == "-" ? StandardInput.name : traces
        guard !imported.log.learners.isEmpty else {
            Terminal.say("syncopate: \(name): no learner in it; write a row for each learner and piece of work")
            throw ProgramExit.data
        }
        let bytes: [UInt8]
        if evaluate {
            guard let evaluation = IndependenceEvaluation(imported.log, model: .shipped) else {
                Terminal.say(
                    "syncopate: \(name): nothing to judge on; columns due and submitted, or on_time, are needed")
                throw ProgramExit.data
            }
            bytes =
                output == .jsonl
                ? IndependenceJSON.write(evaluation) : IndependenceTable.write(evaluation)
        } else {
            let found = imported.independence(.shipped)
            let among = imported.interdependence(.shipped, evidence: ModeEvidence(prior: .shipped))
            let rows = imported.log.learners.map { (learner: $0, independence: found[$0] ?? .prior) }
            switch output {
            case .table:
                bytes = IndependenceTable.write(rows, among: among, width: out == nil ? Terminal.width : 100)
            case .csv: bytes = IndependenceCSV.write(rows, among: among)
            case .jsonl: bytes = IndependenceJSON.write(rows, among: among)
            }
        }
        try Output.write(bytes, path: out)
        if input.isPartial { throw ProgramExit.partial }
    }
}
