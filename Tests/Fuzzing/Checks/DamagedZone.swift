internal import Syncopate
internal import SyncopateFormats
internal import TestSupport

/// Time zone files whose bytes or rules are damaged.
enum DamagedZone {
    private static let rules = [
        "CET-1CEST,M3.5.0,M10.5.0/3", "IST-1GMT0,M10.5.0,M3.5.0/1", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "AAA0BBB,J60/0,J305/0", "EST5EDT,0/0,J365/25", "UTC0", "",
    ]
    private static let seeds = (1...3 as ClosedRange<UInt8>).flatMap { version in
        rules.map { rule in
            MadeTimeZone.file(
                version: version, offsets: [3_600, 7_200, -1_800],
                changes: [(-2_000_000_000, 1), (-100, 0), (900_000_000, 2), (1_000_000_000, 1)], footer: rule)
        }
    }

    static let trial: @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome = { random, show in
        var bytes = seeds.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            ByteMutation.damage(&bytes, others: seeds, &random)
        }
        show(
            FuzzInput(
                bytes: bytes, level: .free, share: nil, item: "", options: ReadOptions(), statesFormat: false,
                keptLines: []))
        do throws(TimeZoneFileError) {
            let rules = try TimeZoneRules(tzif: bytes)
            var misreadings: [String] = []
            for moment in [-5e12, -2e9, -1e3, 0, 9e8, 1.0e9, 2.5e9, 4.0e9, 2e11, 8e15] {
                let reading = rules.reading(local: moment)
                // RFC 9636, 3.3.2: no place is farther from UTC than 26 hours; damaged files may say 2^31 seconds.
                if !((reading.seconds - moment).magnitude <= 0x1p31) {
                    misreadings.append("a clock's \(moment) is \(reading.seconds)")
                }
            }
            return FuzzOutcome(events: 1, misreadings: misreadings)
        } catch {
            return FuzzOutcome(isRefused: true)
        }
    }
}
