import ArgumentParser
import Foundation
import Matrices

/// `throughput`: seconds and memory from a gradebook file to advice.
@main
struct ThroughputCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughput",
        abstract: "Seconds and peak memory from a Canvas gradebook to advice, for invented classes.")

    @Option(help: "How often each class is taken through; the median counts.")
    var repeats = 3

    func run() throws {
        BLASThreads.use(1)
        print(BLASLibrary.current)
        print("Threads of the library: \(BLASThreads.count). Seconds are medians of \(max(repeats, 1)).\n")
        print("| learners x columns | stage | seconds | peak MB so far |")
        print("|---|---|---|---|")
        for size in ClassSize.measured {
            let measurement = try Measurement(size, repeats: repeats)
            for stage in measurement.stages {
                let figures = String(format: "%.5f | %.0f", stage.median, stage.peak)
                print("| \(size.learners) x \(size.columns) | \(stage.name) | \(figures) |")
            }
            let total = String(format: "%.5f", measurement.stages.reduce(0) { $0 + $1.median })
            let peak = String(format: "%.0f", PeakMemory.megabytes)
            print("| \(size.learners) x \(size.columns) | together | \(total) | \(peak) |")
            let work = "\(measurement.advised) learners advised, predictions from \(measurement.basis.words)"
            FileHandle.standardError.write(Data("\(measurement.bytes) bytes read, \(work)\n".utf8))
        }
    }
}
