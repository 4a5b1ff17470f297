internal import Syncopate

extension BriefPageMaker {
    /// What everybody does together.
    func together() -> BriefPage.Part {
        var blocks: [BriefPage.Block] = []
        guard section.learners.count >= 2, settings.setting.hasCohort else {
            return BriefPage.Part(
                heading: "Teach again to everybody",
                blocks: [.words(section.learners.isEmpty ? "No learners." : "One learner alone: see own time.")])
        }
        let goal = BriefWords.percent(settings.goal)
        if section.reteach.isEmpty {
            blocks.append(
                .words(
                    section.scores == 0
                        ? "Nothing has been scored yet, so nothing can be said of any topic."
                        : "Nothing: no topic that clearly fewer than a third of the class have."))
        } else {
            let shown = section.reteach.prefix(limits.topics)
            blocks.append(
                .table(
                    headings: ["Topic", "Have it (80\u{A0}%\u{A0}sure)", "Scores at \(goal) or more"],
                    rows: shown.map { topic in
                        [
                            title(topic), BriefWords.count(topic.count, of: topic.learners),
                            BriefWords.scores(topic, goal: settings.goal),
                        ]
                    }))
            if shown.count < section.reteach.count {
                blocks.append(
                    .words(
                        "And \(section.reteach.count - shown.count) more that few have: "
                            + list(Array(section.reteach.dropFirst(shown.count)), 4)))
            }
        }
        var entries: [BriefPage.Entry] = []
        if !section.discuss.isEmpty {
            entries.append(
                BriefPage.Entry(
                    lead: "Discuss as a class (each tries it alone, then they explain it to each other)",
                    words: list(section.discuss, limits.topics) + "."))
        }
        if !section.undecided.isEmpty {
            entries.append(
                BriefPage.Entry(
                    lead: "In between or too close to call", words: list(section.undecided, limits.topics) + "."))
        }
        if !entries.isEmpty { blocks.append(.entries(entries)) }
        return BriefPage.Part(heading: "Teach again to everybody", blocks: blocks)
    }

    private func title(_ topic: BriefTopic) -> String { BriefNames.isolated(topic.advice.title) }

    /// "Ratios (14 to 17 of 30)".
    private func list(_ topics: [BriefTopic], _ limit: Int) -> String {
        BriefNames.list(
            topics.map { "\(title($0)) (\(BriefWords.count($0.count, of: $0.learners)))" }, limit: limit,
            room: limits.room)
    }

    // MARK: Groups

    func groups() -> BriefPage.Part? {
        guard section.learners.count >= 2, settings.setting.hasCohort else { return nil }
        let heading = settings.setting.kind == .lecture ? "The lesson" : "Groups to pull"
        func only(_ words: String) -> BriefPage.Part { BriefPage.Part(heading: heading, blocks: [.words(words)]) }
        if settings.setting.kind == .ownTime { return only("None: the class never meets (--setting own-time).") }
        if settings.setting.kind != .lecture, settings.live.isNone {
            return only("None: there is no live time (--live 0).")
        }
        guard !section.groups.isEmpty else {
            return only("None needed: no topic so far that anybody more likely than not still lacks.")
        }
        var blocks: [BriefPage.Block] = []
        for (number, group) in section.groups.prefix(limits.groupTables).enumerated() {
            blocks += block(group, number: number)
        }
        let others = section.groups.dropFirst(limits.groupTables)
        var entries = others.prefix(limits.groups - limits.groupTables).enumerated().map { place, group in
            BriefPage.Entry(
                lead: "Group \(limits.groupTables + place + 1): \(title(group.topic)), \(group.minutes)\u{A0}min",
                words: names.list(group.members.map(\.learner), limit: limits.members, room: limits.room))
        }
        if section.groups.count > limits.groups {
            entries.append(
                BriefPage.Entry(
                    lead: "And \(section.groups.count - limits.groups) more groups",
                    words: "see syncopate recommend with the same options."))
        }
        if !entries.isEmpty { blocks.append(.entries(entries)) }
        return BriefPage.Part(heading: heading, blocks: blocks)
    }

    private func block(_ group: BriefGroup, number: Int) -> [BriefPage.Block] {
        let topic = title(group.topic)
        let have = "\(BriefWords.count(group.topic.count, of: group.topic.learners)) have it"
        if group.isLesson {
            return [.words("\(group.minutes) minutes on \(topic) for everybody: \(have).")]
        }
        if section.scores == 0 {
            let how =
                group.isForAll ? "there is a seat for everybody" : "for the \(group.seats) seats a lot drew"
            return [
                .words(
                    "Nothing has been scored yet, so nobody is known to need it more; \(how): "
                        + names.list(group.members.map(\.learner), limit: limits.names, room: limits.room)
                        + " (\(group.minutes) minutes on \(topic)).")
            ]
        }
        let seats = "\(group.members.count) of \(BriefWords.many(group.seats, "seat", "seats"))"
        var why = have + ". "
        if group.isLot {
            why += "Nothing tells the learners apart: the seats were drawn by lot."
        } else if group.isForAll {
            why += "There is a seat for everybody who more likely than not lacks it."
        } else {
            why += "Picked: who is expected to gain most from meeting, not always who stands lowest."
        }
        let isOdds = !group.isLot && !group.isForAll
        let all = group.handedIn.isFinite ? " (all: \(BriefWords.percent(group.handedIn)))" : ""
        let rows = group.members.prefix(limits.members).map { member in
            [
                names.learner(member.learner),
                BriefWords.ofTen(member.success),
                member.scores > 0 ? "\(BriefWords.percent(member.meanScore)) (\(member.scores))" : "none",
                member.asked > 0 ? "\(member.handedIn) of \(member.asked)" : "nothing asked",
            ] + (isOdds ? [BriefWords.percent(member.amongBest)] : [])
        }
        var blocks: [BriefPage.Block] = [
            .subheading("Group \(number + 1) · \(topic) · \(group.minutes) min · \(seats)"), .words(why),
            .table(
                headings: ["Learner", "Right alone", "Mean score on it (how many)", "Work handed in\(all)"]
                    + (isOdds ? ["Among the \(group.seats) who gain most"] : []),
                rows: Array(rows)),
        ]
        if group.members.count > limits.members {
            blocks.append(
                .words(
                    "And "
                        + names.list(
                            group.members.dropFirst(limits.members).map(\.learner), limit: limits.members,
                            room: limits.room) + "."))
        }
        if group.waiting > 0 {
            // What is taught again to everybody needs no list of those who lack it.
            let isTaughtToAll = group.topic.advice.decision == .teachAll
            let lead = "\(group.waiting) more lack it and have no seat"
            blocks.append(
                .entries([
                    BriefPage.Entry(
                        lead: isTaughtToAll ? lead : lead + "; alone meanwhile",
                        words: isTaughtToAll
                            ? "it is taught again to all, and while the group meets they do their line of own time."
                            : meanwhile(group))
                ]))
        }
        return blocks
    }

    /// "Quiz: Fractions (correct or retake): A; B · Homework: ...".
    private func meanwhile(_ group: BriefGroup) -> String {
        let shown = group.meanwhile.prefix(limits.waitingTasks)
        let rest = group.meanwhile.dropFirst(limits.waitingTasks).reduce(0) { $0 + $1.count }
        return shown.map { task in
            "\(BriefWords.what(task, names: names)): "
                + names.list(
                    task.parts.flatMap(\.learners), limit: limits.waitingNames, room: limits.room)
        }.joined(separator: " · ") + (rest > 0 ? " · and \(rest) more as under own time" : "") + "."
    }
}
