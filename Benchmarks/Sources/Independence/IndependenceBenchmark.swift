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

    static let judged = "2014J"

    func run() throws {
        let folder = URL(fileURLWithPath: data, isDirectory: true)
        guard
            CourseRecords.files.allSatisfy({
                FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
            })
        else { return print("No data, nothing measured.") }
        let records = try CourseRecords(folder: folder)
        var bars: [Bool] = []
        func show(_ name: String, _ value: Double, atLeast: Double? = nil, atMost: Double? = nil) {
            let isMet = value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
            let bar = atLeast.map { "at least \($0)" } ?? atMost.map { "at most \($0)" } ?? ""
            if !bar.isEmpty { bars.append(isMet) }
            let filled = name.padding(toLength: 44, withPad: " ", startingAt: 0)
            print(filled + String(format: "%8.4f", value) + (bar.isEmpty ? "" : "  \(bar)\(isMet ? "" : "  MISSED")"))
        }

        for isStrict in [false, true] {
            let (log, _, _) = records.log(isStrict: isStrict)
            var tracker = IndependenceTracker(.shipped)
            guard
                let evaluation = IndependenceEvaluation(
                    log, tracker: &tracker, judged: { log.courses[$0.course].hasSuffix(Self.judged) })
            else { throw BenchmarkError("nothing to judge on") }
            print(isStrict ? "\nThe same, assessments due on one day foretold together" : "Next assessment on time")
            show("predictions", Double(evaluation.tracker.count))
            show("AUC", evaluation.tracker.auc ?? .nan, atLeast: 0.875)
            show("log loss", evaluation.tracker.logLoss, atMost: 0.41)
            show("ECE", evaluation.tracker.ece, atMost: 0.05)
            show("running rate: AUC", evaluation.runningRate.auc ?? .nan)
            show("running rate: log loss", evaluation.runningRate.logLoss)
            show("running rate: ECE", evaluation.runningRate.ece)
        }

        let (log, runs, days) = records.log(isStrict: false)
        var tracker = IndependenceTracker(.shipped)
        var (early, last): ([CourseRecords.Run: Double], [CourseRecords.Run: Double]) = ([:], [:])
        var residuals: [String: (sum: Double, count: Double)] = [:]
        for moment in log.moments {
            for prediction in tracker.observe(moment: moment.map { log.events[$0] }) where prediction.kind == .onTime {
                let run = runs[moment[prediction.event]]
                guard run.presentation == Self.judged else { continue }
                for group in records.people[run]?.groups ?? [] {
                    let sum = residuals[group] ?? (0, 0)
                    residuals[group] = (sum.sum + prediction.outcome - prediction.probability, sum.count + 1)
                }
            }
            for index in moment {
                let event = log.events[index]
                let trait = tracker.independence(ofLearner: event.learner, course: event.course).mean
                last[runs[index]] = trait
                if days[index] <= Passing.day { early[runs[index]] = trait }
            }
        }
        let rows = Passing.rows(records, traits: early)
        print("\nPassing, foretold on day 100")
        show("learners", Double(rows.count { $0.presentation == Self.judged }))
        show("AUC of the score so far", Passing.auc(rows) { [$0.score] })
        show("AUC of independence", Passing.auc(rows) { [$0.trait] })
        show("AUC of both", Passing.auc(rows) { [$0.score, $0.trait] }, atLeast: 0.765)
        let tested = rows.filter { $0.presentation == Self.judged }
        show(
            "correlation of independence and score", Self.correlation(tested.map(\.trait), tested.map(\.score)),
            atMost: 0.5)
        print("\nOn time, observed less foretold")
        for (group, sum) in residuals.sorted(by: { $0.key < $1.key }) {
            // Those of whom the file does not tell are no group.
            let isGroup = !group.hasSuffix("not known")
            let value = sum.sum / sum.count
            let name = "\(group) (\(Int(sum.count)))"
            if isGroup { bars.append(abs(value) <= 0.025) }
            let mark = isGroup ? "  within 0.025" + (abs(value) <= 0.025 ? "" : "  MISSED") : ""
            print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.4f", value) + mark)
        }
        if bars.contains(false) { throw ExitCode(1) }
    }

    private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
        let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
        return xy / (xx * yy).squareRoot()
    }
}
