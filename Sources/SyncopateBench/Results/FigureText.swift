/// Figures as people read them: three digits or more, and a unit that fits.
public enum FigureText {
    /// A figure with its unit.
    ///
    /// - Parameter unit: `s`, `B`, `B/s`, `FLOP/s`, nothing for a plain number, or what is counted a second.
    public static func text(_ value: Double, _ unit: String) -> String {
        guard value.isFinite else { return "-" }
        switch unit {
        case "s": return scaled(value, [(1, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns")])
        case "B", "B/s", "FLOP/s":
            return scaled(value, [(1e9, "G\(unit)"), (1e6, "M\(unit)"), (1e3, "k\(unit)"), (1, unit)])
        case "": return digits(value)
        default: return "\(digits(value)) \(unit)"
        }
    }

    private static func scaled(_ value: Double, _ scales: [(size: Double, unit: String)]) -> String {
        guard value != 0 else {
            return "0 \(scales[0].unit.hasPrefix("G") ? String(scales[0].unit.dropFirst()) : scales[0].unit)"
        }
        let scale = scales.first { abs(value) >= $0.size } ?? scales[scales.count - 1]
        return "\(digits(value / scale.size)) \(scale.unit)"
    }

    /// Whole numbers in groups of three from a thousand on, three digits below.
    static func digits(_ value: Double) -> String {
        let size = abs(value)
        guard size < 1e15 else { return "\(value)" }
        if size >= 100 { return grouped(Int(value.rounded())) }
        let places = size >= 10 ? 1 : size >= 1 ? 2 : 3
        let scale = [1.0, 10, 100, 1_000][places]
        let whole = Int((size * scale).rounded())
        let fraction = String(whole % Int(scale))
        let zeros = String(repeating: "0", count: places - fraction.count)
        return (value < 0 ? "-" : "") + "\(whole / Int(scale)).\(zeros)\(fraction)"
    }

    /// A whole number in groups of three digits.
    static func whole(_ value: Int) -> String { grouped(value) }

    private static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}
