import Testing

@testable import SyncopateFormats

/// Seconds worked out with GNU date: `date -u -d '2021-06-02 08:28' +%s` is 1622622480.
struct LocalTimeTests {
    private func local(_ text: String, _ order: LocalTime.Order = .dayFirst) -> Double? {
        LocalTime(text)?.local(order)
    }

    @Test(arguments: [
        "2 June 2021 8:28 AM", "2 June 2021, 08:28", "2 June 2021  8:28 am", "Wednesday, 2 June 2021, 8:28 a.m.",
        "2. Juni 2021, 08:28", "2. Juni 2021 08:28 Uhr", "2 juin 2021, 08:28", "2 de junio de 2021, 08:28",
        "2 de junho de 2021 às 08:28", "2 giugno 2021, 08:28", "2 juni 2021, 08:28", "June 2, 2021 8:28 AM",
        "2021-06-02 08:28:00", "2021-06-02T08:28", "2021/06/02 8:28:00 AM", "02.06.2021 08:28", "02-Jun-2021 08:28",
        "2021年06月2日 08:28", "2021年 06月 2日 08:28", "2 6월 2021, 8:28 AM", "2 de xuño de 2021, 8:28 AM",
        "2 iunie 2021, 08:28",
        "2 июня 2021, 08:28", "2 червня 2021, 08:28 AM", "2021 birželio 2, 08:28", "2 Haziran 2021, 8:28 AM",
        "2 Ιουνίου 2021, 8:28 π.μ.", "2 يونيو 2021، 8:28 AM", "2 de juny de 2021, 08:28",
    ])
    func writtenAlike(_ text: String) {
        #expect(local(text) == 1_622_622_480, "\(text)")
        #expect(LocalTime(text)?.offset == nil && LocalTime(text)?.isAmbiguous == false)
    }

    @Test func zones() {
        #expect(LocalTime("2021-06-02 08:28:00 UTC")?.offset == 0)
        #expect(LocalTime("2021-06-02T08:28:00Z")?.offset == 0)
        #expect(LocalTime("2021-06-02 08:28:00 -0500")?.offset == -18_000)
        #expect(LocalTime("2021-06-02T08:28:00+02:00")?.offset == 7200)
        #expect(LocalTime("2021/06/02 8:28:00 AM GMT+5:30")?.offset == 19_800)
        #expect(LocalTime("2021/06/02 8:28:00 AM GMT-4")?.offset == -14_400)
        #expect(LocalTime("6/2/2021 8:28:00 EDT")?.offset == -14_400)
        #expect(LocalTime("2021-06-02 08:28:00 Mars") == nil)
        #expect(LocalTime("2021-06-02 08:28:00 AEST")?.offset == 36_000)
        #expect(LocalTime("2021-06-02 08:28:00 PM AKDT")?.offset == -28_800)
    }

    /// A name that several zones have costs the time, and not what stands beside it.
    @Test(arguments: [
        "2021-06-02 08:28:00 IST", "6/2/2021 8:28 PM BST", "2 June 2021, 08:28 (AST)", "2021-06-02 08:28 XYZT",
    ])
    func unknownZones(_ text: String) {
        #expect(LocalTime(text)?.zone == .unknown)
        var column = LocalTimeColumn(zone: nil)
        column.observe(text)
        column.elsewhere = .monthFirst
        #expect(column.read(text) == .unknownZone && !column.lacksZone)
    }

