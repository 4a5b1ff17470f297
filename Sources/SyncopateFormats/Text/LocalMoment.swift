/// Reads moments of one file that may come without a zone, and says once if one did.
struct LocalMoment {
    private let zone: TimeZoneRules?
    private var isNoted = false

    init(_ options: ReadOptions) { zone = options.zone }

    /// Seconds since 1970 of a date, or of a date and a time; `nil` for anything else.
    mutating func seconds(
        _ text: String, line: Int?, column: Int? = nil, header: String = "", findings: inout FindingCollector
    ) -> Double? {
        let bytes = Array(text.utf8)
        // Seconds since 1970 are no date, and no format here has them.
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-") else { return nil }
        // A day alone is its midnight.
        switch Timestamp.read(bytes.count == 10 ? text + "T00:00:00" : text) {
        case .seconds(let seconds): return seconds
        case .date, .tooLarge, .none: return nil
        case .local(let local):
            if let reading = zone?.reading(local: local) {
                findings.note(reading, line: line, column: column, header: header)
                return reading.seconds
            }
            if !isNoted {
                findings.add(
                    .badTime, .note, line: line, column: column, header: header,
                    "times here have no zone, and are read as if they were UTC", remedy: "give --timezone")
                isNoted = true
            }
            return local
        }
    }
}
