import ArgumentParser

/// `syncopate simulate`: what policies are worth on simulated learners.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Compare policies on simulated learners.",
        subcommands: [
            SimulatePracticeCommand.self, SimulateCohortCommand.self, SimulateModesCommand.self,
            SimulateYearCommand.self,
        ],
        defaultSubcommand: SimulatePracticeCommand.self)
}
