import ArgumentParser

/// Where the topics of a gradebook come from if no skill map is given.
struct TopicOptions: ParsableArguments {
    /// What is read.
    enum Source: String, ExpressibleByArgument, CaseIterable {
        case titles, none
    }

    @Option(
        help: "Where topics come from without a skill map: titles, or none (each column for itself). [default: titles]")
    var topics: Source?

    /// Whether they are read off the titles.
    var readsTitles: Bool { topics != Source.none }

    /// Ends a command to which a catalogue was given beside what it says itself.
    func checkCatalogue() throws {
        if topics != nil {
            throw ValidationError("--topics goes without --catalogue: the catalogue says what it is for.")
        }
    }
}
