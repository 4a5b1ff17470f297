import Syncopate
import SyncopateFormats

/// Reads logs of responses for fitting and judging: messages, copies of learners, and the end where nothing is left.
struct LogReader {
    let isQuiet: Bool
    let strict: Bool
    var format: FileFormat?
    private(set) var isPartial = false

    init(isQuiet: Bool, strict: Bool, format: FileFormat? = nil) {
        self.isQuiet = isQuiet
        self.strict = strict
        self.format = format
    }

    /// Reads files as one log.
    mutating func read(_ files: [String]) throws -> ResponseLog {
        ResponseLog(try evidence(files))
    }

    /// Reads files as one log without learners who are copies of others.
    ///
    /// - Returns: the log, and the positions in the whole log of the learners left out.
    mutating func readWithoutTwins(_ files: [String], purpose: String) throws -> ResponseLog {
        let evidence = try evidence(files)
        let whole = ResponseLog(evidence)
        let twins = TwinFinder().twins(in: whole)
        let repeated = TwinFinder.repeated(in: twins)
        guard !repeated.isEmpty else { return whole }
        Terminal.say(
            "warning: \(repeated.count) of \(whole.learners.count) learners answered the same items with the same outcomes as "
                + "another (twins); they are left out of the \(purpose). Use --keep-twins to keep them.")
        let leavingOut = Set(repeated.compactMap { evidence.position(ofLearner: whole.learners[$0]) })
        return ResponseLog(evidence, leavingOut: leavingOut)
    }

    private mutating func evidence(_ files: [String]) throws -> EvidenceLog {
        var input = InputReader(
            options: ReadOptions(format: format, strict: strict, maximum: nil, decimal: nil), rejectsPath: nil,
            isQuiet: isQuiet)
        let log = try input.read(files)
        if input.isPartial { isPartial = true }
        guard log.events.contains(where: { $0.status == .scored }) else {
            Terminal.say(
                "syncopate: no scored response in \(files.joined(separator: ", ")); columns learner, item and score are needed"
            )
            throw ProgramExit.data
        }
        return log
    }
}
