import Foundation
import Testing

@testable import SyncopateBench

/// Results written, read and compared.
struct ReportTests {
    private static func report(_ samples: [Double], signature: String? = "00ff", kernel: String = "Haswell")
        -> BenchReport
    {
        var report = BenchReport()
        report.machine = [.init("blas_kernel", kernel), .init("version", "1")]
        report.settings = [.init("course", "c")]
        report.signature = signature
        report.metrics = [
            BenchMetric("step", "requests/s", isHigherBetter: true, samples),
            BenchMetric("step_p99", "s", isHigherBetter: false, samples.map { 1 / $0 }),
        ]
        return report
    }

    private static func saved(_ reports: BenchReport...) throws -> [SavedReport] {
        try SavedReport.read(reports.flatMap { BenchJSON.write($0) })
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let saved = try Self.saved(Self.report([3, 1, 2]), Self.report([5], signature: nil))
        #expect(saved.count == 2 && saved[0].metrics == Self.report([3, 1, 2]).metrics)
        #expect(saved[0].metrics[0].median == 2 && saved[1].metrics[0].median == 5)
        #expect(
            saved[0].machine == Self.report([]).machine && saved[0].signature == "00ff" && saved[1].signature == nil)
    }

    @Test(arguments: [("{}\n", 1), ("", 1), ("\n{\"metrics\":{}}\nx\n", 3), ("{\"metrics\":{\"a\":1}}", 1)])
    func whatIsNoResultIsRefusedWithItsLine(_ text: String, _ line: Int) {
        #expect { try SavedReport.read(Array(text.utf8)) } throws: { ($0 as? SavedReport.Fault)?.line == line }
    }

    /// The interval by SciPy 1.17: ttest_ind(equal_var=False) of the logarithms, the quantile at the degrees of freedom
    /// rounded down (6 for 6.59).
    @Test func anIntervalOfWelch() throws {
        let comparison = Comparison(
            try Self.saved(Self.report([100, 104, 98, 101, 103])), try Self.saved(Self.report([110, 115, 109, 111])))
        for row in comparison.rows {
            let interval = try #require(row.interval)
            #expect(abs(row.gain - 1.0993257426616343) < 1e-12)
            #expect(abs(interval.lowerBound - 1.0576774793953632) < 1e-4)
            #expect(abs(interval.upperBound - 1.1426139934164246) < 1e-4)
            #expect(row.verdict == .better)
        }
        #expect(comparison.rows.count == 2 && comparison.warnings.count == 1)
    }

    @Test func whatIsWorseAndWhatIsOpen() throws {
        let (fast, slow) = (try Self.saved(Self.report([10, 11, 10, 11])), try Self.saved(Self.report([5, 6, 5, 6])))
        #expect(Comparison(fast, slow).rows.allSatisfy { $0.verdict == .worse })
        #expect(Comparison(fast, fast).rows.allSatisfy { $0.verdict == .open && $0.gain == 1 })
        let single = try Self.saved(Self.report([10]))
        #expect(Comparison(single, fast).rows.allSatisfy { $0.verdict == .unknown && $0.interval == nil })
    }

    /// Of several runs on a side the runs are the samples, not their rounds.
    @Test func severalRuns() throws {
        let before = try Self.saved(Self.report([1, 100, 10]), Self.report([10, 10]), Self.report([11, 9, 10]))
        let after = try Self.saved(Self.report([16]), Self.report([25, 25]), Self.report([90, 20, 1]))
        let row = try #require(Comparison(before, after).rows.first)
        #expect(abs(row.before - 10) < 1e-12 && abs(row.gain - 2) < 1e-12 && row.verdict == .better)
        #expect(Comparison(before, after).warnings.isEmpty)
        // Figures alike to the last digit say nothing of how far they vary.
        #expect(Comparison(before, before).rows.allSatisfy { $0.verdict == .unknown })
    }

    @Test func whatDiffersIsSaid() throws {
        let before = try Self.saved(Self.report([1]), Self.report([1]))
        let other = Self.report([1], signature: "11ff", kernel: "Zen")
        let warnings = Comparison(before, try Self.saved(other, other)).warnings
        #expect(warnings.count == 2)
        var more = Self.report([1])
        more.metrics.append(BenchMetric("rank_on_8_threads", "learners/s", isHigherBetter: true, [1]))
        #expect(Comparison(before, try Self.saved(more, more)).warnings == ["only after: rank_on_8_threads"])
        #expect(warnings[0] == "machine: blas_kernel is Haswell, then Zen" && warnings[1].contains("signatures"))
    }

    @Test(arguments: [
        (0.0000000123, "s", "12.3 ns"), (0.000345, "s", "345 us"), (0.0012, "s", "1.20 ms"), (2, "s", "2.00 s"),
        (1_234_567, "events/s", "1,234,567 events/s"), (105.4e9, "FLOP/s", "105 GFLOP/s"), (0.7049, "", "0.705"),
        (56_100, "B", "56.1 kB"), (0, "s", "0 s"), (9.999, "", "10.00"), (-1234, "", "-1,234"), (.nan, "s", "-"),
    ])
    func figures(_ value: Double, _ unit: String, _ text: String) {
        #expect(FigureText.text(value, unit) == text)
    }

    @Test func theTextNamesEverything() throws {
        var report = Self.report([3, 1, 2])
        var latencies = Latencies()
        for number in 1...1_000 { latencies.record(UInt64(number) * 1_000) }
        report.requests = [.init(name: "step", latencies: latencies, errors: 2)]
        report.loads = [
            LoadPoint(offered: 100, achieved: 50, errors: 0, lag: 1, span: 2, busy: 0.99, latencies: latencies)
        ]
        report.decisions = 1_234
        let text = String(decoding: BenchText.write(report), as: UTF8.self)
        for part in [
            "Haswell", "2.00 requests/s", "500 us", "990 us", "2 errors", "falls behind", "1,234 decisions: 00ff",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
