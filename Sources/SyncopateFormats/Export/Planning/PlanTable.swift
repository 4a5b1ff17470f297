internal import Syncopate

/// Plans as text a teacher reads on a terminal: per learner the goals, then the days.
public struct PlanTable {
    let report: PlanReport
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    public init(_ report: PlanReport, width: Int, isStyled: Bool = false) {
        self.report = report
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    private var catalogue: Catalogue { report.catalogue }

    /// The whole text.
    public func write() -> [UInt8] {
        var text = ""
        for line in report.summary { text += wrapped(line, indent: 0) }
        if !report.plans.isEmpty {
            text += wrapped(
                "The days are one future, the one nearest to the mean of all: the list changes with the answers. Marked (?) is "
                    + "what has come by then in fewer than half of them.", indent: 0)
        }
        for (practice, plan) in zip(report.learners, report.plans) { text += "\n" + block(practice, plan) }
        return Array(text.utf8)
    }

    private func block(_ practice: LearnerPractice, _ plan: PracticePlan) -> String {
        let learner = practice.learner
        let name = TextWidth.clean(learner.name.isEmpty ? learner.id : "\(learner.name) (\(learner.id))")
        let answers = practice.answers.count
        let section = learner.section.isEmpty ? "" : " · \(TextWidth.clean(learner.section))"
        let heading = "\(name)\(section) · " + (answers == 0 ? "new" : answers == 1 ? "1 answer" : "\(answers) answers")
        var text = bold(TextWidth.fit(heading, min(TextWidth.of(heading), width))) + "\n"
        if plan.goals.isEmpty { text += wrapped("No goal is for this learner.", indent: 2) }
        for outlook in plan.goals { text += goal(outlook) }
        let days = plan.days.filter { !$0.entries.isEmpty }
        if days.isEmpty { text += wrapped("Nothing to practise in these days.", indent: 2) }
        for day in days { text += row(day) }
        return text
    }

    // MARK: Goals

    private func goal(_ outlook: GoalOutlook) -> String {
        let goal = catalogue.goals[outlook.goal]
        let by = goal.by.map { "by \(report.date($0))" } ?? "no date"
        let isEarlier = goal.by.map { $0 > outlook.by } ?? true
        var words = "\(goal.purpose.rawValue) \"\(goal.id)\" \(by): "
        let when = isEarlier && goal.by != nil ? " at the end of the plan" : isEarlier ? " by the end of the plan" : ""
        if let chance = outlook.chance, let error = outlook.chanceError {
            words += "chance \(PlanWords.percent(chance)) ± \(Rounding.percent(error))\(when), "
        }
        words += PlanWords.expectation(outlook, goal)
        if let isOnTrack = outlook.isOnTrack { words += isOnTrack ? "; on track" : "; NOT on track" }
        var text = wrapped(words, indent: 2)
        if let needed = outlook.needed {
            let items = needed.itemsADay == 1 ? "1 item" : "\(needed.itemsADay) items"
            let amount =
                needed.minutesADay > 0
                ? "\(PlanWords.minutes(needed.minutesADay)), \(items) a day" : "no practice at all"
            text += wrapped(
                "needed for \(PlanWords.percent(report.settings.chance)): \(amount)", indent: 4)
        }
        if let obstacle = outlook.obstacle {
            text += wrapped(
                (obstacle == .passed ? "" : "no amount of practice a day does it: ")
                    + PlanWords.sentence(obstacle, goal, catalogue), indent: 4)
        }
        if let until = outlook.daysUntil { text += wrapped("reached " + days(until), indent: 4) }
        if !outlook.drops.isEmpty {
            let steps = outlook.drops.map { drop in
                "\(PlanWords.titles(drop.skills, catalogue)) (then \(PlanWords.percent(drop.chance)))"
            }
            let isEnough = (outlook.drops.last?.chance ?? 0) >= report.settings.chance
            let end = isEnough ? "" : "; even then it does not fit"
            text += wrapped("drop first: " + steps.joined(separator: "; ") + end, indent: 4)
        }
        return text
    }

    private func days(_ until: GoalOutlook.DaysUntil) -> String {
        guard let median = until.median else {
            return until.low.map { "on day \($0) at best, later than the plan in half of the futures" }
                ?? "later than the plan has days"
        }
        let low = until.low.map(String.init) ?? "?"
        return "on day \(median), \(low) to \(until.high.map(String.init) ?? "beyond the plan") in four of five futures"
    }

    // MARK: Days

    private enum Column {
        static let date = 16
        static let minutes = 9
        static let start = 2
    }

    private func row(_ day: PlanDay) -> String {
        let start = String(repeating: " ", count: Column.start)
        let date = TextWidth.fit("\(report.weekday(day.start)) \(report.date(day.start))", Column.date)
        let minutes = TextWidth.fit(PlanWords.minutes(day.minutes), Column.minutes - 2, alignedRight: true)
        let indent = Column.start + Column.date + Column.minutes
        let lines = TextWidth.wrap(items(day), width - indent)
        var text = ""
        for (place, line) in lines.enumerated() {
            text += place == 0 ? start + date + minutes + "  " : String(repeating: " ", count: indent)
            text += line + "\n"
        }
        return text
    }

    /// "learn: Fractions 1, Fractions 2 ×2; review: Decimals 1".
    private func items(_ day: PlanDay) -> String {
        var actions: [PracticeAction] = []
        for entry in day.entries where !actions.contains(entry.action) { actions.append(entry.action) }
        return actions.map { action in
            let items = day.entries.filter { $0.action == action }.map { entry in
                catalogue.items[entry.item].title + (entry.times > 1 ? "\u{A0}×\(entry.times)" : "")
                    + (entry.shareByDay < 0.5 ? "\u{A0}(?)" : "")
            }
            return "\(action.words): \(items.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    private func wrapped(_ text: String, indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TextWidth.wrap(text, width - indent - 2).enumerated()
            .map { blanks + ($0.offset > 0 ? "  " : "") + $0.element + "\n" }.joined()
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
