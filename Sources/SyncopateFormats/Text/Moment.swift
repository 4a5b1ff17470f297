/// Reads a moment as people type it on a command line.
public enum Moment {
    /// Seconds since 1970 from RFC 3339 with a zone, from a date alone (its midnight in UTC), or from Unix seconds.
    ///
    /// `nil` for anything else; a time of day without a zone may be any of a day's worth of moments and is refused.
    public static func seconds(_ text: String) -> Double? {
        // The T and the zone may be written small.
        let text = text.uppercased()
        return switch Timestamp.read(text) {
        case .seconds(let value): value
        case .date:
            if case .seconds(let value) = Timestamp.read(text + "T00:00:00Z") { value } else { nil }
        case .local, .tooLarge, .none: nil
        }
    }

    /// `2026-09-01T08:30:00Z`; `nil` for what is no moment of these millennia. Parts of a second are dropped.
    static func text(_ seconds: Double) -> String? {
        guard let date = CalendarDate.date(seconds) else { return nil }
        let whole = Int(seconds.rounded(.down))
        let ofDay = (whole % 86_400 + 86_400) % 86_400
        let parts = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(parts.joined(separator: ":"))Z"
    }
}
