import Foundation
import SyncopateFormats
import TestSupport
import Testing

/// Offsets and readings that Python's zoneinfo gives (Python 3.11, tzdata 2025b).
@Suite(.enabled(if: ZoneDatabase.isThere, "tzdata is not installed"))
struct TimeZoneReferenceTests {
    /// From 1970-01-01 to 2100-12-31, and the seconds before and after changes.
    private static let moments = [
        0, 78_796_800, 504_900_899, 504_900_900, 583_718_400, 947_937_600, 1_173_596_400, 1_173_596_399, 1_325_239_199,
        1_325_239_200, 1_546_344_000, 1_617_461_999, 1_617_462_000, 1_618_920_000, 1_635_641_999, 1_635_642_000,
        1_719_792_000, 2_524_608_000, 2_540_246_400, 4_086_547_200, 4_133_980_799,
    ]

    /// `datetime.fromtimestamp(moment, ZoneInfo(name)).utcoffset()` of each.
    @Test(arguments: [
        (
            "Europe/Berlin",
            [
                3600, 3600, 3600, 3600, 7200, 3600, 3600, 3600, 3600, 3600, 3600, 7200, 7200, 7200, 7200, 3600, 7200,
                3600, 7200, 7200, 3600,
            ]
        ),
        (
            "America/New_York",
            [
                -18000, -14400, -18000, -18000, -14400, -18000, -14400, -18000, -18000, -18000, -18000, -14400, -14400,
                -14400, -14400, -14400, -14400, -18000, -14400, -14400, -18000,
            ]
        ),
        (
            "Australia/Lord_Howe",
            [
                36000, 36000, 39600, 39600, 37800, 39600, 39600, 39600, 39600, 39600, 39600, 39600, 37800, 37800, 39600,
                39600, 37800, 39600, 37800, 37800, 39600,
            ]
        ),
        (
            "Asia/Kathmandu",
            [
                19800, 19800, 19800, 19800, 20700, 20700, 20700, 20700, 20700, 20700, 20700, 20700, 20700, 20700, 20700,
                20700, 20700, 20700, 20700, 20700, 20700,
            ]
        ),
        (
            "Africa/Casablanca",
            [
                0, 0, 3600, 3600, 0, 0, 0, 0, 0, 0, 3600, 3600, 3600, 0, 3600, 3600, 3600, 3600, 3600, 3600, 3600,
            ]
        ),
        (
            "America/St_Johns",
            [
                -12600, -9000, -12600, -12600, -5400, -12600, -9000, -9000, -12600, -12600, -12600, -9000, -9000, -9000,
                -9000, -9000, -9000, -12600, -9000, -9000, -12600,
            ]
        ),
        (
            "Pacific/Apia",
            [
                -39600, -39600, -39600, -39600, -39600, -39600, -39600, -39600, -36000, 50400, 50400, 46800, 46800,
                46800, 46800, 46800, 46800, 46800, 46800, 46800, 46800,
            ]
        ),
        ("Etc/GMT+5", Array(repeating: -18000, count: 21)),
        (
            "Europe/Dublin",
            [3600, 3600, 0, 0, 3600, 0, 0, 0, 0, 0, 0, 3600, 3600, 3600, 3600, 0, 3600, 0, 3600, 3600, 0]
        ),
    ])
    func offsets(_ name: String, _ offsets: [Int]) throws {
        let rules = try ZoneDatabase.rules(name)
        #expect(Self.moments.map { rules.offset(at: $0) } == offsets)
    }

