/// An event that does not count: it was superseded or retracted, before or after it was told.
struct CorrectedEvent: Sendable, Hashable {
    /// ``EventID/fingerprint``.
    var id: UInt64
    /// What stands in its place; ``EventID/anonymous``: nothing.
    var successor = EventID.anonymous
    /// Seconds since 1970; no number as long as it has not been told.
    var at = Double.nan
    /// Whether the successor came without a time and takes this one's.
    var lendsTime = false

    /// Whether it was told itself.
    var isTold: Bool { !at.isNaN }

    static func == (a: CorrectedEvent, b: CorrectedEvent) -> Bool {
        a.id == b.id && a.successor == b.successor && a.lendsTime == b.lendsTime
            && (a.at == b.at || a.at.isNaN && b.at.isNaN)
    }
}
