internal import Syncopate

/// The cells of a plan, by header: what is added to rows of advice, and the rows that are kept for the next plan.
struct PlanRows {
    private let plan: AdvicePlan
    private let titles: [String: String]
    private let people: [String: Learner]
    /// By learner and rank.
    private let tasks: [String: [Int: AdvicePlan.Task]]

    init(_ plan: AdvicePlan, gradebook: Gradebook) {
        self.plan = plan
        titles = Dictionary(gradebook.items.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        people = Dictionary(gradebook.learners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var tasks: [String: [Int: AdvicePlan.Task]] = [:]
        for task in plan.tasks where task.waits == 0 { tasks[task.learner, default: [:]][task.rank] = task }
        self.tasks = tasks
    }

    /// What a row of advice has beside the advice: who it is for, and what was believed.
    func row(of person: Learner, rank: Int) -> [String: String] {
        var row = who(person.id)
        if let task = tasks[person.id]?[rank] { add(task, to: &row) }
        if let standing = plan.standings[person.id] {
            row["scores"] = String(standing.scores)
            row["independence"] = AdviceCSV.plain(standing.independence)
            row["independence_sd"] = AdviceCSV.plain(standing.independenceDeviation)
        }
        row["plan"] = String(plan.number)
        row["at"] = plan.at.flatMap { Moment.text($0) } ?? ""
        return row
    }

    /// The rows below the advice.
    func kept() -> [[String: String]] {
        var rows: [[String: String]] = []
        func add(_ type: PlanRowType, _ row: [String: String], _ why: String) {
            var row = row
            row["type"] = type.rawValue
            row["plan"] = String(plan.number)
            row["why"] = AdviceCSV.cell(why)
            rows.append(row)
        }
        for correction in plan.corrections {
            add(.correction, cells(correction), "stands until this row is deleted")
        }
        for task in plan.tasks where task.waits > 0 {
            var row = who(task.learner)
            self.add(task, to: &row)
            row["item"] = AdviceCSV.cell(task.item ?? "")
            row["title"] = AdviceCSV.cell(task.item.flatMap { titles[$0] } ?? task.topic ?? "")
            row["mode"] = task.mode.rawValue
            row["happened"] = task.happened.map(HappenedWords.word) ?? ""
            row["waits"] = String(task.waits)
            add(.waiting, row, "kept until a score on the topic tells what came of it")
        }
        for forecast in plan.forecasts {
            var row = who(forecast.learner)
            row["item"] = AdviceCSV.cell(forecast.item)
            row["title"] = AdviceCSV.cell(titles[forecast.item] ?? "")
            row["success"] = AdviceCSV.number(forecast.success)
            row["success_sd"] = AdviceCSV.number(forecast.deviation)
            row["column_mean"] = AdviceCSV.plain(forecast.columnMean)
            add(.forecast, row, "kept to check the forecast against the score that comes")
        }
        for column in plan.columns {
            add(
                .column,
                [
                    "item": AdviceCSV.cell(column.item), "title": AdviceCSV.cell(column.title),
                    "scores": String(column.scored),
                ], "kept to tell what is new")
        }
        for gain in plan.gains { add(.learned, cells(gain), "kept: what came of working this way") }
        return rows
    }

    private func who(_ id: String) -> [String: String] {
        let person = people[id]
        return [
            "learner": AdviceCSV.cell(id), "name": AdviceCSV.cell(person?.name ?? ""),
            "section": AdviceCSV.cell(person?.section ?? ""),
        ]
    }

    private func add(_ task: AdvicePlan.Task, to row: inout [String: String]) {
        row["minutes"] = AdviceCSV.plain(task.minutes)
        row["topic"] = AdviceCSV.cell(task.topic ?? "")
        row["topic_success"] = AdviceCSV.number(task.before?.success)
        row["topic_sd"] = AdviceCSV.number(task.before?.deviation)
        row["had"] = AdviceCSV.plain(task.had)
        row["column_mean"] = AdviceCSV.plain(task.columnMean)
        row["peer_reach"] = AdviceCSV.number(task.peerReach)
        row["people"] = task.people.map(String.init) ?? ""
    }

    private func cells(_ correction: PlanCorrection) -> [String: String] {
        var row: [String: String] = [:]
        switch correction {
        case .topicMoved(let item, _): row["item"] = AdviceCSV.cell(item)
        case .notMyStudent(let learner): row["learner"] = AdviceCSV.cell(learner)
        case .zeroWasReal(let learner, let item):
            row = who(learner)
            row["item"] = AdviceCSV.cell(item)
        }
        if let item = correction.item { row["title"] = AdviceCSV.cell(titles[item] ?? "") }
        let words = CorrectionWords.words(correction)
        row["correction"] = words.correction
        row["note"] = AdviceCSV.cell(words.note)
        return row
    }

    private func cells(_ gain: LearnedGain) -> [String: String] {
        let observation = gain.observation
        var row = gain.learner.map { who($0) } ?? [:]
        row["topic"] = AdviceCSV.cell(gain.topic)
        row["mode"] = observation.mode.rawValue
        row["minutes"] = AdviceCSV.plain(observation.minutes)
        row["gained"] = AdviceCSV.plain(observation.gain)
        row["gained_sd"] = AdviceCSV.plain(max(observation.variance, 0).squareRoot())
        row["topic_success"] = AdviceCSV.number(observation.situation.success)
        row["independence"] = AdviceCSV.plain(observation.situation.independence)
        row["independence_sd"] = AdviceCSV.plain(observation.situation.independenceDeviation)
        row["peer_reach"] = AdviceCSV.number(observation.situation.peerReach)
        row["people"] = observation.situation.groupSize.map(String.init) ?? ""
        return row
    }
}
