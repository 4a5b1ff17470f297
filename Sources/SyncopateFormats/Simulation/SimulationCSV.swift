/// A comparison of policies as CSV in long form, for other programs: one row per family, policy and figure.
///
/// Numbers are the shortest that read back the same; names are quoted where RFC 4180 asks for it. The highest exposure,
/// where students share a bank of items, is a row without standard error and 90th percentile.
public enum SimulationCSV {
    /// Writes the whole report, ending in a line feed.
    public static func write(_ report: SimulationReport) -> [UInt8] {
        var text = "family,policy,figure,mean,standard_error,p90,\(report.unit.plural),seed\n"
        for family in report.families {
            for policy in family.policies {
                var rows = zip(family.figures, policy.values).map { figure, value in
                    [
                        AdviceCSV.cell(figure.name), number(value.mean), number(value.standardError),
                        number(value.ninetieth),
                    ]
                }
                if let share = policy.highestExposure { rows.append(["highest exposure", number(share), "", ""]) }
                for row in rows {
                    let start = [AdviceCSV.cell(family.name), AdviceCSV.cell(policy.name)]
                    let end = [String(report.students), String(report.seed)]
                    text += (start + row + end).joined(separator: ",") + "\n"
                }
            }
        }
        return Array(text.utf8)
    }

    /// Whole numbers without a fraction, nothing for what is no number.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