    @Test(arguments: [
        "2021-06-02 08:28 ist", "2021-06-02 08:28 ABCDEF", "2021-06-02 08:28 IST 5", "2021-06-02 08:28 A",
    ])
    func noZone(_ text: String) { #expect(LocalTime(text) == nil) }

    @Test(arguments: ["2/6/2021 8.28", "02/06/2021 08.28.00", "02.06.2021 08.28", "2021-06-02 8.28.00"])
    func fullStops(_ text: String) { #expect(local(text) == 1_622_622_480) }

    @Test func timeOfDay() {
        #expect(local("2 June 2021 12:00 AM") == 1_622_592_000)
        #expect(local("2 June 2021 12:30 PM") == 1_622_637_000)
        #expect(local("2021-06-02") == 1_622_592_000)
        #expect(local("2021-06-02 08:28:01.5 UTC") == 1_622_622_481.5)
    }

    @Test func dayAndMonth() {
        let either = LocalTime("6/2/2021 8:28:00")
        #expect(either?.isAmbiguous == true && either?.order == nil)
        #expect(either?.local(.monthFirst) == 1_622_622_480)
        // 6 February 2021, 08:28.
        #expect(either?.local(.dayFirst) == 1_612_600_080)
        #expect(LocalTime("13/2/2021 8:28")?.order == .dayFirst)
        #expect(LocalTime("2/13/2021 8:28")?.order == .monthFirst)
        #expect(LocalTime("6/6/2021")?.isAmbiguous == false)
        #expect(local("6/2/21", .monthFirst) == 1_622_592_000)
    }

    @Test(arguments: [
        "", "-", "yesterday", "13/13/2021", "31 June 2021", "2021-02-29", "2 June", "8:28 AM", "2 June 2021 25:00",
        "2 June 2021 13:00 PM", "2 June 2021 8:28 AM 5", "2021-06-02 8", "6/2-2021", "99999999999/1/1",
        "2 Blue 2021",
    ])
    func noTime(_ text: String) { #expect(LocalTime(text) == nil, "\(text)") }

    private func column(_ texts: [String], zone: TimeZoneRules? = nil) -> LocalTimeColumn {
        var column = LocalTimeColumn(zone: zone)
        for text in texts { column.observe(text) }
        return column
    }

    /// One cell that can be read one way only decides for its column.
    @Test func aColumnDecides() {
        let american = column(["6/2/2021 8:28", "6/14/2021 9:00", ""])
        #expect(american.read("6/2/2021 8:28") == .seconds(1_622_622_480) && !american.isUndecided)
        let british = column(["2/6/2021 8:28", "14/6/2021 9:00"])
        #expect(british.read("2/6/2021 8:28") == .seconds(1_622_622_480))
        let nobody = column(["6/2/2021 8:28"])
        #expect(nobody.isUndecided && nobody.read("6/2/2021 8:28") == .undecided)
        let both = column(["6/2/2021", "6/14/2021", "14/6/2021"])
        #expect(both.isMixed && both.isUndecided)
        #expect(both.read("6/2/2021") == .undecided && both.read("14/6/2021") == .seconds(1_623_628_800))
        #expect(both.read("soon") == .none)
    }

    @Test func aColumnsZone() {
        let zone = TimeZoneRules(offset: 7200)
        let times = column(["2 June 2021 8:28 AM"], zone: zone)
        #expect(times.lacksZone && times.read("2 June 2021 8:28 AM") == .seconds(1_622_615_280))
        // A zone of its own counts.
        #expect(times.read("2 June 2021 8:28 AM UTC") == .seconds(1_622_622_480))
        #expect(!column(["2021-06-02 08:28 UTC"]).lacksZone)
    }

    @Test func titles() {
        #expect(FileTitle.title("/home/x/Unit 3-quiz-grades.csv", endings: ["-grades"]) == "Unit 3-quiz")
        #expect(FileTitle.title("Midterm_scores (2).csv", endings: ["_scores"]) == "Midterm")
        #expect(FileTitle.title("Midterm (2023).csv") == "Midterm (2023)" && FileTitle.title("Unit (12).csv") == "Unit")
        #expect(FileTitle.title("C:\\Quiz.v2.csv") == "Quiz.v2")
        #expect(FileTitle.title("standard input") == "" && FileTitle.title("") == "" && FileTitle.title(".csv") == "")
    }
}
