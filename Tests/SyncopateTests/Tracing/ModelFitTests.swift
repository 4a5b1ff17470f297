import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct ModelFitTests {
    private typealias Row = TracingLog.Row

    private static func options(
        first: Int = 2, last: Int = 2, _ change: (inout FitOptions) -> Void = { _ in }
    ) -> FitOptions {
        var options = FitOptions()
        options.firstRounds = first
        options.lastRounds = last
        change(&options)
        return options
    }

    private static func fitted(_ log: ResponseLog, _ options: FitOptions, workers: Workers = .one) -> MasteryModel {
        var fit = ModelFit(log, options: options, workers: workers)
        while !fit.isDone { fit.advance() }
        return fit.model
    }

    /// Threads that take pieces in an order of their own.
    private static func workers(_ threads: Int, seed: UInt64) -> Workers {
        Workers { pieces, body in
            var generator = TestSupport.SeededGenerator(seed: seed)
            let order = Array(0..<pieces).shuffled(using: &generator)
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for place in stride(from: thread, to: pieces, by: threads) { body(order[place]) }
            }
        }
    }

    private static let log = TracingLog.log(TracingLog.simulated(learners: 24, length: 14, seed: 1))

    // MARK: - The same fit

    @Test func anyNumberOfWorkersFitsTheSameModel() {
        let options = Self.options(first: 1, last: 1)
        let alone = Self.fitted(Self.log, options)
        for threads in [1, 2, 5] {
            #expect(Self.fitted(Self.log, options, workers: Self.workers(threads, seed: UInt64(threads))) == alone)
        }
    }

    @Test func aFitThatIsResumedAfterEveryRoundIsTheSame() {
        let options = Self.options(first: 1, last: 1)
        let whole = Self.fitted(Self.log, options)
        var state: FitState?
        var rounds = 0
        while true {
            var fit = ModelFit(Self.log, options: options)
            if let state {
                let goesOn = fit.resume(state)
                #expect(goesOn)
            }
            if fit.isDone {
                #expect(fit.model == whole)
                #expect(rounds == fit.steps && fit.stepsDone == rounds)
                break
            }
            fit.advance()
            state = fit.state
            rounds += 1
        }
    }

    @Test func aFitOfSomethingElseIsNotResumed() {
        var other = ModelFit(Self.log, options: Self.options(first: 1, last: 1))
        other.advance()
        var seed = ModelFit(Self.log, options: Self.options(first: 1, last: 1) { $0.seed = 9 })
        let seedGoesOn = seed.resume(other.state)
        #expect(!seedGoesOn)
        var without = ModelFit(Self.log, options: Self.options(first: 1, last: 1) { $0.settings.without = [.gaps] })
        let withoutGoesOn = without.resume(other.state)
        #expect(!withoutGoesOn)
        var factors = ModelFit(Self.log, options: Self.options(first: 1, last: 1) { $0.settings.factors = 2 })
        let factorsGoesOn = factors.resume(other.state)
        #expect(!factorsGoesOn)
        let elsewhere = TracingLog.log(TracingLog.simulated(learners: 24, length: 14, seed: 2))
        var log = ModelFit(elsewhere, options: Self.options(first: 1, last: 1))
        let logGoesOn = log.resume(other.state)
        #expect(!logGoesOn)
        #expect(log.stepsDone == 0 && seed.stepsDone == 0)
    }

    // MARK: - A good fit

    /// Easiness and ability are all there is in the simulation, so that both can be asked for.
    @Test(arguments: [1, 2]) func whatWasPutInIsFoundAgain(factors: Int) {
        let training = TracingLog.log(TracingLog.simulated(learners: 80, length: 40, seed: 3))
        let model = Self.fitted(training, Self.options { $0.settings.factors = factors })
        let fresh = TracingLog.log(TracingLog.simulated(learners: 60, length: 40, seed: 4, prefix: "fresh"))

        // Item means of the training log, each of about 130 responses.
        var sums = [String: (right: Double, all: Double)]()
        for index in 0..<training.count {
            sums[training.items[Int(training.item[index])], default: (1, 2)].right += training.score[index]
            sums[training.items[Int(training.item[index])], default: (1, 2)].all += 1
        }
        let means = fresh.item.map { item in sums[fresh.items[Int(item)]].map { $0.right / $0.all } ?? 0.5 }
        let loss = TracingLog.logLoss(model.predictions(fresh), fresh)
        let best = TracingLog.logLoss(means, fresh)
        #expect(loss < best - 0.03, "\(loss) against \(best)")

        // Easiness is what is expected of somebody of whom nothing is known.
        var found: [Double] = []
        for item in 0..<24 {
            let first = model.predictions(
                TracingLog.log([Row("q", "i\(item)", TracingLog.skills(item), score: 1)]))
            found.append(Foundation.log(first[0] / (1 - first[0])))
        }
        let correlation = Self.correlation(found, (0..<24).map(TracingLog.easiness))
        #expect(correlation > 0.8, "\(correlation)")
        #expect(model.structure.factors == factors)
        #expect(model.provenance.heldOutLogLoss < model.provenance.heldOutItemMeanLogLoss)
    }

    private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let n = Double(x.count)
        let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        var (xy, xx, yy) = (0.0, 0.0, 0.0)
        for (u, v) in zip(x, y) {
            xy += (u - a) * (v - b)
            xx += (u - a) * (u - a)
            yy += (v - b) * (v - b)
        }
        return xy / (xx * yy).squareRoot()
    }

    @Test func eachPartCanBeSwitchedOff() {
        let whole = Self.fitted(Self.log, Self.options(first: 1, last: 1)).predictions(Self.log)
        for group in TermGroup.allCases {
            let model = Self.fitted(Self.log, Self.options(first: 1, last: 1) { $0.settings.without = [group] })
            let predictions = model.predictions(Self.log)
            #expect(predictions != whole, "\(group)")
            #expect(predictions.allSatisfy { $0 > 0 && $0 < 1 })
            #expect(!model.terms.contains { $0.term.group == group })
            #expect(!model.settings.uses(group))
        }
        // Without anything, everybody has even odds.
        let nothing = Self.fitted(
            Self.log, Self.options(first: 1, last: 0) { $0.settings.without = Set(TermGroup.allCases) })
        #expect(nothing.predictions(Self.log).allSatisfy { $0 == 0.5 })
    }

    // MARK: - Small and odd logs

    /// Name, rows.
    static let odd: [(String, [TracingLog.Row])] = {
        let many = TracingLog.simulated(learners: 22, length: 6, seed: 5)
        func changed(_ change: (inout TracingLog.Row) -> Void) -> [TracingLog.Row] {
            many.map { row in
                var row = row
                change(&row)
                return row
            }
        }
        return [
            ("nothing", []), ("one response", Array(many.prefix(1))), ("one learner", Array(many.prefix(6))),
            ("all right", changed { $0.score = 1 }), ("all wrong", changed { $0.score = 0 }),
            ("one skill", changed { $0.skills = [SkillWeight(skill: "s")] }), ("no skill", changed { $0.skills = [] }),
            ("one item", changed { ($0.item, $0.skills) = ("i", [SkillWeight(skill: "s")]) }),
            ("shares", TracingLog.simulated(learners: 22, length: 6, seed: 5, graded: true)),
            ("beyond", changed { $0.score = 3 * $0.score - 1 }),
        ]
    }()

    @Test(arguments: odd.indices) func oddLogsGiveProbabilities(index: Int) {
        let (name, rows) = Self.odd[index]
        let log = TracingLog.log(rows)
        let fresh = TracingLog.log(TracingLog.simulated(learners: 3, length: 20, seed: 6, prefix: "fresh"))
        for factors in [1, 3] {
            let model = Self.fitted(log, Self.options(first: 2, last: 1) { $0.settings.factors = factors })
            for predictions in [model.predictions(log), model.predictions(fresh)] {
                #expect(predictions.allSatisfy { $0 > 0 && $0 < 1 }, "\(name)")
            }
            let mean = model.predictions(log).reduce(0, +) / Double(max(log.count, 1))
            if name == "all right" { #expect(mean > 0.9) }
            if name == "all wrong" { #expect(mean < 0.1) }
        }
    }

    @Test func factorsAreHeldToWhatThereIs() {
        for (asked, got) in [(-3, 1), (0, 1), (8, 8), (100, 8)] {
            let fit = ModelFit(Self.log, options: Self.options { $0.settings.factors = asked })
            #expect(fit.state.structure.factors == got && fit.state.settings.factors == got)
        }
    }
}
