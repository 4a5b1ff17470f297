import ArgumentParser

/// `workloads`: what small fixed pieces of work take, in instructions and allocations.
@main
struct WorkloadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workloads",
        abstract: "Instructions and allocations of small fixed workloads, held against a baseline.",
        subcommands: [CheckCommand.self, RunCommand.self, ListCommand.self, LibraryCommand.self])
}
