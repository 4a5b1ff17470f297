import ArgumentParser
import Foundation
import InventedCourses
import SyncopateStudents

/// `serving`: what `syncopate serve` answers through a pipe, beside the same requests through other readers of JSON.
@main
struct ServingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serving",
        abstract: "Lines a second, latency and start of `syncopate serve`, with bars, beside rivals.",
        discussion: """
            Build the program first: swift build -c release --product syncopate. One child is measured at a time; it has one \
            thread, and this program writes and reads on another core.
            """)

    @Option(help: "The program.")
    var program = ".build/release/syncopate"
    @Option(help: "Skills of the course.")
    var skills = 100
    @Option(help: "Items of the course.")
    var items = 5_000
    @Option(help: "Different lists of skills the items have.")
    var sets = 400
    @Option(help: "Learners resident.")
    var learners = 10_000
    @Option(help: "Events told in batches of 100 to make the learners known, and as many again.")
    var events = 500_000
    @Option(help: "Lines of step.")
    var steps = 100_000
    @Option(help: "Lines of step sent one by one.")
    var single = 20_000
    @Option(help: "Starts.")
    var starts = 31
    @Option(help: "Python with, for one of the rivals, the package alosi.")
    var python = "/usr/bin/python3"
    @Option(help: .hidden)
    var echo: String?

    func run() throws {
        if let echo { return try FoundationEcho.run(sample: echo) }
        let course = try InventedCourse(skills: skills, items: items, sets: sets, seed: 1)
        let path = NSTemporaryDirectory() + "syncopate-serving-\(getpid()).json"
        try CatalogueText.write(course.catalogue, to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        print("\(skills) skills, \(items) items in \(sets) lists of skills, \(learners) learners; one core each side")
        var isMet = true
        func row(_ name: String, _ value: Double, _ unit: String, bar: Double? = nil, isMost: Bool = false) {
            var text = "  \(name.padding(toLength: 44, withPad: " ", startingAt: 0))"
            text += String(format: value < 100 ? "%12.2f" : "%12.0f", value) + " \(unit)"
            if let bar {
                let met = isMost ? value <= bar : value >= bar
                isMet = isMet && met
                text += "   bar \(isMost ? "<=" : ">=") \(String(format: "%g", bar)): \(met ? "met" : "SHORT")"
            }
            print(text)
        }

        let ask = Array(#"{"jsonrpc":"2.0","id":1,"method":"recommend","params":{"learners":["a"]}}"#.utf8) + [0x0A]
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<starts {
            let begin = clock.now
            let child = try Child(program, ["serve", "--catalogue", path])
            child.write(ask)
            _ = child.line()
            times.append((clock.now - begin).seconds * 1_000)
            child.end()
        }
        times.sort()
        print("serve")
        row("start to first answer, median", times[times.count / 2], "ms", bar: 25, isMost: true)
        row("start to first answer, worst", times[times.count - 1], "ms")

        var traffic = Traffic(course, learners: learners, seed: 2)
        let child = try Child(program, ["serve", "--catalogue", path])
        var before = 0.0
        var seconds = 0.0
        // The first make the learners known, whose records are made and grow meanwhile.
        for isResident in [false, true] {
            let batches = (0..<(events / 100)).map { _ in traffic.observe(100) }
            before = child.usage.seconds
            seconds = child.exchange(batches)
            row(
                "observe in batches of 100, learners \(isResident ? "resident" : "new")", Double(events) / seconds,
                "events/s", bar: isResident ? 250_000 : nil)
            row("  processor time", (child.usage.seconds - before) / Double(events) * 1e6, "us/event")
        }
        let lines = (0..<steps).map { _ in traffic.step() }
        before = child.usage.seconds
        seconds = child.exchange(lines)
        row("step: update and best five with reasons", Double(steps) / seconds, "lines/s", bar: 20_000)
        row("  processor time", (child.usage.seconds - before) / Double(steps) * 1e6, "us/line")
        let latencies = child.pingPong((0..<single).map { _ in traffic.step() }).map { $0 * 1_000 }
        row("step one by one, median", latencies[single / 2], "ms")
        row("step one by one, 99 of 100", latencies[single * 99 / 100], "ms", bar: 1, isMost: true)
        row("step one by one, worst", latencies[single - 1], "ms")
        row("memory at most", Double(child.usage.memory) / 1e6, "MB")
        child.write(traffic.step())
        let sample = String(decoding: child.line() ?? [], as: UTF8.self)
        child.end()

        let reading = TapeTiming.run(Array(lines.prefix(20_000)))
        print("reading a line of step, \(lines[0].count) bytes, alone")
        row("JSONText's tape", reading.tape, "ns")
        row("Foundation's JSONSerialization", reading.foundation, "ns")
        print("the same lines of step, read and answered without any engine (\(sample.utf8.count) bytes an answer)")
        let own = CommandLine.arguments[0]
        for (name, program, arguments) in [
            ("Foundation's coders", own, ["--echo", sample]),
            ("Python's json", python, ["-c", PythonRivals.echo, sample]),
        ] {
            let rival = try Child(program, arguments)
            let some = Array(lines.prefix(20_000))
            row(name, Double(some.count) / rival.exchange(some), "lines/s")
            rival.end()
        }
        let alosi = try Child(python, ["-c", PythonRivals.alosi, "\(items)", "\(skills)"])
        if let line = alosi.line(), let rate = Double(String(decoding: line, as: UTF8.self)) {
            row("alosi: scores of all items, in process", rate, "learners/s")
        } else {
            print("  alosi is not installed for \(python)")
        }
        alosi.end()
        if !isMet { throw ExitCode.failure }
    }
}
