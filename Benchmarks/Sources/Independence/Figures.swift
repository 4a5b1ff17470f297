import Foundation

/// Prints figures, each with its bar where it has one, and keeps count.
struct Figures {
    /// Figures with a bar.
    private(set) var bars = 0
    /// Those that met it.
    private(set) var met = 0

    /// Prints one line.
    ///
    /// - Parameters:
    ///   - within: the bar for its absolute value.
    ///   - note: what is said where there is no bar.
    mutating func show(
        _ name: String, _ value: Double, atLeast: Double? = nil, atMost: Double? = nil, within: Double? = nil,
        note: String = "", decimals: Int = 4
    ) {
        var words = note
        let bars = [atLeast.map { "at least \($0)" }, atMost.map { "at most \($0)" }, within.map { "within \($0)" }]
        if let bar = bars.compactMap({ $0 }).first {
            // No number meets no bar.
            let isMet =
                value >= atLeast ?? -.infinity && value <= atMost ?? .infinity && abs(value) <= within ?? .infinity
            words = "\(bar): \(isMet ? "met" : "MISSED")"
            self.bars += 1
            met += isMet ? 1 : 0
        }
        let filled = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        let figure = String(format: "%9.\(decimals)f", value)
        print(filled + figure + (words.isEmpty ? "" : "  " + words))
    }
}
