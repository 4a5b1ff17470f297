/// Reads how far a place's clocks are from UTC, as people type it on a command line.
public enum UTCOffset {
    /// Seconds east of UTC from an ISO 8601 offset (`+02:00`, `-0330`, `+02`, `Z`) or from hours (`2`, `-3.5`).
    ///
    /// `nil` for anything else, and beyond the 14 hours that clocks are ahead or behind anywhere.
    public static func seconds(_ text: String) -> Double? {
        guard let seconds = Timestamp.zone(text).map(Double.init) ?? hours(text), seconds.magnitude <= 14 * 3600
        else { return nil }
        return seconds
    }

    private static func hours(_ text: String) -> Double? {
        // Four digits are hours and minutes that lack their sign.
        guard text.utf8.count <= 6, text.utf8.allSatisfy({ $0.isDigit || "+-.".utf8.contains($0) }),
            let hours = Double(text)
        else { return nil }
        return hours * 3600
    }
}
