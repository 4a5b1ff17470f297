internal import JSONText
internal import Syncopate

/// Briefs for other programs: one object per section, one a line. Lists are whole, whatever fits a page.
public struct BriefJSON {
    let report: BriefReport

    /// The lines of several courses.
    public static func write(_ reports: [BriefReport]) -> [UInt8] {
        var json = JSONWriter()
        for report in reports {
            for section in report.brief.sections { BriefJSON(report: report).write(section, &json) }
        }
        return json.bytes
    }

    private var gradebook: Gradebook { report.gradebook }
    private var settings: RecommendSettings { report.brief.settings }

    private func write(_ section: SectionBrief, _ json: inout JSONWriter) {
        json.beginObject()
        if !report.brief.advice.course.isEmpty {
            json.key("course")
            json.string(report.brief.advice.course)
        }
        json.key("section")
        json.string(section.section)
        json.key("as_of")
        if let at = settings.at, let date = CalendarDate.date(at) { json.string(date) } else { json.null() }
        json.key("learners")
        json.integer(section.learners.count)
        json.key("goal")
        json.number(settings.goal)
        for (key, topics) in [
            ("reteach", section.reteach), ("discuss", section.discuss), ("undecided", section.undecided),
            ("had", section.had),
        ] as [(StaticString, [BriefTopic])] {
            json.key(key)
            json.beginArray()
            for topic in topics { write(topic, &json) }
            json.endArray()
        }
        json.key("groups")
        json.beginArray()
        for group in section.groups { write(group, &json) }
        json.endArray()
        json.key("own_time")
        json.beginObject()
        write(section.board, key: "board", &json)
        write(section.exceptions, key: "exceptions", &json)
        json.endObject()
        json.key("readiness")
        write(section.readiness, &json)
        json.key("quiet")
        json.beginArray()
        for quiet in section.quiet { write(quiet, &json) }
        json.endArray()
        json.key("nothing_handed_in")
        write(learners: section.silent, &json)
        json.key("last_week")
        writeLastWeek(of: section, &json)
        json.key("basis")
        writeBasis(of: section, &json)
        json.endObject()
        json.newline()
    }

    // MARK: Together

    private func write(_ topic: BriefTopic, _ json: inout JSONWriter) {
        json.beginObject()
        writeFields(of: topic, &json)
        json.endObject()
    }

    private func writeFields(of topic: BriefTopic, _ json: inout JSONWriter) {
        json.key("topic")
        json.string(report.brief.advice.skills[topic.advice.topic].id)
        json.key("title")
        json.string(topic.advice.title)
        json.key("have_it")
        share(topic.advice.share, topic.advice.low, topic.advice.high, &json)
        json.key("have_it_low")
        json.integer(topic.count.lowerBound)
        json.key("have_it_high")
        json.integer(topic.count.upperBound)
        json.key("scores")
        json.integer(topic.scores)
        json.key("scores_at_goal")
        json.integer(topic.scoresAtGoal)
        json.key("columns")
        json.beginArray()
        for item in topic.columns { json.string(gradebook.items[item].id) }
        json.endArray()
    }

    private func share(_ mean: Double, _ low: Double, _ high: Double, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("mean")
        figure(mean, &json)
        json.key("low")
        figure(low, &json)
        json.key("high")
        figure(high, &json)
        json.endObject()
    }

    private func write(_ group: BriefGroup, _ json: inout JSONWriter) {
        json.beginObject()
        writeFields(of: group.topic, &json)
        json.key("minutes")
        json.integer(group.minutes)
        json.key("seats")
        json.integer(group.seats)
        json.key("lesson_for_all")
        json.boolean(group.isLesson)
        json.key("seat_for_all_who_lack_it")
        json.boolean(group.isForAll)
        json.key("drawn_by_lot")
        json.boolean(group.isLot)
        json.key("members")
        json.beginArray()
        for member in group.members {
            json.beginObject()
            writeFields(ofLearner: member.learner, &json)
            json.key("success_alone")
            figure(member.success, &json)
            json.key("mean_score")
            figure(member.meanScore, &json)
            json.key("scores")
            json.integer(member.scores)
            json.key("handed_in")
            json.integer(member.handedIn)
            json.key("asked")
            json.integer(member.asked)
            json.key("p_among_best")
            figure(member.amongBest, &json)
            json.endObject()
        }
        json.endArray()
        json.key("class_handed_in")
        figure(group.handedIn, &json)
        write(group.meanwhile, key: "no_seat_meanwhile", &json)
        json.endObject()
    }

    // MARK: Alone

