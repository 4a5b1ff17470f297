internal import JSONText

/// A report as one line of JSON, so that several can stand in one file.
public enum BenchJSON {
    public static func write(_ report: BenchReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("machine")
        write(report.machine, to: &json)
        json.key("settings")
        write(report.settings, to: &json)
        json.key("signature")
        if let signature = report.signature { json.string(signature) } else { json.null() }
        json.key("decisions")
        json.integer(report.decisions)
        json.key("metrics")
        json.beginObject()
        for metric in report.metrics {
            json.key(metric.name)
            json.beginObject()
            json.key("unit")
            json.string(metric.unit)
            json.key("better")
            json.string(metric.isHigherBetter ? "higher" : "lower")
            json.key("median")
            json.number(metric.median)
            json.key("samples")
            json.beginArray()
            for sample in metric.samples { json.number(sample) }
            json.endArray()
            json.endObject()
        }
        json.endObject()
        json.key("requests")
        json.beginObject()
        for request in report.requests {
            json.key(request.name)
            json.beginObject()
            json.key("count")
            json.integer(request.latencies.count)
            json.key("errors")
            json.integer(request.errors)
            write(request.latencies, to: &json)
            json.endObject()
        }
        json.endObject()
        json.key("loads")
        json.beginArray()
        for load in report.loads {
            json.beginObject()
            json.key("offered")
            json.number(load.offered)
            json.key("achieved")
            json.number(load.achieved)
            json.key("busy")
            json.number(load.busy)
            json.key("sustained")
            json.boolean(load.isSustained)
            json.key("errors")
            json.integer(load.errors)
            write(load.latencies, to: &json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ facts: [BenchReport.Fact], to json: inout JSONWriter) {
        json.beginObject()
        for fact in facts {
            json.key(fact.name)
            json.string(fact.value)
        }
        json.endObject()
    }

    /// Members of the object that is open: seconds.
    private static func write(_ latencies: Latencies, to json: inout JSONWriter) {
        json.key("mean")
        json.number(latencies.mean)
        for (name, percent) in Latencies.usual {
            json.key(name)
            json.number(latencies.percentile(percent))
        }
    }
}
