/// Reads the times of a log, those without a zone by the zone the caller gave, or as UTC with a note, once.
struct EventClock {
    private let zone: TimeZoneRules?
    private var hasNoted = false

    init(_ options: ReadOptions) { zone = options.zone }

    /// Seconds since 1970; NaN where there is no time.
    ///
    /// - Parameter header: what the file calls it.
    mutating func seconds(
        _ text: String?, line: Int, header: String, _ findings: inout FindingCollector
    ) throws(TidyValues.Fault) -> Double {
        guard let text, !text.isEmpty else { return .nan }
        switch Timestamp.read(text) {
        case .seconds(let seconds): return seconds
        case .local, .date:
            // A day alone is its midnight.
            let local: Double
            if case .local(let seconds) = Timestamp.read(text) {
                local = seconds
            } else {
                local = try TidyValues.time(text + "T00:00:00Z")
            }
            if let reading = zone?.reading(local: local) {
                findings.note(reading, line: line, header: header)
                return reading.seconds
            }
            if !hasNoted {
                hasNoted = true
                findings.add(
                    .badTime, .note, line: line, header: header,
                    "times have no zone and are read as UTC: days may begin early or late", remedy: "give --timezone")
            }
            return local
        case .tooLarge:
            // Milliseconds, which some programs write.
            guard let number = Double(decimal: text), number.magnitude < 1e14 else { return try TidyValues.time(text) }
            return number / 1000
        case .none: return try TidyValues.time(text)
        }
    }

    /// The same where a record counts without its time: NaN, and a warning, where that cannot be read.
    mutating func secondsIfReadable(
        _ text: String?, line: Int, header: String, _ findings: inout FindingCollector
    ) -> Double {
        do throws(TidyValues.Fault) {
            return try seconds(text, line: line, header: header, &findings)
        } catch {
            findings.add(
                error.rule, .warning, line: line, header: header, excerpt: text ?? "",
                error.message + ", so the answer is read without it", remedy: error.remedy)
            return .nan
        }
    }
}
