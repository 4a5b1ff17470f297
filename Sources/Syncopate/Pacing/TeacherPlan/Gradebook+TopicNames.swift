extension Gradebook {
    /// Names that a teacher may use for what the gradebook is about.
    public var topicNames: TopicNames {
        var seen: Set<String> = []
        let skills = items.flatMap(\.skills).map(\.skill).filter { seen.insert($0).inserted }
        return TopicNames(topics: skills.map { ($0, $0) }, items: items.map { ($0.id, $0.title) })
    }
}
