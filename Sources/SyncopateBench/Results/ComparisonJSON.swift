internal import JSONText

/// A comparison as JSON.
public enum ComparisonJSON {
    public static func write(_ comparison: Comparison) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("warnings")
        json.beginArray()
        for warning in comparison.warnings { json.string(warning) }
        json.endArray()
        json.key("metrics")
        json.beginObject()
        for row in comparison.rows {
            json.key(row.name)
            json.beginObject()
            json.key("unit")
            json.string(row.unit)
            json.key("before")
            json.number(row.before)
            json.key("after")
            json.number(row.after)
            json.key("gain")
            json.number(row.gain)
            json.key("interval")
            if let interval = row.interval {
                json.beginArray()
                json.number(interval.lowerBound)
                json.number(interval.upperBound)
                json.endArray()
            } else {
                json.null()
            }
            json.key("verdict")
            json.string(row.verdict.rawValue)
            json.endObject()
        }
        json.endObject()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
