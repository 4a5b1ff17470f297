internal import Syncopate

/// Rows of a decisions file on their way to a log.
struct DecisionsReading {
    private let table: HeaderedTable
    /// What was noticed.
    private(set) var findings: FindingCollector
    /// Rows that are in no decision of the log.
    private(set) var leftOut = 0

    private var learners = Names()
    private var actions = Names()
    private var decisions = Names()
    /// The rows of each decision, by its position.
    private var groups: [[Row]] = []
    /// Decisions with a row that could not be read: half a decision would be another one.
    private var broken: Set<Int> = []

    /// One row that could be read.
    private struct Row {
        var line: Int
        var learner: Int32
        var action: Int32
        var propensity: Double?
        var reward: Double?
        var target: Double
        var predicted: Double?
        var predictedTarget: Double?
    }

    /// Names by position, in the order they were first seen.
    private struct Names {
        private(set) var all: [String] = []
        private var positions: [String: Int] = [:]

        mutating func position(_ name: String) -> Int {
            if let known = positions[name] { return known }
            positions[name] = all.count
            all.append(name)
            return all.count - 1
        }
    }

    init(_ table: HeaderedTable, findings: FindingCollector) {
        self.table = table
        self.findings = findings
    }

    /// Takes a row, or notes what is wrong with it.
    mutating func add(_ row: CSVRow) {
        let name = table.text(row, "decision")
        guard !name.isEmpty else {
            leftOut += 1
            return note(.blankID, "decision", row, "there is no decision", "fill it in")
        }
        let decision = decisions.position(name)
        if decision == groups.count { groups.append([]) }
        guard let read = read(row) else {
            leftOut += 1
            broken.insert(decision)
            return
        }
        groups[decision].append(read)
    }

    private mutating func read(_ row: CSVRow) -> Row? {
        let learner = table.text(row, "learner")
        let action = table.text(row, "action")
        for (name, text) in [("learner", learner), ("action", action)] where text.isEmpty {
            note(.blankID, name, row, "there is no \(name)", "fill it in")
            return nil
        }
        let propensity = table.number(row, "propensity")
        let reward = table.number(row, "reward")
        let target = table.number(row, "target")
        let isChosen = reward != nil
        // Blank is no propensity, and without one the decision says nothing.
        let isPropensity = propensity.map { $0 > 0 && $0 <= 1 } ?? false
        if isChosen, !isPropensity { return refuse(.badPropensity, "propensity", row) }
        if let propensity, !(0...1).contains(propensity) { return refuse(.badCandidatePropensity, "propensity", row) }
        if let reward, !reward.isFinite { return refuse(.badReward, "reward", row) }
        guard let target, (0...1).contains(target) else { return refuse(.badTarget, "target", row) }
        for name in ["predicted", "predicted_target"] {
            if let value = table.number(row, name), !value.isFinite { return refuse(.badPrediction, name, row) }
        }
        return Row(
            line: row.line, learner: Int32(learners.position(learner)), action: Int32(actions.position(action)),
            propensity: propensity, reward: reward, target: target, predicted: table.number(row, "predicted"),
            predictedTarget: table.number(row, "predicted_target"))
    }

    // MARK: The log

    /// Makes decisions of the rows, in the order of their first rows.
    mutating func assemble() -> DecisionLog {
        var log = DecisionLog(learners: learners.all, actions: actions.all)
        for (decision, rows) in groups.enumerated() {
            if !broken.contains(decision), let made = make(decisions.all[decision], rows) {
                do {
                    try log.append(made.decision)
                    continue
                } catch {
                    note(.badValue, made.line, error.description, error.remedy)
                }
            }
            leftOut += rows.count
        }
        return log
    }

    private mutating func make(_ id: String, _ rows: [Row]) -> (decision: Decision, line: Int)? {
        guard let first = rows.first else { return nil }
        let chosen = rows.filter { $0.reward != nil }
        guard chosen.count < 2 else {
            note(
                .duplicateEvent, chosen[1].line, "this decision has a reward on another row already",
                "keep one of them, or give each decision an id of its own")
            return nil
        }
        guard let choice = chosen.first, let reward = choice.reward, let propensity = choice.propensity else {
            note(
                .badValue, first.line, "no row of this decision has a reward", "fill in what came of the chosen action")
            return nil
        }
        guard rows.allSatisfy({ $0.learner == choice.learner }) else {
            note(.badValue, choice.line, "the rows of this decision name different learners", "correct them")
            return nil
        }
        if rows.count == 1, choice.target < 1 || choice.predictedTarget != nil {
            return (
                Decision(
                    id: id, learner: choice.learner, action: choice.action, propensity: propensity, reward: reward,
                    target: choice.target, predicted: choice.predicted, predictedTarget: choice.predictedTarget),
                choice.line
            )
        }
        // A target that is certain has no other candidate.
        let candidates = rows.map {
            CandidateAction(action: $0.action, target: $0.target, propensity: $0.propensity, predicted: $0.predicted)
        }
        var decision = Decision(
            id: id, learner: choice.learner, action: choice.action, propensity: propensity, reward: reward,
            candidates: candidates)
        if let stated = choice.predictedTarget {
            decision.predicted = choice.predicted
            decision.predictedTarget = stated
        } else if decision.predicted == nil, let predicting = rows.first(where: { $0.predicted != nil }) {
            note(
                .badValue, predicting.line, "a predicted reward is there for some of the actions of this decision only",
                "fill it in for all of them or none, or give predicted_target")
            return nil
        }
        return (decision, choice.line)
    }

    // MARK: Findings

    private mutating func refuse(_ fault: DecisionFault, _ name: String, _ row: CSVRow) -> Row? {
        note(.badValue, name, row, fault.description, fault.remedy)
        return nil
    }

    /// Notes a cell, which is quoted in a file without learners only.
    private mutating func note(
        _ rule: FindingRule, _ name: String, _ row: CSVRow, _ message: String, _ remedy: String
    ) {
        findings.add(
            rule, line: row.line, column: table.column(name), header: name, excerpt: table.excerpt(row, name), message,
            remedy: remedy)
    }

    /// An error of a whole decision.
    private mutating func note(_ rule: FindingRule, _ line: Int, _ message: String, _ remedy: String) {
        findings.add(rule, .error, line: line, message, remedy: remedy)
    }
}
