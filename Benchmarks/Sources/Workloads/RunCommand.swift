import ArgumentParser
import Matrices

/// `workloads run`: does one workload, for whatever watches.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Do one workload a number of times.")

    @Argument(help: "Its name, as list says.")
    var name: String

    @Option(help: "How often. [default: as often as is counted]")
    var repeats: Int?

    func validate() throws {
        guard Workload.named(name) != nil else {
            throw ValidationError(
                "There is no workload \(name). There are: \(Workload.all.map(\.name).joined(separator: ", ")).")
        }
        if let repeats, repeats < 0 { throw ValidationError("--repeats takes a whole number from 0 on.") }
    }

    func run() throws {
        guard let workload = Workload.named(name) else { return }
        BLASThreads.use(1)
        print(try workload.run(repeats: repeats ?? workload.repeats))
    }
}
