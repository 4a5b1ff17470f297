import ArgumentParser
import Counting
import Dispatch
import Foundation
import Synchronization
import Tables

/// `workloads check`: counts every workload and holds the counts against a baseline.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Count instructions and allocations of the workloads, and compare with a baseline.",
        discussion: """
            A count above 1.2 times its baseline is a failure (1); one below .8 is a note to renew. Counts of another \
            compiler than the baseline's are printed and nothing fails. Without valgrind the exit code is 2.
            """)

    @Flag(help: "The subset that takes less than two minutes.")
    var quick = false

    @Option(help: "Counts to compare with.", completion: .file())
    var baseline = "Benchmarks/Baselines/instructions.json"

    @Flag(help: "Write the counts to the baseline.")
    var renew = false

    @Option(help: "Only this workload; may be given again.")
    var only: [String] = []

    @Option(help: "Workloads counted at a time.")
    var jobs = 2

    @Option(help: ArgumentHelp("Percent of the work done, of that which is counted.", visibility: .hidden))
    var percent = 100

    func validate() throws {
        for name in only where Workload.named(name) == nil {
            throw ValidationError("There is no workload \(name).")
        }
        guard percent > 0 else { throw ValidationError("--percent takes a whole number above 0.") }
    }

    func run() throws {
        guard let callgrind = Callgrind() else {
            say(Callgrind.advice)
            throw ExitCode(2)
        }
        let machine = try callgrind.machine()
        let workloads = Workload.all.filter {
            (only.isEmpty || only.contains($0.name)) && ($0.isQuick || !quick)
        }
        let before = try read()
        let counts = try count(workloads, callgrind)
        let comparison = Comparison(
            zip(workloads, counts).map { ($0.name, $1) }, on: machine, with: before)
        print(table(comparison, workloads))
        print("\n\(machine.toolchain); \(machine.library); \(machine.system); \(machine.counter)")
        if renew {
            var renewed = before ?? Baseline(machine: machine)
            renewed.renew(Dictionary(uniqueKeysWithValues: zip(workloads.map(\.name), counts)), on: machine)
            try write(renewed)
            return
        }
        guard let before else { return say("there is no baseline at \(baseline): make one with --renew") }
        for difference in machine.differences(from: before.machine) { say("not as in the baseline: \(difference)") }
        if !comparison.isComparable {
            say("the baseline is of another compiler (\(before.machine.toolchain)): nothing is held against it")
        } else if comparison.hasFailed {
            say("a count has grown by more than a fifth")
            throw ExitCode.failure
        } else if comparison.isStale {
            say("the baseline should be made anew with --renew")
        }
    }

    /// Counts of the workloads in their order, some of them at a time.
    private func count(_ workloads: [Workload], _ callgrind: Callgrind) throws -> [Counts] {
        let results = Mutex([Result<Counts, any Error>?](repeating: nil, count: workloads.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < workloads.count else { return }
                let result = Result { try callgrind.counts(of: workloads[number], percent: percent) }
                results.withLock { $0[number] = result }
            }
        }
        return try results.withLock { $0 }.compactMap { try $0?.get() }
    }

    private func table(_ comparison: Comparison, _ workloads: [Workload]) -> String {
        var table = TextTable(header: [
            "workload", "instructions, baseline", "now", "ratio", "allocations, baseline", "now", "for each",
            "instructions", "allocations", "",
        ])
        for (row, workload) in zip(comparison.rows, workloads) {
            let operations = Double(workload.operations)
            table.append([
                row.name, row.baseline.map { whole($0.instructions) } ?? "-", whole(row.now.instructions),
                row.ratio.map { String(format: "%.3f", $0) } ?? "-", row.baseline.map { whole($0.allocations) } ?? "-",
                whole(row.now.allocations), workload.unit, whole(row.now.instructions / operations),
                String(format: "%.2f", row.now.allocations / operations), verdict(row),
            ])
        }
        return table.text
    }

    private func verdict(_ row: Comparison.Row) -> String {
        row.instructions == row.allocations || row.allocations == .same
            ? row.instructions.rawValue
            : [row.instructions.rawValue, "allocations \(row.allocations.rawValue)"].filter { !$0.isEmpty }
                .joined(separator: ", ")
    }

    private func whole(_ value: Double) -> String { String(format: "%.0f", value) }

    private func read() throws -> Baseline? {
        guard FileManager.default.fileExists(atPath: baseline) else { return nil }
        return try JSONDecoder().decode(Baseline.self, from: Data(contentsOf: URL(fileURLWithPath: baseline)))
    }

    private func write(_ counts: Baseline) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var bytes = try encoder.encode(counts)
        bytes.append(UInt8(ascii: "\n"))
        try bytes.write(to: URL(fileURLWithPath: baseline))
    }

    private func say(_ line: String) { FileHandle.standardError.write(Data("workloads: \(line)\n".utf8)) }
}
