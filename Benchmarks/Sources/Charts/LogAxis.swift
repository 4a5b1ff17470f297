import Foundation

/// A logarithmic axis over whole powers of ten.
struct LogAxis {
    /// The powers at both ends.
    let lowest: Int
    let highest: Int
    /// Where the ends are on paper.
    private let start: Double
    private let end: Double

    /// - Parameter values: what has to fit; those not above zero are left out.
    init(covering values: [Double], from start: Double, to end: Double) {
        let logarithms = values.filter { $0 > 0 && $0.isFinite }.map { log10($0) }
        lowest = Int(((logarithms.min() ?? 0) + 1e-9).rounded(.down))
        highest = max(Int(((logarithms.max() ?? 1) - 1e-9).rounded(.up)), lowest + 1)
        self.start = start
        self.end = end
    }

    /// Where a value is on paper; values beyond an end are at that end.
    func place(_ value: Double) -> Double {
        let power = value > 0 ? min(max(log10(value), Double(lowest)), Double(highest)) : Double(lowest)
        return start + (power - Double(lowest)) / Double(highest - lowest) * (end - start)
    }

    /// The powers of ten, with what is written at them.
    var ticks: [(value: Double, label: String)] {
        (lowest...highest).map { power in (pow(10, Double(power)), Self.label(power)) }
    }

    private static func label(_ power: Int) -> String {
        if power < 0 { return "0." + String(repeating: "0", count: -power - 1) + "1" }
        return grouped("1" + String(repeating: "0", count: power))
    }

    /// Digits with a comma at every third.
    static func grouped(_ digits: String) -> String {
        var out = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return out
    }
}
