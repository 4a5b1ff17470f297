import ArgumentParser
import SyncopateBench

/// `syncopate bench compare`: two sets of results, figure by figure.
struct BenchCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say how many times as good the figures of one file are as those of another, and how sure that is.",
        discussion: """
            Each file has results of bench --output json, one a line: better several of each state, made by turns. The \
            interval is Welch's, of the logarithms. What differs between the machines, the settings or the decisions is said.

            Exit codes: 0 compared; 1 a figure is surely worse than --fail-below allows, those of the machine left out; 64 \
            wrong options; 65 a file is no result of bench, or the two have no figure in common; 66 no such file.
            """)

    @Argument(help: "Results of one state.", completion: .file())
    var before: String

    @Argument(help: "Results of the other.", completion: .file())
    var after: String

    @Option(
        help: ArgumentHelp(
            "End with 1 where a figure, even at the upper end of its interval, is below so many times what it was.",
            valueName: "times"))
    var failBelow: Double?

    @Option(help: "table or json.")
    var output: BenchRunCommand.OutputForm = .table

    func validate() throws {
        if let failBelow, !(0.01...1).contains(failBelow) {
            throw ValidationError("--fail-below takes a number from 0.01 to 1, such as 0.9.")
        }
    }

    func run() throws {
        let comparison = Comparison(try reports(before), try reports(after))
        try Output.write(
            output == .json ? ComparisonJSON.write(comparison) : ComparisonText.write(comparison), path: nil)
        guard !comparison.rows.isEmpty else {
            Terminal.say("error: \(before) and \(after) have no figure in common")
            throw ProgramExit.data
        }
        let own = comparison.rows.filter { !$0.isOfMachine }
        if let failBelow, own.contains(where: { ($0.interval?.upperBound ?? .infinity) < failBelow }) {
            throw ExitCode(1)
        }
    }

    private func reports(_ path: String) throws -> [SavedReport] {
        let bytes: [UInt8]
        do {
            bytes = try Descriptor.read(path: path)
        } catch {
            Terminal.say("syncopate: cannot read \(error.message)")
            throw ProgramExit.noInput
        }
        do throws(SavedReport.Fault) {
            return try SavedReport.read(bytes)
        } catch {
            Terminal.say("error: \(path), line \(error.line): \(error.description)")
            throw ProgramExit.data
        }
    }
}
