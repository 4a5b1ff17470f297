/// When a session begins, as the file's own clock shows it.
public struct SlotStart: Sendable, Hashable {
    /// Seconds since 1970; without a zone, as if the clock were in UTC.
    public var seconds: Double
    /// Seconds the file's clock is ahead of UTC; `nil` where the file does not say.
    public var offset: Int?

    /// A moment in UTC.
    init(seconds: Double) {
        self.seconds = seconds
        offset = 0
    }

    /// Reads a date and time of day, with or without a zone, or Unix seconds; `nil` for anything else.
    init?(_ text: String) {
        let text = text.uppercased()
        switch Timestamp.read(text) {
        case .seconds(let value):
            seconds = value
            let zone = text.hasSuffix("Z") || text.hasSuffix("UTC") ? "Z" : String(text.suffix(6))
            offset = text.contains(":") ? Timestamp.zone(zone) ?? Timestamp.zone(String(text.suffix(5))) ?? 0 : 0
        case .local(let value):
            seconds = value
            offset = nil
        // A date alone is no time to meet.
        case .date, .tooLarge, .none: return nil
        }
    }

    /// "Mon 2026-09-07 10:15".
    var words: String {
        let shift = Double(offset ?? 0)
        guard let minute = CalendarDate.minute(seconds, offset: shift) else { return "" }
        return "\(CalendarDate.weekday(seconds, offset: shift)) \(minute)"
    }

    /// "Mon 2026-09-07 10:15–10:45", or "Mon 2026-09-07 23:45–Tue 2026-09-08 00:15".
    func words(minutes: Double) -> String {
        let shift = Double(offset ?? 0)
        let last = seconds + minutes * 60
        guard let begin = CalendarDate.minute(seconds, offset: shift),
            let end = CalendarDate.minute(last, offset: shift)
        else { return words }
        let isSameDay = begin.dropLast(5) == end.dropLast(5)
        return "\(words)–" + (isSameDay ? "\(end.suffix(5))" : "\(CalendarDate.weekday(last, offset: shift)) \(end)")
    }

    /// RFC 3339 on the file's clock; without a zone where the file has none.
    var text: String {
        let shift = Double(offset ?? 0)
        guard let minute = CalendarDate.minute(seconds, offset: shift) else { return "" }
        let rest = Int((seconds - (seconds / 60).rounded(.down) * 60).rounded(.down))
        let time = minute.replacing(" ", with: "T") + ":" + (rest < 10 ? "0\(rest)" : "\(rest)")
        guard let offset else { return time }
        if offset == 0 { return time + "Z" }
        let away = abs(offset) / 60
        return time + (offset < 0 ? "-" : "+") + Self.padded(away / 60) + ":" + Self.padded(away % 60)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
