import TestSupport
import Testing

@testable import SyncopateFormats

struct CalendarDateTests {
    /// GNU date: `date -u -d @SECONDS +'%F %H:%M'`.
    @Test(arguments: [
        (0.0, "1970-01-01 00:00"), (951_782_400, "2000-02-29 00:00"), (1_777_881_600, "2026-05-04 08:00"),
        (4_107_542_399, "2100-02-28 23:59"), (4_107_542_400, "2100-03-01 00:00"), (-1, "1969-12-31 23:59"),
        (-62_167_219_200, "0000-01-01 00:00"), (1_709_251_199.9, "2024-02-29 23:59"),
    ])
    func knownMoments(_ seconds: Double, _ text: String) {
        #expect(CalendarDate.minute(seconds) == text)
        #expect(CalendarDate.date(seconds) == String(text.prefix(10)))
    }

    @Test func clocksElsewhere() {
        #expect(CalendarDate.minute(0, offset: 5.5 * 3600) == "1970-01-01 05:30")
        #expect(CalendarDate.minute(0, offset: -3600) == "1969-12-31 23:00")
        #expect(CalendarDate.date(.nan) == nil && CalendarDate.date(.infinity) == nil)
        #expect(CalendarDate.minute(1e300) == nil && CalendarDate.date(-1e12) == nil)
    }

    /// What is written reads back as the same minute.
    @Test func whatIsWrittenReadsBack() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let seconds = Double(generator.next() % 4_000_000_000)
            let text = CalendarDate.minute(seconds) ?? ""
            let minute = (seconds / 60).rounded(.down) * 60
            #expect(Moment.seconds(text.replacing(" ", with: "T") + ":00Z") == minute)
        }
    }

    @Test(arguments: [
        ("Z", 0.0), ("z", 0), ("+02:00", 7_200), ("-0330", -12_600), ("+02", 7_200), ("2", 7_200), ("-3.5", -12_600),
        ("0", 0), ("+14:00", 50_400), ("-14", -50_400),
    ])
    func offsets(_ text: String, _ seconds: Double) { #expect(UTCOffset.seconds(text) == seconds) }

    @Test(arguments: [
        "", "+", "-", "+14:01", "15", "0200", "+2:00", "1e1", "nan", "inf", "+25:00", "+02:60", "Paris", "２",
    ])
    func noOffsets(_ text: String) { #expect(UTCOffset.seconds(text) == nil) }
}
