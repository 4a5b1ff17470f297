/// Which columns of a gradebook are about which topic, how sure that is, and why.
///
/// A guess that is meant to be read, edited and given back as a skill map.
public struct TopicMap: Sendable, Hashable {
    /// One topic.
    public struct Topic: Sendable, Hashable {
        /// What people read; no two of a map are the same.
        public var title: String
        /// The full statement of its standard, where a file gave it; else empty.
        public var statement: String

        public init(title: String, statement: String = "") {
            self.title = title
            self.statement = statement
        }
    }

    /// One column of work.
    public struct Entry: Sendable, Hashable {
        /// Position of the item in the gradebook.
        public var item: Int
        /// Position in ``TopicMap/topics``; `nil`: the column stands for itself.
        public var topic: Int?
        /// How much of the topic the column exercises, relative to others it exercises.
        public var weight: Double
        /// How probably the column is rightly placed, 0...1: by experience for titles, from the posterior for scores.
        public var confidence: Double
        public var why: TopicReason

        public init(item: Int, topic: Int?, weight: Double = 1, confidence: Double, why: TopicReason) {
            self.item = item
            self.topic = topic
            self.weight = weight
            self.confidence = confidence
            self.why = why
        }
    }

    /// In the order of their first columns.
    public var topics: [Topic]
    /// One for each item that measures mastery, in gradebook order.
    public var entries: [Entry]
    /// What the scores had to say about it.
    public var scores: TopicScores

    public init(topics: [Topic] = [], entries: [Entry] = [], scores: TopicScores = .notAsked) {
        self.topics = topics
        self.entries = entries
        self.scores = scores
    }

    /// Columns that have a topic.
    public var placed: Int { entries.count { $0.topic != nil } }
    /// Columns that stand for themselves.
    public var alone: Int { entries.count - placed }

    /// Drops topics that no column has.
    mutating func dropUnused() {
        let used = topics.indices.filter { topic in entries.contains { $0.topic == topic } }
        let places = Dictionary(used.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in entries.indices { entries[entry].topic = entries[entry].topic.flatMap { places[$0] } }
        topics = used.map { topics[$0] }
    }

    /// Says of the columns whose titles share nothing that scores do not tell either.
    mutating func tooFewToTell() {
        for entry in entries.indices where entries[entry].why == .nothingShared { entries[entry].why = .tooFewToTell }
    }

    /// The same gradebook with topics as the skills of its items. Items that had skills keep them.
    public func applied(to gradebook: Gradebook) -> Gradebook {
        var items = gradebook.items
        for entry in entries {
            guard let topic = entry.topic, topics.indices.contains(topic), items.indices.contains(entry.item),
                items[entry.item].skills.isEmpty
            else { continue }
            items[entry.item].skills = [SkillWeight(skill: topics[topic].title, weight: entry.weight)]
        }
        return gradebook.with(items: items)
    }
}
