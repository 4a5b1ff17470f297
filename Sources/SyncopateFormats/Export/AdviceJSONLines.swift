internal import JSONText
public import Syncopate

/// Advice as JSON lines: one object per learner, in the order of the input, figures to four decimals.
public enum AdviceJSONLines {
    /// Writes the whole answer.
    ///
    /// - Parameters:
    ///   - advice: the answer.
    ///   - gradebook: the one the answer is about.
    ///   - seed: the seed the answer was made with, which is written beside its propensities.
    public static func write(_ advice: ClassAdvice, gradebook: Gradebook, seed: UInt64) -> [UInt8] {
        var json = JSONWriter()
        let since = advice.since.map { SinceJSON($0, advice: advice, gradebook: gradebook) }
        let doubtful = Dictionary(grouping: advice.doubtful, by: \.learner)
        for learner in advice.learners {
            line(
                learner, advice: advice, since: since, doubtful: doubtful[learner.learner] ?? [], gradebook: gradebook,
                seed: seed, to: &json)
        }
        return json.bytes
    }

    private static func line(
        _ learner: LearnerAdvice, advice: ClassAdvice, since: SinceJSON?, doubtful: [DoubtfulScore],
        gradebook: Gradebook, seed: UInt64,
        to json: inout JSONWriter
    ) {
        let person = gradebook.learners[learner.learner]
        json.beginObject()
        json.key("learner")
        json.string(person.id)
        if !person.name.isEmpty {
            json.key("name")
            json.string(person.name)
        }
        if !person.section.isEmpty {
            json.key("section")
            json.string(person.section)
        }
        if !advice.course.isEmpty {
            json.key("course")
            json.string(advice.course)
        }
        json.key("scores")
        json.integer(learner.scores)
        json.key("action")
        json.string(learner.recommendations.first?.action.rawValue ?? "")
        json.key("mode")
        json.string(learner.mode.mode.rawValue)
        json.key("course_mode")
        json.string(learner.mode.mode.courseMode)
        json.key("items")
        json.beginArray()
        for recommendation in learner.recommendations {
            guard let item = recommendation.item else { continue }
            write(recommendation, item: gradebook.items[item], to: &json)
        }
        json.endArray()
        if let first = learner.recommendations.first, first.item == nil, let prescription = first.prescription {
            json.key("reason")
            json.string(first.reasons.map(\.sentence).joined(separator: "; "))
            json.key("prescription")
            write(prescription, of: first, to: &json)
        }
        json.key("pacing")
        PacingJSON.write(learner.mode, seed: seed, id: { gradebook.learners[$0].id }, to: &json)
        json.key("mastery")
        json.beginArray()
        for mastery in learner.masteries {
            json.beginObject()
            json.key("skill")
            json.string(advice.skills[mastery.skill].id)
            json.key("success")
            json.number(Rounding.decimals(mastery.success, 4))
            json.key("success_sd")
            json.number(Rounding.decimals(mastery.deviation, 4))
            json.endObject()
        }
        json.endArray()
        since?.write(learner.learner, to: &json)
        write(doubtful, gradebook: gradebook, to: &json)
        json.key("basis")
        json.string(advice.basis.rawValue)
        json.endObject()
        json.newline()
    }

    /// What was read as missing work; nothing where nothing was.
    private static func write(_ doubtful: [DoubtfulScore], gradebook: Gradebook, to json: inout JSONWriter) {
        guard !doubtful.isEmpty else { return }
        json.key("zeros")
        json.beginArray()
        for score in doubtful {
            json.beginObject()
            json.key("item")
            json.string(gradebook.items[score.item].id)
            if score.value > 0 {
                json.key("value")
                json.number(Rounding.decimals(score.value, 4))
            }
            json.key("p_missing")
            json.number(Rounding.decimals(score.missing, 4))
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ recommendation: Recommendation, item: Item, to json: inout JSONWriter) {
        json.beginObject()
        json.key("item")
        json.string(item.id)
        json.key("title")
        json.string(item.title)
        common(recommendation, to: &json)
        if let success = recommendation.success, let deviation = recommendation.successDeviation {
            let interval = ScorePrediction(success: success, deviation: deviation).interval
            json.key("success")
            json.number(Rounding.decimals(success, 4))
            json.key("success_sd")
            json.number(Rounding.decimals(deviation, 4))
            json.key("success_interval")
            json.beginArray()
            json.number(Rounding.decimals(interval.lowerBound, 4))
            json.number(Rounding.decimals(interval.upperBound, 4))
            json.endArray()
        }
        rest(recommendation, to: &json)
        json.endObject()
    }

    private static func write(
        _ prescription: Prescription, of recommendation: Recommendation, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("topic")
        json.string(prescription.topic)
        json.key("task")
        json.string(prescription.task)
        json.key("questions")
        json.integer(prescription.questions)
        json.key("target_success")
        json.number(prescription.targetSuccess)
        common(recommendation, to: &json)
        rest(recommendation, to: &json)
        json.endObject()
    }

    private static func common(_ recommendation: Recommendation, to json: inout JSONWriter) {
        json.key("action")
        json.string(recommendation.action.rawValue)
        json.key("mode")
        json.string(recommendation.mode.rawValue)
        json.key("course_mode")
        json.string(recommendation.mode.courseMode)
        json.key("score")
        json.number(recommendation.score)
    }

    private static func rest(_ recommendation: Recommendation, to json: inout JSONWriter) {
        json.key("gain")
        json.number(Rounding.decimals(recommendation.gain, 4))
        json.key("minutes")
        json.number(Rounding.decimals(recommendation.minutes, 2))
        json.key("minutes_assumed")
        json.boolean(recommendation.minutesAreAssumed)
        json.key("terms")
        json.beginObject()
        for term in recommendation.terms {
            json.key(term.name.key)
            json.number(term.value)
        }
        json.endObject()
        write(recommendation.reasons, to: &json)
    }

    static func write(_ reasons: [Reason], to json: inout JSONWriter) {
        json.key("reasons")
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("code")
            json.string(reason.code)
            json.key("text")
            json.string(reason.sentence)
            if reason.isGuess {
                json.key("guess")
                json.boolean(true)
            }
            json.endObject()
        }
        json.endArray()
    }
}
