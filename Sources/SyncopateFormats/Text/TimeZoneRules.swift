/// How far a place's clocks are from UTC, and when: what a time without a zone is read by.
public struct TimeZoneRules: Sendable, Hashable {
    /// Seconds east of UTC.
    private let offset: Double

    /// Clocks that are always as far from UTC.
    ///
    /// - Parameter offset: seconds east.
    public init(offset: Double) { self.offset = offset }

    /// Greenwich.
    public static let utc = TimeZoneRules(offset: 0)

    /// Seconds since 1970 of a clock's reading.
    ///
    /// - Parameter local: the reading, as seconds since 1970 if the clock showed UTC.
    public func seconds(local: Double) -> Double { local - offset }
}
