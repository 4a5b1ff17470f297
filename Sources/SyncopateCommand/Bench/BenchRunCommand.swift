import ArgumentParser
import Syncopate
import SyncopateBench
import SyncopateFormats
import SyncopateServer
import SyncopateStudents

/// `syncopate bench run`, and `syncopate bench` by itself.
struct BenchRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Measure this machine, one request after the other, and all learners at once.",
        discussion: """
            Without --catalogue a course is invented (--skills, --items, --skill-sets), without --model the shipped one \
            ranks. Every round is the same: the machine's own rates, then learners are made known (observe), then they \
            answer and ask (step, recommend), then the best items of all are found at once (rank). Figures are medians of \
            the rounds, with the least and the most. The clock runs only while the engine works.

            --load lets requests come at random, at shares of what the engine does at most, and counts each from the moment \
            it was to come. --replay FILE measures requests that serve --record FILE wrote instead of invented ones; give it \
            the catalogue that was served, and record from a server without states of before.

            Append results with --output json >> FILE, several runs of each state, and compare two such files with \
            syncopate bench compare BEFORE AFTER.

            Exit codes: 0 measured; 1 rounds that are the same decided differently; 64 wrong options; 65 the catalogue, \
            model or recording cannot be used; 66 no such file; 73 a file cannot be written.
            """)

    @OptionGroup var traffic: BenchTrafficOptions
    @OptionGroup var server: ServerOptions

    @Option(help: "The model that ranks all learners at once; without one, the shipped model.", completion: .file())
    var model: String?

    @Option(help: "Rounds (1 to 1000).")
    var rounds = 5

    @Option(
        help: ArgumentHelp("Threads beside one, for all learners at once. [default: processors]", valueName: "count"))
    var threads: Int?

    @Flag(help: "Let requests come by themselves too, at shares of the most.")
    var load = false

    @Option(help: ArgumentHelp("Seconds of each share of --load.", valueName: "seconds"))
    var loadSeconds = 2.0

    @Option(help: "Requests that serve --record FILE wrote, instead of invented ones.", completion: .file())
    var replay: String?

    @Option(
        help: ArgumentHelp(
            "Replay as they came too, so many times as fast, besides one after the other.", valueName: "times"))
    var speed: Double?

    @Flag(help: "Print one hash of all decisions and nothing else, after one round.")
    var signature = false

    @Option(help: "Write where single requests spend their time, for a viewer of Chrome traces.", completion: .file())
    var trace: String?

    @Option(help: "table or json.")
    var output: OutputForm = .table

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Flag(help: "No messages but errors.")
    var quiet = false

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    /// Requests of each kind that stand in a trace.
    private static let traced = 500

    func validate() throws {
        guard (1...1_000).contains(rounds) else {
            throw ValidationError("--rounds takes a whole number from 1 to 1000.")
        }
        if let threads, !(1...64).contains(threads) {
            throw ValidationError("--threads takes a whole number from 1 to 64.")
        }
        guard (0.1...60).contains(loadSeconds) else {
            throw ValidationError("--load-seconds takes a number from 0.1 to 60.")
        }
        if let speed, !(0.001...1_000).contains(speed) {
            throw ValidationError("--speed takes a number from 0.001 to 1000.")
        }
        if speed != nil, replay == nil { throw ValidationError("--speed goes with --replay FILE.") }
        if load, replay != nil {
            throw ValidationError("--load invents when requests come; --replay FILE has it written: use --speed.")
        }
        if server.decisions != nil || server.readOnly {
            throw ValidationError(
                "bench goes without --decisions and --read-only: it measures what is asked and learnt.")
        }
        if !server.policy.catalogue.isEmpty || replay != nil, let name = traffic.ofCourse.first {
            throw ValidationError("\(name) is of an invented course: it goes without --catalogue and --replay.")
        }
        let others = traffic.ofRequests + (model == nil ? [] : ["--model"]) + (threads == nil ? [] : ["--threads"])
        if replay != nil, let name = others.first {
            throw ValidationError("\(name) goes without --replay, which has its requests.")
        }
        if signature, load || speed != nil || trace != nil {
            throw ValidationError("--signature goes without --load, --speed and --trace.")
        }
    }

    func run() throws {
        for path in [out, trace].compactMap({ $0 }) { try Output.checkCanWrite(path) }
        var reader = InputReader(options: ReadOptions(), rejectsPath: nil, isQuiet: true)
        // What is replayed may bring its own.
        let isNone = replay != nil && server.policy.catalogue.isEmpty
        let catalogue =
            isNone ? nil : try traffic.catalogue(server.policy.catalogue, seed: server.seed ?? 1, &reader)
        let settings = try server.settings(for: catalogue, &reader)
        let makeHost = { EngineHost(settings, catalogue: catalogue) }
        var report = BenchReport()
        var log = StageTrace()
        if let replay {
            var bench = ReplayBench(
                try recording(replay), BenchMachine.clock, rounds: signature ? 1 : rounds, speed: speed,
                traced: trace == nil ? 0 : Self.traced, makeHost: makeHost)
            report = try bench.run()
            log = bench.trace
        } else if let catalogue {
            var plan = EngineBench.Plan()
            plan.shape = traffic.shape(seed: server.seed ?? 1)
            plan.requests = traffic.requests ?? plan.requests
            plan.rounds = signature ? 1 : rounds
            plan.loads = load ? LoadSweep.usual : []
            plan.loadSeconds = loadSeconds
            plan.traced = trace == nil ? 0 : Self.traced
            var bench = EngineBench(
                catalogue, try ModelSource.read(model), plan, BenchMachine.clock,
                several: (Workers.threads(usedThreads), usedThreads), resident: BenchMachine.resident,
                makeHost: makeHost)
            let progress = Progress(isQuiet: quiet, activity: "measuring")
            report = try bench.run { progress.update($0) }
            progress.finish()
            log = bench.trace
        }
        report.machine = BenchMachine.facts
        report.settings = facts(catalogue)
        for request in report.requests where replay == nil && request.errors > 0 {
            Terminal.say("warning: \(request.errors) answers to \(request.name) were errors, which take less time")
        }
        try write(report)
        if let trace { try Output.write(log.write(), path: trace) }
        if report.signature == nil { throw ExitCode(1) }
    }

    private func write(_ report: BenchReport) throws {
        if signature {
            return try Output.write(Array(((report.signature ?? "none") + "\n").utf8), path: out)
        }
        try Output.write(output == .json ? BenchJSON.write(report) : BenchText.write(report), path: out)
    }

    private func recording(_ path: String) throws -> Recording {
        let bytes: [UInt8]
        do {
            bytes = try Descriptor.read(path: path)
        } catch {
            Terminal.say("syncopate: cannot read \(error.message)")
            throw ProgramExit.noInput
        }
        let recording: Recording
        do {
            recording = try Recording(bytes)
        } catch {
            Terminal.say("error: \(path), line \(error.line): \(error.description)")
            throw ProgramExit.data
        }
        guard !recording.lines.isEmpty else {
            Terminal.say("error: \(path): nothing was recorded")
            throw ProgramExit.data
        }
        return recording
    }

    /// Threads beside one.
    private var usedThreads: Int { threads ?? min(BenchMachine.processors, 64) }

    private func facts(_ catalogue: Catalogue?) -> [BenchReport.Fact] {
        let names = server.policy.catalogue.joined(separator: ", ")
        let course = catalogue.map {
            "\(names.isEmpty ? "invented" : names): \($0.skills.count) skills, \($0.items.count) items"
        }
        var facts = [BenchReport.Fact("course", course ?? "what is replayed defines it")]
        if let replay {
            facts.append(BenchReport.Fact("replay", speed.map { "\(replay), and at \($0) times its pace" } ?? replay))
        } else {
            let shape = traffic.shape(seed: 0)
            facts.append(
                BenchReport.Fact(
                    "traffic",
                    "\(shape.learners) learners with \(shape.answers) answers each, \(traffic.requests ?? EngineBench.Plan().requests)"
                        + " requests of \(shape.limit) items, skew \(shape.skew), hot \(shape.hot)"))
            facts.append(BenchReport.Fact("model", model ?? "shipped"))
            facts.append(BenchReport.Fact("threads", usedThreads > 1 ? "1 and \(usedThreads)" : "1"))
        }
        facts.append(BenchReport.Fact("rounds", "\(signature ? 1 : rounds)"))
        facts.append(BenchReport.Fact("seed", "\(server.seed ?? 1)"))
        let options = server.policy.given + server.given
        if !options.isEmpty { facts.append(BenchReport.Fact("options", options.joined(separator: " "))) }
        return facts
    }
}
