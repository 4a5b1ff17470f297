import ArgumentParser
import Syncopate
import SyncopateBench
import SyncopateStudents

/// The options of a course that is invented, and of who asks for what.
struct BenchTrafficOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Skills of an invented course (1 to 10000). [default: 100]", valueName: "count"))
    var skills: Int?

    @Option(help: ArgumentHelp("Items of an invented course (1 to 1000000). [default: 5000]", valueName: "count"))
    var items: Int?

    @Option(help: ArgumentHelp("Different lists of skills that its items have. [default: 400]", valueName: "count"))
    var skillSets: Int?

    @Option(help: ArgumentHelp("Learners (1 to 1000000). [default: 1000]", valueName: "count"))
    var learners: Int?

    @Option(
        help: ArgumentHelp(
            "Answers of each learner, on average, before anything is asked (1 to 500). [default: 30]",
            valueName: "count"))
    var answers: Int?

    @Option(
        help: ArgumentHelp(
            "Requests of step a round (1 to 1000000); of recommend there are a quarter of them. [default: 10000]",
            valueName: "count"))
    var requests: Int?

    @Option(help: ArgumentHelp("Items asked for (1 to 100). [default: 5]", valueName: "count"))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            "How unlike items are in being answered: exponent of Zipf's law (0: all alike, to 3). [default: 1]",
            valueName: "exponent"))
    var skew: Double?

    @Option(
        help: ArgumentHelp(
            "Share of the learners who send four fifths of the requests (1: all alike). [default: 0.2]",
            valueName: "share"))
    var hot: Double?

    /// Most answers before anything is asked: their requests are held at once.
    private static let mostEvents = 40_000_000

    func validate() throws {
        for (name, value, range) in [
            ("--skills", skills, 1...10_000), ("--items", items, 1...1_000_000),
            ("--skill-sets", skillSets, 1...1_000_000),
            ("--learners", learners, 1...1_000_000), ("--answers", answers, 1...500),
            ("--requests", requests, 1...1_000_000), ("--limit", limit, 1...100),
        ] {
            if let value, !range.contains(value) {
                throw ValidationError("\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound).")
            }
        }
        if let skew, !(0...3).contains(skew) { throw ValidationError("--skew takes a number from 0 to 3.") }
        if let hot, !(hot > 0 && hot <= 1) { throw ValidationError("--hot takes a share above 0 and up to 1.") }
        guard shape(seed: 0).events <= Self.mostEvents else {
            throw ValidationError("--learners times --answers may be \(Self.mostEvents) at most.")
        }
    }

    /// Names of the options of an invented course that were given.
    var ofCourse: [String] {
        [("--skills", skills), ("--items", items), ("--skill-sets", skillSets)].filter { $0.1 != nil }.map(\.0)
    }

    /// Names of the options of invented requests that were given.
    var ofRequests: [String] {
        [("--learners", learners), ("--answers", answers), ("--requests", requests), ("--limit", limit)]
            .filter { $0.1 != nil }.map(\.0)
            + [("--skew", skew), ("--hot", hot)].filter { $0.1 != nil }.map(\.0)
    }

    /// The catalogue of some files, or an invented one where there are none.
    func catalogue(_ files: [String], seed: Int, _ reader: inout InputReader) throws -> Catalogue {
        guard files.isEmpty else { return try reader.catalogue(files) }
        do {
            return try InventedCourse(
                skills: skills ?? 100, items: items ?? 5_000, sets: skillSets ?? 400, seed: UInt64(seed)
            ).catalogue
        } catch {
            Terminal.say("error: no course can be invented of that: \(error)")
            throw ProgramExit.data
        }
    }

    func shape(seed: Int) -> TrafficShape {
        var shape = TrafficShape()
        shape.learners = learners ?? shape.learners
        shape.answers = answers ?? shape.answers
        shape.limit = limit ?? shape.limit
        shape.skew = skew ?? shape.skew
        shape.hot = hot ?? shape.hot
        shape.seed = UInt64(seed)
        return shape
    }
}
