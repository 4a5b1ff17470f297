import ArgumentParser
import Foundation
import Matrices
import SyncopateStudents

/// `rivals`: the same jobs by the engine and by others, side by side in one run.
@main
struct RivalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rivals",
        abstract: "The same jobs by the engine, by packages in Python and by plain loops, with bars, in one run.",
        discussion: """
            Packages: pyBKT, catsim, alosi, fsrs, scikit-learn, pandas, scipy, numpy. One that is missing is left out. pyBKT \
            1.4.3 needs scikit-learn before 1.6. The exit code is 1 where a bar is missed.
            """)

    @Option(help: "A Python with the packages.")
    var python = "python3"

    @Option(help: "One job alone: \(jobs.map { $0.name }.joined(separator: ", ")).")
    var only: String?

    @Option(help: "Times each side does each job in a round; the fastest counts.")
    var repeats = 5
    @Option(help: "Rounds of each job, ours and the rival by turns, where other programs are running.")
    var rounds = 1

    @Option(help: "Skills of the course that answers are predicted on, beside pyBKT.")
    var skills = 100

    @Option(help: "How to print: text, json.")
    var format = Format.text

    @Option(help: "Draws the ratios into this file, as SVG.", completion: .file())
    var chart: String?

    enum Format: String, ExpressibleByArgument {
        case text, json
    }

    private static var jobs: [any RivalJob.Type] {
        [
            PredictingJob.self, TestingJob.self, AdvisingJob.self, RememberingJob.self, RegressionJob.self,
            RankingJob.self,
        ]
    }

    func validate() throws {
        if let only, !Self.jobs.contains(where: { $0.name == only }) {
            throw ValidationError("There is no job \(only).")
        }
    }

    func run() throws {
        BLASThreads.use(1)
        let setting = RivalSetting(python: python, repeats: max(repeats, 1), skills: max(skills, 1))
        let rows = try Self.jobs.filter { only == nil || $0.name == only }.flatMap { job in
            var best = try job.compare(setting)
            for _ in 1..<max(rounds, 1) { best = zip(best, try job.compare(setting)).map { $0.best(with: $1) } }
            return best
        }
        let table = RivalTable(rows: rows)
        switch format {
        case .text: print(table.text)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(rows), as: UTF8.self))
        }
        if let chart { try table.chart.svg.write(toFile: chart, atomically: true, encoding: .utf8) }
        if rows.contains(where: { $0.isMet == false }) { throw ExitCode.failure }
    }
}
