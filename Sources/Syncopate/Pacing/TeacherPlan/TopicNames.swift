/// Finds the topic that somebody means by a name: the identity or title of a topic, else of an item.
public struct TopicNames: Sendable {
    /// What a name comes to.
    public enum Found: Sendable, Hashable {
        /// Position of a topic.
        case topic(Int)
        /// Position of an item.
        case item(Int)
        case none
        /// The title of several.
        case several
    }

    private var identities: [String: Found] = [:]
    private var titles: [String: Found] = [:]

    /// - Parameters:
    ///   - topics: identities and titles.
    ///   - items: the same of items, which stand for the topics they are about.
    public init(topics: [(id: String, title: String)], items: [(id: String, title: String)]) {
        for (place, topic) in topics.enumerated() where identities[topic.id] == nil {
            identities[topic.id] = .topic(place)
        }
        for (place, item) in items.enumerated() where identities[item.id] == nil { identities[item.id] = .item(place) }
        var itemTitles: [String: Found] = [:]
        Self.add(topics.map(\.title), Found.topic, to: &titles)
        Self.add(items.map(\.title), Found.item, to: &itemTitles)
        titles.merge(itemTitles) { first, _ in first }
    }

    /// The same of topics and items.
    public init(topics: [Skill], items: [Item]) {
        self.init(topics: topics.map { ($0.id, $0.title) }, items: items.map { ($0.id, $0.title) })
    }

    private static func add(_ names: [String], _ make: (Int) -> Found, to titles: inout [String: Found]) {
        for (place, name) in names.enumerated() where !name.isEmpty {
            let folded = fold(name)
            titles[folded] = titles[folded] == nil ? make(place) : .several
        }
    }

    /// The topic or item of a name; case and blanks do not count in titles.
    public func find(_ name: String) -> Found {
        identities[name] ?? titles[Self.fold(name)] ?? .none
    }

    static func fold(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
