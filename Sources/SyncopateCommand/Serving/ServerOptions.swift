import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateServer

/// The options of everything that answers requests.
struct ServerOptions: ParsableArguments {
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var setting: SettingOptions

    @Option(
        help: ArgumentHelp(
            "Live time of a cohort that does not state its own: sessions x minutes x seats. [default: 1x30x6]",
            valueName: "SxMxP"))
    var live: String?

    @Option(
        help: ArgumentHelp(
            "What meeting and own time did here so far: CSV of learner,mode,before,after.", valueName: "file"),
        completion: .file())
    var modeLog: String?

    @Option(help: ArgumentHelp("Seed of lots where a request has none. [default: 0]", valueName: "number"))
    var seed: Int?

    @Flag(help: "Nothing may be changed by what comes in: no events, no definitions.")
    var readOnly = false

    @Flag(help: "Refuse learners of whom nothing was observed instead of taking them for new.")
    var strict = false

    @Option(help: ArgumentHelp("Most bytes of a line that comes in. [default: 1048576]", valueName: "bytes"))
    var maxLine: Int?

    @Option(help: ArgumentHelp("Most bytes of a line that goes out. [default: 61440]", valueName: "bytes"))
    var maxReply: Int?

    @Option(help: ArgumentHelp("Most learners held at once. [default: 1000000]", valueName: "count"))
    var maxLearners: Int?

    @Option(
        help: ArgumentHelp(
            "Append what hosts say of decisions to this file: decision, advice, propensity, outcome, as CSV.",
            valueName: "file"), completion: .file())
    var decisions: String?

    func validate() throws {
        for (name, value) in [("--max-line", maxLine), ("--max-reply", maxReply)] {
            if let value, !(ServerSettings.leastLimit...1 << 30).contains(value) {
                throw ValidationError(
                    "\(name) takes a number of bytes from \(ServerSettings.leastLimit) to \(1 << 30).")
            }
        }
        if let maxLearners, !(1...100_000_000).contains(maxLearners) {
            throw ValidationError("--max-learners takes a whole number from 1 to 100000000.")
        }
        if let seed, !(0...9_007_199_254_740_991).contains(seed) {
            throw ValidationError("--seed takes a whole number from 0 to 9007199254740991.")
        }
        if let live, LiveTime(text: live) == nil {
            throw ValidationError("--live takes sessions x minutes x seats, such as 2x30x5, or 0 for none.")
        }
    }

    /// Names and values of the options that were given, those of ``policy`` and the seed left out.
    var given: [String] {
        var given: [String] = []
        func note(_ name: String, _ value: (some CustomStringConvertible)?) {
            if let value { given.append("\(name) \(value)") }
        }
        note("--setting", setting.setting?.rawValue)
        note("--meet", setting.meet?.rawValue)
        note("--live", live)
        note("--mode-log", modeLog)
        note("--max-line", maxLine)
        note("--max-reply", maxReply)
        note("--max-learners", maxLearners)
        if strict { given.append("--strict") }
        return given
    }

    /// Everything that answers requests, with the catalogue if there is one.
    func host(storage: (any StateStorage)? = nil) throws -> EngineHost {
        var reader = InputReader(options: ReadOptions(), rejectsPath: nil, isQuiet: true)
        let catalogue = policy.catalogue.isEmpty ? nil : try reader.catalogue(policy.catalogue)
        return EngineHost(
            try settings(for: catalogue, &reader), catalogue: catalogue, storage: storage,
            feedbackLog: try decisions.map { try DecisionFile($0) })
    }

    /// What these options set for a catalogue, or for whatever catalogue will come.
    func settings(for catalogue: Catalogue?, _ reader: inout InputReader) throws -> ServerSettings {
        var settings = ServerSettings(version: Version.current, modes: try reader.modeEvidence(modeLog))
        settings.lineLimit = maxLine ?? settings.lineLimit
        settings.replyLimit = maxReply ?? settings.replyLimit
        settings.learnerLimit = maxLearners ?? settings.learnerLimit
        settings.isReadOnly = readOnly
        settings.clock = { Progress.nanoseconds }
        settings.isStrict = strict
        settings.seed = seed ?? settings.seed
        settings.setting = setting.value
        settings.live = live.flatMap { LiveTime(text: $0) } ?? settings.live
        if let known = catalogue ?? (try? Catalogue(skills: [], items: [])) {
            settings.practice = policy.settings(for: known, reader)
        }
        return settings
    }
}
