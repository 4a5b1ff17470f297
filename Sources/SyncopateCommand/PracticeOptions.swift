import ArgumentParser
import Syncopate
import SyncopateFormats

/// The options of commands that advise on practice from a catalogue and a log.
struct PracticeOptions: ParsableArguments {
    @OptionGroup var policy: PolicyOptions

    @Option(
        help: ArgumentHelp(
            "Largest share of learners that may be given one item of a test. [default: 0.55]", valueName: "share"))
    var exposureShare: Double?

    @Option(
        help: ArgumentHelp(
            "Only this learner, also one the log does not have. Repeatable.", valueName: "id"))
    var learner: [String] = []

    func validate() throws {
        if let exposureShare, !(0.001...1).contains(exposureShare) {
            throw ValidationError("--exposure-share takes a share from 0.001 to 1.")
        }
        if learner.contains("") { throw ValidationError("--learner is empty.") }
    }

    var catalogue: [String] { policy.catalogue }
    var minutesADay: Double? { policy.minutesADay }

    /// Names of the options that were given, ``catalogue`` left out.
    var given: [String] {
        policy.given
            + [("--exposure-share", exposureShare != nil), ("--learner", !learner.isEmpty)].filter(\.1).map(\.0)
    }

    /// Ends a command that works from a catalogue only where there is none, or nobody to advise.
    func check(_ files: [String]) throws {
        guard !catalogue.isEmpty else {
            throw ValidationError("Name the catalogue with --catalogue FILE.")
        }
        guard !(files.isEmpty && learner.isEmpty) else {
            throw ValidationError("Name at least one log (- is standard input), or new learners with --learner ID.")
        }
    }

    /// Reads the catalogue and makes the recommender that these options ask for.
    func recommender(_ input: inout InputReader) throws -> Recommender {
        try policy.recommender(&input, exposureShare: exposureShare ?? 0.55)
    }

    /// The learners to advise: those asked for, each once, in their order, or everybody in the log.
    ///
    /// Who is not in the log is new, which is warned of. So are goals for somebody who is neither in the log nor asked for.
    func learners(_ history: PracticeHistory, _ recommender: Recommender, _ input: InputReader) -> [LearnerPractice] {
        let known = history.learners.map(\.learner.id)
        warnOfGoals(recommender.catalogue, Set(known + learner), isLogged: !known.isEmpty, input)
        guard !learner.isEmpty else { return history.learners }
        var seen: Set<String> = []
        return learner.filter { seen.insert($0).inserted }.map { id in
            if let practice = history[id] { return practice }
            if !known.isEmpty {
                // No hint at others: messages never name learners of a log.
                input.warn("learner \"\(Finding.shortened(id))\" is not in the log and taken for new")
            }
            return LearnerPractice(new: Learner(id: id), for: recommender)
        }
    }

    /// Most warnings of one kind.
    private static let warningLimit = 5

    private func warnOfGoals(
        _ catalogue: Catalogue, _ everybody: Set<String>, isLogged: Bool, _ input: InputReader
    ) {
        // Where only some were asked for without a log, the others of a goal are simply not there.
        guard isLogged else { return }
        var strangers: [(goal: String, learner: String)] = []
        for goal in catalogue.goals {
            for id in goal.learners ?? [] where !everybody.contains(id) { strangers.append((goal.id, id)) }
        }
        for stranger in strangers.prefix(Self.warningLimit) {
            input.warn(
                "goal \"\(stranger.goal)\" is for learner \"\(Finding.shortened(stranger.learner))\", who is not in the log"
            )
        }
        if strangers.count > Self.warningLimit {
            input.warn("\(strangers.count - Self.warningLimit) more learners of goals are not in the log")
        }
    }
}
