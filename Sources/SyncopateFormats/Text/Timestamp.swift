/// Reads times: RFC 3339 with a zone, or seconds since 1970.
enum Timestamp {
    /// What a cell that should hold a time says.
    enum Reading: Equatable {
        /// Seconds since 1970.
        case seconds(Double)
        /// A date and time of day without a zone: seconds since 1970 if it were UTC.
        case local(Double)
        /// A date alone.
        case date
        /// A number too large for seconds, most likely milliseconds.
        case tooLarge
        /// Nothing of the kind.
        case none
    }

    /// What numbers are milliseconds: seconds reach this in the year 5138, and milliseconds did in 1973.
    static let millisecondsFrom = 1e11

    /// Reads a text without blanks around it.
    static func read(_ text: String) -> Reading {
        var text = text
        return text.withUTF8 { read($0) }
    }

    /// Reads bytes without blanks around them.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        if let whole = NumericCell.whole(bytes) { return whole < millisecondsFrom ? .seconds(whole) : .tooLarge }
        if bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") { return calendar(bytes) }
        let number: NumericCell
        if let plain = NumericCell.plain(bytes, 0..<bytes.count) {
            number = plain
        } else if let other = NumericCell(Array(bytes), 0..<bytes.count) {
            number = other
        } else {
            return .none
        }
        guard !number.isPercent, number.withPoint.isFinite else { return .none }
        return number.withPoint.magnitude < millisecondsFrom ? .seconds(number.withPoint) : .tooLarge
    }

    /// RFC 3339, section 5.6: a space may stand for the T, letters may be small, a 60th second is taken as the next minute.
    private static func calendar(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        func digits(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for place in start..<(start + count) {
                guard bytes[place].isDigit else { return nil }
                value = value * 10 + Int(bytes[place] - 0x30)
            }
            return value
        }
        guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2), (1...12).contains(month),
            day >= 1, day <= daysIn(month, of: year)
        else { return .none }
        guard bytes.count > 10 else { return .date }
        guard bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20, bytes.count >= 16,
            let hour = digits(11, 2), bytes[13] == UInt8(ascii: ":"), let minute = digits(14, 2), hour < 24, minute < 60
        else { return .none }
        var second = 0
        var position = 16
        if bytes.count > 16, bytes[16] == UInt8(ascii: ":") {
            guard let value = digits(17, 2), value <= 60 else { return .none }
            second = value
            position = 19
        }
        var fraction = 0.0
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ",") {
            var scale = 0.1
            position += 1
            let first = position
            while position < bytes.count, bytes[position].isDigit {
                fraction += Double(bytes[position] - 0x30) * scale
                scale /= 10
                position += 1
            }
            guard position > first else { return .none }
        }
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        let days = daysSince1970(year: year, month: month, day: day)
        let local = Double(days * 86_400 + hour * 3600 + minute * 60 + second) + fraction
        guard position < bytes.count else { return .local(local) }
        if position + 1 == bytes.count, bytes[position] | 0x20 == UInt8(ascii: "z") { return .seconds(local) }
        guard let zone = zone(Array(bytes[position...])) else { return .none }
        return .seconds(Double(days * 86_400 + hour * 3600 + minute * 60 + second - zone) + fraction)
    }

    /// Seconds east of UTC; `nil` where the text is no offset.
    static func zone(_ text: String) -> Int? { zone(Array(text.utf8)) }

    private static func zone(_ text: [UInt8]) -> Int? {
        if text.count == 1, text[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        if text == Array("UTC".utf8) { return 0 }
        var digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
        // ISO 8601 allows hours alone, and PostgreSQL writes them so.
        let isHours = text.count == 3 && digits.count == 2
        if isHours { digits += [0x30, 0x30] }
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
            digits.allSatisfy(\.isDigit),
            isHours || text.count == 5 || (text.count == 6 && text[3] == UInt8(ascii: ":"))
        else { return nil }
        let value = digits.map { Int($0 - 0x30) }
        let hours = value[0] * 10 + value[1]
        let minutes = value[2] * 10 + value[3]
        guard hours < 24, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// How many days a month has.
    static func daysIn(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days of the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms", 2013).
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
