internal import Syncopate

/// Corrections of a plan while it is read.
struct CorrectionReading {
    private var plain: Set<PlanCorrection> = []
    /// Per item, the topics it was moved to, and where; carried on from earlier plans, or written now.
    private var moves: [String: [Move]] = [:]

    private struct Move {
        var topic: String
        var isCarried: Bool
        var line: Int
    }

    /// Takes what a row says.
    mutating func add(
        _ text: String, note: String, learner: String, item: String, isCarried: Bool, line: Int, _ table: HeaderedTable,
        _ findings: inout FindingCollector
    ) {
        func fault(_ message: String, _ remedy: String) {
            findings.add(
                .badValue, line: line, column: table.column("correction"), header: "correction", message, remedy: remedy
            )
        }
        switch CorrectionWords.read(text, note: note) {
        case .nothing: break
        case .unknown:
            fault(
                "this is no correction in words that are known",
                "write topic moved: TOPIC, not my student, or zero was real")
        case .topicMoved(let topic):
            if item.isEmpty { return fault("the row has no item to move", "write it in a row with an item") }
            if topic.isEmpty { return fault("there is no topic to move it to", "write it after a colon, or in note") }
            moves[item, default: []].append(Move(topic: topic, isCarried: isCarried, line: line))
        case .notMyStudent:
            if learner.isEmpty { return fault("the row has no learner", "write it in a row of the learner") }
            plain.insert(.notMyStudent(learner: learner))
        case .zeroWasReal:
            if learner.isEmpty || item.isEmpty {
                return fault("the row has no learner or no item", "write it in a row with both")
            }
            plain.insert(.zeroWasReal(learner: learner, item: item))
        }
    }

    /// The corrections that stand: what is written now before what was carried on, and of two that differ neither.
    func standing(_ table: HeaderedTable, _ findings: inout FindingCollector) -> [PlanCorrection] {
        var all = plain
        for item in moves.keys.sorted() {
            let moves = moves[item] ?? []
            let written = moves.filter { !$0.isCarried }
            let counting = written.isEmpty ? moves : written
            let topics = Set(counting.map { $0.topic.lowercased() })
            if topics.count == 1, let topic = counting.map(\.topic).min() {
                all.insert(.topicMoved(item: item, topic: topic))
            } else if let last = counting.max(by: { $0.line < $1.line }) {
                findings.add(
                    .badValue, line: last.line, column: table.column("correction"), header: "correction",
                    "the item is moved to another topic further up, so it is moved to neither",
                    remedy: "keep one of them")
            }
        }
        return all.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }
}
