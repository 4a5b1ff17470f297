internal import JSONText

/// What one policy has over another in one figure, over the same runs.
public struct SimulationContrast: Sendable, Hashable {
    /// Names as in the family.
    public var policy: String
    public var other: String
    public var figure: String
    /// The one's mean less the other's.
    public var difference: Double
    /// Ends of its 95 % interval; NaN where there are too few runs for one.
    public var low: Double
    public var high: Double

    public init(policy: String, other: String, figure: String, difference: Double, low: Double, high: Double) {
        self.policy = policy
        self.other = other
        self.figure = figure
        self.difference = difference
        self.low = low
        self.high = high
    }

    /// A line per pair of policies, one column per figure; none without contrasts.
    static func lines(
        _ family: SimulationReport.Family, unit: SimulationReport.Unit, width: Int
    ) -> [String] {
        guard !family.contrasts.isEmpty else { return [] }
        var pairs: [(policy: String, other: String)] = []
        for contrast in family.contrasts
        where !pairs.contains(where: { $0 == (contrast.policy, contrast.other) }) {
            pairs.append((contrast.policy, contrast.other))
        }
        let names = pairs.map { "  \($0.policy) less \($0.other)" }
        let column = 27
        let nameWidth = min(names.map(TextWidth.of).max() ?? 0, width - column)
        let perRow = max(1, (width - nameWidth) / column)
        let figures = family.figures.enumerated().filter { figure in
            family.contrasts.contains { $0.figure == figure.element.name }
        }
        var lines = TextWidth.wrap("  Differences over the same \(unit.plural), with 95\u{A0}% intervals:", width)
        for start in stride(from: 0, to: figures.count, by: perRow) {
            let shown = figures[start..<min(start + perRow, figures.count)]
            lines.append(
                TextWidth.fit("", nameWidth)
                    + shown.map { TextWidth.fit($0.element.name, column, alignedRight: true) }.joined())
            for (name, pair) in zip(names, pairs) {
                let cells = shown.map { place, figure -> String in
                    guard
                        let found = family.contrasts.first(where: {
                            ($0.policy, $0.other, $0.figure) == (pair.policy, pair.other, figure.name)
                        })
                    else { return TextWidth.fit("", column) }
                    let places = family.decimals(place)
                    let difference = DecimalFigure.text(found.difference, places, signed: true)
                    let low = DecimalFigure.text(found.low, places, signed: true)
                    let high = DecimalFigure.text(found.high, places, signed: true)
                    return TextWidth.fit("\(difference) (\(low), \(high))", column, alignedRight: true)
                }
                lines.append(TextWidth.fit(name, nameWidth) + cells.joined())
            }
        }
        return lines
    }

    /// The key `contrasts`; nothing without any.
    static func write(_ contrasts: [SimulationContrast], to json: inout JSONWriter) {
        guard !contrasts.isEmpty else { return }
        json.key("contrasts")
        json.beginArray()
        for contrast in contrasts {
            json.beginObject()
            json.key("policy")
            json.string(contrast.policy)
            json.key("other")
            json.string(contrast.other)
            json.key("figure")
            json.string(contrast.figure)
            json.key("difference")
            json.number(contrast.difference)
            json.key("low")
            json.number(contrast.low)
            json.key("high")
            json.number(contrast.high)
            json.endObject()
        }
        json.endArray()
    }
}
