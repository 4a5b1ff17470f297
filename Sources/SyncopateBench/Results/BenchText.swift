/// A report as text for people.
public enum BenchText {
    public static func write(_ report: BenchReport) -> [UInt8] {
        var lines = facts(report.machine) + facts(report.settings) + [""]
        let all = report.metrics
        lines += section("This machine", all.filter { $0.name.hasPrefix("machine_") })
        lines += section("One request at a time", all.filter { isOfRequest($0, report) && !isOfStage($0) })
        lines += stages(report)
        lines += latencies(report)
        lines += section("All learners at once", all.filter { $0.name.hasPrefix("rank_") })
        lines += loads(report)
        lines += section("Memory", all.filter { $0.name.hasPrefix("memory_") })
        if report.signature == nil {
            lines.append("No signature: rounds that are the same decided differently, which is an error of the program")
        } else if let signature = report.signature, report.decisions > 0 {
            let noun = report.decisions == 1 ? "decision" : "decisions"
            lines.append("Signature of \(FigureText.whole(report.decisions)) \(noun): \(signature)")
        } else {
            lines.append("No signature: nothing was decided")
        }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private static func facts(_ facts: [BenchReport.Fact]) -> [String] {
        guard !facts.isEmpty else { return [] }
        let width = facts.map(\.name.count).max() ?? 0
        return facts.map {
            $0.name.replacing("_", with: " ") + String(repeating: " ", count: width - $0.name.count + 2) + $0.value
        }
    }

    private static func isOfRequest(_ metric: BenchMetric, _ report: BenchReport) -> Bool {
        report.requests.contains { metric.name == $0.name || metric.name.hasPrefix($0.name + "_") }
    }

    private static func isOfStage(_ metric: BenchMetric) -> Bool {
        stageWords.contains { metric.name.hasSuffix("_" + $0) } || metric.name.hasSuffix("_p50")
            || metric.name.hasSuffix("_p99")
    }

    private static let stageWords = ["reading", "belief", "advice", "answering"]

    private static func section(_ title: String, _ metrics: [BenchMetric]) -> [String] {
        guard !metrics.isEmpty else { return [] }
        let rows = metrics.map { metric in
            let prefix = ["machine_", "rank_", "memory_"].first { metric.name.hasPrefix($0) } ?? ""
            let name = String(metric.name.dropFirst(prefix.count)).replacing("_", with: " ")
            let spread =
                metric.samples.count > 1
                ? "\(FigureText.text(metric.samples.min() ?? .nan, metric.unit)) to "
                    + FigureText.text(metric.samples.max() ?? .nan, metric.unit) : ""
            return [name, FigureText.text(metric.median, metric.unit), spread]
        }
        return [title] + TextColumns.lines(rows) + [""]
    }

    /// Where the time of each kind of request goes.
    private static func stages(_ report: BenchReport) -> [String] {
        let rows = report.requests.compactMap { request -> [String]? in
            let parts = stageWords.compactMap { report.metric("\(request.name)_\($0)")?.median }
            guard parts.count == stageWords.count else { return nil }
            return [request.name.replacing("_", with: " ")] + parts.map { FigureText.text($0, "s") }
        }
        guard !rows.isEmpty else { return [] }
        return ["Where it goes, for each of what is counted above"] + TextColumns.lines([[""] + stageWords] + rows) + [
            ""
        ]
    }

    private static func latencies(_ report: BenchReport) -> [String] {
        let rows = report.requests.filter { $0.latencies.count > 0 }.map { request in
            [request.name.replacing("_", with: " ")] + row(request.latencies) + [errors(request.errors)]
        }
        guard !rows.isEmpty else { return [] }
        return ["How long a request takes"] + TextColumns.lines([head] + rows) + [""]
    }

    private static let head = [""] + Latencies.usual.map(\.name)

    private static func row(_ latencies: Latencies) -> [String] {
        Latencies.usual.map { FigureText.text(latencies.percentile($0.percent), "s") }
    }

    private static func errors(_ count: Int) -> String { count > 0 ? "\(count) error\(count == 1 ? "" : "s")" : "" }

    private static func loads(_ report: BenchReport) -> [String] {
        guard !report.loads.isEmpty else { return [] }
        let rows = report.loads.map { load in
            [
                load.isPaced ? FigureText.text(load.offered, "/s") : "at once", FigureText.text(load.achieved, "/s"),
                FigureText.digits(load.busy),
            ]
                + row(load.latencies)
                + [load.isSustained || !load.isPaced ? "" : "falls behind", errors(load.errors)]
        }
        return ["Requests that come whether or not others are answered, from the moment each was to come"]
            + TextColumns.lines([["come", "answered", "busy"] + Latencies.usual.map(\.name)] + rows) + [""]
    }
}
