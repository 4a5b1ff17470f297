internal import JSONText
public import Syncopate

/// How well learners work alone, as JSON lines, keys in a fixed order, figures to four decimals.
public enum IndependenceJSON {
    /// One line a learner. Sides that no trace spoke about are not there.
    ///
    /// - Parameter among: what is believed of learners among others, by id; the key is written where there is any.
    public static func write(
        _ rows: [(learner: String, independence: Independence)], among: [String: Interdependence] = [:]
    ) -> [UInt8] {
        var json = JSONWriter()
        for row in rows {
            let one = row.independence
            json.beginObject()
            json.key("learner")
            json.string(row.learner)
            json.key("trait")
            json.number(Rounding.decimals(one.mean, 4))
            json.key("sd")
            json.number(Rounding.decimals(one.deviation, 4))
            json.key("known")
            json.boolean(one.isKnown)
            json.key("facets")
            json.beginArray()
            for facet in one.facets {
                json.beginObject()
                json.key("facet")
                json.string(facet.facet.rawValue)
                json.key("mean")
                json.number(Rounding.decimals(facet.mean, 4))
                json.key("sd")
                json.number(Rounding.decimals(facet.deviation, 4))
                json.endObject()
            }
            json.endArray()
            json.key("counts")
            json.beginArray()
            for kind in TraceKind.allCases {
                guard let count = one.counts[kind], count > 0 else { continue }
                json.beginObject()
                json.key("trace")
                json.string(kind.rawValue)
                json.key("count")
                json.integer(count)
                json.endObject()
            }
            json.endArray()
            json.key("reasons")
            json.beginArray()
            for reason in one.reasons { json.string(reason.code) }
            if !among.isEmpty { for reason in (among[row.learner] ?? .prior).reasons { json.string(reason.code) } }
            json.endArray()
            if !among.isEmpty { TogetherJSON.write(among[row.learner] ?? .prior, to: &json) }
            json.endObject()
            json.newline()
        }
        return json.bytes
    }

    /// How well work on time was foretold, in one line.
    public static func write(_ evaluation: IndependenceEvaluation) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("predictions")
        json.integer(evaluation.tracker.count)
        json.key("independence")
        write(evaluation.tracker, to: &json)
        json.key("running_rate")
        write(evaluation.runningRate, to: &json)
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ metrics: Metrics, to json: inout JSONWriter) {
        json.beginObject()
        json.key("auc")
        if let auc = metrics.auc { json.number(Rounding.decimals(auc, 6)) } else { json.null() }
        json.key("log_loss")
        json.number(Rounding.decimals(metrics.logLoss, 6))
        json.key("ece")
        json.number(Rounding.decimals(metrics.ece, 6))
        json.endObject()
    }
}
