internal import JSONText
public import Syncopate

/// A fairness report as one JSON object, keys in a fixed order, figures to six decimals.
public enum FairnessJSON {
    /// Writes the whole report, ending in a line feed.
    public static func write(_ report: FairnessReport) -> [UInt8] {
        var json = JSONWriter()
        write(report, to: &json)
        json.newline()
        return json.bytes
    }

    static func write(_ report: FairnessReport, to json: inout JSONWriter) {
        json.beginObject()
        json.key("decisions")
        json.integer(report.decisions)
        json.key("learners")
        json.integer(report.learners)
        json.key("live_share")
        json.number(Rounding.decimals(report.liveShare, 6))
        json.key("groups")
        json.beginArray()
        for group in report.groups {
            json.beginObject()
            json.key("attribute")
            json.string(group.attribute)
            json.key("group")
            json.string(group.group)
            json.key("learners")
            json.integer(group.learners)
            json.key("decisions")
            json.integer(group.decisions)
            json.key("live_share")
            json.number(Rounding.decimals(group.liveShare, 6))
            json.key("gap")
            PolicyJSON.write(group.gap, to: &json)
            json.key("gap_within_uplift")
            write(group.gapWithinUplift, to: &json)
            json.key("residual")
            write(group.residual, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ estimate: PolicyEstimate?, to json: inout JSONWriter) {
        guard let estimate else { return json.null() }
        PolicyJSON.write(estimate, to: &json)
    }
}
