internal import Syncopate

/// A check as text for a terminal: what is wrong with the files, what each column is and tells, and what to do.
public struct CheckTable {
    let report: CheckReport
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether every finding and every column is listed.
    let listsAll: Bool
    /// Whether headings may be set in bold.
    let isStyled: Bool

    /// Most columns of the gradebook that are listed, and most findings of one rule and file.
    static let columnLimit = 24
    static let findingLimit = 5

    public init(_ report: CheckReport, width: Int, listsAll: Bool, isStyled: Bool) {
        self.report = report
        self.width = max(width, 60)
        self.listsAll = listsAll
        self.isStyled = isStyled
    }

    public func write() -> [UInt8] {
        var lines: [String] = []
        for file in report.files { lines += self.file(file) }
        for course in report.courses {
            if report.courses.count > 1 { lines += ["", bold(TextWidth.clean(course.name))] }
            lines += wrapped(counts(course))
            lines += columns(course)
            lines += reasons(course)
            lines += instrument(course.audit)
            lines += topics(course)
            lines += suspects(course)
        }
        let actions = report.actions
        lines += ["", bold("What to do")]
        if actions.isEmpty {
            lines.append(
                report.courses.isEmpty
                    ? "Nothing: what is there reads well."
                    : "Nothing: the file reads well, and every column looks like work.")
        }
        for (number, action) in actions.enumerated() {
            let first = TextWidth.wrap("\(number + 1). \(action)", width - 3)
            lines.append(first.first ?? "")
            lines += first.dropFirst().map { "   " + $0 }
        }
        return Array(lines.map { Self.trimmed($0) + "\n" }.joined().utf8)
    }

    // MARK: The files

    private func file(_ file: CheckReport.File) -> [String] {
        let counts: [String] = [
            (Severity.error, "error", "errors"), (.warning, "warning", "warnings"), (.note, "note", "notes"),
        ].compactMap { severity, one, many in
            let count = file.count(severity)
            return count > 0 ? CheckReport.count(count, one, many) : nil
        }
        let sure = file.confidence.map { " (\(Rounding.percent($0)) % sure)" } ?? ""
        let form = file.format.map { ": " + $0.rawValue + sure } ?? ""
        let state = file.isUsable ? "" : " cannot be used,"
        var lines = wrapped(
            "\(TextWidth.clean(file.name))\(form)\(file.isUsable && !form.isEmpty ? "," : file.isUsable ? ":" : "")\(state) "
                + (counts.isEmpty ? "nothing wrong." : counts.joined(separator: ", ") + "."))
        if report.courses.isEmpty || report.files.count(where: { $0.counts != nil }) > 1, let counts = file.counts {
            // Of one file the course's counts say the same, where there are any.
            let kinds = counts.byStatus.filter { $0.count > 0 }.map { status, count in
                status == .scored ? CheckReport.count(count, "score", "scores") : "\(count) \(Self.words(status))"
            }
            let who = [
                CheckReport.count(counts.learners, "learner", "learners"),
                CheckReport.count(counts.items, "item", "items"),
            ]
            let parts = (report.courses.isEmpty ? who : []) + (kinds.isEmpty ? ["no events"] : kinds)
            let text = TextWidth.wrap(parts.joined(separator: ", ") + ".", width - 4)
            lines += text.enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
        }
        var shown: [FindingRule: Int] = [:]
        for finding in file.findings {
            shown[finding.rule, default: 0] += 1
            guard listsAll || (shown[finding.rule] ?? 0) <= Self.findingLimit else { continue }
            let text = TextWidth.wrap("\(finding.severity.rawValue): \(finding.description)", width - 4)
            lines += text.enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
        }
        for rule in FindingRule.allCases {
            guard let count = shown[rule] else { continue }
            let listed = listsAll ? count : min(count, Self.findingLimit)
            let total = max(file.totals[rule] ?? 0, count)
            if total > listed { lines.append("  ... and \(total - listed) more of \(rule.rawValue)") }
        }
        return lines
    }

    private func counts(_ course: CheckedCourse) -> String {
        let (audit, cells) = (course.audit, course.cells)
        let blanks = Status.allCases.filter { $0 != .scored }.compactMap { status in
            cells[status].map { "\($0) \(Self.words(status))" }
        }
        let silent = audit.learners - audit.active
        return CheckReport.count(audit.learners, "learner", "learners")
            + (silent > 0 ? " (\(silent) without any score)" : "") + ", "
            + CheckReport.count(audit.columns.count, "column", "columns") + ", "
            + CheckReport.count(cells[.scored] ?? 0, "score", "scores")
            + (blanks.isEmpty ? "." : "; blank: " + blanks.joined(separator: ", ") + ".")
    }

    private static func words(_ status: Status) -> String {
        status == .unknownBlank ? "unexplained" : status.word.split(separator: "_").joined(separator: " ")
    }

    // MARK: The columns

    private static let kindWidth = 27
    private var titleWidth: Int { width - Self.kindWidth - 25 }