    /// Local times (as seconds if they were UTC) and `timestamp()` of them with fold 0; the offsets of fold 0 and 1 tell
    /// how often clocks showed them.
    @Test(
        arguments: [
            ("Europe/Berlin", "2021-03-28T02:30:00Z", 1_616_895_000, .never),
            ("Europe/Berlin", "2021-03-28T02:00:00Z", 1_616_893_200, .never),
            ("Europe/Berlin", "2021-03-28T03:00:00Z", 1_616_893_200, .once),
            ("Europe/Berlin", "2021-10-31T02:30:00Z", 1_635_640_200, .twice),
            ("Europe/Berlin", "2021-10-31T03:00:00Z", 1_635_645_600, .once),
            ("Europe/Berlin", "2021-10-31T01:59:59Z", 1_635_638_399, .once),
            ("Europe/Berlin", "2099-03-29T02:30:00Z", 4_078_431_000, .never),
            ("Europe/Berlin", "2099-10-25T02:30:00Z", 4_096_571_400, .twice),
            ("America/New_York", "2007-03-11T02:30:00Z", 1_173_598_200, .never),
            ("America/New_York", "2007-11-04T01:30:00Z", 1_194_154_200, .twice),
            ("Australia/Lord_Howe", "2021-04-04T01:45:00Z", 1_617_461_100, .twice),
            ("Australia/Lord_Howe", "2021-10-03T02:15:00Z", 1_633_189_500, .never),
            ("Asia/Kathmandu", "1986-01-01T00:10:00Z", 504_902_400, .never),
            ("Africa/Casablanca", "2021-04-11T02:30:00Z", 1_618_104_600, .twice),
            ("Africa/Casablanca", "2021-05-16T02:30:00Z", 1_621_132_200, .never),
            ("America/St_Johns", "1988-04-03T01:00:00Z", 576_045_000, .never),
            ("America/St_Johns", "1987-10-25T00:00:30Z", 562_127_430, .twice),
            ("Pacific/Apia", "2011-12-30T12:00:00Z", 1_325_282_400, .never),
            ("Pacific/Apia", "2011-12-29T23:59:59Z", 1_325_239_199, .once),
            ("Pacific/Apia", "2011-12-31T00:00:00Z", 1_325_239_200, .once),
            ("Europe/Dublin", "2021-10-31T01:30:00Z", 1_635_640_200, .twice),
            ("Etc/GMT+5", "2021-10-31T01:30:00Z", 1_635_661_800, .once),
        ] as [(String, String, Double, ClockReading.Occurrence)])
    func readings(_ name: String, _ local: String, _ seconds: Double, _ occurrence: ClockReading.Occurrence) throws {
        let local = try #require(Moment.seconds(local))
        let rules = try ZoneDatabase.rules(name)
        #expect(rules.reading(local: local) == ClockReading(seconds: seconds, occurrence: occurrence))
        #expect(rules.seconds(local: local + 0.25) == seconds + 0.25)
    }

    /// All zones that Python knows, at moments and local times drawn by lot, many of them near changes.
    @Test(.enabled(if: Python.hasZones, "python3 with zoneinfo is not here"))
    func asPythonHasThem() throws {
        let program = """
            import random, sys
            from datetime import datetime, timedelta, timezone
            from zoneinfo import ZoneInfo, available_timezones
            epoch = datetime(1970, 1, 1)
            draw = random.Random(5)
            for name in sorted(available_timezones()):
                zone = ZoneInfo(name)
                moments = [draw.randrange(0, 4133980800) for _ in range(12)]
                # Between two moments with other offsets a change is looked for, and clocks near it.
                for first in moments[:6]:
                    last = first + 31556952 // 2
                    at = lambda m: (epoch + timedelta(seconds=m)).replace(tzinfo=timezone.utc).astimezone(zone).utcoffset()
                    if at(first) == at(last): continue
                    while last - first > 1:
                        middle = (first + last) // 2
                        if at(middle) == at(first): first = middle
                        else: last = middle
                    moments += [first, last] + [last + draw.randrange(-5000, 5000) for _ in range(3)]
                for moment in moments:
                    utc = (epoch + timedelta(seconds=moment)).replace(tzinfo=timezone.utc)
                    offset = int(utc.astimezone(zone).utcoffset().total_seconds())
                    local = moment + offset + draw.randrange(-4000, 4000)
                    clock = epoch + timedelta(seconds=local)
                    folds = [int(clock.replace(tzinfo=zone, fold=f).utcoffset().total_seconds()) for f in (0, 1)]
                    print(name, moment, offset, local, *folds)
            """
        let lines = String(decoding: try Python.run(program), as: UTF8.self).split(separator: "\n")
        #expect(lines.count > 5000)
        var rules: [String: TimeZoneRules] = [:]
        var odd = 0
        for line in lines {
            let words = line.split(separator: " ")
            let name = String(words[0])
            let numbers = words.dropFirst().compactMap { Int($0) }
            try #require(numbers.count == 5, "\(line)")
            if rules[name] == nil {
                guard FileManager.default.fileExists(atPath: ZoneDatabase.folder + "/" + name) else { continue }
                rules[name] = try ZoneDatabase.rules(name)
            }
            let zone = try #require(rules[name])
            #expect(zone.offset(at: numbers[0]) == numbers[1], "\(line)")
            let reading = zone.reading(local: Double(numbers[2]))
            #expect(reading.seconds == Double(numbers[2] - numbers[3]), "\(line)")
            let occurrence: ClockReading.Occurrence =
                numbers[3] == numbers[4] ? .once : numbers[3] < numbers[4] ? .never : .twice
            #expect(reading.occurrence == occurrence, "\(line)")
            odd += occurrence == .once ? 0 : 1
        }
        #expect(odd > 500)
    }
}
