internal import JSONText

/// What a report that was written as JSON says, for comparing.
public struct SavedReport: Sendable {
    public internal(set) var machine: [BenchReport.Fact] = []
    public internal(set) var settings: [BenchReport.Fact] = []
    public internal(set) var signature: String?
    public internal(set) var metrics: [BenchMetric] = []

    /// Why a text is no report.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        /// From 1.
        public let line: Int
        public let description: String
    }

    /// Reads reports, one a line.
    ///
    /// - Throws: where a line is no report, or there is none.
    public static func read(_ bytes: [UInt8]) throws(Fault) -> [SavedReport] {
        var reports: [SavedReport] = []
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let text = Array(line)
            let found = text.withUnsafeBufferPointer { (text) -> Result<SavedReport, Fault> in
                var tape = JSONTape()
                do throws(JSONFault) {
                    try tape.read(text)
                } catch {
                    return .failure(
                        Fault(line: number + 1, description: "\(error.message), at byte \(error.offset + 1)"))
                }
                guard let report = SavedReport(tape) else {
                    return .failure(
                        Fault(
                            line: number + 1,
                            description: "this is no result of bench; write them with --output json"))
                }
                return .success(report)
            }
            reports.append(try found.get())
        }
        guard !reports.isEmpty else {
            throw Fault(line: 1, description: "there is nothing in it; write results with --output json")
        }
        return reports
    }

    init?(_ tape: JSONTape) {
        guard let metrics = tape.member(JSONTape.root, "metrics"), tape.kind(metrics) == .object else { return nil }
        var place = tape.first(metrics)
        while place < tape.after(metrics) {
            let value = place + 1
            guard let unit = tape.member(value, "unit"), tape.kind(unit) == .string,
                let better = tape.member(value, "better"), tape.kind(better) == .string,
                let samples = tape.member(value, "samples"), tape.kind(samples) == .list
            else { return nil }
            var metric = BenchMetric(
                tape.string(place), tape.string(unit), isHigherBetter: tape.string(better) == "higher")
            var sample = tape.first(samples)
            while sample < tape.after(samples) {
                if let number = tape.number(sample) { metric.samples.append(number) }
                sample = tape.after(sample)
            }
            self.metrics.append(metric)
            place = tape.after(value)
        }
        machine = Self.facts(tape.member(JSONTape.root, "machine"), tape)
        settings = Self.facts(tape.member(JSONTape.root, "settings"), tape)
        if let value = tape.member(JSONTape.root, "signature"), tape.kind(value) == .string {
            signature = tape.string(value)
        }
    }

    private static func facts(_ object: Int?, _ tape: JSONTape) -> [BenchReport.Fact] {
        guard let object, tape.kind(object) == .object else { return [] }
        var facts: [BenchReport.Fact] = []
        var place = tape.first(object)
        while place < tape.after(object) {
            if tape.kind(place + 1) == .string {
                facts.append(BenchReport.Fact(tape.string(place), tape.string(place + 1)))
            }
            place = tape.after(place + 1)
        }
        return facts
    }
}
