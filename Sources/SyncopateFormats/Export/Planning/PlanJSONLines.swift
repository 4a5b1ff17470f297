internal import JSONText
internal import Syncopate

/// Plans as JSON lines: one object per learner, in the order of the report, figures to four decimals.
public enum PlanJSONLines {
    /// Writes all plans.
    public static func write(_ report: PlanReport) -> [UInt8] {
        var json = JSONWriter()
        for (practice, plan) in zip(report.learners, report.plans) { write(practice.learner, plan, report, to: &json) }
        return json.bytes
    }

    private static func write(
        _ learner: Learner, _ plan: PracticePlan, _ report: PlanReport, to json: inout JSONWriter
    ) {
        json.beginObject()
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
        json.key("from")
        json.string(report.date(plan.start))
        json.key("to")
        json.string(report.date(plan.end - 1))
        json.key("minutes_a_day")
        number(report.settings.minutesADay, to: &json)
        json.key("chance_wanted")
        number(report.settings.chance, to: &json)
        json.key("rollouts")
        json.integer(plan.rollouts)
        // As text: JSON numbers beyond 2^53 are not kept by all who read them.
        json.key("seed")
        json.string(String(report.settings.seed))
        json.key("goals")
        json.beginArray()
        for outlook in plan.goals { write(outlook, report, to: &json) }
        json.endArray()
        json.key("days")
        json.beginArray()
        for day in plan.days { write(day, report, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
    }

    private static func write(_ outlook: GoalOutlook, _ report: PlanReport, to json: inout JSONWriter) {
        let goal = report.catalogue.goals[outlook.goal]
        json.beginObject()
        json.key("goal")
        json.string(goal.id)
        json.key("purpose")
        json.string(goal.purpose.rawValue)
        json.key("by")
        json.number(goal.by ?? .nan)
        json.key("judged_at")
        json.number(outlook.by)
        json.key("targets")
        json.integer(outlook.targets.count)
        if let deviation = outlook.deviation {
            json.key("sd_now")
            number(deviation.now, to: &json)
            json.key("sd_then")
            number(deviation.then, to: &json)
            json.endObject()
            return
        }
        json.key("chance")
        number(outlook.chance, to: &json)
        json.key("chance_se")
        number(outlook.chanceError, to: &json)
        json.key("share")
        number(outlook.share, to: &json)
        json.key("share_low")
        number(outlook.shareRange?.lowerBound, to: &json)
        json.key("share_high")
        number(outlook.shareRange?.upperBound, to: &json)
        json.key("on_track")
        if let isOnTrack = outlook.isOnTrack { json.boolean(isOnTrack) } else { json.null() }
        json.key("needed")
        if let needed = outlook.needed {
            json.beginObject()
            json.key("minutes_a_day")
            number(needed.minutesADay, to: &json)
            json.key("items_a_day")
            json.integer(needed.itemsADay)
            json.key("chance")
            number(needed.chance, to: &json)
            json.endObject()
        } else {
            json.null()
        }
        json.key("obstacle")
        write(outlook.obstacle, goal, report.catalogue, to: &json)
        json.key("drop_first")
        json.beginArray()
        for drop in outlook.drops {
            json.beginObject()
            json.key("skills")
            skills(drop.skills, report.catalogue, to: &json)
            json.key("chance")
            number(drop.chance, to: &json)
            json.endObject()
        }
        json.endArray()
        if let until = outlook.daysUntil {
            json.key("days_until")
            json.beginObject()
            json.key("median")
            json.number(until.median.map(Double.init) ?? .nan)
            json.key("low")
            json.number(until.low.map(Double.init) ?? .nan)
            json.key("high")
            json.number(until.high.map(Double.init) ?? .nan)
            json.endObject()
        }
        json.endObject()
    }

    private static func write(
        _ obstacle: PlanObstacle?, _ goal: Goal, _ catalogue: Catalogue, to json: inout JSONWriter
    ) {
        guard let obstacle else { return json.null() }
        json.beginObject()
        json.key("code")
        json.string(obstacle.code)
        switch obstacle {
        case .threshold(let positions), .noItems(let positions):
            json.key("skills")
            skills(positions, catalogue, to: &json)
        case .time(let minutes, let items):
            json.key("minutes_a_day")
            number(minutes, to: &json)
            json.key("items_a_day")
            json.integer(items)
        case .passed, .nothingMore: break
        }
        json.key("reason")
        json.string(PlanWords.sentence(obstacle, goal, catalogue))
        json.endObject()
    }

    private static func write(_ day: PlanDay, _ report: PlanReport, to json: inout JSONWriter) {
        json.beginObject()
        json.key("date")
        json.string(report.date(day.start))
        json.key("start")
        json.number(day.start)
        json.key("off")
        json.boolean(day.isOff)
        json.key("minutes")
        number(day.minutes, to: &json)
        json.key("expected_minutes")
        number(day.expectedMinutes, to: &json)
        json.key("items")
        json.beginArray()
        for entry in day.entries {
            json.beginObject()
            json.key("item")
            json.string(report.catalogue.items[entry.item].id)
            json.key("action")
            json.string(entry.action.rawValue)
            json.key("times")
            json.integer(entry.times)
            json.key("minutes")
            number(entry.minutes, to: &json)
            json.key("success")
            number(entry.success, to: &json)
            json.key("share_on_day")
            number(entry.shareOnDay, to: &json)
            json.key("share_by_day")
            number(entry.shareByDay, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("sequence")
        json.beginArray()
        for item in day.sequence { json.string(report.catalogue.items[item].id) }
        json.endArray()
        json.endObject()
    }

    private static func skills(_ positions: [Int], _ catalogue: Catalogue, to json: inout JSONWriter) {
        json.beginArray()
        for skill in positions { json.string(catalogue.skills[skill].id) }
        json.endArray()
    }

    private static func number(_ value: Double?, to json: inout JSONWriter) {
        json.number(value.map { Rounding.decimals($0, 4) } ?? .nan)
    }
}
