/// The times of a column of a log: those that machines write each by itself, those that people's tools write by what all
/// of the column tells of day and month.
struct LogTimes {
    /// What a cell says.
    struct Reading {
        var clock: ClockReading
        /// Whether the cell says where the clock stood.
        var hasZone: Bool
    }

    private var column = LocalTimeColumn(zone: nil)
    /// Whether it was said that times have no zone.
    private var hasNotedZone = false

    /// Takes a cell into account.
    mutating func observe(_ text: String) {
        guard !text.isEmpty, case .none = Timestamp.read(text) else { return }
        column.observe(text)
    }

    /// Seconds since 1970 of a cell that is not blank, when all were observed; NaN where it cannot be read, which is said.
    ///
    /// - Parameters:
    ///   - zone: whose clock a time without a zone was read off; `nil` reads it as UTC.
    ///   - place: where the cell stands, counted from 1, and what stands above it.
    ///   - unzoned: what to say, once, where a time without a zone is read as UTC.
    mutating func seconds(
        _ text: String, zone: TimeZoneRules?, at place: (line: Int, column: Int, header: String),
        unzoned: (message: String, remedy: String), _ findings: inout FindingCollector
    ) -> Double {
        guard let reading = read(text, zone: zone) else {
            findings.add(
                .badTime, .warning, line: place.line, column: place.column, header: place.header, excerpt: text,
                fault(text), remedy: Self.remedy)
            return .nan
        }
        if zone == nil, !reading.hasZone, !hasNotedZone {
            hasNotedZone = true
            findings.add(
                .badTime, .note, line: place.line, column: place.column, header: place.header, unzoned.message,
                remedy: unzoned.remedy)
        }
        findings.note(reading.clock, line: place.line, column: place.column, header: place.header)
        return reading.clock.seconds
    }

    /// Reads a cell, when all were observed; `nil` for what is no time, or one of which nobody knows the month.
    ///
    /// - Parameter zone: whose clock a time without a zone was read off; `nil` reads it as UTC.
    func read(_ text: String, zone: TimeZoneRules?) -> Reading? {
        guard let reading = reading(text, zone: zone), reading.clock.seconds >= TidyTimeDoubt.earliest else {
            return nil
        }
        return reading
    }

    private func reading(_ text: String, zone: TimeZoneRules?) -> Reading? {
        func local(_ seconds: Double) -> Reading {
            Reading(
                clock: zone?.reading(local: seconds) ?? ClockReading(seconds: seconds, occurrence: .once),
                hasZone: false)
        }
        func moment(_ seconds: Double) -> Reading {
            Reading(clock: ClockReading(seconds: seconds, occurrence: .once), hasZone: true)
        }
        switch Timestamp.read(text) {
        case .seconds(let seconds): return moment(seconds)
        case .local(let seconds): return local(seconds)
        case .tooLarge:
            // Milliseconds, which some programs write.
            guard let number = Double(decimal: text), number.magnitude < 1e14 else { return nil }
            return moment(number / 1000)
        case .date, .none:
            guard let time = LocalTime(text), !time.isAmbiguous || column.order != nil else { return nil }
            let seconds = time.local(column.order ?? .dayFirst)
            return time.offset.map { moment(seconds - Double($0)) } ?? local(seconds)
        }
    }

    /// What is wrong with a cell that was not read.
    private func fault(_ text: String) -> String {
        if reading(text, zone: nil) != nil {
            return "too early for a time since 1970: counted from another start, so the answer is read without it"
        }
        return LocalTime(text) == nil
            ? "this is no time, so the answer is read without it"
            : "day and month may be either, and the column does not tell which, so the answer is read without it"
    }

    /// What to do about it.
    private static let remedy = "write it like 2026-09-01T08:30:00Z"
}
