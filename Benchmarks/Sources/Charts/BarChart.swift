import Foundation

/// Bars on a logarithmic axis, each with what it should come to.
public struct BarChart {
    /// One bar.
    public struct Bar {
        let label: String
        let value: Double
        let wanted: Double?

        /// - Parameter wanted: what it should come to; `nil` where nothing is asked.
        public init(label: String, value: Double, wanted: Double? = nil) {
            self.label = label
            self.value = value
            self.wanted = wanted
        }
    }

    private let title: String
    private let axis: String
    private let bars: [Bar]

    /// - Parameters:
    ///   - axis: what is measured along the bars.
    public init(title: String, axis: String, bars: [Bar]) {
        self.title = title
        self.axis = axis
        self.bars = bars
    }

    /// The chart as a file.
    public var svg: String {
        let (width, top, row, right) = (960.0, 84.0, 34.0, 80.0)
        let left = 30 + 6.6 * Double(min(bars.map(\.label.count).max() ?? 0, 60))
        let bottom = top + row * Double(max(bars.count, 1))
        var out = SVGDocument(width: width, height: bottom + 56, title: title)
        out.text(title, x: 16, y: 26, style: "title")
        legend(&out)
        let scale = LogAxis(
            covering: [1] + bars.flatMap { [$0.value, $0.wanted ?? $0.value] }, from: left, to: width - right)
        for (value, label) in scale.ticks {
            let x = scale.place(value)
            out.line(from: (x, top - 6), to: (x, bottom), "grid")
            out.text(label, x: x, y: bottom + 18, .middle)
        }
        out.text(axis, x: (left + width - right) / 2, y: bottom + 42, .middle)
        let zero = scale.place(1)
        for (number, bar) in bars.enumerated() {
            let y = top + row * Double(number)
            let end = scale.place(bar.value)
            let isShort = bar.wanted.map { bar.value < $0 } ?? false
            out.text(bar.label, x: left - 10, y: y + 19, .end)
            out.rectangle(
                x: min(zero, end), y: y + 5, width: abs(end - zero), height: row - 14, isShort ? "fill1" : "fill0")
            var beside = max(zero, end)
            if let wanted = bar.wanted {
                let x = scale.place(wanted)
                out.line(from: (x, y + 1), to: (x, y + row - 5), "mark")
                if x > beside, x < beside + 66 { beside = x }
            }
            out.text(Self.times(bar.value), x: beside + 8, y: y + 19)
        }
        out.line(from: (zero, top - 6), to: (zero, bottom), "axis")
        return out.file
    }

    private func legend(_ out: inout SVGDocument) {
        var x = 16.0
        for (style, label) in [("fill0", "times as fast"), ("fill1", "short of what is wanted")] {
            out.rectangle(x: x, y: 42, width: 14, height: 14, style)
            out.text(label, x: x + 20, y: 54)
            x += 40 + 6.5 * Double(label.count)
        }
        out.line(from: (x + 6, 40), to: (x + 6, 58), "mark")
        out.text("what is wanted", x: x + 16, y: 54)
    }

    /// "6,900 times", in two digits or more.
    static func times(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if value < 10 { return String(format: "%.1f", value) }
        if value < 100 { return String(format: "%.0f", value) }
        let step = pow(10, log10(value).rounded(.down) - 1)
        return grouped((value / step).rounded() * step)
    }

    /// A whole number with a comma at every third digit.
    public static func grouped(_ value: Double) -> String { LogAxis.grouped(String(format: "%.0f", value)) }
}
