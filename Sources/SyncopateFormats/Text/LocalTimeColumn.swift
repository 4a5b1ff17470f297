/// The times of a column, read alike: what comes first of day and month is decided from all of its cells.
struct LocalTimeColumn {
    /// What a cell says.
    enum Reading: Equatable {
        /// Seconds since 1970.
        case seconds(Double)
        /// A time that the zone's clocks showed twice or never.
        case changing(ClockReading)
        /// Day and month may be either, and no cell of the column tells which, or they contradict each other.
        case undecided
        /// A zone is named of which nobody knows here which it is.
        case unknownZone
        /// No time.
        case none
    }

    private let zone: TimeZoneRules?
    /// What comes first in other columns of the file; `nil` where none tells or they disagree.
    var elsewhere: LocalTime.Order?
    private var hasDayFirst = false
    private var hasMonthFirst = false
    /// Whether some cell needs the order.
    private(set) var hasAmbiguous = false
    /// Whether some cell has no zone.
    private(set) var lacksZone = false

    /// - Parameter zone: whose clocks times without a zone were read off; `nil` reads them as UTC.
    init(zone: TimeZoneRules?) { self.zone = zone }

    /// Takes a cell into account.
    ///
    /// - Returns: whether it is a time.
    @discardableResult
    mutating func observe(_ text: String) -> Bool {
        guard let time = LocalTime(text) else { return false }
        if time.order == .dayFirst { hasDayFirst = true }
        if time.order == .monthFirst { hasMonthFirst = true }
        if time.isAmbiguous { hasAmbiguous = true }
        if time.zone == .none { lacksZone = true }
        return true
    }

    /// What comes first; `nil` where no cell tells or they disagree.
    var order: LocalTime.Order? { isMixed ? nil : own ?? elsewhere }

    /// What comes first by the column's own cells.
    var own: LocalTime.Order? { hasDayFirst == hasMonthFirst ? nil : hasDayFirst ? .dayFirst : .monthFirst }

    /// Whether some cells can be read with the day first only and others with the month first only.
    var isMixed: Bool { hasDayFirst && hasMonthFirst }

    /// Whether there are cells whose month is not known.
    var isUndecided: Bool { hasAmbiguous && order == nil }

    /// Reads a cell, when all were observed.
    func read(_ text: String) -> Reading {
        guard let time = LocalTime(text) else { return .none }
        if time.isAmbiguous, order == nil { return .undecided }
        if time.zone == .unknown { return .unknownZone }
        let local = time.local(order ?? .dayFirst)
        if let offset = time.offset { return .seconds(local - Double(offset)) }
        guard let reading = zone?.reading(local: local) else { return .seconds(local) }
        return reading.occurrence == .once ? .seconds(reading.seconds) : .changing(reading)
    }
}
