internal import JSONText
internal import Syncopate

/// Practice advice as JSON lines: one object per learner, in the order of the report. Scores and their terms have six
/// decimals and add up; other figures have four.
public enum PracticeJSONLines {
    /// Writes the whole answer.
    public static func write(_ report: PracticeReport) -> [UInt8] {
        var json = JSONWriter()
        for (place, practice) in report.learners.enumerated() {
            line(practice, report.advice[place], at: place, report, to: &json)
        }
        return json.bytes
    }

    private static func line(
        _ practice: LearnerPractice, _ advice: PracticeAdvice, at place: Int, _ report: PracticeReport,
        to json: inout JSONWriter
    ) {
        let catalogue = report.catalogue
        json.beginObject()
        person(practice.learner, to: &json)
        json.key("at")
        json.number(report.moment ?? (practice.state.last.isFinite ? practice.state.last : .nan))
        json.key("answers")
        json.integer(practice.answers.count)
        json.key("action")
        json.string(advice.choices.first?.action.rawValue ?? "")
        let mode = report.modes.indices.contains(place) ? report.modes[place] : nil
        if let mode {
            json.key("mode")
            json.string(mode.mode.rawValue)
            json.key("course_mode")
            json.string(mode.mode.courseMode)
        }
        json.key("items")
        json.beginArray()
        for choice in advice.choices {
            write(choice, mode: report.mode(of: choice, forLearnerAt: place), catalogue, to: &json)
        }
        json.endArray()
        json.key("stuck")
        json.beginArray()
        for stuck in advice.stuck { write(stuck, catalogue, to: &json) }
        json.endArray()
        json.key("mastered")
        ids(advice.mastered, catalogue, to: &json)
        json.key("open")
        ids(advice.open, catalogue, to: &json)
        json.key("risk")
        json.number(Rounding.decimals(advice.risk, 4))
        json.key("withheld")
        json.beginObject()
        for reason in Withheld.allCases {
            guard let count = advice.withheld[reason] else { continue }
            json.key(reason.key)
            json.integer(count)
        }
        json.endObject()
        if let mode {
            json.key("pacing")
            PacingJSON.write(mode, seed: report.seed, id: { report.learners[$0].learner.id }, to: &json)
        }
        json.key("skills")
        json.beginArray()
        for (position, skill) in catalogue.skills.enumerated() {
            json.beginObject()
            json.key("skill")
            json.string(skill.id)
            json.key("known")
            json.number(Rounding.decimals(advice.known[position], 4))
            json.key("recall")
            json.number(Rounding.decimals(advice.recall[position], 4))
            json.endObject()
        }
        json.endArray()
        json.key("seed")
        json.string(String(report.seed))
        json.endObject()
        json.newline()
    }

    static func person(_ learner: Learner, to json: inout JSONWriter) {
        json.key("learner")
        json.string(learner.id)
        if !learner.name.isEmpty {
            json.key("name")
            json.string(learner.name)
        }
        if !learner.section.isEmpty {
            json.key("section")
            json.string(learner.section)
        }
    }

    /// One item with its terms and reasons.
    static func write(
        _ choice: PracticeChoice, mode: Mode? = nil, _ catalogue: Catalogue, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("item")
        json.string(catalogue.items[choice.item].id)
        json.key("title")
        json.string(catalogue.items[choice.item].title)
        json.key("action")
        json.string(choice.action.rawValue)
        if let mode {
            json.key("mode")
            json.string(mode.rawValue)
            json.key("course_mode")
            json.string(mode.courseMode)
        }
        json.key("score")
        json.number(choice.score)
        json.key("terms")
        json.beginObject()
        for term in choice.terms {
            json.key(term.name.key)
            json.number(term.value)
        }
        json.endObject()
        json.key("success")
        json.number(Rounding.decimals(choice.success, 4))
        json.key("minutes")
        json.number(Rounding.decimals(choice.minutes, 2))
        json.key("propensity")
        json.number(Rounding.decimals(choice.propensity, 6))
        json.key("reasons")
        json.beginArray()
        for reason in choice.reasons {
            json.beginObject()
            json.key("code")
            json.string(reason.code)
            json.key("text")
            json.string(reason.sentence(catalogue))
            if !reason.isFor {
                json.key("against")
                json.boolean(true)
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ stuck: StuckSkill, _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginObject()
        json.key("skill")
        json.string(catalogue.skills[stuck.skill].id)
        json.key("attempts")
        json.number(Rounding.decimals(stuck.attempts, 2))
        json.key("p_stuck")
        json.number(Rounding.decimals(stuck.probability, 4))
        json.key("likelihood_ratio")
        json.number(Rounding.decimals(stuck.likelihoodRatio, 2))
        json.key("missing")
        if let missing = stuck.missing {
            json.string(catalogue.skills[missing].id)
        } else {
            json.null()
        }
        json.key("text")
        json.string(stuck.sentence(catalogue))
        json.endObject()
    }

    /// Identities of skills, as a list.
    static func ids(_ skills: [Int], _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginArray()
        for skill in skills { json.string(catalogue.skills[skill].id) }
        json.endArray()
    }
}

extension Withheld {
    /// The key on the wire.
    var key: StaticString {
        switch self {
        case .banned: "banned"
        case .noPractice: "no_practice"
        case .noGoal: "no_goal"
        case .requires: "requires"
        case .mastered: "mastered"
        case .stuck: "stuck"
        case .minutes: "minutes"
        case .inARow: "in_a_row"
        case .exposure: "exposure"
        case .given: "given"
        }
    }
}
