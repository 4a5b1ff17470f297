import ArgumentParser
import Matrices

/// The command line: `syncopate`.
@main
struct SyncopateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "syncopate",
        abstract: "What each learner should do next, and whether together or apart.",
        discussion: """
            Exit codes: 0 done; 3 done, but rows or files of the input were left out (see the messages); 64 wrong \
            options; 65 the input cannot be used; 66 no such file; 73 output cannot be written; 74 reading or writing \
            failed.
            """,
        version: Version.current,
        subcommands: [
            CheckCommand.self, FormatsCommand.self, ConvertCommand.self, TopicsCommand.self, BriefCommand.self,
            RecommendCommand.self,
            ConveneCommand.self,
            PlanCommand.self, ExplainCommand.self, FitCommand.self, EvaluateCommand.self, RankCommand.self,
            ModelCommand.self, IndependenceCommand.self,
            ServeCommand.self, PipeCommand.self, CallCommand.self, DescribeCommand.self, SchemaCommand.self,
            SimulateCommand.self, SampleCommand.self, BenchCommand.self,
        ])

    static func main() {
        // One thread a worker: the small matrices of a learner gain nothing from more, and results stay the same.
        BLASThreads.use(1)
        main(nil)
    }
}
