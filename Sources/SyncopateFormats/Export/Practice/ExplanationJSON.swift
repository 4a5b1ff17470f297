internal import JSONText
public import Syncopate

/// Why an item is, or is not, what a learner should practise next, as one JSON object. The index and its terms have six
/// decimals and add up; other figures have four.
public enum ExplanationJSON {
    /// - Parameter moment: seconds since 1970; `nil`: that of the learner's last answer.
    public static func write(
        _ explanation: PracticeExplanation, for practice: LearnerPractice, _ recommender: Recommender, moment: Double?
    ) -> [UInt8] {
        let catalogue = recommender.catalogue
        var json = JSONWriter()
        json.beginObject()
        PracticeJSONLines.person(practice.learner, to: &json)
        json.key("at")
        json.number(moment ?? practice.state.last)
        json.key("choice")
        PracticeJSONLines.write(explanation.choice, catalogue, to: &json)
        json.key("rank")
        integer(explanation.rank, to: &json)
        json.key("candidates")
        json.integer(explanation.candidates)
        json.key("withheld")
        withheld(explanation.withheld, to: &json)
        json.key("first")
        if let first = explanation.first {
            PracticeJSONLines.write(first, catalogue, to: &json)
        } else {
            json.null()
        }
        json.key("attempts")
        json.integer(explanation.practice?.attempts ?? 0)
        json.key("waiting_for")
        items(explanation.waitingFor, catalogue, to: &json)
        json.key("minutes_left")
        figure(explanation.minutesLeft, to: &json)
        json.key("repeated")
        figure(explanation.repeated, to: &json)
        json.key("skills")
        json.beginArray()
        for standing in explanation.skills { write(standing, catalogue, to: &json) }
        json.endArray()
        json.key("changes")
        json.beginArray()
        for change in explanation.changes { write(change, catalogue, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ standing: SkillStanding, _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginObject()
        json.key("skill")
        json.string(catalogue.skills[standing.skill].id)
        json.key("title")
        json.string(catalogue.skills[standing.skill].title)
        json.key("weight")
        figure(standing.weight, to: &json)
        json.key("known")
        figure(standing.known, to: &json)
        json.key("recall")
        figure(standing.recall, to: &json)
        json.key("answers")
        json.integer(standing.answers)
        json.key("attempts")
        figure(standing.attempts, to: &json)
        json.key("mean_score")
        figure(standing.meanScore, to: &json)
        json.key("last_scores")
        json.beginArray()
        for score in standing.lastScores { figure(score, to: &json) }
        json.endArray()
        json.key("last_at")
        json.number(standing.last ?? .nan)
        json.key("readiness")
        figure(standing.readiness, to: &json)
        json.key("attempts_to_go")
        figure(standing.attemptsToGo, to: &json)
        json.key("missing")
        json.beginArray()
        for missing in standing.missing {
            json.beginObject()
            json.key("skill")
            json.string(catalogue.skills[missing.skill].id)
            json.key("known")
            figure(missing.known, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("unlocks")
        PracticeJSONLines.ids(standing.unlocks, catalogue, to: &json)
        json.endObject()
    }

    private static func write(_ change: PracticeChange, _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginObject()
        switch change.event {
        case .right(let times):
            json.key("right")
            json.integer(times)
        case .wrong(let times):
            json.key("wrong")
            json.integer(times)
        case .days(let days):
            json.key("days")
            json.integer(days)
        case .mastered(let skill):
            json.key("mastered")
            json.string(catalogue.skills[skill].id)
        case .done(let done):
            json.key("done")
            items(done, catalogue, to: &json)
        }
        json.key("score")
        json.number(change.score)
        json.key("rank")
        integer(change.rank, to: &json)
        json.key("withheld")
        withheld(change.withheld, to: &json)
        json.key("first")
        if let first = change.first {
            json.string(catalogue.items[first].id)
        } else {
            json.null()
        }
        json.key("known")
        figure(change.known, to: &json)
        json.endObject()
    }

    // MARK: Values

    private static func items(_ positions: [Int], _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginArray()
        for item in positions { json.string(catalogue.items[item].id) }
        json.endArray()
    }

    private static func figure(_ value: Double?, to json: inout JSONWriter) {
        json.number(value.map { Rounding.decimals($0, 4) } ?? .nan)
    }

    private static func integer(_ value: Int?, to json: inout JSONWriter) {
        if let value { json.integer(value) } else { json.null() }
    }

    private static func withheld(_ reason: Withheld?, to json: inout JSONWriter) {
        if let reason { json.string(reason.rawValue) } else { json.null() }
    }
}
