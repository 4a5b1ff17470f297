internal import JSONText
public import Syncopate

/// What another policy would have earned as one JSON object, keys in a fixed order, figures to six decimals.
public enum PolicyJSON {
    /// Writes the whole report, ending in a line feed. A gain is the target policy less what was done.
    public static func write(_ report: OffPolicyReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("decisions")
        json.integer(report.decisions)
        json.key("learners")
        json.integer(report.learners)
        figure("effective_sample_size", report.effectiveSize, to: &json)
        figure("largest_weight", report.largestWeight, to: &json)
        json.key("mean_weight")
        write(report.meanWeight, to: &json)
        json.key("weights_plausible")
        json.boolean(report.hasPlausibleWeights)
        json.key("without_support")
        json.integer(report.withoutSupport)
        figure("share_without_support", report.shareWithoutSupport, to: &json)
        json.key("unknown_support")
        json.integer(report.unknownSupport)
        json.key("model")
        json.beginObject()
        json.key("given")
        json.integer(report.model.given)
        json.key("action_means")
        json.integer(report.model.actionMeans)
        json.key("overall_mean")
        json.integer(report.model.overallMean)
        json.endObject()
        json.key("done")
        write(report.logged, to: &json)
        json.key("estimates")
        json.beginArray()
        for value in report.values {
            json.beginObject()
            json.key("estimator")
            json.string(value.estimator.rawValue)
            json.key("reward")
            write(value.value, to: &json)
            json.key("gain")
            write(value.gain, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    static func write(_ estimate: PolicyEstimate, to json: inout JSONWriter) {
        json.beginObject()
        figure("value", estimate.value, to: &json)
        figure("standard_error", estimate.standardError, to: &json)
        json.key("interval")
        json.beginArray()
        json.number(Rounding.decimals(estimate.interval.lowerBound, 6))
        json.number(Rounding.decimals(estimate.interval.upperBound, 6))
        json.endArray()
        json.endObject()
    }

    private static func figure(_ key: StaticString, _ value: Double, to json: inout JSONWriter) {
        json.key(key)
        json.number(Rounding.decimals(value, 6))
    }
}
