internal import RealModule
internal import SyncopateStudents

/// Two sets of measurements, figure by figure: how many times as good the second is, and how sure that is.
///
/// A figure of several reports is compared by the medians of the reports, whose spread is that from run to run; of one report
/// each by its rounds, which share whatever that run had, so that their interval is too narrow for the difference between two
/// runs.
public struct Comparison: Sendable {
    /// One figure of both.
    public struct Row: Sendable, Hashable {
        public let name: String
        public let unit: String
        public let before: Double
        public let after: Double
        /// How many times as good: above 1 is faster, or smaller.
        public let gain: Double
        /// Its 95 % interval; `nil` where there are too few samples.
        public let interval: ClosedRange<Double>?

        /// What may be said.
        public enum Verdict: String, Sendable {
            case better, worse
            /// The interval has 1 in it.
            case open = "no difference shown"
            /// There is no interval: too few samples, or all of them alike to the last digit.
            case unknown = "cannot be told"
        }

        /// Whether it tells of the machine rather than of the engine.
        public var isOfMachine: Bool { name.hasPrefix("machine_") || name.contains("_of_machine_") }

        public var verdict: Verdict {
            guard let interval else { return .unknown }
            if interval.lowerBound > 1 { return .better }
            return interval.upperBound < 1 ? .worse : .open
        }
    }

    public let rows: [Row]
    /// What is not the same on both sides and should be, as sentences.
    public let warnings: [String]

    /// - Parameters:
    ///   - before: reports of one state, at least one.
    ///   - after: of the other.
    public init(_ before: [SavedReport], _ after: [SavedReport]) {
        var rows: [Row] = []
        for metric in before.first?.metrics ?? [] {
            let (first, second) = (Self.samples(metric.name, before), Self.samples(metric.name, after))
            guard !first.isEmpty, !second.isEmpty else { continue }
            rows.append(Self.row(metric, first, second))
        }
        self.rows = rows
        warnings = Self.warnings(before, after) + Self.missing(before, after)
    }

    /// The logarithms of a figure: medians of several reports, or the rounds of one.
    private static func samples(_ name: String, _ reports: [SavedReport]) -> [Double] {
        let found = reports.compactMap { report in report.metrics.first { $0.name == name } }
        let values = reports.count == 1 ? found.flatMap(\.samples) : found.map(\.median)
        return values.filter { $0 > 0 && $0.isFinite }.map { Double.log($0) }
    }

    private static func row(_ metric: BenchMetric, _ first: [Double], _ second: [Double]) -> Row {
        let difference = (mean(second) - mean(first)) * (metric.isHigherBetter ? 1 : -1)
        var interval: ClosedRange<Double>?
        if let reach = reach(first, second) {
            interval = Double.exp(difference - reach)...Double.exp(difference + reach)
        }
        return Row(
            name: metric.name, unit: metric.unit, before: Double.exp(mean(first)), after: Double.exp(mean(second)),
            gain: Double.exp(difference), interval: interval)
    }

    /// Half the width of the 95 % interval of a difference of means whose variances need not be alike (Welch 1947), with the
    /// degrees of freedom of Welch and Satterthwaite rounded down.
    static func reach(_ first: [Double], _ second: [Double]) -> Double? {
        guard first.count > 1, second.count > 1 else { return nil }
        let (a, b) = (variance(first) / Double(first.count), variance(second) / Double(second.count))
        guard a + b > 0 else { return nil }
        let freedom =
            (a + b) * (a + b) / (a * a / Double(first.count - 1) + b * b / Double(second.count - 1))
        return MeanInterval.quantile(freedom: max(Int(freedom), 1)) * (a + b).squareRoot()
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private static func variance(_ values: [Double]) -> Double {
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    /// Figures that only one side has, as a sentence each.
    private static func missing(_ before: [SavedReport], _ after: [SavedReport]) -> [String] {
        func names(_ reports: [SavedReport]) -> Set<String> {
            Set(reports.flatMap(\.metrics).filter { !$0.samples.isEmpty }.map(\.name))
        }
        let (first, second) = (names(before), names(after))
        return [("before", first.subtracting(second)), ("after", second.subtracting(first))].compactMap { side, only in
            only.isEmpty ? nil : "only \(side): " + only.sorted().joined(separator: ", ")
        }
    }

    private static func warnings(_ before: [SavedReport], _ after: [SavedReport]) -> [String] {
        var warnings: [String] = []
        func values(_ reports: [SavedReport], _ facts: (SavedReport) -> [BenchReport.Fact], _ name: String) -> [String]
        {
            Set(reports.map { facts($0).first { $0.name == name }?.value ?? "nothing" }).sorted()
        }
        for (what, facts) in [
            ("machine", { (report: SavedReport) in report.machine }), ("settings", { $0.settings }),
        ] {
            var names: [String] = []
            for name in (before + after).flatMap(facts).map(\.name) where !names.contains(name) { names.append(name) }
            // Another version is what is compared.
            for name in names where name != "version" {
                let (first, second) = (values(before, facts, name), values(after, facts, name))
                if first != second {
                    warnings.append(
                        "\(what): \(name) is \(first.joined(separator: " and ")), then "
                            + second.joined(separator: " and "))
                }
            }
        }
        let signatures = (before.map(\.signature), after.map(\.signature))
        if Set(signatures.0) != Set(signatures.1) {
            warnings.append("the decisions are not the same: their signatures differ")
        }
        if before.count == 1 || after.count == 1 {
            warnings.append(
                "one run on a side: intervals are of its rounds, and say nothing of what differs from run to run; "
                    + "append several runs to each file")
        }
        return warnings
    }
}