    private func write(_ tasks: [BriefTask], key: StaticString, _ json: inout JSONWriter) {
        json.key(key)
        json.beginArray()
        for task in tasks {
            json.beginObject()
            json.key("item")
            if let item = task.item { json.string(gradebook.items[item].id) } else { json.null() }
            json.key("title")
            if let item = task.item { json.string(gradebook.items[item].title) } else { json.null() }
            json.key("topic")
            if let topic = task.topic ?? task.prescription.flatMap({ $0.topic.isEmpty ? nil : $0.topic }) {
                json.string(topic)
            } else {
                json.null()
            }
            json.key("prescription")
            if let given = task.prescription {
                json.beginObject()
                json.key("task")
                json.string(given.task)
                json.key("questions")
                json.integer(given.questions)
                json.key("target_success")
                figure(given.targetSuccess, &json)
                json.endObject()
            } else {
                json.null()
            }
            json.key("parts")
            json.beginArray()
            for part in task.parts {
                json.beginObject()
                json.key("action")
                json.string(part.action.rawValue)
                json.key("minutes")
                json.number(Rounding.decimals(part.minutes, 1))
                json.key("minutes_assumed")
                json.boolean(part.minutesAreAssumed)
                json.key("learners")
                write(learners: part.learners, &json)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private func write(_ ready: BriefReadiness, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("columns")
        json.beginArray()
        for column in ready.columns {
            json.beginObject()
            json.key("item")
            json.string(gradebook.items[column.item].id)
            json.key("title")
            json.string(gradebook.items[column.item].title)
            json.key("still_coming_in")
            json.boolean(column.isOpen)
            json.key("guess")
            json.boolean(column.isGuess)
            json.key("learners")
            json.integer(column.learners)
            json.key("expected_mean")
            share(column.mean, column.low, column.high, &json)
            json.key("reach_goal")
            share(column.reach, column.reachLow, column.reachHigh, &json)
            json.key("scores_on_topic")
            json.integer(column.scores)
            json.key("revise_first")
            if let carrier = column.carrier {
                json.beginObject()
                json.key("topic")
                json.string(report.brief.advice.skills[carrier.topic].id)
                json.key("title")
                json.string(carrier.title)
                json.key("success")
                figure(carrier.success, &json)
                json.endObject()
            } else {
                json.null()
            }
            json.endObject()
        }
        json.endArray()
        json.key("likely_not_ready")
        json.beginArray()
        for learner in ready.unready {
            json.beginObject()
            writeFields(ofLearner: learner.learner, &json)
            json.key("chance")
            figure(learner.chance, &json)
            json.endObject()
        }
        json.endArray()
        json.key("unknown")
        json.integer(ready.unknown)
        json.endObject()
    }

    private func write(_ quiet: QuietLearner, _ json: inout JSONWriter) {
        json.beginObject()
        writeFields(ofLearner: quiet.learner, &json)
        json.key("recent_handed_in")
        json.integer(quiet.recent)
        json.key("recent_asked")
        json.integer(quiet.recentAsked)
        json.key("recent_zeros")
        json.integer(quiet.zeros)
        json.key("earlier_handed_in")
        json.integer(quiet.earlier)
        json.key("earlier_asked")
        json.integer(quiet.earlierAsked)
        json.key("classmates")
        figure(quiet.classmates, &json)
        json.key("probability")
        figure(quiet.probability, &json)
        json.endObject()
    }

    /// Every forecast of the section that has come in; `null` without a plan.
    private func writeLastWeek(of section: SectionBrief, _ json: inout JSONWriter) {
        guard let since = report.brief.advice.since else { return json.null() }
        let members = Set(section.learners)
        let people = since.some(members)
        json.beginObject()
        json.key("recommended")
        json.integer(people.reduce(0) { $0 + $1.recommended })
        json.key("done")
        json.integer(people.reduce(0) { $0 + $1.done })
        json.key("forecasts")
        json.beginArray()
        for check in since.checks where members.contains(check.learner) {
            json.beginObject()
            writeFields(ofLearner: check.learner, &json)
            json.key("item")
            json.string(gradebook.items[check.item].id)
            json.key("foretold")
            figure(check.predicted, &json)
            json.key("came")
            figure(check.came, &json)
            json.key("inside")
            if check.isGraded { json.boolean(check.isInside) } else { json.null() }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    // MARK: What it rests on

    private func writeBasis(of section: SectionBrief, _ json: inout JSONWriter) {
        let advice = report.brief.advice
        json.beginObject()
        json.key("scores")
        json.integer(section.scores)
        json.key("learners_without_scores")
        json.integer(section.withoutScores)
        json.key("columns_of_work")
        json.integer(advice.profiles.count { $0.role == .evidence })
        json.key("skill_map")
        json.boolean(advice.hasSkillMap)
        json.key("predicted_by")
        json.string(advice.basis.rawValue)
        json.key("back_test")
        if let test = advice.backTest {
            json.beginObject()
            json.key("cells")
            json.integer(test.cells)
            json.key("model")
            figure(test.model, &json)
            json.key("column_mean")
            figure(test.columnMean, &json)
            json.key("learner_mean")
            figure(test.learnerMean, &json)
            json.key("column_and_learner")
            figure(test.columnAndLearner, &json)
            json.key("coverage")
            if let coverage = test.coverage { figure(coverage, &json) } else { json.null() }
            json.endObject()
        } else {
            json.null()
        }
        json.key("set_aside")
        json.beginArray()
        for (item, profile) in zip(gradebook.items, advice.profiles) where profile.role != .evidence {
            json.beginObject()
            json.key("item")
            json.string(item.id)
            json.key("title")
            json.string(item.title)
            json.key("role")
            json.string(profile.role.rawValue)
            json.endObject()
        }
        json.endArray()
        json.key("mode_gains")
        json.integer(advice.modeGains)
        json.endObject()
    }

    private func write(learners: [Int], _ json: inout JSONWriter) {
        json.beginArray()
        for learner in learners {
            json.beginObject()
            writeFields(ofLearner: learner, &json)
            json.endObject()
        }
        json.endArray()
    }

    private func writeFields(ofLearner position: Int, _ json: inout JSONWriter) {
        json.key("learner")
        json.string(gradebook.learners[position].id)
        guard !report.names.showsIDs else { return }
        json.key("name")
        json.string(gradebook.learners[position].name)
    }

    private func figure(_ value: Double, _ json: inout JSONWriter) { json.number(Rounding.decimals(value, 4)) }
}
