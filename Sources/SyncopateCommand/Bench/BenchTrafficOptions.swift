import ArgumentParser
import Syncopate
import SyncopateBench
import SyncopateStudents

/// The options of a course that is invented, and of who asks for what.
struct BenchTrafficOptions: ParsableArguments {
    @Option(help: "Skills of an invented course (1 to 10000).")
    var skills = 100

    @Option(help: "Items of an invented course (1 to 1000000).")
    var items = 5_000

    @Option(help: "Different lists of skills that its items have.")
    var skillSets = 400

    @Option(help: "Learners (1 to 1000000).")
    var learners = 1_000

    @Option(help: "Answers of each learner, on average, before anything is asked (1 to 500).")
    var answers = 30

    @Option(help: "Requests of step a round (1 to 10000000); of recommend there are a quarter of them.")
    var requests = 10_000

    @Option(help: "Items asked for (1 to 100).")
    var limit = 5

    @Option(help: "How unlike items are in being answered: exponent of Zipf's law (0: all alike, to 3).")
    var skew = 1.0

    @Option(
        help: ArgumentHelp(
            "Share of the learners who send four fifths of the requests (1: all alike).", valueName: "share"))
    var hot = 0.2

    func validate() throws {
        for (name, value, range) in [
            ("--skills", skills, 1...10_000), ("--items", items, 1...1_000_000),
            ("--skill-sets", skillSets, 1...1_000_000),
            ("--learners", learners, 1...1_000_000), ("--answers", answers, 1...500),
            ("--requests", requests, 1...10_000_000), ("--limit", limit, 1...100),
        ] where !range.contains(value) {
            throw ValidationError("\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        guard (0...3).contains(skew) else { throw ValidationError("--skew takes a number from 0 to 3.") }
        guard hot > 0, hot <= 1 else { throw ValidationError("--hot takes a share above 0 and up to 1.") }
    }

    /// The catalogue of some files, or an invented one where there are none.
    func catalogue(_ files: [String], seed: Int, _ reader: inout InputReader) throws -> Catalogue {
        guard files.isEmpty else { return try reader.catalogue(files) }
        do {
            return try InventedCourse(skills: skills, items: items, sets: skillSets, seed: UInt64(seed)).catalogue
        } catch {
            Terminal.say("error: no course can be invented of that: \(error)")
            throw ProgramExit.data
        }
    }

    func shape(seed: Int) -> TrafficShape {
        var shape = TrafficShape()
        shape.learners = learners
        shape.answers = answers
        shape.limit = limit
        shape.skew = skew
        shape.hot = hot
        shape.seed = UInt64(seed)
        return shape
    }

    /// One line of what is asked.
    var words: String {
        "\(learners) learners with \(answers) answers each, \(requests) requests of \(limit) items, skew \(skew), hot \(hot)"
    }
}
