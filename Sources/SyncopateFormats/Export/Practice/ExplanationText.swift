public import Syncopate

/// Why an item is, or is not, what a learner should practise next, as text for a teacher.
public struct ExplanationText {
    let explanation: PracticeExplanation
    let learner: LearnerPractice
    let recommender: Recommender
    /// Seconds since 1970 that the explanation is for; NaN: nobody knows.
    let moment: Double
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    /// - Parameter moment: seconds since 1970; `nil`: that of the learner's last answer.
    public init(
        _ explanation: PracticeExplanation, for learner: LearnerPractice, _ recommender: Recommender, moment: Double?,
        width: Int, isStyled: Bool = false
    ) {
        self.explanation = explanation
        self.learner = learner
        self.recommender = recommender
        self.moment = moment ?? learner.state.last
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    var catalogue: Catalogue { recommender.catalogue }

    /// The whole text.
    public func write() -> [UInt8] {
        let sections = [heading(), standing(), index(), skills(), changes()]
        return Array(sections.filter { !$0.isEmpty }.joined(separator: "\n").utf8)
    }

    private func heading() -> String {
        let person = learner.learner
        let name = person.name.isEmpty ? person.id : "\(person.name) (\(person.id))"
        let when = CalendarDate.minute(moment, offset: recommender.settings.utcOffset).map { ", \($0)" } ?? ""
        return paragraph("\(title(explanation.choice.item)) · \(name)\(when)", indent: 0, isBold: true)
    }

    // MARK: Where it stands

    private func standing() -> String {
        let choice = explanation.choice
        var text = ""
        if let rank = explanation.rank {
            let place = rank == 1 ? "It comes first" : "It comes in place \(rank)"
            let others = explanation.candidates == 1 ? "the only item" : "\(explanation.candidates) items"
            text += paragraph(
                "\(place) of \(others) that may be given: \(choice.action.words), \(PracticeWords.minutes(choice.minutes)), "
                    + "expected score \(PracticeWords.percent(choice.success)).")
            if choice.propensity > 0, choice.propensity < 1 {
                text += paragraph(
                    "Near-equal items are drawn by lot: each comes first with probability "
                        + "\(Rounding.decimals(choice.propensity, 3)).")
            }
            let why = PracticeWords.reasons(choice, catalogue)
            if !why.isEmpty { text += paragraph("Why: \(why).") }
        } else if let withheld = explanation.withheld {
            text += paragraph("It is not given now: \(withheld.words).")
            text += detail(withheld)
            text += paragraph("Expected score on it: \(PracticeWords.percent(choice.success)).")
        }
        text += practice()
        if let first = explanation.first {
            let why = PracticeWords.reasons(first, catalogue)
            text += paragraph(
                "First comes \(title(first.item)) (\(first.action.words), \(PracticeWords.minutes(first.minutes)), index "
                    + "\(DecimalFigure.text(first.score, Self.places)))" + (why.isEmpty ? "." : ": \(why)."))
        } else if explanation.rank == nil {
            text += paragraph("Nothing else may be given either.")
        }
        return text
    }

    private func detail(_ withheld: Withheld) -> String {
        switch withheld {
        case .requires:
            return paragraph("To be done well first: \(TitleList.words(explanation.waitingFor.map(title), most: 5)).")
        case .minutes:
            let left = explanation.minutesLeft.map { PracticeWords.minutes($0) } ?? ""
            return paragraph("It takes \(PracticeWords.minutes(explanation.choice.minutes)); \(left) are left today.")
        default: return ""
        }
    }

    private func practice() -> String {
        guard let practice = explanation.practice else { return "" }
        let times = practice.attempts == 1 ? "once" : "\(practice.attempts) times"
        let best = practice.attempts == 1 ? "" : ", best \(PracticeWords.percent(practice.best))"
        let when = PracticeWords.ago(practice.last, before: moment, recommender).map { ", the last time \($0)" } ?? ""
        return paragraph(
            "The learner had this very item \(times)\(when): last score "
                + "\(PracticeWords.percent(practice.lastScore))\(best).")
    }

    // MARK: Its index

    /// Decimals of the index and its terms; those of the terms themselves, so that they add up in print.
    private static let places = 6

    private func index() -> String {
        let terms = explanation.choice.terms
        guard !terms.isEmpty else {
            return bold("What it is worth") + "\n" + paragraph("Nothing: no goal gains by it.")
        }
        var text = bold("What it is worth, per attempt of usual length") + "\n"
        for term in terms { text += line(term.value, PracticeWords.term(term.name), signed: true) }
        return text + line(explanation.choice.score, "in all", signed: false)
    }

    private func line(_ value: Double, _ words: String, signed: Bool) -> String {
        let figure = DecimalFigure.text(value, Self.places, signed: signed)
        let start = "  " + TextWidth.fit(figure, 11, alignedRight: true) + "  "
        let lines = TextWidth.wrap(words, width - 15)
        return lines.enumerated().map { (place: Int, line: String) in
            (place == 0 ? start : String(repeating: " ", count: 15)) + line + "\n"
        }.joined()
    }

    // MARK: The evidence

    private func skills() -> String {
        bold("What it exercises") + "\n" + explanation.skills.map(skill).joined()
    }

    private func skill(_ standing: SkillStanding) -> String {
        let share = explanation.skills.count == 1 ? "" : " (\(PracticeWords.percent(standing.weight)) of it)"
        var about = ["\(PracticeWords.percent(standing.known)) likely mastered"]
        if let recall = standing.recall { about.append("\(PracticeWords.percent(recall)) likely recalled today") }
        if let attempts = standing.attemptsToGo {
            about.append(attempts > 0 ? "\(PracticeReason.attempts(attempts)) to go" : "no more practice needed")
        }
        var text = paragraph("\(name(standing.skill))\(share): " + about.joined(separator: ", "))
        text += paragraph(evidence(standing), indent: 4)
        if !standing.missing.isEmpty {
            let missing = standing.missing.map { "\(name($0.skill)) \(PracticeWords.percent($0.known))" }
            text += paragraph(
                "builds on what is probably missing: \(TitleList.words(missing)) likely mastered", indent: 4)
        }
        if !standing.unlocks.isEmpty {
            text += paragraph("opens the way to \(TitleList.words(standing.unlocks.map(name)))", indent: 4)
        }
        return text
    }

    private func evidence(_ standing: SkillStanding) -> String {
        guard let mean = standing.meanScore else { return "evidence: none yet" }
        let answers = standing.answers == 1 ? "1 answer" : "\(standing.answers) answers"
        var text = "evidence: \(answers), mean score \(PracticeWords.percent(mean))"
        if standing.answers > 1 {
            let last = standing.lastScores.map { String(Rounding.percent($0)) }.joined(separator: ", ")
            text += "; the last \(standing.lastScores.count): \(last)\u{A0}%"
        }
        if let when = standing.last.flatMap({ PracticeWords.ago($0, before: moment, recommender) }) {
            text += "; the latest \(when)"
        }
        return text
    }

    // MARK: What would change it

    private func changes() -> String {
        guard !explanation.changes.isEmpty else { return paragraph("Nothing that the learner does would change that.") }
        return bold("What would change that") + "\n" + explanation.changes.map { paragraph(change($0)) }.joined()
    }

    private func change(_ change: PracticeChange) -> String {
        let known = explanation.skills.first.map {
            "\(name($0.skill)) \(PracticeWords.percent(change.known)) likely mastered; "
        }
        var text = PracticeWords.event(change.event, catalogue) + ": " + (known ?? "")
        if let withheld = change.withheld {
            text += "it is not given then: \(withheld.words)"
        } else if let rank = change.rank {
            text += rank == 1 ? "it comes first" : "it comes in place \(rank)"
        }
        if let first = change.first, first != explanation.choice.item { text += ", and first comes \(title(first))" }
        return text
    }

    // MARK: Words

    private func title(_ item: Int) -> String { catalogue.items[item].title }
    private func name(_ skill: Int) -> String { catalogue.skills[skill].title }

    private func paragraph(_ text: String, indent: Int = 2, isBold: Bool = false) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TextWidth.wrap(text, width - indent - 2).enumerated()
            .map { blanks + ($0.offset > 0 ? "  " : "") + (isBold ? bold($0.element) : $0.element) + "\n" }.joined()
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
