import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate evaluate --policy`: what another policy would have earned on logged decisions.
struct PolicyEvaluation {
    let path: String
    let output: EvaluateCommand.OutputForm
    /// Where the result goes; `nil`: standard output.
    let out: String?
    let strict: Bool
    let isQuiet: Bool

    func run() throws {
        var input = InputReader(options: ReadOptions(strict: strict), rejectsPath: nil, isQuiet: isQuiet)
        let log = try input.decisions(path)
        let report: OffPolicyReport
        do {
            report = try OffPolicyReport(log)
        } catch {
            let name = path == "-" ? StandardInput.name : path
            Terminal.say("syncopate: \(name): the policy cannot be judged: \(error.description) (\(error.code))")
            throw ProgramExit.data
        }
        let bytes =
            output == .json
            ? PolicyJSON.write(report) : PolicyTable(report, width: out == nil ? Terminal.width : 100).write()
        try Output.write(bytes, path: out)
        if input.isPartial { throw ProgramExit.partial }
    }
}
