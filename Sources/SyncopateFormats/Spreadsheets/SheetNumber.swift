/// How a spreadsheet shows a number, and the text that stands for it in a CSV.
enum SheetNumber {
    /// What a number of a format stands for.
    enum Kind {
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
    }

    /// What the formats are that every workbook has (ECMA-376, part 1, 18.8.30), by their numbers.
    static func kind(builtIn number: Int) -> Kind {
        switch number {
        case 9, 10: .percent
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 22: .moment
        case 18...21, 32...35, 45, 47, 55, 56: .time
        case 46: .duration
        default: .plain
        }
    }

    /// What a format is by its code, such as `yyyy-mm-dd hh:mm` or `0.0%`.
    static func kind(code: String) -> Kind {
        var letters: Set<Character> = []
        var isQuoted = false
        var bracket: String?
        var skips = false
        for character in code.lowercased() {
            if skips {
                skips = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let inside = bracket {
                guard character == "]" else {
                    bracket = inside + String(character)
                    continue
                }
                // [h]: hours that go on counting; anything else in brackets is a colour, a place or a condition.
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { return .duration }
                bracket = nil
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": bracket = ""
                case "\\", "_", "*": skips = true
                // What follows is for negative numbers.
                case ";": return kind(letters: letters)
                default: letters.insert(character)
                }
            }
        }
        return kind(letters: letters)
    }

    private static func kind(letters: Set<Character>) -> Kind {
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("d") || letters.contains("y") || (letters.contains("m") && !hasTime)
        if letters.contains("%") { return .percent }
        // "General" is a word and no format of its letters.
        if letters.isSuperset(of: "general") { return .plain }
        return hasDay ? (hasTime ? .moment : .date) : hasTime ? .time : .plain
    }

    /// The text of a stored number; what is no number stays as it is.
    ///
    /// - Parameter is1904: whether days are counted from 1904, as old Macintoshes did.
    static func text(_ stored: [UInt8], _ kind: Kind, is1904: Bool = false) -> [UInt8] {
        if kind == .plain, stored.count <= 15, stored.allSatisfy(\.isDigit) { return stored }
        guard let value = Double(String(decoding: stored, as: UTF8.self)), value.isFinite else { return stored }
        switch kind {
        case .plain: return Array(plain(value).utf8)
        case .percent: return Array((plain(value * 100) + "%").utf8)
        case .date, .moment, .time, .duration:
            return Array((clock(value, kind, is1904: is1904) ?? plain(value)).utf8)
        }
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
