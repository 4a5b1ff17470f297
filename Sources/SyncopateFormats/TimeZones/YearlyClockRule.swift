/// What clocks do every year: the form of POSIX's variable TZ (`CET-1CEST,M3.5.0,M10.5.0/3`), with hours from -167 to 167
/// as RFC 9636 has them.
struct YearlyClockRule: Sendable, Hashable {
    /// Seconds east of UTC outside daylight saving time.
    private let standard: Int
    /// Daylight saving time; `nil` where there is none.
    private let saving: Saving?

    private struct Saving: Sendable, Hashable {
        /// Seconds east of UTC.
        var offset: Int
        var start: YearlyMoment
        var end: YearlyMoment
    }

    /// `nil` for what is no such rule. Daylight saving time has to say when it is.
    init?(_ text: ArraySlice<UInt8>) {
        var scanner = ZoneRuleScanner(text)
        guard scanner.skipName(), let west = scanner.duration(hours: 24) else { return nil }
        standard = -west
        guard !scanner.isAtEnd else {
            saving = nil
            return
        }
        guard scanner.skipName() else { return nil }
        var offset = standard + 3600
        if !scanner.isNext(",") {
            guard let west = scanner.duration(hours: 24) else { return nil }
            offset = -west
        }
        guard scanner.take(","), let start = YearlyMoment(&scanner), scanner.take(","),
            let end = YearlyMoment(&scanner), scanner.isAtEnd
        else { return nil }
        saving = Saving(offset: offset, start: start, end: end)
    }

    /// Seconds east of UTC at a moment.
    func offset(at moment: Int) -> Int {
        guard saving != nil else { return standard }
        // Of a year before and after, since clocks may be changed days before or after the year they belong to.
        return changes(ofYearsAround: moment, moment).last { $0.moment <= moment }?.offset ?? standard
    }

    /// Changes within a stretch of time, the earliest first.
    func changes(from start: Int, through end: Int) -> [ClockChange] {
        guard saving != nil else { return [ClockChange(moment: start, offset: standard)] }
        let all = changes(ofYearsAround: start, end)
        // What holds at the start stands first: a file's last change may have left something else.
        let before = all.last { $0.moment <= start }.map { [ClockChange(moment: start, offset: $0.offset)] } ?? []
        return before + all.filter { $0.moment > start && $0.moment <= end }
    }

    /// The changes of the years from the one before a moment to the one after another, each moment once.
    private func changes(ofYearsAround first: Int, _ last: Int) -> [ClockChange] {
        guard let saving else { return [] }
        let years = Self.year(of: first) - 1...Self.year(of: last) + 1
        let all = years.flatMap { year in
            [
                ClockChange(moment: saving.start.seconds(year) - standard, offset: saving.offset),
                ClockChange(moment: saving.end.seconds(year) - saving.offset, offset: standard),
            ]
        }
        // Daylight saving time that ends as the next begins goes on: of one moment the later year counts.
        let order = all.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
        var changes: [ClockChange] = []
        for (_, change) in order {
            if changes.last?.moment == change.moment { changes.removeLast() }
            changes.append(change)
        }
        return changes
    }

    /// The year of a moment in UTC, or the one beside it.
    private static func year(of moment: Int) -> Int {
        // Mean years of the Gregorian calendar.
        1970 + Int((Double(moment) / 31_556_952).rounded(.down))
    }
}
