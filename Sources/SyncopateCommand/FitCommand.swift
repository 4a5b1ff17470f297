import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate fit`: logs of responses in, a model of mastery out.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fit a model of mastery to logs of responses.",
        discussion: """
            Reads tidy CSV or JSON lines (columns learner, item, score or correct; also skills, at or timestamp, order). \
            A fifth of the learners is left out to choose settings and to say how well unseen learners are predicted; the \
            last rounds use everybody. The same files, options and seed give the same model on any number of threads.

            An interrupted fit with --checkpoint goes on from its last round with --resume.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String]

    @Option(help: "Write the model to this file.", completion: .file())
    var out: String

    @Option(help: "Decides which learners are left out to choose settings.")
    var seed: UInt64 = 0

    @Option(help: "Shared factors of mastery (1 to 8).")
    var factors = 1

    @Option(
        help: ArgumentHelp("Parts of the model to leave out, with commas: \(TermGroup.words).", valueName: "parts"))
    var without: String?

    @Flag(help: "Keep only what holds on any course: nothing about single items and skills.")
    var general = false

    @Option(help: "Keep what was found after every round in this file.", completion: .file())
    var checkpoint: String?

    @Flag(help: "Go on from the file of --checkpoint, if it is there.")
    var resume = false

    @OptionGroup var log: LogOptions

    func validate() throws {
        try LogOptions.check(files)
        guard (1...8).contains(factors) else { throw ValidationError("--factors takes a whole number from 1 to 8.") }
        guard TermGroup.set(without) != nil else {
            throw ValidationError("--without takes any of \(TermGroup.words), with commas between.")
        }
        if resume, checkpoint == nil { throw ValidationError("--resume goes with --checkpoint FILE.") }
    }

    func run() throws {
        var reader = LogReader(isQuiet: log.quiet, strict: log.strict)
        let responses =
            log.keepTwins ? try reader.read(files) : try reader.readWithoutTwins(files, purpose: "fit")
        var options = FitOptions()
        options.seed = seed
        options.settings.factors = factors
        options.settings.without = TermGroup.set(without) ?? []
        // A fit can take hours: better to hear now than then that its end has nowhere to go.
        try Output.checkCanWrite(out)
        var fit = ModelFit(responses, options: options, workers: .threads(log.threads))
        if resume, let checkpoint, Descriptor.exists(checkpoint) { try goOn(&fit, from: checkpoint) }

        let progress = Progress(isQuiet: log.quiet, activity: "fitting")
        while !fit.isDone {
            fit.advance()
            if let checkpoint { try Output.write(ModelFile.write(checkpointOf: fit), path: checkpoint) }
            progress.update(Double(fit.stepsDone) / Double(fit.steps))
        }
        progress.finish()
        let model = general ? fit.model.transferable() : fit.model
        try Output.write(ModelFile.write(model), path: out)
        if !log.quiet { for line in ModelCard.summary(model) { Terminal.say(line) } }
        if reader.isPartial { throw ProgramExit.partial }
    }

    private func goOn(_ fit: inout ModelFit, from path: String) throws {
        let bytes: [UInt8]
        do {
            bytes = try Descriptor.read(path: path)
        } catch {
            Terminal.say("syncopate: cannot read \(error.message)")
            throw ProgramExit.noInput
        }
        do {
            if try ModelFile.resume(&fit, from: bytes) {
                if !log.quiet { Terminal.say("going on after round \(fit.stepsDone) of \(fit.steps)") }
                return
            }
        } catch {
            Terminal.say("syncopate: \(path): \(error)")
            throw ProgramExit.data
        }
        Terminal.say("syncopate: \(path) is of another log or of other options; delete it to start anew")
        throw ProgramExit.data
    }
}

extension TermGroup {
    /// The words `--without` takes.
    static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The parts that a list names, or `nil` where it names none of them.
    static func set(_ list: String?) -> Set<TermGroup>? {
        guard let list else { return [] }
        var set: Set<TermGroup> = []
        for word in list.split(separator: ",") {
            let name = String(word.filter { $0 != " " })
            guard let group = TermGroup(rawValue: name) else { return nil }
            set.insert(group)
        }
        return set
    }
}
