/// Rounding for figures that leave the engine, so that the last bits of a matrix product never show.
public enum Rounding {
    /// `value` to a number of decimals, halves away from zero. Not finite, or too large to have decimals: returned as
    /// it is. Never negative zero.
    public static func decimals(_ value: Double, _ places: Int) -> Double {
        let scale = powerOfTen(places)
        let scaled = value * scale
        guard scaled.isFinite else { return value }
        let rounded = scaled.rounded() / scale
        return rounded == 0 ? 0 : rounded
    }

    /// `value` to a multiple of 2⁻³⁰, some 10⁻⁹: choices made by such figures do not turn on the last bits of a matrix
    /// product, which differ from one processor to another, and up to 2²³ their sums are exact, so that what is alike
    /// ties. Not finite, or too large to have such a part: returned as it is.
    static func tying(_ value: Double) -> Double {
        let scaled = value * 0x1p30
        return abs(scaled) < 0x1p52 ? scaled.rounded() * 0x1p-30 : value
    }

    /// Ten to the power of a number of decimals, 1 below one; exact up to 22.
    private static func powerOfTen(_ places: Int) -> Double {
        switch places {
        case ...0: return 1
        case 4: return 1e4
        case 6: return 1e6
        case 9: return 1e9
        default:
            var power = 1.0
            for _ in 0..<places { power *= 10 }
            return power
        }
    }

    /// The same for people: a whole number has no decimals.
    public static func words(_ value: Double, _ places: Int) -> String {
        let rounded = decimals(value, places)
        guard let whole = Int(exactly: rounded) else { return "\(rounded)" }
        return "\(whole)"
    }

    /// A share as a whole percentage for people: a share strictly between nothing and everything is never "0" or "100".
    public static func percent(_ share: Double) -> Int {
        guard share.isFinite else { return 0 }
        let held = min(max(share, -10), 10)
        let whole = Int((held * 100).rounded())
        if whole == 100, held < 1 { return 99 }
        if whole == 0, held > 0 { return 1 }
        return whole
    }
}
