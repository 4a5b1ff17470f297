/// A time on a clock that comes every year: `M10.5.0/3`, `J60`, `59/12:30`.
struct YearlyMoment: Sendable, Hashable {
    private enum Day: Hashable {
        /// A day of the week (Sunday 0) of a month: which one from 1, where 5 is the last.
        case week(month: Int, number: Int, day: Int)
        /// From 1, where 29 February is not counted.
        case withoutLeapDay(Int)
        /// From 0, where 29 February is counted.
        case ofYear(Int)
    }

    private let day: Day
    /// Seconds after midnight; days may begin before it.
    private let time: Int

    /// `nil` where no such time is next.
    init?(_ scanner: inout ZoneRuleScanner) {
        if scanner.take("M") {
            guard let month = scanner.number(1...12), scanner.take("."), let number = scanner.number(1...5),
                scanner.take("."), let day = scanner.number(0...6)
            else { return nil }
            self.day = .week(month: month, number: number, day: day)
        } else if scanner.take("J") {
            guard let day = scanner.number(1...365) else { return nil }
            self.day = .withoutLeapDay(day)
        } else {
            guard let day = scanner.number(0...365) else { return nil }
            self.day = .ofYear(day)
        }
        guard scanner.take("/") else {
            time = 2 * 3600
            return
        }
        guard let time = scanner.duration(hours: 167) else { return nil }
        self.time = time
    }

    /// Seconds since 1970 in a year, if the clock showed UTC.
    func seconds(_ year: Int) -> Int {
        let newYear = Timestamp.daysSince1970(year: year, month: 1, day: 1)
        let days: Int
        switch day {
        case .week(let month, let number, let day):
            let first = Timestamp.daysSince1970(year: year, month: month, day: 1)
            // 1 January 1970 was a Thursday.
            let weekday = ((first + 4) % 7 + 7) % 7
            let place = (day - weekday + 7) % 7 + (number - 1) * 7
            days = first + (place < Timestamp.daysIn(month, of: year) ? place : place - 7)
        case .withoutLeapDay(let day):
            let isAfterLeapDay = day >= 60 && Timestamp.daysIn(2, of: year) == 29
            days = newYear + day - 1 + (isAfterLeapDay ? 1 : 0)
        case .ofYear(let day): days = newYear + day
        }
        return days * 86_400 + time
    }
}
