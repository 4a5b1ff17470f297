internal import Syncopate

/// Practice advice as a table a teacher reads on a terminal: a block per learner, first what to do, then where they stand.
public struct PracticeTable {
    let report: PracticeReport
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    public init(_ report: PracticeReport, width: Int, isStyled: Bool = false) {
        self.report = report
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    private var catalogue: Catalogue { report.catalogue }

    /// Most skills of a kind that are listed per learner; the machine formats have them all.
    static let skillLimit = 8

    /// The whole table.
    public func write() -> [UInt8] {
        var text = ""
        for line in report.summary { text += TextWidth.wrap(line, width).joined(separator: "\n") + "\n" }
        text += sessions()
        for cohort in report.cohorts where !cohort.plan.isEmpty {
            let section = cohort.section.isEmpty ? "" : TextWidth.clean(cohort.section) + ". "
            for (number, line) in TogetherWords.plan(cohort.plan).enumerated() {
                text += (number == 0 ? "\n" : "")
                text +=
                    TextWidth.wrap((number == 0 ? section : "") + line, width - 4).joined(separator: "\n    ") + "\n"
            }
        }
        for (place, learner) in report.learners.enumerated() {
            text +=
                "\n"
                + block(learner, report.advice[place], report.modes.indices.contains(place) ? report.modes[place] : nil)
        }
        return Array(text.utf8)
    }

    /// Who meets about what.
    private func sessions() -> String {
        var text = ""
        for cohort in report.cohorts {
            for (number, skill) in cohort.sessions.enumerated() {
                let names = cohort.learners.filter { place in
                    report.modes[place].seat.map { $0.isSeated && $0.session == number } ?? false
                }.map { place in
                    let learner = report.learners[place].learner
                    return TextWidth.clean(learner.name.isEmpty ? learner.id : learner.name)
                }
                guard !names.isEmpty else { continue }
                let section = cohort.section.isEmpty ? "" : "\(TextWidth.clean(cohort.section)): "
                text += "\n"
                text +=
                    TextWidth.wrap(
                        "\(section)Live group \(number + 1), \(report.live.minutes) minutes on "
                            + "\(catalogue.skills[skill].title): \(names.joined(separator: "; ")).", width - 4
                    ).joined(separator: "\n    ") + "\n"
            }
        }
        return text
    }

    private func block(_ practice: LearnerPractice, _ advice: PracticeAdvice, _ mode: ModeAdvice?) -> String {
        let learner = practice.learner
        let name = TextWidth.clean(learner.name.isEmpty ? learner.id : "\(learner.name) (\(learner.id))")
        let answers = practice.answers.count
        let section = learner.section.isEmpty ? "" : " · \(TextWidth.clean(learner.section))"
        let heading = "\(name)\(section) · " + (answers == 0 ? "new" : answers == 1 ? "1 answer" : "\(answers) answers")
        var text = bold(TextWidth.fit(heading, min(TextWidth.of(heading), width))) + "\n"
        var above = ""
        for (place, choice) in advice.choices.enumerated() {
            let why = PracticeWords.reasons(choice, catalogue)
            text += row(place + 1, choice, why: !why.isEmpty && why == above ? "the same" : why)
            above = why
        }
        if advice.choices.isEmpty { text += wrapped("Nothing may be given now.") }
        if let mode { text += wrapped(self.mode(mode)) }
        if let growth = mode?.growth { text += wrapped("grows: " + growth.reason.sentence) }
        if let point = mode?.meetingPoint {
            text += wrapped(
                TogetherWords.meeting(point) { place in
                    let other = report.learners[place].learner
                    return TextWidth.clean(other.name.isEmpty ? other.id : other.name)
                })
        }
        for stuck in advice.stuck { text += wrapped("stuck: " + stuck.sentence(catalogue)) }
        if !advice.mastered.isEmpty {
            text += wrapped("mastered: \(skills(advice.mastered, advice)) (risk of stopping there: \(risk(advice)))")
        }
        if !advice.open.isEmpty { text += wrapped("open: " + skills(advice.open, advice)) }
        let remembered = catalogue.skills.indices.filter { advice.recall[$0] != advice.known[$0] }
        if !remembered.isEmpty {
            let titles = remembered.sorted { advice.recall[$0] < advice.recall[$1] }
            text += wrapped("likely recalled: " + list(titles) { advice.recall[$0] })
        }
        if !advice.withheld.isEmpty { text += wrapped("not given: \(PracticeWords.withheld(advice.withheld))") }
        return text
    }

    // MARK: What to do

    private enum Column {
        static let rank = 4
        static let action = 10
        static let minutes = 9
        static let success = 15
    }
    private var titleWidth: Int { width - Column.rank - Column.action - Column.minutes - Column.success }

    private func row(_ rank: Int, _ choice: PracticeChoice, why: String) -> String {
        let item = catalogue.items[choice.item]
        // The reason says that a teacher put it first.
        let action = choice.action == .pinned ? "pinned" : choice.action.words
        var text =
            TextWidth.fit("\(rank)", Column.rank - 2, alignedRight: true) + "  " + TextWidth.fit(action, Column.action)
            + TextWidth.fit(item.title, titleWidth)
            + TextWidth.fit(PracticeWords.minutes(choice.minutes), Column.minutes, alignedRight: true)
            + TextWidth.fit("expected \(Rounding.percent(choice.success)) %", Column.success, alignedRight: true) + "\n"
        if !why.isEmpty { text += wrapped("why: " + why, indent: Column.rank) }
        if choice.propensity > 0, choice.propensity < 1 {
            text += wrapped(
                "drawn by lot from near-equal items, with probability \(Rounding.decimals(choice.propensity, 3))",
                indent: Column.rank)
        }
        return text
    }

    /// Together or apart in a line, with what decided it.
    private func mode(_ mode: ModeAdvice) -> String {
        let why = mode.reasons.prefix { reason in
            switch reason {
            case .classShare, .chanceAlone, .handedIn, .tracesOfIndependence, .independenceUnknown, .evidenceFrom: false
            default: true
            }
        }.map(\.sentence).joined(separator: "; ")
        if mode.seat?.isSeated == true { return "live: \(mode.topic ?? ""); \(why)" }
        let words = mode.mode == .parallel ? "in the room, own pace" : mode.mode.courseMode
        return "mode: \(words)" + (why.isEmpty ? "" : "; " + why)
    }

    // MARK: Where they stand

    private func skills(_ positions: [Int], _ advice: PracticeAdvice) -> String { list(positions) { advice.known[$0] } }

    private func list(_ positions: [Int], _ share: (Int) -> Double) -> String {
        let shown = positions.prefix(Self.skillLimit).map { skill in
            "\(catalogue.skills[skill].title) \(PracticeWords.percent(share(skill)))"
        }
        let rest = positions.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// The expected share that is not mastered after all, and how many skills that comes to.
    private func risk(_ advice: PracticeAdvice) -> String {
        let count = Rounding.decimals(advice.risk * Double(advice.mastered.count), 1)
        let words = "\(PracticeWords.percent(advice.risk)) of them not really mastered"
        return count >= 1 ? words + ", about \(count) skills" : words
    }

    private func wrapped(_ text: String, indent: Int = 2) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TextWidth.wrap(text, width - indent - 2).enumerated()
            .map { blanks + ($0.offset > 0 ? "  " : "") + $0.element + "\n" }.joined()
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
