/// Why a time zone file cannot be used.
public struct TimeZoneFileError: Error, Sendable, Hashable {
    /// What is wrong, as a sentence without its full stop.
    public var message: String
}
