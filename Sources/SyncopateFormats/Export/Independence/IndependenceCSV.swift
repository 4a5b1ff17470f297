public import Syncopate

/// How well learners work alone, as CSV for a spreadsheet: a row a learner. A side that no trace spoke about is blank.
public enum IndependenceCSV {
    /// Writes the whole file; lines end with CR LF (RFC 4180).
    ///
    /// - Parameter among: what is believed of learners among others, by id; its columns are written where there is any.
    public static func write(
        _ rows: [(learner: String, independence: Independence)], among: [String: Interdependence] = [:]
    ) -> [UInt8] {
        let exchanges =
            among.isEmpty
            ? [] : ["gains", "gains_sd", "gives", "gives_sd"] + ExchangeKind.allCases.map { "count:" + $0.rawValue }
        let sides = IndependenceFacet.allCases.flatMap { [$0.rawValue, $0.rawValue + "_sd"] }
        let kinds = TraceKind.allCases.map { "count:" + $0.rawValue }
        var text =
            (["learner", "trait", "sd", "known"] + sides + kinds + exchanges + ["why"]).joined(separator: ",") + "\r\n"
        for row in rows {
            let one = row.independence
            var cells = [
                AdviceCSV.cell(row.learner), figure(one.mean), figure(one.deviation), one.isKnown ? "yes" : "no",
            ]
            for side in IndependenceFacet.allCases {
                let facet = one.facets.first { $0.facet == side }
                cells += [facet.map { figure($0.mean) } ?? "", facet.map { figure($0.deviation) } ?? ""]
            }
            cells += TraceKind.allCases.map { String(one.counts[$0] ?? 0) }
            let other = among[row.learner] ?? .prior
            if !among.isEmpty {
                cells += [other.gains.mean, other.gains.deviation, other.gives.mean, other.gives.deviation].map(figure)
                cells += ExchangeKind.allCases.map { String(other.counts[$0] ?? 0) }
            }
            let reasons = one.reasons + (among.isEmpty ? [] : other.reasons)
            cells.append(AdviceCSV.cell(reasons.map(\.code).joined(separator: ";")))
            text += cells.joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    private static func figure(_ value: Double) -> String {
        DecimalFigure.text(value, 4)
    }
}
