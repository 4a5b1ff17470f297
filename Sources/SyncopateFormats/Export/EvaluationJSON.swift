internal import JSONText
public import Syncopate

/// An evaluation as one JSON object, keys in a fixed order, figures to six decimals, `null` where there is none.
public enum EvaluationJSON {
    /// Writes the whole report, ending in a line feed. Differences are ours less the rival's.
    public static func write(_ report: EvaluationReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("responses")
        json.integer(report.models.first?.evaluation.metrics.count ?? 0)
        json.key("learners")
        json.integer(report.models.first?.evaluation.learners ?? 0)
        json.key("resamples")
        json.integer(report.settings.resamples)
        json.key("draws")
        json.integer(report.settings.draws)
        // As text: JSON numbers beyond 2^53 are not kept by all who read them.
        json.key("seed")
        json.string(String(report.settings.seed))
        json.key("models")
        json.beginArray()
        for model in report.models { write(model, to: &json) }
        json.endArray()
        json.key("differences")
        json.beginArray()
        for comparison in report.comparisons {
            json.beginObject()
            json.key("rival")
            json.string(comparison.rival)
            json.key("auc")
            write(comparison.auc, to: &json)
            json.key("log_loss")
            write(comparison.logLoss, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ model: EvaluationReport.Model, to json: inout JSONWriter) {
        let evaluation = model.evaluation
        json.beginObject()
        json.key("name")
        json.string(model.name)
        json.key("metrics")
        json.beginObject()
        write(evaluation.metrics, to: &json)
        figure("ece", evaluation.metrics.ece, to: &json)
        figure("expected_ece", evaluation.metrics.expectedECE, to: &json)
        figure("excess_ece", evaluation.metrics.excessECE, to: &json)
        json.endObject()
        json.key("intervals")
        json.beginObject()
        interval("auc", evaluation.intervals.auc, to: &json)
        interval("log_loss", evaluation.intervals.logLoss, to: &json)
        interval("accuracy", evaluation.intervals.accuracy, to: &json)
        interval("rmse", evaluation.intervals.rmse, to: &json)
        interval("ece", evaluation.intervals.ece, to: &json)
        json.endObject()
        json.key("slices")
        json.beginArray()
        for group in evaluation.slices {
            // Slices without rows are left out; those that remain keep their order.
            for (label, metrics) in zip(group.slicing.labels, group.metrics) {
                guard let metrics else { continue }
                json.beginObject()
                json.key("by")
                json.string(group.slicing.rawValue)
                json.key("slice")
                json.string(label)
                write(metrics, to: &json)
                json.endObject()
            }
        }
        json.endArray()
        json.key("reliability")
        json.beginArray()
        for bin in evaluation.reliability {
            json.beginObject()
            json.key("responses")
            json.integer(bin.count)
            figure("mean_probability", bin.meanProbability, to: &json)
            figure("mean_score", bin.meanScore, to: &json)
            interval("interval", bin.interval, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("histogram")
        json.beginArray()
        for count in evaluation.histogram { json.integer(count) }
        json.endArray()
        json.endObject()
    }

    /// What slices have too.
    private static func write(_ metrics: Metrics, to json: inout JSONWriter) {
        json.key("responses")
        json.integer(metrics.count)
        figure("mean_score", metrics.meanScore, to: &json)
        figure("mean_probability", metrics.meanProbability, to: &json)
        figure("auc", metrics.auc, to: &json)
        figure("log_loss", metrics.logLoss, to: &json)
        figure("accuracy", metrics.accuracy, to: &json)
        figure("rmse", metrics.rmse, to: &json)
    }

    private static func write(_ difference: ModelComparison.Difference?, to json: inout JSONWriter) {
        guard let difference else { return json.null() }
        json.beginObject()
        figure("difference", difference.value, to: &json)
        interval("interval", difference.interval, to: &json)
        json.endObject()
    }

    private static func figure(_ key: StaticString, _ value: Double?, to json: inout JSONWriter) {
        json.key(key)
        json.number(Rounding.decimals(value ?? .nan, 6))
    }

    private static func interval(_ key: StaticString, _ range: ClosedRange<Double>?, to json: inout JSONWriter) {
        json.key(key)
        guard let range else { return json.null() }
        json.beginArray()
        json.number(Rounding.decimals(range.lowerBound, 6))
        json.number(Rounding.decimals(range.upperBound, 6))
        json.endArray()
    }
}
