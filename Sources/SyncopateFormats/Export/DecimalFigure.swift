internal import Syncopate

/// Figures with a fixed number of decimals, for columns that are read downwards.
enum DecimalFigure {
    /// `value` with exactly `places` decimals, halves away from zero; "-" where there is none or it is not finite.
    ///
    /// - Parameter signed: whether a number above zero gets a plus.
    static func text(_ value: Double?, _ places: Int, signed: Bool = false) -> String {
        guard let value, value.isFinite, abs(value) < 1e9 else { return "-" }
        let rounded = Rounding.decimals(value, places)
        var scale = 1.0
        for _ in 0..<max(places, 0) { scale *= 10 }
        let digits = String(Int((abs(rounded) * scale).rounded()))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = rounded < 0 ? "-" : signed && rounded > 0 ? "+" : ""
        guard places > 0 else { return sign + padded }
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// "low to high"; "-" where there is none.
    static func range(_ interval: ClosedRange<Double>?, _ places: Int, signed: Bool = false) -> String {
        guard let interval else { return "-" }
        return text(interval.lowerBound, places, signed: signed) + " to "
            + text(interval.upperBound, places, signed: signed)
    }
}
