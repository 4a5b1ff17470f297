import ArgumentParser
import SyncopateStudents

/// `syncopate sample`: an invented class to try things on.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Write an invented class as a Canvas gradebook export.",
        discussion: "The same numbers give the same class. With --skill-map its skill map is written instead.")

    @Option(help: "Learners (0 to 100,000).")
    var learners = 30

    @Option(help: "Columns (2 to 5,000); the first is attendance.")
    var columns = 20

    @Option(help: "Skills (1 to 1,000).")
    var skills = 6

    @Option(help: "Seed of the draw.")
    var seed: UInt64 = 1

    @Flag(help: "Write the skill map of the class: item, skill, weight.")
    var skillMap = false

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    func validate() throws {
        guard (0...100_000).contains(learners) else { throw ValidationError("--learners takes 0 to 100,000.") }
        guard (2...5_000).contains(columns) else { throw ValidationError("--columns takes 2 to 5,000.") }
        guard (1...1_000).contains(skills), skills < columns else {
            throw ValidationError("--skills takes 1 to 1,000, fewer than the columns.")
        }
        guard learners * columns <= 20_000_000 else {
            throw ValidationError("--learners times --columns must not exceed 20,000,000.")
        }
    }

    func run() throws {
        let sample = SampleClass(learners: learners, columns: columns, skills: skills, seed: seed)
        try Output.write(Array((skillMap ? sample.skillMap() : sample.canvasGradebook()).utf8), path: out)
    }
}
