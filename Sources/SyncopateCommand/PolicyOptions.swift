import ArgumentParser
import Syncopate
import SyncopateFormats

/// The options of everything that advises on practice from a catalogue: the catalogue, and what a teacher or a host sets.
struct PolicyOptions: ParsableArguments {
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
            "Most alike items in a row (1 to \(RecentItems.limit)). [default: no limit]", valueName: "count"))
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

    // A value may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The learners' clocks, for where days begin: +02:00, -05:30. [default: UTC]", valueName: "offset")
    )
    var utcOffset: String?

    func validate() throws {
        if let certainty, !(0.5...0.999).contains(certainty) {
            throw ValidationError("--certainty takes a probability from 0.5 to 0.999.")
        }
        if let minutesADay, !(minutesADay > 0 && minutesADay <= 1440) {
            throw ValidationError("--minutes-a-day takes a number above 0 and up to 1440.")
        }
        if let mostInARow, !(1...RecentItems.limit).contains(mostInARow) {
            throw ValidationError("--most-in-a-row takes a whole number from 1 to \(RecentItems.limit).")
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
        if let utcOffset, UTCOffset.seconds(utcOffset) == nil {
            throw ValidationError(
                "--utc-offset takes an offset such as +02:00 or -05:30, or hours, up to 14 either way.")
        }
        for (name, values) in [("--pin", pin), ("--ban", ban), ("--catalogue", catalogue)]
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
            ("--utc-offset", utcOffset != nil),
        ].filter(\.1).map(\.0)
    }

    /// Reads the catalogue and makes the recommender that these options ask for.
    ///
    /// Names of items and skills that are not there are warned of, and those they had before are understood.
    func recommender(_ input: inout InputReader, exposureShare: Double = 0.55) throws -> Recommender {
        let catalogue = try input.catalogue(catalogue)
        return Recommender(
            catalogue: catalogue, settings: settings(for: catalogue, input, exposureShare: exposureShare))
    }

    /// What these options set for a catalogue. Names that are not there are warned of.
    func settings(
        for catalogue: Catalogue, _ input: InputReader, exposureShare: Double = 0.55
    ) -> PracticeSettings {
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
        return PracticeSettings(
            certainty: certainty ?? 0.95, minutesADay: minutesADay,
            utcOffset: utcOffset.flatMap { UTCOffset.seconds($0) } ?? 0, exposureShare: exposureShare,
            mostInARow: mostInARow, likeness: alike ?? .skill, pinned: ids(pin, "--pin"),
            banned: ids(ban, "--ban"), choices: choices ?? 1, nearness: nearness ?? 0.1)
    }
}

extension PracticeSettings.Likeness: ExpressibleByArgument {}
