internal import JSONText
internal import Syncopate

/// Who meets when as JSON lines: an object per meeting, then one per learner, figures to four decimals.
public enum ConveningJSONLines {
    /// Writes everything.
    public static func write(_ report: ConveningReport) -> [UInt8] {
        var json = JSONWriter()
        for (number, meeting) in report.advice.plan.meetings.enumerated() { line(meeting, number, report, to: &json) }
        for place in report.advice.learners.indices { line(place, report, to: &json) }
        return json.bytes
    }

    private static func line(
        _ meeting: LiveMeeting, _ number: Int, _ report: ConveningReport, to json: inout JSONWriter
    ) {
        json.beginObject()
        text("type", "meeting", to: &json)
        place(meeting, report, to: &json)
        json.key("groups")
        json.beginArray()
        for place in meeting.groups.indices {
            json.beginObject()
            group(place, of: number, report, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }

    /// Where and when a meeting is, as members of the object that is open.
    private static func place(_ meeting: LiveMeeting, _ report: ConveningReport, to json: inout JSONWriter) {
        let slot = report.advice.slots[meeting.slot]
        text("slot", slot.id, to: &json)
        start(meeting.slot, report, to: &json)
        figure("minutes", slot.minutes, to: &json)
        json.key("capacity")
        json.integer(slot.capacity)
        text("lead", slot.lead.code, to: &json)
    }

    /// One group of a meeting, as members of the object that is open.
    private static func group(_ place: Int, of number: Int, _ report: ConveningReport, to json: inout JSONWriter) {
        let advice = report.advice
        let group = advice.plan.meetings[number].groups[place]
        json.key("group")
        json.integer(place + 1)
        text("topic", advice.topics[group.topic].id, to: &json)
        text("title", advice.topics[group.topic].title, to: &json)
        figure("value", group.value, to: &json)
        AdviceJSONLines.write(advice.facts[number][place], to: &json)
        json.key("members")
        json.beginArray()
        for member in group.members {
            guard let seat = advice.learners[member].seats.first(where: { $0.meeting == number && $0.group == place })
            else { continue }
            json.beginObject()
            person(member, report, to: &json)
            text("role", seat.role.code, to: &json)
            figure("known", seat.known, to: &json)
            if let uplift = seat.uplift { figure("uplift", uplift, to: &json) }
            if seat.isNew {
                json.key("new")
                json.boolean(true)
            }
            AdviceJSONLines.write(seat.reasons, to: &json)
            json.endObject()
        }
        json.endArray()
    }

    /// Every group with its slot as an object by itself, in the order of the meetings.
    package static func groups(_ report: ConveningReport) -> [[UInt8]] {
        report.advice.plan.meetings.enumerated().flatMap { number, meeting in
            meeting.groups.indices.map { place in
                var json = JSONWriter()
                json.beginObject()
                self.place(meeting, report, to: &json)
                group(place, of: number, report, to: &json)
                json.endObject()
                return json.bytes
            }
        }
    }

    /// One learner's part as an object by itself.
    package static func learner(_ place: Int, _ report: ConveningReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        part(place, report, to: &json)
        json.endObject()
        return json.bytes
    }

    private static func line(_ place: Int, _ report: ConveningReport, to json: inout JSONWriter) {
        json.beginObject()
        text("type", "learner", to: &json)
        part(place, report, to: &json)
        json.endObject()
        json.newline()
    }

    /// One learner's part, as members of the object that is open.
    private static func part(_ place: Int, _ report: ConveningReport, to json: inout JSONWriter) {
        let advice = report.advice
        let learner = advice.learners[place]
        person(place, report, to: &json)
        if !report.learners[place].section.isEmpty { text("section", report.learners[place].section, to: &json) }
        json.key("seats")
        json.beginArray()
        for seat in learner.seats {
            let meeting = advice.plan.meetings[seat.meeting]
            json.beginObject()
            text("slot", advice.slots[meeting.slot].id, to: &json)
            start(meeting.slot, report, to: &json)
            json.key("group")
            json.integer(seat.group + 1)
            text("topic", advice.topics[meeting.groups[seat.group].topic].id, to: &json)
            text("role", seat.role.code, to: &json)
            json.endObject()
        }
        json.endArray()
        if let reason = learner.noSeat {
            json.key("no_seat")
            json.beginObject()
            text("code", reason.code, to: &json)
            text("text", reason.sentence, to: &json)
            json.endObject()
        }
        json.key("own_time")
        json.beginArray()
        for task in learner.ownTime {
            json.beginObject()
            if let item = task.item { text("item", item, to: &json) }
            text("title", task.title, to: &json)
            text("action", task.action, to: &json)
            figure("minutes", task.minutes, to: &json)
            if let success = task.success { figure("success", success, to: &json) }
            AdviceJSONLines.write(task.reasons, to: &json)
            json.endObject()
        }
        json.endArray()
    }

    private static func person(_ place: Int, _ report: ConveningReport, to json: inout JSONWriter) {
        text("learner", report.learners[place].id, to: &json)
        if !report.learners[place].name.isEmpty { text("name", report.learners[place].name, to: &json) }
    }

    private static func start(_ slot: Int, _ report: ConveningReport, to json: inout JSONWriter) {
        guard let start = report.starts[slot] else { return }
        text("start", start.text, to: &json)
    }

    private static func text(_ key: StaticString, _ value: String, to json: inout JSONWriter) {
        json.key(key)
        json.string(value)
    }

    private static func figure(_ key: StaticString, _ value: Double, to json: inout JSONWriter) {
        json.key(key)
        json.number(Rounding.decimals(value, 4))
    }
}
