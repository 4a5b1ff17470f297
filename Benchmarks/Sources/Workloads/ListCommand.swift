import ArgumentParser
import Tables

/// `workloads list`: what there is.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the workloads.")

    func run() {
        var table = TextTable(header: ["name", "a repeat", "repeats", "subset", "what"])
        for workload in Workload.all {
            table.append([
                workload.name, "\(workload.operations) \(workload.unit)\(workload.operations == 1 ? "" : "s")",
                "\(workload.repeats)", workload.isQuick ? "quick" : "", workload.summary,
            ])
        }
        print(table.text)
    }
}
