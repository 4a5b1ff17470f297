import ArgumentParser
import Syncopate
import SyncopateFormats

/// The options of commands that advise on practice from a catalogue.
struct PracticeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Skills, items and goals: a JSON file, or CSV tables that begin with skill, item or goal. Repeatable; "
                + "several files add up.", valueName: "file"),
        completion: .file())
    var catalogue: [String] = []

    @Option(
        help: ArgumentHelp(
            "Probability from which a skill counts as mastered (0.5 to 0.999). [default: 0.95]", valueName: "share"))
    var certainty: Double?

    @Option(help: ArgumentHelp("Most minutes of practice a day. [default: no limit]", valueName: "minutes"))
    var minutesADay: Double?

    @Option(
        help: ArgumentHelp(
            "Most alike items in a row (1 to \(PracticeState.recentLimit)). [default: no limit]", valueName: "count"))
    var mostInARow: Int?

    @Option(
        help: ArgumentHelp("What makes items alike for --most-in-a-row. [default: skill]", valueName: "what"))
    var alike: PracticeSettings.Likeness?

    @Option(help: ArgumentHelp("Item or skill that comes first. Repeatable.", valueName: "id"))
    var pin: [String] = []

    @Option(help: ArgumentHelp("Item or skill that is never given. Repeatable.", valueName: "id"))
    var ban: [String] = []

    @Option(
        help: ArgumentHelp(
            "Draw the first by lot from so many near-equal items (1 to 100). [default: 1, the best]",
            valueName: "count"))
    var choices: Int?

    @Option(
        help: ArgumentHelp(
            "How far below the best those may be, as a share of its score (0 to 1). [default: 0.1]",
            valueName: "share"))
    var nearness: Double?

    @Option(
        help: ArgumentHelp(
            "Largest share of learners that may be given one item of a test. [default: 0.55]", valueName: "share"))
    var exposureShare: Double?

    // A value may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The learners' clocks, for where days begin: +02:00, -05:30. [default: UTC]", valueName: "offset")
    )
    var utcOffset: String?

    @Option(
        help: ArgumentHelp(
            "Only this learner, also one the log does not have. Repeatable.", valueName: "id"))
    var learner: [String] = []

    func validate() throws {
        if let certainty, !(0.5...0.999).contains(certainty) {
            throw ValidationError("--certainty takes a probability from 0.5 to 0.999.")
        }
        if let minutesADay, !(minutesADay > 0 && minutesADay <= 1440) {
            throw ValidationError("--minutes-a-day takes a number above 0 and up to 1440.")
        }
        if let mostInARow, !(1...PracticeState.recentLimit).contains(mostInARow) {
            throw ValidationError("--most-in-a-row takes a whole number from 1 to \(PracticeState.recentLimit).")
        }
        if alike != nil, mostInARow == nil { throw ValidationError("--alike goes with --most-in-a-row K.") }
        if let choices, !(1...100).contains(choices) {
            throw ValidationError("--choices takes a whole number from 1 to 100.")
        }
        if let nearness, !(0...1).contains(nearness) {
            throw ValidationError("--nearness takes a share from 0 to 1.")
        }
        if nearness != nil, choices ?? 1 == 1 {
            throw ValidationError("--nearness goes with --choices K of 2 or more.")
        }
        if let exposureShare, !(0.001...1).contains(exposureShare) {
            throw ValidationError("--exposure-share takes a share from 0.001 to 1.")
        }
        if let utcOffset, UTCOffset.seconds(utcOffset) == nil {
            throw ValidationError(
                "--utc-offset takes an offset such as +02:00 or -05:30, or hours, up to 14 either way.")
        }
        for (name, values) in [("--pin", pin), ("--ban", ban), ("--learner", learner), ("--catalogue", catalogue)]
        where values.contains("") {
            throw ValidationError("\(name) is empty.")
        }
        if let both = pin.first(where: { ban.contains($0) }) {
            throw ValidationError("\"\(both)\" is both pinned and banned.")
        }
    }

    /// Names of the options that were given, ``catalogue`` left out.
    var given: [String] {
        [
            ("--certainty", certainty != nil), ("--minutes-a-day", minutesADay != nil),
            ("--most-in-a-row", mostInARow != nil), ("--alike", alike != nil), ("--pin", !pin.isEmpty),
            ("--ban", !ban.isEmpty), ("--choices", choices != nil), ("--nearness", nearness != nil),
            ("--exposure-share", exposureShare != nil), ("--utc-offset", utcOffset != nil),
            ("--learner", !learner.isEmpty),
        ].filter(\.1).map(\.0)
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
    ///
    /// Names of items and skills that are not there are warned of, and those they had before are understood.
    func recommender(_ input: inout InputReader) throws -> Recommender {
        let catalogue = try input.catalogue(catalogue)
        let finder = CatalogueNames(catalogue)
        func ids(_ names: [String], _ option: String) -> Set<String> {
            var ids: Set<String> = []
            for name in names {
                let found = finder.ids(of: name)
                ids.formUnion(found)
                if found.isEmpty {
                    input.warn(
                        "\(option) \"\(name)\" names no item or skill of the catalogue\(finder.hint(for: name))")
                }
            }
            return ids
        }
        return Recommender(
            catalogue: catalogue,
            settings: PracticeSettings(
                certainty: certainty ?? 0.95, minutesADay: minutesADay,
                utcOffset: utcOffset.flatMap { UTCOffset.seconds($0) } ?? 0, exposureShare: exposureShare ?? 0.55,
                mostInARow: mostInARow, likeness: alike ?? .skill, pinned: ids(pin, "--pin"),
                banned: ids(ban, "--ban"), choices: choices ?? 1, nearness: nearness ?? 0.1))
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

extension PracticeSettings.Likeness: ExpressibleByArgument {}
