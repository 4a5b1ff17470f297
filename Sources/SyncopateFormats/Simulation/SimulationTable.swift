/// A comparison of policies as text for a terminal: per family every figure as mean, standard error and 90th percentile,
/// honest policies by the first figure, best first, and oracles apart.
public struct SimulationTable: Sendable {
    let report: SimulationReport
    /// Columns of the terminal, at least 60.
    let width: Int
    /// Whether headings may be set in bold.
    let isStyled: Bool

    /// - Parameters:
    ///   - report: what is shown.
    ///   - width: columns of the terminal; fewer than 60 count as 60.
    ///   - isStyled: whether headings may be set in bold.
    public init(_ report: SimulationReport, width: Int, isStyled: Bool = false) {
        self.report = report
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    /// The whole text.
    public func write() -> [UInt8] {
        var text = legend().map { $0 + "\n" }.joined()
        for family in report.families {
            text += "\n" + table(family)
            text += SimulationContrast.lines(family, unit: report.unit, width: width).map { $0 + "\n" }.joined()
            guard let fairness = family.fairness else { continue }
            text += "\n" + String(decoding: FairnessTable(fairness, width: width).write(), as: UTF8.self)
        }
        return Array(text.utf8)
    }

    private func legend() -> [String] {
        let units = report.unit.plural
        let count = "\(report.students) \(report.students == 1 ? report.unit.rawValue : units)"
        let scope = report.unit == .student ? " of each family" : ""
        return TextWidth.wrap(
            "\(count)\(scope), seed \(report.seed). Mean ± standard error, and the value that nine of ten "
                + "\(units) do not exceed (p90); ↑ higher is better, ↓ lower.", width)
            + TextWidth.wrap(
                "\(Mark.best) best of the honest policies; \(Mark.worse) worse than the best baseline by more than one "
                    + "standard error of the difference over the same \(units). Oracles are told the truth and stand apart; a "
                    + "short-sighted one can be beaten all the same.",
                width)
    }

    private enum Mark {
        static let best = "*"
        static let worse = "!"
    }

    /// Columns of one figure: two blanks, mean and error, p90 and the mark.
    private enum Column {
        static let mean = 17
        static let ninetieth = 8
        static let mark = 2
        static let width = mean + ninetieth + mark
    }

    private func table(_ family: SimulationReport.Family) -> String {
        var lines = TextWidth.wrap("\(family.name): \(family.summary)", width).map { bold($0) }
        let policies = family.sorted(by: 0, .honest)
        let oracles = family.sorted(by: 0, [.oracle])
        guard !family.figures.isEmpty, !policies.isEmpty || !oracles.isEmpty else {
            return (lines + ["  none of the policies suits these students"]).map { $0 + "\n" }.joined()
        }
        let longest = family.policies.map { TextWidth.of($0.name) + 2 }.max() ?? 0
        let nameWidth = min(longest, width - Column.width)
        let figuresInRow = max(1, (width - nameWidth) / Column.width)
        for start in stride(from: 0, to: family.figures.count, by: figuresInRow) {
            let figures = start..<min(start + figuresInRow, family.figures.count)
            lines += heading(family, figures, nameWidth)
            lines += policies.map { row($0, family, figures, nameWidth) }
            if !oracles.isEmpty { lines.append("  oracles") }
            lines += oracles.map { row($0, family, figures, nameWidth) }
        }
        return (lines + exposures(policies + oracles)).map { $0 + "\n" }.joined()
    }

    private func heading(_ family: SimulationReport.Family, _ figures: Range<Int>, _ nameWidth: Int) -> [String] {
        let columns = figures.map { figure in
            let arrow = family.figures[figure].higherIsBetter ? "↑" : "↓"
            return "  " + TextWidth.fit("\(family.figures[figure].name) \(arrow)", Column.width - 2)
        }
        let units = figures.map { _ in
            right("mean ± se", Column.mean) + right("p90", Column.ninetieth) + "  "
        }
        return [
            bold(trimmed(TextWidth.fit("", nameWidth) + columns.joined())),
            trimmed(TextWidth.fit("", nameWidth) + units.joined()),
        ]
    }

    private func row(
        _ policy: SimulationReport.Policy, _ family: SimulationReport.Family, _ figures: Range<Int>, _ nameWidth: Int
    ) -> String {
        let cells = figures.map { figure in
            guard policy.values.indices.contains(figure) else { return TextWidth.fit("", Column.width) }
            let value = policy.values[figure]
            let places = family.decimals(figure)
            let mean = "\(DecimalFigure.text(value.mean, places)) ± \(DecimalFigure.text(value.standardError, places))"
            return right(mean, Column.mean) + right(DecimalFigure.text(value.ninetieth, places), Column.ninetieth)
                + " " + (value.isBest ? Mark.best : value.isWorse ? Mark.worse : " ")
        }
        return trimmed(TextWidth.fit("  " + policy.name, nameWidth) + cells.joined())
    }

    private func exposures(_ policies: [SimulationReport.Policy]) -> [String] {
        let shares = policies.compactMap { policy in
            policy.highestExposure.map { "\(policy.name) \(DecimalFigure.text($0, 3))" }
        }
        guard !shares.isEmpty else { return [] }
        return TextWidth.wrap(
            "Share of the students who got the item given most often: \(shares.joined(separator: ", "))", width - 2
        )
        .map { "  " + $0 }
    }

    private func right(_ text: String, _ width: Int) -> String { TextWidth.fit(text, width, alignedRight: true) }

    /// Without the blanks that fill the last column.
    private func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
