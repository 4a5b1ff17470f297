public import Syncopate

/// A map of topics in a sentence.
public enum TopicWords {
    /// "6 topics of 17 columns, 2 columns stand for themselves."
    public static func summary(_ map: TopicMap) -> String {
        guard !map.topics.isEmpty else {
            return map.entries.isEmpty
                ? "There is no column of work."
                : map.entries.count == 1
                    ? "No topics were found: the one column stands for itself."
                    : "No topics were found: each of \(map.entries.count) columns stands for itself."
        }
        let alone =
            map.alone == 0
            ? "" : map.alone == 1 ? ", 1 column stands for itself" : ", \(map.alone) columns stand for themselves"
        return "\(count(map.topics.count, "topic", "topics")) of \(count(map.placed, "column", "columns"))\(alone)."
    }

    /// Where topics come from that no skill map gave; `nil` where none were found.
    static func source(_ map: TopicMap) -> String? {
        guard !map.topics.isEmpty else { return nil }
        let scores = map.entries.contains { $0.topic != nil && $0.why == .scores } ? " and scores" : ""
        return "Topics were read off the titles\(scores): \(summary(map)) See and edit them with syncopate topics."
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
