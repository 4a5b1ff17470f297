import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate evaluate --fairness`: whether groups of learners got live time alike, and were judged alike.
struct FairnessEvaluation {
    /// Decisions of together or apart.
    let path: String
    /// Attributes of learners.
    let groups: String
    let output: EvaluateCommand.OutputForm
    /// Where the result goes; `nil`: standard output.
    let out: String?
    let strict: Bool
    let isQuiet: Bool

    func run() throws {
        var input = InputReader(options: ReadOptions(strict: strict), rejectsPath: nil, isQuiet: isQuiet)
        let decisions = try input.liveDecisions(path)
        let file = try input.groups(groups)
        let strangers = decisions.learners.count { file.groups[$0] == nil }
        if strangers > 0 {
            input.warn(
                "\(strangers) of \(decisions.learners.count) learners with decisions have no row in the file of groups")
        }
        let report = FairnessReport(
            decisions.decisions,
            attributes: file.attributes.enumerated().map { place, name in
                (name, decisions.learners.map { file.groups[$0]?[place] })
            })
        let bytes =
            output == .json
            ? FairnessJSON.write(report) : FairnessTable(report, width: out == nil ? Terminal.width : 100).write()
        try Output.write(bytes, path: out)
        if input.isPartial { throw ProgramExit.partial }
    }
}
