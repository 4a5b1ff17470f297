/// A moment from which clocks are as far from UTC.
struct ClockChange: Sendable, Hashable {
    /// Seconds since 1970.
    var moment: Int
    /// Seconds east of UTC from then on.
    var offset: Int
}
