import ArgumentParser
import Foundation
import InventedCourses
import SyncopateFormats
import SyncopateStudents
import Timing

/// `reading`: megabytes and events a second of reading files, beside Python on the same files.
@main
struct ReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "Megabytes and events a second of reading invented files, beside Python's csv module and pandas.")

    @Option(help: "Megabytes of each log.")
    var megabytes = 100

    @Option(help: "How often each file is read; the median counts.")
    var repeats = 3

    @Option(help: "A Python to measure beside; pandas only if it has it.")
    var python = "python3"

    @Option(help: "Where the files are written.", completion: .directory)
    var folder = NSTemporaryDirectory()

    func run() throws {
        print(
            "Processor seconds of one thread, medians of \(max(repeats, 1)). Bars: tidy 100 MB/s and 1,000,000 events/s,"
        )
        print("Canvas below 1 s.\n")
        print("| file | MB | events | reader | s | MB/s | events/s |")
        print("|---|---|---|---|---|---|---|")
        for log in InventedLog.allCases { try measure(log.name, log.bytes(atLeast: megabytes * 1_000_000)) }
        let size = (learners: 5000, columns: 200)
        let drawn = SampleClass(learners: size.learners, columns: size.columns, skills: 20, seed: 1)
        try measure("Canvas \(size.learners) x \(size.columns)", Array(drawn.canvasGradebook().utf8))
    }

    private func measure(_ name: String, _ bytes: [UInt8]) throws {
        let file = SourceFile(name: name, bytes: bytes)
        var events = 0
        var times: [Double] = []
        for _ in 0..<max(repeats, 1) {
            var failure: (any Error)?
            times.append(
                ProcessorTime.of {
                    do { events = try EvidenceReader.read(file).log.events.count } catch { failure = error }
                })
            if let failure { throw failure }
        }
        row(name, bytes.count, events, "syncopate", times.sorted()[times.count / 2])
        let path = folder + "/syncopate-reading-\(ProcessInfo.processInfo.processIdentifier).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        for rival in PythonReader.allCases {
            guard let seconds = try rival.seconds(python: python, path: path, repeats: max(repeats, 1)) else {
                continue
            }
            row(name, bytes.count, events, rival.rawValue, seconds)
        }
    }

    private func row(_ name: String, _ bytes: Int, _ events: Int, _ reader: String, _ seconds: Double) {
        let megabytes = Double(bytes) / 1e6
        let figures = String(
            format: "%.3f | %.0f | %.2f M", seconds, megabytes / seconds, Double(events) / 1e6 / seconds)
        print("| \(name) | \(String(format: "%.1f", megabytes)) | \(events) | \(reader) | \(figures) |")
    }
}
