/// A comparison as text for people.
public enum ComparisonText {
    public static func write(_ comparison: Comparison) -> [UInt8] {
        let head = ["", "before", "after", "times as good", "95 % interval", ""]
        let rows = comparison.rows.map { row in
            [
                row.name.replacing("_", with: " "), FigureText.text(row.before, row.unit),
                FigureText.text(row.after, row.unit), FigureText.digits(row.gain),
                row.interval.map {
                    "\(FigureText.digits($0.lowerBound)) to \(FigureText.digits($0.upperBound))"
                } ?? "-", row.verdict.rawValue,
            ]
        }
        let lines = comparison.warnings.map { "Note: " + $0 } + TextColumns.lines([head] + rows, indent: 0)
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }
}
