import ArgumentParser
import Foundation
import RealData
import Syncopate
import SyncopateModels

/// `independence`: whether the latent trait foretells work on time and passing, and for whom it is off.
@main
struct IndependenceBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "independence",
        abstract: "Independence on the Open University Learning Analytics Dataset, with bars.",
        discussion: """
            The data set (Kuzilek, Hlosta & Zdrahal 2017, CC BY 4.0) is no part of the project. Constants were chosen on \
            2013; figures are of 2014J. Without the data nothing is measured, and the exit code is 0; it is 1 if a bar is \
            missed. Groups of learners are used for the report alone.
            """)

    @Argument(help: "The folder with \(CourseRecords.files.joined(separator: ", ")).")
    var data: String

    @Option(help: "Run of the courses to judge on; bars are for 2014J, and constants were chosen on 2013J.")
    var year = "2014J"

    /// Fewest predictions of a group that is judged: with residuals of deviation .33, twice the standard error of their
    /// mean is then .021.
    static let fewestJudged = 1_000.0
    static let residualBar = 0.025

    func validate() throws {
        guard CourseRecords.starts.keys.contains(Substring(year)) else {
            throw ValidationError("--year takes one of \(CourseRecords.starts.keys.sorted().joined(separator: ", ")).")
        }
    }

    func run() throws {
        let folder = URL(fileURLWithPath: data, isDirectory: true)
        guard
            CourseRecords.files.allSatisfy({
                FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
            })
        else { return print("No data, nothing measured.") }
        let records = try CourseRecords(folder: folder)
        var figures = Figures()
        try foretell(records, &figures)
        let (residuals, early) = follow(records)
        passing(records, early, &figures)
        print("\nOn time, observed less foretold")
        for (group, sum) in residuals.sorted(by: { $0.key < $1.key }) {
            let name = "\(group) (\(Int(sum.count)))"
            // Those of whom the file does not tell are no group.
            if group.hasSuffix("not known") {
                figures.show(name, sum.sum / sum.count, note: "not judged: no group")
            } else if sum.count < Self.fewestJudged {
                figures.show(name, sum.sum / sum.count, note: "not judged: too few")
            } else {
                figures.show(name, sum.sum / sum.count, within: Self.residualBar)
            }
        }
        print("\n\(figures.met) of \(figures.bars) bars met")
        if year == "2014J", figures.met < figures.bars { throw ExitCode(1) }
    }

    /// Next work on time beside the running rate, with assessments due on one day after each other and at once.
    private func foretell(_ records: CourseRecords, _ figures: inout Figures) throws {
        for isStrict in [false, true] {
            let (log, _, _) = records.log(isStrict: isStrict)
            var tracker = IndependenceTracker(.shipped)
            guard
                let evaluation = IndependenceEvaluation(
                    log, tracker: &tracker, judged: { log.courses[$0.course].hasSuffix(year) })
            else { throw BenchmarkError("nothing to judge on") }
            print(
                isStrict
                    ? "\nThe same, assessments due on one day foretold together" : "Next assessment on time, \(year)")
            figures.show("predictions", Double(evaluation.tracker.count), decimals: 0)
            figures.show("AUC", evaluation.tracker.auc ?? .nan, atLeast: 0.875)
            figures.show("log loss", evaluation.tracker.logLoss, atMost: 0.41)
            figures.show("ECE", evaluation.tracker.ece, atMost: 0.05)
            figures.show("running rate: AUC", evaluation.runningRate.auc ?? .nan)
            figures.show("running rate: log loss", evaluation.runningRate.logLoss)
            figures.show("running rate: ECE", evaluation.runningRate.ece)
        }
    }

    /// Observed less foretold by group, and what was believed of everybody on the day of ``Passing``.
    private func follow(
        _ records: CourseRecords
    ) -> (residuals: [String: (sum: Double, count: Double)], early: [CourseRecords.Run: Double]) {
        let (log, runs, days) = records.log(isStrict: false)
        var tracker = IndependenceTracker(.shipped)
        var early: [CourseRecords.Run: Double] = [:]
        var residuals: [String: (sum: Double, count: Double)] = [:]
        for moment in log.moments {
            for prediction in tracker.observe(moment: moment.map { log.events[$0] }) where prediction.kind == .onTime {
                let run = runs[moment[prediction.event]]
                guard run.presentation == Substring(year) else { continue }
                for group in records.people[run]?.groups ?? [] {
                    let sum = residuals[group] ?? (0, 0)
                    residuals[group] = (sum.sum + prediction.outcome - prediction.probability, sum.count + 1)
                }
            }
            for index in moment where days[index] <= Passing.day {
                let event = log.events[index]
                early[runs[index]] = tracker.independence(ofLearner: event.learner, course: event.course).mean
            }
        }
        return (residuals, early)
    }

    private func passing(
        _ records: CourseRecords, _ early: [CourseRecords.Run: Double], _ figures: inout Figures
    ) {
        let rows = Passing.rows(records, traits: early)
        let tested = rows.filter { $0.presentation == Substring(year) }
        print("\nPassing, foretold on day \(Int(Passing.day)) by a regression fitted on 2013")
        figures.show("learners", Double(tested.count), decimals: 0)
        figures.show("AUC of the score so far", Passing.auc(rows, year) { [$0.score] })
        figures.show("AUC of independence", Passing.auc(rows, year) { [$0.trait] })
        figures.show("AUC of both", Passing.auc(rows, year) { [$0.score, $0.trait] }, atLeast: 0.765)
        figures.show(
            "correlation of independence and score", Self.correlation(tested.map(\.trait), tested.map(\.score)),
            within: 0.5)
    }

    private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
        let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
        return xy / (xx * yy).squareRoot()
    }
}
