/// What a clock's reading means.
public struct ClockReading: Sendable, Hashable {
    /// How often a place's clocks showed the reading.
    public enum Occurrence: Sendable, Hashable {
        case once
        /// The clocks were put back, and showed it before and after.
        case twice
        /// The clocks were put forward over it.
        case never
    }

    /// Seconds since 1970.
    public var seconds: Double
    /// How often clocks showed it.
    public var occurrence: Occurrence

    public init(seconds: Double, occurrence: Occurrence) {
        self.seconds = seconds
        self.occurrence = occurrence
    }
}

extension FindingCollector {
    /// Says of a file, once, that clocks showed a time of it twice or never.
    mutating func note(
        _ reading: ClockReading, line: Int?, column: Int? = nil, header: @autoclosure () -> String = ""
    ) {
        guard reading.occurrence != .once, totals[.clockChange] == nil else { return }
        add(
            .clockChange, .note, line: line, column: column, header: header(),
            reading.occurrence == .twice
                ? "the clocks were put back and showed this time twice; the earlier is taken, here and wherever it is so"
                : "the clocks were put forward over this time; it is read later by as much, here and wherever it is so",
            remedy: "nothing to do where an hour does not matter; else write times with their offset from UTC")
    }
}
