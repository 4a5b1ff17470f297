internal import JSONText
internal import Syncopate

/// What is said of a learner among others as parts of the JSON object on together and apart.
enum TogetherJSON {
    /// Both sides to four decimals.
    static func write(_ interdependence: Interdependence, to json: inout JSONWriter) {
        json.key("interdependence")
        json.beginObject()
        json.key("gains")
        json.number(Rounding.decimals(interdependence.gains.mean, 4))
        json.key("gains_sd")
        json.number(Rounding.decimals(interdependence.gains.deviation, 4))
        json.key("gives")
        json.number(Rounding.decimals(interdependence.gives.mean, 4))
        json.key("gives_sd")
        json.number(Rounding.decimals(interdependence.gives.deviation, 4))
        json.key("known")
        json.boolean(interdependence.isKnown)
        json.endObject()
    }

    static func write(_ growth: IndependenceGrowth, to json: inout JSONWriter) {
        json.key("growth")
        json.beginObject()
        json.key("goal")
        json.string("independence")
        json.key("own_minutes")
        json.number(Rounding.decimals(growth.ownMinutes, 2))
        json.key("met_minutes")
        json.number(Rounding.decimals(growth.metMinutes, 2))
        json.key("then")
        json.string(growth.meets.rawValue)
        json.key("own_share")
        json.number(Rounding.decimals(growth.ownShare, 4))
        json.key("cost")
        json.number(Rounding.decimals(growth.cost, 4))
        json.endObject()
    }

    /// - Parameter id: identity of a learner by position.
    static func write(_ point: MeetingPoint, id: (Int) -> String, to json: inout JSONWriter) {
        json.key("meeting_point")
        json.beginObject()
        json.key("topic")
        json.string(point.topic)
        json.key("with")
        json.beginArray()
        for companion in point.companions {
            json.beginObject()
            json.key("learner")
            json.string(id(companion.learner))
            json.key("has")
            json.boolean(companion.has)
            arrival(steps: companion.steps, minutes: companion.minutes, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("has")
        json.boolean(point.has)
        arrival(steps: point.steps, minutes: point.minutes, to: &json)
        json.key("reason")
        json.beginObject()
        json.key("code")
        json.string(point.reason.code)
        json.key("text")
        json.string(point.reason.sentence)
        json.endObject()
        json.endObject()
    }

    private static func arrival(steps: Int, minutes: Double, to json: inout JSONWriter) {
        json.key("in")
        json.beginObject()
        json.key("steps")
        json.integer(steps)
        json.key("minutes")
        json.number(Rounding.decimals(minutes, 2))
        json.endObject()
    }

    static func write(_ plan: [PlannedTime], to json: inout JSONWriter) {
        json.key("teacher_plan")
        json.beginArray()
        for one in plan {
            json.beginObject()
            json.key("topic")
            json.string(one.topic)
            if !one.day.isEmpty {
                json.key("day")
                json.string(one.day)
            }
            json.key("way")
            json.string(one.way.rawValue)
            json.key("mode")
            json.string(one.way.mode.rawValue)
            json.key("minutes")
            json.number(Rounding.decimals(one.minutes, 2))
            json.key("p_has")
            json.number(Rounding.decimals(one.known, 4))
            json.key("gain")
            json.number(Rounding.decimals(one.outlook.gain, 4))
            json.key("gain_sd")
            json.number(Rounding.decimals(one.outlook.deviation, 4))
            json.key("others")
            json.beginArray()
            for other in one.outlook.additions {
                json.beginObject()
                json.key("way")
                json.string(other.way.rawValue)
                json.key("adds")
                json.number(Rounding.decimals(other.gain, 4))
                json.key("adds_sd")
                json.number(Rounding.decimals(other.deviation, 4))
                json.key("p_more")
                json.number(Rounding.decimals(other.probability, 4))
                json.key("verdict")
                json.string(other.verdict.rawValue)
                json.endObject()
            }
            json.endArray()
            json.key("text")
            json.string(one.outlook.sentence)
            json.endObject()
        }
        json.endArray()
    }
}
