internal import JSONText
internal import Syncopate

/// What became of every learner since a plan, as JSON.
struct SinceJSON {
    private let plan: Int
    private let skills: [Skill]
    private let items: [Item]
    private let learners: [Int: LearnerSince]
    private let checks: [Int: [CheckedForecast]]

    init(_ report: SinceReport, advice: ClassAdvice, gradebook: Gradebook) {
        plan = report.plan
        skills = advice.skills
        items = gradebook.items
        learners = Dictionary(report.learners.map { ($0.learner, $0) }, uniquingKeysWith: { first, _ in first })
        checks = Dictionary(grouping: report.checks) { $0.learner }
    }

    /// Writes the member `since` of a learner's object; nothing of whoever the plan did not have.
    func write(_ position: Int, to json: inout JSONWriter) {
        guard let learner = learners[position] else { return }
        json.key("since")
        json.beginObject()
        json.key("plan")
        json.integer(plan)
        json.key("new_scores")
        json.integer(learner.newScores)
        json.key("recommended")
        json.integer(learner.recommended)
        json.key("done")
        json.integer(learner.done)
        json.key("forecasts")
        json.beginArray()
        for check in checks[position] ?? [] {
            json.beginObject()
            json.key("item")
            json.string(items[check.item].id)
            json.key("predicted")
            json.number(Rounding.decimals(check.predicted, 4))
            json.key("predicted_sd")
            json.number(Rounding.decimals(check.deviation, 4))
            json.key("came")
            json.number(Rounding.decimals(check.came, 4))
            if check.isGraded {
                json.key("inside")
                json.boolean(check.isInside)
            }
            json.endObject()
        }
        json.endArray()
        json.key("topics")
        json.beginArray()
        for change in learner.topics {
            json.beginObject()
            json.key("skill")
            json.string(skills[change.topic].id)
            json.key("scores")
            json.integer(change.scores)
            json.key("before")
            json.number(Rounding.decimals(change.before.success, 4))
            json.key("before_sd")
            json.number(Rounding.decimals(change.before.deviation, 4))
            json.key("now")
            json.number(Rounding.decimals(change.now.success, 4))
            json.key("now_sd")
            json.number(Rounding.decimals(change.now.deviation, 4))
            json.key("p_rose")
            json.number(Rounding.decimals(change.rose, 4))
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
