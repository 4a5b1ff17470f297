/// Why a number that is read as seconds since 1970 is most likely something else.
enum TidyTimeDoubt {
    /// A spreadsheet has shortened it to a few digits.
    case rounded
    /// Days since 1899-12-30, as spreadsheets keep times.
    case spreadsheetDays
    /// Year, month and day without anything between them.
    case compactDate
    /// Counted from some start of its own.
    case ownStart

    /// The beginning of 1990, in seconds since 1970: nobody has logs of learners that are older.
    static let earliest = 631_152_000.0

    /// Whether whole seconds, written in digits alone, raise none of the doubts.
    static func isBeyondDoubt(_ whole: Double) -> Bool { whole >= earliest && whole < Timestamp.millisecondsFrom }

    /// - Parameters:
    ///   - seconds: what was read.
    ///   - bytes: what stands in the cell.
    init?(_ seconds: Double, _ bytes: UnsafeBufferPointer<UInt8>) {
        // A date says itself when it was.
        if bytes.count > 4, bytes[4] == UInt8(ascii: "-") { return nil }
        // An exponent has a sign and three digits at most.
        var place = max(bytes.count - 5, 0)
        while place < bytes.count {
            if bytes[place] | 0x20 == UInt8(ascii: "e") {
                self = .rounded
                return
            }
            place &+= 1
        }
        guard seconds < Self.earliest else { return nil }
        let (year, month, day) = (Int(seconds) / 10_000, Int(seconds) / 100 % 100, Int(seconds) % 100)
        if (1990...2099).contains(year), (1...12).contains(month), (1...31).contains(day) {
            self = .compactDate
        } else if seconds >= 20_000, seconds < 80_000 {
            // 1954 to 2119.
            self = .spreadsheetDays
        } else {
            self = .ownStart
        }
    }

    /// What it looks like, as a sentence without its full stop.
    var message: String {
        switch self {
        case .rounded: "a spreadsheet has rounded this time, so that several moments became one"
        case .spreadsheetDays:
            "read as seconds since 1970, which is long ago; this looks like the days a spreadsheet counts"
        case .compactDate: "read as seconds since 1970, which is long ago; this looks like a date without its hyphens"
        case .ownStart:
            "read as seconds since 1970, which is long ago; this looks like time since some other beginning"
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .rounded: "export again, and open the file by importing the column as text"
        case .spreadsheetDays, .compactDate: "write times like 2026-09-01T08:30:00Z"
        case .ownStart:
            "write times like 2026-09-01T08:30:00Z, or call the column order if only the order is known"
        }
    }
}