    private func columns(_ course: CheckedCourse) -> [String] {
        let audit = course.audit
        guard !audit.columns.isEmpty else { return [] }
        var lines = [
            "",
            bold(
                TextWidth.fit("Column", titleWidth) + "  " + TextWidth.fit("is", Self.kindWidth)
                    + ["n", "mean", "full", "bits"].map { TextWidth.fit($0, $0 == "n" ? 5 : 6, alignedRight: true) }
                    .joined()),
        ]
        let listed = listed(audit)
        for column in listed {
            lines.append(
                TextWidth.fit(course.title(column), titleWidth) + "  "
                    + TextWidth.fit(Self.words(column), Self.kindWidth)
                    + TextWidth.fit(String(column.scored), 5, alignedRight: true)
                    + TextWidth.fit(Self.percent(column.mean), 6, alignedRight: true)
                    + TextWidth.fit(Self.percent(column.atMaximum), 6, alignedRight: true)
                    + TextWidth.fit(
                        column.information.map { DecimalFigure.text($0.course, 2) } ?? "-", 6, alignedRight: true))
        }
        if listed.count < audit.columns.count {
            lines.append("and \(audit.columns.count - listed.count) more columns of work (--all lists them)")
        }
        lines += wrapped(
            "bits: what one score alone tells of a learner's standing in the course; full: share with full marks.")
        return lines
    }

    /// All columns, or what is remarkable and as much of the rest as fits.
    private func listed(_ audit: GradebookAudit) -> [ColumnAudit] {
        guard !listsAll, audit.columns.count > Self.columnLimit else { return audit.columns }
        let remarkable = audit.columns.filter { $0.kind != .work }.prefix(Self.columnLimit)
        let rest = audit.columns.filter { $0.kind == .work }.prefix(Self.columnLimit - remarkable.count)
        return (remarkable + rest).sorted { $0.item < $1.item }
    }

    private static func words(_ column: ColumnAudit) -> String {
        if column.isSetAside { return column.basis == .points ? "no points" : column.kind.words }
        switch column.kind {
        case .work: return column.scored == 0 ? "no scores yet" : "work"
        case .ceiling: return "work, near the maximum"
        default: return "perhaps \(column.kind.words)"
        }
    }

    private static func percent(_ share: Double) -> String {
        share.isFinite ? "\(Rounding.percent(share)) %" : "-"
    }

    // MARK: Why

    private func reasons(_ course: CheckedCourse) -> [String] {
        let told = course.setAside.filter { $0.basis == .scores } + course.suspected
        guard !told.isEmpty else { return [] }
        var lines: [String] = [""]
        let shown = listsAll ? told : Array(told.prefix(6))
        for column in shown {
            let chance = column.probability.map { ", \(Rounding.percent($0)) % likely" } ?? ""
            let kind = column.isSetAside ? column.kind.words : "perhaps \(column.kind.words)"
            let text =
                "\(course.title(column)): \(kind)\(chance): " + column.reasons.map(\.sentence).joined(separator: "; ")
                + "."
            let wrapped = TextWidth.wrap(text, width - 2)
            lines += wrapped.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element }
        }
        if shown.count < told.count { lines.append("and \(told.count - shown.count) more (--all)") }
        return lines
    }

    private func instrument(_ audit: GradebookAudit) -> [String] {
        guard let reliability = audit.reliability else { return [] }
        let work = audit.columns.count { !$0.isSetAside && $0.scored > 0 }
        return [""]
            + wrapped(
                "All in all: \(CheckReport.count(work, "column", "columns")) of work settle \(Rounding.percent(reliability)) % of the "
                    + "differences between learners in the course (reliability \(DecimalFigure.text(reliability, 2))).")
    }

    /// Zeros and repeated scores that look like missing work, by row and column.
    private func suspects(_ course: CheckedCourse) -> [String] {
        DoubtfulWords.lines(
            course.audit.doubtful, zeros: .auto, gradebook: course.gradebook,
            most: listsAll ? .max : DoubtfulWords.listed
        ).flatMap { wrapped($0) }
    }

    /// How sure the topics of the columns are.
    private func topics(_ course: CheckedCourse) -> [String] {
        let audit = course.audit
        guard audit.active > 0 else { return [] }
        if let map = audit.topicMap, let source = TopicWords.source(map) {
            let placed = map.entries.filter { $0.topic != nil }
            let sure = placed.reduce(0) { $0 + $1.confidence } / Double(max(placed.count, 1))
            let doubtful = placed.count { $0.confidence < 0.5 }
            return wrapped(
                source + " On average \(Rounding.percent(sure)) % sure"
                    + (doubtful > 0
                        ? ", and less than half sure of \(CheckReport.count(doubtful, "column", "columns"))." : "."))
        }
        guard audit.hasSkillMap else {
            return wrapped("Topics: no skill map, so each column stands for itself (--skills FILE names them).")
        }
        let mapped = audit.columns.filter { !$0.isSetAside && !course.gradebook.items[$0.item].skills.isEmpty }.count
        let work = audit.columns.count { !$0.isSetAside }
        return wrapped(
            "Topics: \(CheckReport.count(audit.skills.count, "skill", "skills")); the map names \(mapped) of \(work) columns of work."
        )
    }

    // MARK: Text

    private func wrapped(_ text: String) -> [String] { TextWidth.wrap(text, width) }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
