import SyncopateFormats
import TestSupport
import Testing

/// Time zone files read as RFC 9636 has them, and refused where they are damaged.
struct TimeZoneFileTests {
    /// The example of RFC 9636, B.2: Honolulu, with the moments and offsets that stand there.
    private static let honolulu = MadeTimeZone.file(
        offsets: [-37_886, -37_800, -34_200, -34_200, -34_200, -36_000],
        changes: [
            (-2_334_101_314, 1), (-1_157_283_000, 2), (-1_155_436_200, 1), (-880_198_200, 3), (-769_395_600, 4),
            (-765_376_200, 1), (-712_150_200, 5),
        ], footer: "HST10")

    @Test func theExampleOfTheStandard() throws {
        let rules = try TimeZoneRules(tzif: Self.honolulu)
        #expect(rules.offset(at: -2_334_101_315) == -37_886 && rules.offset(at: -2_334_101_314) == -37_800)
        #expect(rules.offset(at: -1_157_283_000) == -34_200 && rules.offset(at: -1_155_436_200) == -37_800)
        #expect(rules.offset(at: -712_150_201) == -37_800 && rules.offset(at: -712_150_200) == -36_000)
        #expect(rules.offset(at: 4_000_000_000) == -36_000)
        // 1947-06-08, when the clocks of 02:00 showed 02:30 at once.
        #expect(rules.reading(local: -712_150_200 - 37_800 + 600).occurrence == .never)
    }

    /// Version 1 has 32 bits and no rule.
    @Test func versionOne() throws {
        let rules = try TimeZoneRules(
            tzif: MadeTimeZone.file(version: 1, offsets: [0, 3600], changes: [(-1000, 1), (1000, 0)]))
        #expect(rules.offset(at: -1001) == 0 && rules.offset(at: -1000) == 3600 && rules.offset(at: 5000) == 0)
        #expect(rules.seconds(local: 3700) == 100)
    }

    /// Moments by `date -u -d`: 2060-07-02, 2060-01-10 and 2160-07-02.
    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 7200, 3600, 7200),
        // Negative: winter is what is saved (Dublin), with a file's type of standard time in summer.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, 0, 3600),
        // Southern, half an hour.
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 37_800, 39_600, 37_800),
        // Days of the year, with and without leap days.
        ("AAA0BBB,J60/0,J305/0", 3600, 0, 3600), ("AAA0BBB,59/0,304/0", 3600, 0, 3600),
        // All year daylight saving time (RFC 9636, 3.3.1).
        ("EST5EDT,0/0,J365/25", -14_400, -14_400, -14_400),
        // Hours beyond a day (Gaza), and before it (Nuuk).
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", 10_800, 7200, 10_800),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -3600, -7200, -3600), ("UTC0", 0, 0, 0),
        ("<+0545>-5:45", 20_700, 20_700, 20_700),
    ])
    func rulesForTheTimeAfter(_ footer: String, _ summer: Int, _ winter: Int, _ later: Int) throws {
        for version in 2...4 as ClosedRange<UInt8> {
            let rules = try TimeZoneRules(tzif: MadeTimeZone.file(version: version, offsets: [0], footer: footer))
            #expect(rules.offset(at: 2_855_952_000) == summer, "\(footer)")
            #expect(rules.offset(at: 2_840_918_400) == winter, "\(footer)")
            #expect(rules.offset(at: 6_011_625_600) == later, "\(footer)")
        }
    }

    /// A change before there were clocks, as old compilers of zones wrote it: the years since are not gone through.
    @Test func aChangeLongAgo() throws {
        let rules = try TimeZoneRules(
            tzif: MadeTimeZone.file(
                offsets: [0, 3600], changes: [(-(1 << 59), 1)], footer: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(rules.offset(at: 2_855_952_000) == 7200 && rules.offset(at: 2_840_918_400) == 3600)
    }

    /// The end of daylight saving time in 2060: 31 October 01:00 UTC in Berlin, 2,866,410,000 by `date`.
    @Test func aChangeByTheRule() throws {
        let rules = try TimeZoneRules(
            tzif: MadeTimeZone.file(offsets: [3600], footer: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(rules.offset(at: 2_866_409_999) == 7200 && rules.offset(at: 2_866_410_000) == 3600)
        let twice = rules.reading(local: 2_866_410_000 + 3600)
        #expect(twice == ClockReading(seconds: 2_866_410_000 - 3600, occurrence: .twice))
        #expect(rules.reading(local: 2_866_410_000 + 7200).occurrence == .once)
    }

    @Test(
        arguments: [
            ([], "it does not begin with TZif"), (Array("TZif".utf8), "ends before its end"),
            (Array("learner,item,score\n".utf8), "it does not begin with TZif"),
            (MadeTimeZone.file(offsets: [0], leapSeconds: 2), "it counts leap seconds"),
            (MadeTimeZone.file(offsets: []), "has no offset from UTC"),
            (MadeTimeZone.file(offsets: [0], changes: [(5, 1)]), "names an offset that is not in it"),
            (MadeTimeZone.file(offsets: [0], changes: [(5, 0), (5, 0)]), "is not in the order of time"),
            (MadeTimeZone.file(offsets: [93_600]), "has clocks days from UTC"),
            (MadeTimeZone.file(offsets: [0], footer: "CET-1CEST"), "has no usable rule"),
            (MadeTimeZone.file(offsets: [0], footer: "CET-1CEST,M13.5.0,M10.5.0/3"), "has no usable rule"),
            (MadeTimeZone.file(offsets: [0], footer: "x"), "has no usable rule"),
            (MadeTimeZone.file(offsets: [0]).dropLast(2), "ends before its end"),
        ] as [([UInt8], String)])
    func refused(_ bytes: [UInt8], _ message: String) {
        do throws(TimeZoneFileError) {
            _ = try TimeZoneRules(tzif: bytes)
            Issue.record("read")
        } catch {
            #expect(error.message.contains(message), "\(error.message)")
        }
    }

    /// Every cut is refused, and no damage traps, neither in reading nor in reckoning with what was read.
    @Test func damage() {
        let whole = MadeTimeZone.file(
            offsets: [3600, 7200], changes: [(-500, 1), (100_000, 0)], footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        for count in whole.indices {
            #expect(throws: TimeZoneFileError.self) { try TimeZoneRules(tzif: Array(whole.prefix(count))) }
        }
        var random = SeededGenerator(seed: 11)
        let moments = [-1e300, -1e13, -1e10, -500, 0, 99_999.5, 1e9, 4.1e9, 1e11, 1e12, 1e300, .infinity, .nan]
        var read = 0
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] = [0x00, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
                case 2: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
                default: bytes.remove(at: place)
                }
            }
            guard let rules = try? TimeZoneRules(tzif: bytes) else { continue }
            read += 1
            for moment in moments {
                let reading = rules.reading(local: moment)
                #expect(!moment.isFinite || (reading.seconds - moment).magnitude <= 93_600 || moment.magnitude > 1e15)
                if moment.magnitude < 1e15 { #expect(rules.offset(at: Int(moment)).magnitude <= 93_600) }
            }
        }
        #expect(read > 1000)
    }
}
