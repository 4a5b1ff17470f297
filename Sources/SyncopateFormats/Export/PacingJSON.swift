internal import JSONText
internal import Syncopate

/// Together or apart as a JSON object: where the mode lies on the range, what else was on offer, and why.
enum PacingJSON {
    /// Writes the object; probabilities and gains to four decimals.
    ///
    /// - Parameter id: identity of a learner by position.
    static func write(
        _ advice: ModeAdvice, seed: UInt64, id: (Int) -> String, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("collective")
        json.boolean(advice.isCollective)
        json.key("mode")
        json.string(advice.mode.rawValue)
        json.key("course_mode")
        json.string(advice.mode.courseMode)
        if let topic = advice.topic {
            json.key("topic")
            json.string(topic)
        }
        arrangement(advice.arrangement, to: &json)
        json.key("blend")
        json.number(Rounding.decimals(advice.blend, 4))
        sequence(advice.sequence, to: &json)
        if let growth = advice.growth { TogetherJSON.write(growth, to: &json) }
        if let interdependence = advice.interdependence { TogetherJSON.write(interdependence, to: &json) }
        if let point = advice.meetingPoint { TogetherJSON.write(point, id: id, to: &json) }
        if !advice.plan.isEmpty { TogetherJSON.write(advice.plan, to: &json) }
        json.key("p_best")
        json.number(Rounding.decimals(advice.best, 4))
        if let uplift = advice.uplift, let deviation = advice.upliftDeviation {
            json.key("uplift")
            json.number(Rounding.decimals(uplift, 4))
            json.key("uplift_sd")
            json.number(Rounding.decimals(deviation, 4))
        }
        if let seat = advice.seat { write(seat, to: &json) }
        json.key("propensity")
        json.number(Rounding.decimals(advice.propensity, 6))
        json.key("seed")
        json.string(String(seed))
        json.key("strengths")
        facts(advice.strengths, to: &json)
        json.key("risks")
        facts(advice.risks, to: &json)
        json.key("alternatives")
        json.beginArray()
        for option in advice.alternatives { write(option, to: &json) }
        json.endArray()
        AdviceJSONLines.write(advice.reasons, to: &json)
        json.endObject()
    }

    private static func arrangement(_ arrangement: Arrangement, to json: inout JSONWriter) {
        json.key("time")
        json.string(arrangement.time.rawValue)
        json.key("place")
        json.string(arrangement.place.rawValue)
        json.key("pace")
        json.string(arrangement.pace.rawValue)
        json.key("pathway")
        json.string(arrangement.pathway.rawValue)
        json.key("space")
        json.string(arrangement.space.rawValue)
    }

    private static func sequence(_ steps: [ModeStep], to json: inout JSONWriter) {
        json.key("sequence")
        json.beginArray()
        for step in steps {
            json.beginObject()
            json.key("mode")
            json.string(step.mode.rawValue)
            if let topic = step.topic {
                json.key("topic")
                json.string(topic)
            }
            json.key("minutes")
            json.number(Rounding.decimals(step.minutes, 2))
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ seat: Seat, to json: inout JSONWriter) {
        json.key("session")
        json.integer(seat.session + 1)
        json.key("seated")
        json.boolean(seat.isSeated)
        json.key("p_among_best")
        json.number(Rounding.decimals(seat.amongBest, 4))
        json.key("p_above_classmate")
        json.number(Rounding.decimals(seat.aboveClassmate, 4))
    }

    private static func write(_ option: ModeOption, to json: inout JSONWriter) {
        json.beginObject()
        json.key("mode")
        json.string(option.mode.rawValue)
        json.key("course_mode")
        json.string(option.mode.courseMode)
        json.key("gain")
        json.number(Rounding.decimals(option.gain, 4))
        json.key("gain_sd")
        json.number(Rounding.decimals(option.gainDeviation, 4))
        json.key("p_best")
        json.number(Rounding.decimals(option.best, 4))
        json.key("strengths")
        facts(option.strengths, to: &json)
        json.key("risks")
        facts(option.risks, to: &json)
        json.endObject()
    }

    private static func facts(_ facts: [ModeFact], to json: inout JSONWriter) {
        json.beginArray()
        for fact in facts {
            json.beginObject()
            json.key("code")
            json.string(fact.code)
            json.key("text")
            json.string(fact.sentence)
            json.endObject()
        }
        json.endArray()
    }
}
