/// Reads days without practice as people type them: `sat,sun,2026-12-24`.
public struct DaysOff: Sendable, Hashable {
    /// 0 for Sunday to 6 for Saturday.
    public private(set) var weekdays: Set<Int> = []
    /// Numbers of days since 1970-01-01.
    public private(set) var dates: Set<Int> = []

    /// `nil` where a part is neither a day of the week, by at least three letters, nor a date.
    public init?(_ text: String) {
        for part in text.lowercased().split(separator: ",").map({ String($0.filter { $0 != " " }) }) where !part.isEmpty
        {
            if let weekday = Self.names.firstIndex(where: { part.count >= 3 && $0.hasPrefix(part) }) {
                weekdays.insert(weekday)
            } else if part.utf8.count == 10, let seconds = Moment.seconds(part), part.utf8.contains(UInt8(ascii: "-")) {
                dates.insert(Int((seconds / 86_400).rounded(.down)))
            } else {
                return nil
            }
        }
        if weekdays.isEmpty, dates.isEmpty { return nil }
    }

    static let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    /// As they are printed, Sunday first.
    static let short = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
}
