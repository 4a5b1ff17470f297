import TestSupport
import Testing

@testable import Syncopate

struct PredictionTableTests {
    @Test(arguments: [
        (Prediction(learner: 1, item: 0, row: 7, score: 1, probability: 0.5), PredictionFault.unknownLearner(row: 7)),
        (Prediction(learner: -1, item: 0, row: 7, score: 1, probability: 0.5), .unknownLearner(row: 7)),
        (Prediction(learner: 0, item: 2, row: 7, score: 1, probability: 0.5), .unknownItem(row: 7)),
        (Prediction(learner: 0, item: 0, row: 7, score: 1.01, probability: 0.5), .badScore(row: 7)),
        (Prediction(learner: 0, item: 0, row: 7, score: .nan, probability: 0.5), .badScore(row: 7)),
        (Prediction(learner: 0, item: 0, row: 7, score: 1, probability: .nan), .badProbability(row: 7)),
        (Prediction(learner: 0, item: 0, row: 7, score: 1, probability: -0.1), .badProbability(row: 7)),
    ])
    func whatIsNoPredictionIsRefusedAndChangesNothing(row: Prediction, fault: PredictionFault) throws {
        var table = PredictionTable(learners: ["a"], items: ["x", "y"])
        try table.append(Prediction(learner: 0, item: 1, row: 1, score: 0, probability: 1))
        #expect(throws: fault) { try table.append(row) }
        #expect(table.count == 1)
        let columns = [table.learner.count, table.item.count, table.score.count, table.probability.count]
        #expect(columns == [1, 1, 1, 1])
    }

    @Test func probabilitiesAreReplacedAllOrNone() throws {
        let table = try InventedPredictions.small([(0.2, 0), (0.7, 1)])
        let other = try table.replacing(probabilities: [0.1, 0.9])
        #expect(other.probability == [0.1, 0.9] && other.score == table.score && table.probability == [0.2, 0.7])
        #expect(throws: PredictionFault.countMismatch(expected: 2, found: 1)) {
            try table.replacing(probabilities: [0.1])
        }
        #expect(throws: PredictionFault.badProbability(row: 1)) { try table.replacing(probabilities: [0.1, .nan]) }
    }

    @Test func partsAreJoined() throws {
        var table = try InventedPredictions.table(100)
        let whole = try InventedPredictions.table(100)
        var other = PredictionTable(learners: whole.learners, items: whole.items)
        try other.append(contentsOf: table)
        try table.append(contentsOf: other)
        #expect(table.count == 200 && table[150].row == whole[50].row && table[150].gap == whole[50].gap)
        #expect(throws: PredictionFault.namesDiffer) {
            try table.append(contentsOf: PredictionTable(learners: ["a"], items: whole.items))
        }
    }

    /// By hand: what a log says of each response.
    @Test func circumstancesComeFromTheLog() throws {
        var log = EvidenceLog()
        log.intern(Learner(id: "a"))
        log.intern(Learner(id: "b"))
        log.intern(Item(id: "x", title: "x"))
        log.intern(Item(id: "y", title: "y"))
        let events: [(learner: Int32, item: Int32, at: Double)] = [
            (0, 0, 10), (1, 1, 5), (0, 1, 40), (0, 0, .nan), (0, 0, 90),
        ]
        for (row, event) in events.enumerated() {
            log.append(
                Event(
                    learner: event.learner, item: event.item, status: .scored, score: 1, at: event.at,
                    row: Int32(row)))
        }
        let responses = ResponseLog(log)
        let table = try PredictionTable(
            responses, probabilities: [0.1, 0.2, 0.3, 0.4, 0.5], isKnownItem: [true, false])
        #expect(table.learner == [0, 0, 0, 0, 1] && table.row == [0, 2, 3, 4, 1])
        #expect(table.position == [0, 1, 2, 3, 0] && table.repeats == [0, 0, 1, 2, 0])
        #expect(table.gap.map { $0.isNaN ? -1 : $0 } == [-1, 30, -1, -1, -1])
        #expect(table.isNewItem == [false, true, false, false, true])
        #expect(throws: PredictionFault.countMismatch(expected: 5, found: 1)) {
            try PredictionTable(responses, probabilities: [1])
        }
        #expect(throws: PredictionFault.countMismatch(expected: 2, found: 1)) {
            try PredictionTable(responses, probabilities: table.probability, isKnownItem: [true])
        }
    }

    @Test func slicesAtTheirEdges() throws {
        func slice(_ slicing: Slicing, _ change: (inout Prediction) -> Void) throws -> String {
            var row = Prediction(learner: 0, item: 0, row: 0, score: 1, probability: 0.5)
            change(&row)
            var table = PredictionTable(learners: ["a"], items: ["x"])
            try table.append(row)
            return slicing.labels[slicing.slice(of: 0, in: table)]
        }
        let positions = try [0, 4, 5, 9, 10, 19, 20, 49, 50, 99, 100, .max].map { place in
            try slice(.position) { $0.position = place }
        }
        #expect(
            positions == [
                "1-5", "1-5", "6-10", "6-10", "11-20", "11-20", "21-50", "21-50", "51-100", "51-100", "101+", "101+",
            ])
        let gaps = try [.nan, -5, 0, 59.9, 60, 600, 3600, 86_400, 604_800, 2_592_000, .infinity].map { gap in
            try slice(.gap) { $0.gap = gap }
        }
        #expect(
            gaps == [
                "no time", "under 1 min", "under 1 min", "under 1 min", "under 10 min", "under 1 h", "under 1 day",
                "under 1 week", "under 1 month", "longer", "longer",
            ])
        #expect(
            try [0, 1, 2, 3, 99].map { repeats in try slice(.repeats) { $0.repeats = repeats } }
                == ["first", "second", "third", "fourth+", "fourth+"])
        #expect(try [false, true].map { new in try slice(.newItems) { $0.isNewItem = new } } == ["known", "new"])
    }
}
