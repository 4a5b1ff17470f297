/// How a spreadsheet shows a number, and the text that stands for it in a CSV.
enum SheetNumber {
    /// What a number of a format stands for.
    enum Kind: Equatable {
        /// Itself.
        case plain
        /// A share, shown times a hundred.
        case percent
        /// A day, shown with its time where it has one.
        case date
        /// A day and a time.
        case moment
        /// A time of day.
        case time
        /// Hours that may be more than a day has.
        case duration
        /// A whole number with all of these digits, zeros in front of it: `00000`, `000-00-0000`.
        case padded([UInt8])
        /// A number with a text behind it that belongs to it: a percent sign, or `/ 5`.
        case followed([UInt8])
    }

    /// The text of a stored number; what is no number stays as it is.
    ///
    /// Numbers are written with a decimal point, so that nothing in them can be taken for thousands.
    ///
    /// - Parameter is1904: whether days are counted from 1904, as old Macintoshes did.
    static func text(_ stored: [UInt8], _ kind: Kind, is1904: Bool = false) -> [UInt8] {
        if kind == .plain, stored.count <= 15, stored.allSatisfy(\.isDigit) { return stored }
        guard let value = Double(String(decoding: stored, as: UTF8.self)), value.isFinite else { return stored }
        switch kind {
        case .plain: return unmistakable(plain(value))
        case .percent: return unmistakable(plain(value * 100)) + [UInt8(ascii: "%")]
        case .padded(let pattern): return padded(value, pattern) ?? unmistakable(plain(value))
        case .followed(let text): return unmistakable(plain(value)) + text
        case .date, .moment, .time, .duration:
            return clock(value, kind, is1904: is1904).map { Array($0.utf8) } ?? unmistakable(plain(value))
        }
    }

    /// A number with a zero after a fraction of three digits: 1.125 may be read as thousands, and 1.1250 may not.
    private static func unmistakable(_ number: String) -> [UInt8] {
        let digits = Array(number.utf8)
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")), digits.count - point == 4,
            digits[(point + 1)...].allSatisfy(\.isDigit)
        else { return digits }
        return digits + [UInt8(ascii: "0")]
    }

    /// A whole number in the places of a pattern of zeros; `nil` for any other number.
    private static func padded(_ value: Double, _ pattern: [UInt8]) -> [UInt8]? {
        guard value >= 0, value < 1e15, value == value.rounded() else { return nil }
        var digits = Array(plain(value).utf8)
        var text: [UInt8] = []
        for place in pattern.reversed() {
            text.append(place.isDigit ? digits.popLast() ?? UInt8(ascii: "0") : place)
        }
        return digits + text.reversed()
    }

    /// The shortest text, whole numbers without an exponent as long as each has its own.
    static func plain(_ value: Double) -> String {
        let value = value.magnitude < 1e15 ? rounded(value) : value
        if value.magnitude < 0x1p53, value == value.rounded(), let whole = Int64(exactly: value) {
            return String(whole)
        }
        return "\(value)"
    }

    /// The number with fifteen digits, which is what spreadsheet programs show: some write 8.7 as 8.699999999999999.
    private static func rounded(_ value: Double) -> Double {
        for scale in DecimalText.powersOfTen {
            let scaled = value * scale
            guard scaled.magnitude < 1e15 else { return value }
            if scaled.magnitude >= 1e14 { return scaled.rounded() / scale }
        }
        return value
    }

    /// Days since the end of 1899 as ISO 8601, to the second.
    private static func clock(_ serial: Double, _ kind: Kind, is1904: Bool) -> String? {
        guard serial.magnitude < 1e7 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        if kind == .duration || (kind == .time && seconds >= 0 && seconds < 86_400) { return time(seconds) }
        guard seconds >= 0 else { return nil }
        var days = seconds / 86_400
        // Before March 1900 the count is off by the day that year did not have.
        days += is1904 ? 1462 : days < 60 ? 1 : 0
        guard let date = CalendarDate.date(Double(days - 25_569) * 86_400) else { return nil }
        let ofDay = seconds % 86_400
        return kind == .date && ofDay == 0 ? date : "\(date) \(time(ofDay))"
    }

    /// Hours, minutes and seconds.
    private static func time(_ seconds: Int) -> String {
        let whole = seconds.magnitude
        let parts = [whole / 3600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (seconds < 0 ? "-" : "") + parts.joined(separator: ":")
    }
}
