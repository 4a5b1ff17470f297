import Syncopate
import SyncopateStudents
import TestSupport
import Testing

/// What holds for every rival.
struct RivalTests {
    static let rivals: [any Rival.Type] = [
        ItemMean.self, EloRival.self, BayesianKnowledgeTracing.self, PerformanceFactors.self,
        BestLogisticRegression.self,
    ]

    /// Logs in which something or other is missing.
    static let odd: [ResponseLog] = {
        typealias Row = RivalLog.Row
        func many(_ count: Int, _ row: (Int) -> Row) -> ResponseLog { RivalLog.log((0..<count).map(row)) }
        return [
            RivalLog.log([]),
            RivalLog.log([Row(learner: "a", item: "x", score: 1)]),
            RivalLog.log([Row(learner: "a", item: "x", skills: ["s"], score: 0, at: 5)]),
            many(40) { Row(learner: "a", item: "x\($0 % 7)", skills: ["s"], score: Double($0 % 2)) },
            many(40) { Row(learner: "l\($0 % 8)", item: "x", skills: ["s", "t"], score: Double($0 % 3) / 2) },
            many(400) { Row(learner: "l\($0 % 8)", item: "x\($0 % 5)", score: Double($0 % 2)) },
            many(400) { Row(learner: "l\($0 % 8)", item: "x\($0 % 5)", skills: ["s\($0 % 5)"], score: 1) },
            many(400) { Row(learner: "l\($0 % 8)", item: "x\($0 % 5)", skills: ["s\($0 % 5)"], score: 0) },
            many(90) { Row(learner: "l\($0 % 8)", item: "x\($0)", skills: ["s\($0)"], score: 0.3, at: 1) },
        ]
    }()

    @Test func oddLogsGiveProbabilities() {
        for rival in Self.rivals {
            for (number, training) in Self.odd.enumerated() {
                let fitted = rival.init(fitting: training)
                for test in Self.odd {
                    let predictions = fitted.predictions(test)
                    #expect(predictions.count == test.count)
                    #expect(
                        predictions.allSatisfy { $0 > 0 && $0 < 1 }, "\(rival.name) fitted on the log at \(number)")
                }
            }
        }
    }

    /// Outcomes of the second half of the log become their opposites: nothing before may notice, nor anything at the
    /// same moment.
    @Test func theFutureIsUnknown() {
        var generator = SeededGenerator(seed: 3)
        let training = RivalLog.log(RivalLog.simulated(learners: 30, length: 20, seed: 1, prefix: "a"))
        for rival in Self.rivals {
            let fitted = rival.init(fitting: training)
            for _ in 0..<20 {
                var rows = RivalLog.simulated(learners: 1, length: 24, seed: generator.next(), prefix: "b")
                // Bundles of three.
                for index in rows.indices { rows[index].at = Double(index / 3) }
                let before = fitted.predictions(RivalLog.log(rows))
                let from = Int(generator.next() % 24)
                for index in rows.indices where index >= from { rows[index].score = 1 - rows[index].score }
                let after = fitted.predictions(RivalLog.log(rows))
                let told = (from / 3 + 1) * 3
                #expect(before.prefix(told) == after.prefix(told), "\(rival.name), from \(from)")
                // Half of the log is left, so every skill comes again.
                if rival != ItemMean.self, told <= 12 { #expect(before != after, "\(rival.name) learns nothing") }
            }
        }
    }

    /// Positions of items, skills and learners in the log to be predicted are of no consequence.
    @Test func onlyIdsCount() {
        let training = RivalLog.log(RivalLog.simulated(learners: 30, length: 20, seed: 1, prefix: "a"))
        let rows = RivalLog.simulated(learners: 10, length: 20, seed: 2, prefix: "b")
        let blocks = stride(from: 0, to: rows.count, by: 20).map { Array(rows[$0..<($0 + 20)]) }
        let turned = Array(blocks.reversed().joined())
        for rival in Self.rivals {
            let fitted = rival.init(fitting: training)
            let straight = fitted.predictions(RivalLog.log(rows))
            let reversed = fitted.predictions(RivalLog.log(turned))
            for block in blocks.indices {
                let place = blocks.count - 1 - block
                let (one, other) = (
                    straight[(block * 20)..<(block * 20 + 20)], reversed[(place * 20)..<(place * 20 + 20)]
                )
                #expect(zip(one, other).allSatisfy { abs($0 - $1) < 1e-12 }, "\(rival.name)")
            }
        }
    }

    @Test func theSameBitsTwice() {
        let training = RivalLog.log(RivalLog.simulated(learners: 40, length: 20, seed: 8, prefix: "a"))
        let test = RivalLog.log(RivalLog.simulated(learners: 10, length: 20, seed: 9, prefix: "b"))
        for rival in Self.rivals {
            #expect(rival.init(fitting: training).predictions(test) == rival.init(fitting: training).predictions(test))
        }
    }

    /// Where learners differ a lot and do not change, whoever looks at learners beats the item's mean.
    @Test func learnersAreToldApart() {
        let training = RivalLog.log(RivalLog.simulated(learners: 200, length: 30, seed: 21, prefix: "a"))
        let test = RivalLog.log(RivalLog.simulated(learners: 80, length: 30, seed: 22, prefix: "b"))
        let bar = RivalLog.logLoss(ItemMean(fitting: training).predictions(test), test)
        #expect(bar < 0.69)
        #expect(RivalLog.logLoss(EloRival(fitting: training).predictions(test), test) < bar - 0.05)
        #expect(RivalLog.logLoss(BestLogisticRegression(fitting: training).predictions(test), test) < bar - 0.05)
        // Without items, but with learners: better than knowing nothing.
        #expect(RivalLog.logLoss(PerformanceFactors(fitting: training).predictions(test), test) < 0.67)
    }
}
