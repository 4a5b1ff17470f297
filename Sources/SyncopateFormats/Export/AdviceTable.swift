public import Syncopate

/// Advice as a table a teacher reads on a terminal: the class first, then a block of two or three lines per learner.
public struct AdviceTable {
    let advice: ClassAdvice
    let gradebook: Gradebook
    let setting: Setting
    let live: LiveTime
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    public init(
        advice: ClassAdvice, gradebook: Gradebook, setting: Setting = Setting(), live: LiveTime, width: Int,
        isStyled: Bool
    ) {
        self.advice = advice
        self.gradebook = gradebook
        self.setting = setting
        self.live = live
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    /// Most topics listed per section: those furthest from being had by all.
    static let topicLimit = 12

    /// The whole table.
    public func write() -> [UInt8] {
        var text = ""
        for line in AdviceSummary.lines(advice, gradebook: gradebook) {
            text += TextWidth.wrap(line, width).joined(separator: "\n") + "\n"
        }
        if let since = advice.since { text += "\n" + self.since(since) }
        for cohort in advice.cohorts {
            text += "\n" + section(cohort)
        }
        return Array(text.utf8)
    }

    /// Most learners named per topic among those to look at first.
    static let nameLimit = 6

    private func since(_ report: SinceReport) -> String {
        var text = heading("Since last time") + "\n"
        var fallen: [Int: [Int]] = [:]
        for learner in report.learners {
            for change in learner.topics where change.direction < 0 {
                fallen[change.topic, default: []].append(learner.learner)
            }
        }
        for topic in fallen.keys.sorted() {
            let learners = fallen[topic] ?? []
            let names = learners.prefix(Self.nameLimit).map(label).joined(separator: "; ")
            let rest = learners.count > Self.nameLimit ? " and \(learners.count - Self.nameLimit) more" : ""
            text += wrapped("Look again at \(advice.skills[topic].title) with \(names)\(rest).", "", width)
        }
        for line in SinceSummary.lines(report, advice: advice, gradebook: gradebook) {
            text += wrapped(line, "", width)
        }
        return text
    }

    private func section(_ cohort: CohortAdvice) -> String {
        let name = cohort.section.isEmpty ? "Class" : cohort.section
        let size = cohort.learners.count
        var text = heading("\(TextWidth.clean(name)) · \(size) \(size == 1 ? "learner" : "learners")") + "\n"
        if size >= 2, setting.hasCohort {
            text += topics(cohort)
            text += sessions(cohort)
            text += wrapped(
                "Together or apart rests on studies and this class's scores"
                    + (advice.modeGains == 0
                        ? "; nothing is known yet of what meeting did here."
                        : advice.modeGains == 1
                            ? ", and on 1 logged gain of working together or apart here."
                            : ", and on \(advice.modeGains) logged gains of working together or apart here."),
                "", width)
        }
        let plan = TogetherWords.plan(cohort.plan)
        if !plan.isEmpty { text += "\n" + plan.map { wrapped($0, "", width) }.joined() }
        text += "\n" + learnersHeading()
        for (place, learner) in cohort.learners.enumerated() where advice.learners.indices.contains(learner) {
            text += block(advice.learners[learner], mode: cohort.modes[place])
        }
        return text
    }

    // MARK: The class

    private func topics(_ cohort: CohortAdvice) -> String {
        let worked = cohort.topics.filter { $0.scores > 0 }
        guard !worked.isEmpty else { return "" }
        let shown =
            worked.count <= Self.topicLimit
            ? worked
            : worked.sorted { $0.share != $1.share ? $0.share < $1.share : $0.topic < $1.topic }
                .prefix(Self.topicLimit).sorted { $0.topic < $1.topic }
        let titleWidth = min(max(shown.map { TextWidth.of($0.title) }.max() ?? 10, 10), width - 54)
        var text = "\n" + bold(TextWidth.fit("Topic", titleWidth) + "  have it (80 % sure)   together or apart") + "\n"
        for topic in shown {
            let share = pad("\(Rounding.percent(topic.share)) %", 5)
            let range = "(\(Rounding.percent(topic.low)) to \(Rounding.percent(topic.high)) %)"
            text +=
                "\(TextWidth.fit(topic.title, titleWidth))  \(share) \(TextWidth.fit(range, 15))  \(words(topic, cohort))\n"
        }
        if shown.count < worked.count {
            text += "and \(worked.count - shown.count) topics that more of the class have.\n"
        }
        return text
    }

    private func words(_ topic: TopicAdvice, _ cohort: CohortAdvice) -> String {
        if setting.kind == .lecture, cohort.sessions.contains(topic.topic) {
            return topic.decision.words + "; the lesson"
        }
        if cohort.sessions.contains(topic.topic) { return topic.decision.words(live: true) }
        return cohort.discussions.contains(topic.topic) ? topic.decision.words + ", this week" : topic.decision.words
    }

    private func sessions(_ cohort: CohortAdvice) -> String {
        switch setting.kind {
        case .lecture:
            guard let topic = cohort.sessions.first else { return "\nNo lesson needed: nobody lacks a topic so far.\n" }
            return "\n"
                + wrapped("Lesson for all, \(live.minutes) minutes on \(advice.skills[topic].title).", "", width)
        case .ownTime: return "\nThe class works in its own time and never meets (--setting own-time).\n"
        case .masteryRoom:
            let lead = "\nEverybody in the room at their own pace"
            guard !live.isNone, !cohort.sessions.isEmpty else { return lead + ".\n" }
            return lead + "; the teacher takes aside:\n" + groups(cohort)
        case .classroom, .alone: break
        }
        guard live.sessions > 0 else { return "\nThere is no live time (--live 0).\n" }
        guard !cohort.sessions.isEmpty else {
            return "\nNo live group needed: no topic so far that anybody more likely than not still lacks.\n"
        }
        return groups(cohort)
    }

    private func groups(_ cohort: CohortAdvice) -> String {
        var text = ""
        for (number, topic) in cohort.sessions.enumerated() {
            let seated = cohort.learners.indices.filter { place in
                cohort.modes[place].seat.map { $0.isSeated && $0.session == number } ?? false
            }
            let names = seated.map { label(cohort.learners[$0]) }.joined(separator: "; ")
            let line =
                "Live group \(number + 1), \(live.minutes) minutes on \(advice.skills[topic].title): \(names)."
            text += "\n" + TextWidth.wrap(line, width - 4).joined(separator: "\n    ") + "\n"
        }
        return text
    }

    // MARK: The learners

    private var nameWidth: Int { min(24, max(14, width / 4)) }
    /// The longest mode is "asynchronous + live".
    private var actionWidth: Int { width - nameWidth - 11 - 19 - 6 }

    private func learnersHeading() -> String {
        bold(
            TextWidth.fit("Learner", nameWidth) + "  " + TextWidth.fit("First", actionWidth) + "  "
                + TextWidth.fit("Expected", 11) + "  " + "Mode") + "\n"
    }

    private func block(_ learner: LearnerAdvice, mode: ModeAdvice) -> String {
        guard let first = learner.recommendations.first else { return "" }
        let action = TextWidth.wrap(what(first), actionWidth)
        var text =
            TextWidth.fit(label(learner.learner), nameWidth) + "  " + TextWidth.fit(action.first ?? "", actionWidth)
            + "  " + TextWidth.fit(expected(first), 11) + "  " + modeWords(learner, first) + "\n"
        let indent = String(repeating: " ", count: nameWidth + 2)
        for line in action.dropFirst() { text += indent + line + "\n" }
        let room = width - nameWidth - 2
        let why = first.reasons.filter { !isShownElsewhere($0) }.map(\.sentence).joined(separator: "; ")
        text += wrapped("why: " + why, indent, room)
        if let task = first.prescription {
            text += wrapped("task: \(task.questions) questions: \(task.task)", indent, room)
        }
        if let seat = mode.seat, seat.isSeated, let topic = mode.topic {
            text += wrapped("live: \(topic); " + (mode.reasons.first?.sentence ?? ""), indent, room)
        } else if first.mode == mode.mode, let reason = mode.reasons.first(where: { isVerdict($0) }) {
            text += wrapped("mode: " + reason.sentence, indent, room)
        }
        if let growth = mode.growth { text += wrapped("grows: " + growth.reason.sentence, indent, room) }
        if let point = mode.meetingPoint { text += wrapped(TogetherWords.meeting(point, name: label), indent, room) }
        if advice.hasSkillMap, advice.skills.count <= Self.skillLimit {
            let has = learner.masteries.map { mastery in
                "\(advice.skills[mastery.skill].title) \(Rounding.percent(mastery.success))\u{A0}%"
            }
            text += wrapped("has: " + has.joined(separator: ", "), indent, room)
        }
        let next = learner.recommendations.dropFirst().map(what)
        if !next.isEmpty { text += wrapped("then: " + next.joined(separator: "; "), indent, room) }
        return text
    }

    /// Most skills whose mastery is listed per learner; the machine formats have them all.
    static let skillLimit = 8

    /// Whether a reason says why the mode is what it is, rather than a fact behind it.
    private func isVerdict(_ reason: Reason) -> Bool {
        switch reason {
        case .gainsLeast, .notSeparated, .noCohort, .nobodyNeedsMeeting: true
        default: false
        }
    }

    /// The expected score has a column of its own, and what goes with what is in the machine formats.
    private func isShownElsewhere(_ reason: Reason) -> Bool {
        switch reason {
        case .predicted, .mattersForNext: true
        default: false
        }
    }

    private func wrapped(_ text: String, _ indent: String, _ room: Int) -> String {
        TextWidth.wrap(text, room - 2).enumerated()
            .map { indent + ($0.offset > 0 ? "  " : "") + $0.element + "\n" }.joined()
    }

    private func what(_ recommendation: Recommendation) -> String {
        if let item = recommendation.item { return "\(recommendation.action.words): \(gradebook.items[item].title)" }
        let topic = recommendation.prescription?.topic ?? ""
        return topic.isEmpty ? recommendation.action.words : "\(recommendation.action.words): \(topic)"
    }

    private func expected(_ recommendation: Recommendation) -> String {
        guard let success = recommendation.success, let deviation = recommendation.successDeviation else { return "" }
        return pad("\(Rounding.percent(success))", 3) + " % ± \(Rounding.percent(deviation))"
    }

    /// The mode of the first action; a learner with a live seat on another topic has both.
    private func modeWords(_ learner: LearnerAdvice, _ first: Recommendation) -> String {
        let words = first.mode.courseMode
        guard learner.mode.seat?.isSeated == true, first.mode != .liveTeacher else { return words }
        return words + " + live"
    }

    private func label(_ learner: Int) -> String {
        let person = gradebook.learners[learner]
        return person.name.isEmpty ? person.id : person.name
    }

    private func pad(_ text: String, _ width: Int) -> String { TextWidth.fit(text, width, alignedRight: true) }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func heading(_ text: String) -> String {
        bold(text) + "\n" + String(repeating: "─", count: min(TextWidth.of(text), width))
    }
}
