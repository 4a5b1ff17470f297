/// Writes moments as people read them.
enum CalendarDate {
    /// `2026-09-01 08:30` on clocks that are `offset` seconds ahead of UTC; `nil` for what is no moment of these millennia.
    static func minute(_ seconds: Double, offset: Double = 0) -> String? {
        guard let date = date(seconds, offset: offset) else { return nil }
        let minutes = Int(((seconds + offset) / 60).rounded(.down))
        let ofDay = minutes - Int((Double(minutes) / 1440).rounded(.down)) * 1440
        return "\(date) \(padded(ofDay / 60, 2)):\(padded(ofDay % 60, 2))"
    }

    /// `2026-09-01`, likewise.
    static func date(_ seconds: Double, offset: Double = 0) -> String? {
        let local = seconds + offset
        guard local.isFinite, local.magnitude < 2.6e11 else { return nil }
        // Hinnant, "chrono-compatible low-level date algorithms" (2013): years begin in March.
        let days = Int((local / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard (0...9999).contains(year) else { return nil }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// "Tue", likewise; empty for what is no moment of these millennia.
    static func weekday(_ seconds: Double, offset: Double = 0) -> String {
        let local = seconds + offset
        guard local.isFinite, local.magnitude < 2.6e11 else { return "" }
        let rest = ((local / 86_400).rounded(.down) + 4).truncatingRemainder(dividingBy: 7)
        return DaysOff.short[Int(rest < 0 ? rest + 7 : rest)]
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
}
