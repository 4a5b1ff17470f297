/// Reads a moment as people type it on a command line.
public enum Moment {
    /// Seconds since 1970 from RFC 3339 with a zone, from a date alone (its midnight in UTC), or from Unix seconds.
    ///
    /// `nil` for anything else; a time of day without a zone may be any of a day's worth of moments and is refused.
    public static func seconds(_ text: String) -> Double? {
        // The T and the zone may be written small.
        let bytes = Array(text.uppercased().utf8)
        if case .seconds(let value) = Timestamp.read(bytes[...]) { return value }
        if bytes.count == 10, case .seconds(let value) = Timestamp.read(Array((text + "T00:00:00Z").utf8)[...]) {
            return value
        }
        return nil
    }
}
