internal import JSONText
internal import Syncopate

/// A check as one JSON object.
public enum CheckJSON {
    public static func write(_ report: CheckReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("files")
        json.beginArray()
        for file in report.files { write(file, to: &json) }
        json.endArray()
        json.key("courses")
        json.beginArray()
        for course in report.courses { write(course, to: &json) }
        json.endArray()
        json.key("actions")
        json.beginArray()
        for action in report.actions { json.string(action) }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ file: CheckReport.File, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string(file.name)
        json.key("format")
        if let format = file.format { json.string(format.rawValue) } else { json.null() }
        json.key("confidence")
        figure(file.confidence, to: &json)
        json.key("usable")
        json.boolean(file.isUsable)
        json.key("rows_left_out")
        json.integer(file.rejectedRows)
        json.key("events")
        if let counts = file.counts {
            json.beginArray()
            for (status, count) in counts.byStatus where count > 0 {
                json.beginObject()
                json.key("status")
                json.string(status.word)
                json.key("count")
                json.integer(count)
                json.endObject()
            }
            json.endArray()
        } else {
            json.null()
        }
        json.key("repeats_left_out")
        json.integer(file.counts?.duplicatesDropped ?? 0)
        json.key("errors")
        json.integer(file.count(.error))
        json.key("warnings")
        json.integer(file.count(.warning))
        json.key("notes")
        json.integer(file.count(.note))
        json.key("findings")
        json.beginArray()
        for finding in file.findings {
            json.beginObject()
            json.key("rule")
            json.string(finding.rule.rawValue)
            json.key("severity")
            json.string(finding.severity.rawValue)
            json.key("line")
            if let line = finding.line { json.integer(line) } else { json.null() }
            json.key("column")
            if let column = finding.column { json.integer(column) } else { json.null() }
            json.key("header")
            json.string(finding.columnHeader)
            json.key("found")
            json.string(finding.excerpt)
            json.key("message")
            json.string(finding.message)
            json.key("remedy")
            json.string(finding.remedy)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ course: CheckedCourse, to json: inout JSONWriter) {
        let audit = course.audit
        json.beginObject()
        json.key("name")
        json.string(course.name)
        json.key("learners")
        json.integer(audit.learners)
        json.key("learners_with_scores")
        json.integer(audit.active)
        json.key("cells")
        statuses(course.cells, to: &json)
        json.key("columns")
        json.beginArray()
        for column in audit.columns { write(column, course, to: &json) }
        json.endArray()
        json.key("reliability")
        if let reliability = audit.reliability { json.number(Rounding.decimals(reliability, 4)) } else { json.null() }
        json.key("topics")
        topics(course, to: &json)
        json.key("zeros")
        suspects(course, to: &json)
        json.key("test")
        write(audit.backTest, to: &json)
        json.endObject()
    }

    private static func write(_ test: BackTest?, to json: inout JSONWriter) {
        guard let test else { return json.null() }
        json.beginObject()
        json.key("scores")
        json.integer(test.cells)
        for (key, value) in [("model", test.model)] as [(StaticString, Double)]
            + [
                ("column_mean", test.columnMean), ("learner_mean", test.learnerMean),
                ("column_and_learner", test.columnAndLearner),
            ]
        {
            json.key(key)
            json.number(Rounding.decimals(value, 4))
        }
        json.key("coverage")
        if let coverage = test.coverage { json.number(Rounding.decimals(coverage, 4)) } else { json.null() }
        json.endObject()
    }

    /// What looks like missing work entered as a score.
    private static func suspects(_ course: CheckedCourse, to json: inout JSONWriter) {
        json.beginArray()
        for score in course.audit.doubtful {
            json.beginObject()
            json.key("row")
            json.integer(score.row)
            json.key("item")
            json.string(course.gradebook.items[score.item].id)
            json.key("value")
            json.number(Rounding.decimals(score.value, 4))
            json.key("p_missing")
            json.number(Rounding.decimals(score.missing, 4))
            json.endObject()
        }
        json.endArray()
    }

    /// How sure the topics of the columns are, where they were read off the titles.
    private static func topics(_ course: CheckedCourse, to json: inout JSONWriter) {
        let audit = course.audit
        json.beginObject()
        json.key("skill_map")
        json.boolean(audit.hasSkillMap)
        json.key("skills")
        json.integer(audit.skills.count)
        json.key("read")
        json.beginArray()
        for entry in audit.topicMap?.entries ?? [] {
            guard let topic = entry.topic, let title = audit.topicMap?.topics[topic].title else { continue }
            json.beginObject()
            json.key("item")
            json.string(course.gradebook.items[entry.item].id)
            json.key("topic")
            json.string(title)
            json.key("confidence")
            figure(entry.confidence, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ column: ColumnAudit, _ course: CheckedCourse, to json: inout JSONWriter) {
        json.beginObject()
        json.key("item")
        json.string(course.gradebook.items[column.item].id)
        json.key("title")
        json.string(course.title(column))
        json.key("is")
        json.string(column.kind.rawValue)
        json.key("set_aside")
        json.boolean(column.isSetAside)
        json.key("basis")
        if let basis = column.basis { json.string(basis.rawValue) } else { json.null() }
        json.key("probability")
        figure(column.probability, to: &json)
        json.key("reasons")
        json.beginArray()
        for reason in column.reasons {
            json.beginObject()
            json.key("code")
            json.string(reason.code)
            json.key("text")
            json.string(reason.sentence)
            json.endObject()
        }
        json.endArray()
        json.key("scored")
        json.integer(column.scored)
        json.key("blank")
        statuses(column.blanks, to: &json)
        json.key("mean")
        figure(column.mean, to: &json)
        json.key("at_maximum")
        figure(column.atMaximum, to: &json)
        json.key("correlation")
        figure(column.relation?.correlation, to: &json)
        json.key("correlation_low")
        figure(column.relation?.low, to: &json)
        json.key("correlation_high")
        figure(column.relation?.high, to: &json)
        json.key("bits_own")
        figure(column.information?.own, to: &json)
        json.key("bits_course")
        figure(column.information?.course, to: &json)
        json.key("questions")
        figure(column.information?.questions, to: &json)
        json.endObject()
    }

    private static func statuses(_ counts: [Status: Int], to json: inout JSONWriter) {
        json.beginArray()
        for status in Status.allCases {
            guard let count = counts[status] else { continue }
            json.beginObject()
            json.key("status")
            json.string(status.word)
            json.key("count")
            json.integer(count)
            json.endObject()
        }
        json.endArray()
    }

    private static func figure(_ value: Double?, to json: inout JSONWriter) {
        guard let value else { return json.null() }
        json.number(Rounding.decimals(value, 4))
    }
}
