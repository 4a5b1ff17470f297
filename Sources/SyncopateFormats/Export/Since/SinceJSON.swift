internal import Syncopate

/// What became of one learner since a plan, as JSON.
enum SinceJSON {
    static func write(
        _ learner: LearnerSince, report: SinceReport, advice: ClassAdvice, gradebook: Gradebook,
        to json: inout JSONWriter
    ) {
        json.key("since")
        json.beginObject()
        json.key("plan")
        json.integer(report.plan)
        json.key("new_scores")
        json.integer(learner.newScores)
        json.key("recommended")
        json.integer(learner.recommended)
        json.key("done")
        json.integer(learner.done)
        json.key("forecasts")
        json.beginArray()
        for check in report.checks where check.learner == learner.learner {
            json.beginObject()
            json.key("item")
            json.string(gradebook.items[check.item].id)
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
            json.string(advice.skills[change.topic].id)
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
