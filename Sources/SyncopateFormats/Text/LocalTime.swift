/// A date, mostly with a time of day, as people and their tools write it: `2 June 2021 8:28 AM`,
/// `2021-06-02 08:28:00 UTC`, `6/2/2021 8:28:00`, `2. Juni 2021, 14:05`.
///
/// Months may be named in the languages of ``LocalTimeWords``, and numbered as in 2021年6月2日. Of `6/2/2021` it cannot say
/// which number is the month; ``LocalTimeColumn`` decides that from all cells of a column.
struct LocalTime: Equatable {
    /// What comes first of two numbers that are a day and a month.
    enum Order: Equatable {
        case dayFirst, monthFirst
    }

    /// What the text says of the zone whose clocks it is about.
    enum Zone: Equatable {
        case none
        /// Seconds east of UTC.
        case offset(Int)
        /// A name that is not known, or that several zones have.
        case unknown
    }

    /// What the text gives away about the order; `nil` where it needs none or allows both.
    let order: Order?
    /// Whether the order has to be known.
    let isAmbiguous: Bool
    let zone: Zone
    /// Seconds since 1970 if the clock showed UTC, by order; the same twice where the order does not matter.
    private let dayFirst: Double
    private let monthFirst: Double

    /// Longest text looked at, in bytes.
    private static let limit = 80

    /// `nil` for what is no date.
    init?(_ text: String) {
        guard text.utf8.count <= Self.limit else { return nil }
        var scanner = LocalTimeScanner(text)
        guard let date = scanner.date(), let clock = scanner.clock() else { return nil }
        zone = clock.zone
        guard date.isNumbered else {
            guard let days = Self.days(date.year, date.first, date.second) else { return nil }
            dayFirst = Double(days * 86_400) + clock.seconds
            monthFirst = dayFirst
            order = nil
            isAmbiguous = false
            return
        }
        let monthIsFirst = Self.days(date.year, date.first, date.second)
        let dayIsFirst = Self.days(date.year, date.second, date.first)
        guard let either = dayIsFirst ?? monthIsFirst else { return nil }
        dayFirst = Double((dayIsFirst ?? either) * 86_400) + clock.seconds
        monthFirst = Double((monthIsFirst ?? either) * 86_400) + clock.seconds
        isAmbiguous = dayIsFirst != nil && monthIsFirst != nil && date.first != date.second
        order = dayIsFirst == nil ? .monthFirst : monthIsFirst == nil ? .dayFirst : nil
    }

    /// Seconds east of UTC; `nil` where the text does not say.
    var offset: Int? { if case .offset(let offset) = zone { offset } else { nil } }

    /// Seconds since 1970 if the clock showed UTC.
    ///
    /// - Parameter order: what comes first where the text allows both.
    func local(_ order: Order) -> Double { order == .dayFirst ? dayFirst : monthFirst }

    /// Days since 1970; `nil` for no date of these millennia.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Timestamp.daysIn(month, of: year)
        else { return nil }
        return Timestamp.daysSince1970(year: year, month: month, day: day)
    }
}
