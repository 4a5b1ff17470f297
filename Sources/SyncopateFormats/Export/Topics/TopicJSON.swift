internal import JSONText
public import Syncopate

/// A map of topics as one JSON object, keys in a fixed order.
public enum TopicJSON {
    /// Topics, then columns of work, then what the scores had to say.
    public static func write(_ map: TopicMap, gradebook: Gradebook) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("topics")
        json.beginArray()
        for (position, topic) in map.topics.enumerated() {
            json.beginObject()
            json.key("topic")
            json.string(topic.title)
            if !topic.statement.isEmpty {
                json.key("statement")
                json.string(topic.statement)
            }
            json.key("items")
            json.beginArray()
            for entry in map.entries where entry.topic == position && gradebook.items.indices.contains(entry.item) {
                json.string(gradebook.items[entry.item].id)
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.key("columns")
        json.beginArray()
        for entry in map.entries where gradebook.items.indices.contains(entry.item) {
            json.beginObject()
            json.key("item")
            json.string(gradebook.items[entry.item].id)
            json.key("title")
            json.string(gradebook.items[entry.item].title)
            json.key("topic")
            if let topic = entry.topic { json.string(map.topics[topic].title) } else { json.null() }
            json.key("weight")
            json.number(Rounding.decimals(entry.weight, 4))
            json.key("confidence")
            json.number(Rounding.decimals(entry.confidence, 2))
            json.key("why")
            json.string(entry.why.code)
            json.key("reason")
            json.string(entry.why.sentence)
            json.endObject()
        }
        json.endArray()
        json.key("scores")
        json.beginObject()
        json.key("verdict")
        json.string(map.scores.code)
        switch map.scores {
        case .tooFew(let learners, let gain, let noise), .helped(let learners, _, let gain, let noise):
            json.key("learners")
            json.integer(learners)
            json.key("gain")
            json.number(Rounding.decimals(gain, 1))
            json.key("noise")
            json.number(Rounding.decimals(noise, 1))
        case .notAsked, .tooManyColumns: break
        }
        json.key("reason")
        json.string(map.scores.sentence)
        json.endObject()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
