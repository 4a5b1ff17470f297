internal import Syncopate

/// Makes the page of one section: what to do comes first, what it rests on last.
struct BriefPageMaker {
    let advice: ClassAdvice
    let section: SectionBrief
    let settings: RecommendSettings
    let gradebook: Gradebook
    let names: BriefNames

    init(_ report: BriefReport, section: SectionBrief) {
        advice = report.brief.advice
        settings = report.brief.settings
        gradebook = report.gradebook
        names = report.names
        self.section = section
    }

    func page() -> BriefPage {
        let size = BriefWords.many(section.learners.count, "learner", "learners")
        let date = settings.at.flatMap { CalendarDate.date($0) }.map { " · as of \($0)" } ?? ""
        return BriefPage(
            title: section.section.isEmpty ? "Class" : BriefNames.isolated(section.section),
            subtitle: size + date,
            parts: [together(), groups(), ownTime(), readiness(), quiet(), basis()].compactMap { $0 })
    }

    // MARK: What it rests on

    private func basis() -> BriefPage.Part {
        BriefPage.Part(
            heading: "What this page rests on",
            blocks: [.words((read() + [proof()] + setAside() + [guesses()]).joined(separator: " "))])
    }

    private func read() -> [String] {
        let work = advice.profiles.count { $0.role == .evidence }
        let scores = BriefWords.many(section.scores, "score", "scores")
        let without =
            section.withoutScores > 0 && section.scores > 0
            ? "; \(BriefWords.many(section.withoutScores, "learner has", "learners have")) none" : ""
        return ["\(scores) of this section in \(BriefWords.many(work, "column", "columns")) of work\(without)."]
    }

    /// The back-test in plain words.
    private func proof() -> String {
        guard let test = advice.backTest else {
            return "Too few scores to test on this file, so what is expected is a guess from other classes."
        }
        func points(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
        var text =
            "Tested on this file: \(test.cells) late scores were hidden and foretold; off by \(points(test.model)) points "
            + "(the column's average is off by \(points(test.columnMean)), the learner's own by \(points(test.learnerMean)), "
            + "both together by \(points(test.columnAndLearner)))"
        if let coverage = test.coverage { text += "; of its 80 % ranges \(Rounding.percent(coverage)) % held" }
        text += "."
        switch advice.basis {
        case .model: break
        case .columnMean: text += " It does not win here, so expected scores are column averages."
        case .learnerMean: text += " It does not win here, so expected scores are learners' own averages."
        case .columnAndLearner:
            text +=
                " It does not win here, so expected scores are column averages, moved by how far each learner is "
                + "usually above or below them."
        }
        return text
    }

    private func setAside() -> [String] {
        let titles = zip(gradebook.items, advice.profiles).compactMap { item, profile -> String? in
            switch profile.role {
            case .evidence: nil
            case .notMastery:
                "\(BriefNames.isolated(item.title)) (\(item.maximum == 0 ? "no points" : item.kind.rawValue))"
            case .constant: "\(BriefNames.isolated(item.title)) (the same score for all)"
            }
        }
        return titles.isEmpty
            ? [] : ["Left out, saying nothing of what is known: \(BriefNames.list(titles, limit: 4))."]
    }

    private func guesses() -> String {
        var guesses = ["how together and apart compare comes from published studies"]
        if gradebook.items.contains(where: { $0.due == nil }) {
            guesses.insert("the order of columns stands for time", at: 0)
        }
        if !advice.hasSkillMap {
            guesses.insert("each column counts as a topic, as no map was given (--skills)", at: 0)
        }
        if advice.modeGains > 0 {
            guesses[guesses.count - 1] += " and \(advice.modeGains) logged gains of this class"
        }
        return "Taken for granted: \(guesses.joined(separator: "; "))."
    }
}
