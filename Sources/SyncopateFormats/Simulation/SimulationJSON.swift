internal import JSONText

/// A comparison of policies as one JSON object, keys in a fixed order, figures in full, `null` where there is none.
public enum SimulationJSON {
    /// Writes the whole report, ending in a line feed. Differences are the policy's mean less the best baseline's.
    public static func write(_ report: SimulationReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        // As text: JSON numbers beyond 2^53 are not kept by all who read them.
        json.key("seed")
        json.string(String(report.seed))
        switch report.unit {
        case .student: json.key("students")
        case .cohort: json.key("cohorts")
        case .run: json.key("runs")
        }
        json.integer(report.students)
        json.key("families")
        json.beginArray()
        for family in report.families { write(family, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ family: SimulationReport.Family, to json: inout JSONWriter) {
        json.beginObject()
        json.key("family")
        json.string(family.name)
        json.key("summary")
        json.string(family.summary)
        json.key("policies")
        json.beginArray()
        for policy in family.policies {
            json.beginObject()
            json.key("policy")
            json.string(policy.name)
            json.key("title")
            json.string(policy.title)
            json.key("role")
            json.string(policy.role.rawValue)
            json.key("highest_exposure")
            json.number(policy.highestExposure ?? .nan)
            json.key("figures")
            json.beginArray()
            for (figure, value) in zip(family.figures, policy.values) { write(figure, value, to: &json) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        SimulationContrast.write(family.contrasts, to: &json)
        if let fairness = family.fairness {
            json.key("fairness")
            FairnessJSON.write(fairness, to: &json)
        }
        json.endObject()
    }

    private static func write(
        _ figure: SimulationReport.Figure, _ value: SimulationReport.Value, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("figure")
        json.string(figure.name)
        json.key("higher_is_better")
        json.boolean(figure.higherIsBetter)
        json.key("mean")
        json.number(value.mean)
        json.key("standard_error")
        json.number(value.standardError)
        json.key("p90")
        json.number(value.ninetieth)
        json.key("best")
        json.boolean(value.isBest)
        json.key("worse_than_baseline")
        json.boolean(value.isWorse)
        json.key("over_baseline")
        if let difference = value.overBaseline, let baseline = figure.bestBaseline {
            json.beginObject()
            json.key("baseline")
            json.string(baseline)
            json.key("difference")
            json.number(difference.value)
            json.key("standard_error")
            json.number(difference.standardError)
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
    }
}
