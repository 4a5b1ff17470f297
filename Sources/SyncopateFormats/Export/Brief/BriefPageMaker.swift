internal import Syncopate

/// Makes the page of one section: what to do comes first, what it rests on last.
struct BriefPageMaker {
    let advice: ClassAdvice
    let section: SectionBrief
    let settings: RecommendSettings
    let gradebook: Gradebook
    let names: BriefNames
    let limits: BriefLimits

    init(_ report: BriefReport, section: SectionBrief, limits: BriefLimits) {
        self.limits = limits
        advice = report.brief.advice
        settings = report.brief.settings
        gradebook = report.gradebook
        names = report.names
        self.section = section
    }

    func page() -> BriefPage {
        let names = [advice.course, section.section].filter { !$0.isEmpty }
        let size = BriefWords.many(section.learners.count, "learner", "learners")
        let date = settings.at.flatMap { CalendarDate.date($0) }.map { " · as of \($0)" } ?? ""
        return BriefPage(
            title: names.isEmpty ? "Class" : names.map { BriefNames.isolated($0) }.joined(separator: " · "),
            subtitle: size + date,
            parts: [together(), groups(), ownTime(), readiness(), quiet(), lastWeek(), basis()].compactMap { $0 })
    }

    private func basis() -> BriefPage.Part {
        let words = notes() + read() + [proof()] + setAside() + [guesses()]
        return BriefPage.Part(
            heading: "How to read this page, and what it rests on", blocks: [.note(words.joined(separator: " "))])
    }

    /// What the parts above need said of their figures.
    private func notes() -> [String] {
        var notes: [String] = []
        let topics = section.reteach + section.discuss + section.undecided
        if !topics.isEmpty || !section.groups.isEmpty, section.scores > 0 {
            notes.append(
                "Having a topic: expected to get \(BriefWords.percent(settings.goal)) or more right on a typical question, "
                    + "alone and now. Ranges called 80\u{A0}%\u{A0}sure should hold the true number four times in five."
            )
        }
        let tasks = section.board + section.exceptions
        if !tasks.isEmpty {
            notes.append(
                "Own time: everybody's first task, or one nearly as good"
                    + (tasks.contains { $0.parts.contains(where: \.minutesAreAssumed) }
                        ? "; minutes are usual ones." : "."))
        }
        if section.readiness.columns.contains(where: \.isGuess) {
            notes.append(
                "What comes next is guessed from columns that hardly anybody has a score in (--items can say).")
        }
        if !section.quiet.isEmpty {
            notes.append("Gone quiet: by work handed in, never by scores; who always handed in little is not listed.")
        }
        return notes
    }

    // MARK: What it rests on

    private func read() -> [String] {
        let work = advice.profiles.count { $0.role == .evidence }
        let scores = BriefWords.many(section.scores, "score", "scores")
        let without =
            section.withoutScores > 0 && section.scores > 0
            ? "; \(BriefWords.many(section.withoutScores, "learner has", "learners have")) none" : ""
        let others = advice.otherCourses.map { others in
            " What \(BriefWords.many(others.learners, "learner", "learners")) did in other courses "
                + (others.count ? "counts here." : "does not count here.")
        }
        return [
            "Rests on \(scores) of this section in \(BriefWords.many(work, "column", "columns"))\(without).\(others ?? "")"
        ]
    }

    /// The back-test in plain words.
    private func proof() -> String {
        guard let test = advice.backTest else {
            return "Too few scores to test on this file, so what is expected is a guess from other classes."
        }
        var text =
            "Tested on this file: \(test.cells) late scores were hidden and foretold, off by \(BriefWords.points(test.model)) "
            + "points (column averages by \(BriefWords.points(test.columnMean)), learners' own averages by "
            + "\(BriefWords.points(test.learnerMean)), both together by \(BriefWords.points(test.columnAndLearner)))"
        if let coverage = test.coverage { text += "; \(BriefWords.percent(coverage)) were inside the 80\u{A0}% range" }
        text += "."
        switch advice.basis {
        case .model: break
        case .columnMean: text += " As that does not win, expected scores are column averages."
        case .learnerMean: text += " As that does not win, expected scores are learners' own averages."
        case .columnAndLearner:
            text +=
                " As that does not win, expected scores are column averages and how far each learner usually is from "
                + "them."
        }
        return text
    }

    private func setAside() -> [String] {
        let titles = zip(gradebook.items, advice.profiles).compactMap { item, profile in
            profile.role == .evidence
                ? nil : "\(BriefNames.isolated(item.title)) (\(profile.setAside?.words ?? item.kind.rawValue))"
        }
        return titles.isEmpty ? [] : ["Left out: \(BriefNames.list(titles, limit: 4, room: limits.room))."]
    }

    private func guesses() -> String {
        var guesses: [String] = []
        if let map = advice.topicMap, !map.topics.isEmpty {
            guesses.append("topics are what titles say (syncopate topics shows and changes them)")
        } else if !advice.hasSkillMap {
            guesses.append("each column is a topic (no --skills)")
        }
        if gradebook.items.contains(where: { $0.due == nil }) { guesses.append("columns stand in the order of time") }
        guesses.append(
            "together or apart goes by published studies"
                + (advice.modeGains > 0
                    ? " and \(advice.modeGains) logged gain\(advice.modeGains == 1 ? "" : "s") of this class" : ""))
        return "Assumed: \(guesses.joined(separator: "; "))."
    }
}
