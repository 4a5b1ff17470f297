/// The days of one plan on the learners' calendar.
struct PlanCalendar {
    /// One day.
    struct Day {
        /// Seconds since 1970 at which practice begins.
        var begin: Double
        /// The midnight after it.
        var end: Double
        var isOff: Bool
    }

    private(set) var days: [Day]
    /// Seconds since 1970 of the moment it begins.
    let start: Double
    /// The midnight after the last day.
    var end: Double { days.last?.end ?? start }

    /// - Parameters:
    ///   - start: seconds since 1970; the time of day at which practice begins on all days, unless that leaves too
    ///     little of the day.
    ///   - minutesADay: how long practice may take.
    init(start: Double, count: Int, minutesADay: Double, utcOffset: Double, settings: PlanSettings) {
        self.start = start
        let first = ((start + utcOffset) / MemoryModel.day).rounded(.down)
        let timeOfDay = start + utcOffset - first * MemoryModel.day
        // The last answer comes before midnight, which is another day.
        let begin = max(0, min(timeOfDay, MemoryModel.day - minutesADay * 60 - 1))
        days = (0..<max(count, 1)).map { place in
            let number = first + Double(place)
            let midnight = number * MemoryModel.day - utcOffset
            return Day(
                begin: place == 0 ? start : midnight + begin, end: midnight + MemoryModel.day,
                isOff: settings.weekdaysOff.contains(Self.weekday(number))
                    || settings.datesOff.contains(Int(max(min(number, 1e9), -1e9))))
        }
    }

    /// Makes every day one without practice.
    mutating func rest() {
        for place in days.indices { days[place].isOff = true }
    }

    /// How many days a plan has that ends with a moment: one at least, a year at most.
    static func days(from start: Double, to end: Double, utcOffset: Double) -> Int {
        let first = ((start + utcOffset) / MemoryModel.day).rounded(.down)
        let last = ((end + utcOffset) / MemoryModel.day).rounded(.up)
        return Int(min(max(last - first, 1), Double(PlanSettings.mostDays)))
    }

    /// 0 for Sunday to 6 for Saturday, of a number of days since 1970-01-01, a Thursday.
    private static func weekday(_ number: Double) -> Int {
        let rest = (number + 4).truncatingRemainder(dividingBy: 7)
        return Int(rest < 0 ? rest + 7 : rest)
    }
}
