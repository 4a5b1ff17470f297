import ArgumentParser
import Syncopate

/// Files beside a gradebook.
struct SupplementOptions: ParsableArguments {
    @Option(help: "Skill map: CSV with item, skill and optionally weight.", completion: .file())
    var skills: String?

    @Option(
        help: "What is known about items: CSV with item and any of minutes, difficulty, kind, due, assigned, max.",
        completion: .file())
    var items: String?

    @Option(
        help: ArgumentHelp(
            "How zeros, and low scores that a column repeats, are read: auto (what is probably missing work as that, and "
                + "it is listed), score (at their word), missing (every zero on work). [default: auto]",
            valueName: "how"))
    var zeros: ZeroPolicy?

    /// Those that were named.
    var files: [String] { [skills, items].compactMap { $0 } }

    /// Ends a command to which a catalogue was given beside what it says itself.
    func checkCatalogue(goal: Double?) throws {
        let others = [
            ("--skills", skills != nil), ("--items", items != nil), ("--zeros", zeros != nil), ("--goal", goal != nil),
        ]
        if let other = others.first(where: \.1) {
            throw ValidationError("\(other.0) goes without --catalogue: the catalogue says what it is for.")
        }
    }

    /// Ends the command where the goal is none.
    static func check(goal: Double?) throws {
        if let goal, !(goal >= 0.05 && goal <= 0.99) {
            throw ValidationError("--goal takes a share from 0.05 to 0.99.")
        }
    }
}

extension ZeroPolicy: ExpressibleByArgument {}
