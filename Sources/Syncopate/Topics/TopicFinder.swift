/// Finds the topics of a gradebook: from titles, and where those are silent from scores.
public struct TopicFinder: Sendable {
    /// Standards and outcomes that files gave.
    public var standards: StandardsFile?
    /// Settles the draws of the search; the same seed gives the same map.
    public var seed: UInt64
    /// Whether scores are asked where titles are silent.
    public var asksScores: Bool
    /// Whether they are asked where no title names a topic, too. Topics that only scores know have no name, and on real classes
    /// they predict no better than columns that stand for themselves.
    public var asksScoresAlone: Bool

    /// Most learners scores are looked at of, and fewest where columns are so many that time is short.
    static let learnerLimit = 300
    static let leastLearners = 60
    /// Columns that are drawn times topics times learners times sweeps, up to which scores are asked: seconds.
    static let budget = 1.5e8
    /// Standard errors by which the gain on learners left out must exceed nothing; with no topic by title, data alone decide
    /// and must say so more clearly.
    static let clearness = (withTitles: 1.0, alone: 2.0)

    /// Fewest learners whose scores are asked at all: below, tenths of them are too small to be left out.
    static let fewestLearners = (withTitles: 12, alone: 20)

    public init(
        standards: StandardsFile? = nil, seed: UInt64 = 0, asksScores: Bool = true, asksScoresAlone: Bool = true
    ) {
        self.standards = standards
        self.seed = seed
        self.asksScores = asksScores
        self.asksScoresAlone = asksScoresAlone
    }

    /// The map of a gradebook as the engine makes it: of the columns that measure mastery by title, points and scores.
    ///
    /// - Parameter at: the moment the map is for, seconds since 1970; items due later are upcoming.
    public func map(of gradebook: Gradebook, at: Double?) -> TopicMap {
        let stated = ItemProfile.profiles(of: gradebook, at: at)
        return map(of: gradebook, profiles: ColumnScreen(gradebook, profiles: stated).applied(to: stated))
    }

    /// The map of a gradebook's columns of work. The order of learners does not matter.
    ///
    /// - Parameters:
    ///   - gradebook: items that have skills keep the heaviest as their topic.
    ///   - profiles: which items measure mastery; as many as the gradebook has items.
    public func map(of gradebook: Gradebook, profiles: [ItemProfile]) -> TopicMap {
        let items = gradebook.items.indices.filter { profiles.indices.contains($0) && profiles[$0].role == .evidence }
        let titles = TitleTopics(
            titles: items.map { gradebook.items[$0].title },
            given: items.map { item in
                // Of several skills the heaviest, the first of equals.
                let weights = gradebook.items[item].skills.filter { $0.weight > 0 && $0.weight.isFinite }
                let most = weights.map(\.weight).max()
                return weights.first { $0.weight == most }?.skill
            }, standards: standards)
        var map = TopicMap(
            topics: titles.topics,
            entries: items.enumerated().map { place, item in
                let topic = titles.labels[place]
                return TopicMap.Entry(
                    item: item, topic: topic >= 0 ? topic : nil, confidence: titles.confidences[place],
                    why: titles.reasons[place])
            })
        refine(&map, gradebook, given: titles.labels)
        return map
    }

    /// Lets scores place what titles leave open, and take topics of titles apart or together where they are clear.
    private func refine(_ map: inout TopicMap, _ gradebook: Gradebook, given: [Int]) {
        guard asksScores, asksScoresAlone || !map.topics.isEmpty, given.count >= 3 else { return }
        let open = given.count { $0 < 0 }
        let cost = Double(open * (open / 2 + map.topics.count + 1)) * TopicPlacing.allSweeps
        guard cost * Double(Self.leastLearners) <= Self.budget else {
            map.scores = .tooManyColumns
            return
        }
        let learners = Self.learners(
            of: gradebook, most: Int(min(Double(Self.learnerLimit), Self.budget / max(cost, 1))))
        let least = map.topics.isEmpty ? Self.fewestLearners.alone : Self.fewestLearners.withTitles
        guard learners.count >= least else {
            if open > 0 {
                map.scores = .tooFew(learners: learners.count, gain: 0, noise: 0)
                map.tooFewToTell()
            }
            return
        }
        let scores = Self.scores(of: gradebook, learners: learners, items: map.entries.map(\.item))
        var placing = TopicPlacing(scores: scores, learners: learners.count, given: given)
        if !placing.open.isEmpty { place(&placing, &map, gradebook, learners: learners.count) }
        if !map.entries.allSatisfy({ $0.why == .given }) { revise(placing, &map) }
    }

    private func place(_ placing: inout TopicPlacing, _ map: inout TopicMap, _ gradebook: Gradebook, learners: Int) {
        placing.judge(seed: seed)
        let clearness = map.topics.isEmpty ? Self.clearness.alone : Self.clearness.withTitles
        guard placing.gain > clearness * placing.noise, placing.gain > 0 else {
            map.scores = .tooFew(learners: learners, gain: placing.gain, noise: placing.noise)
            map.tooFewToTell()
            return
        }
        placing.place(seed: seed)
        adopt(placing, into: &map, gradebook)
        map.scores = .helped(
            learners: learners, placed: placing.open.count { placing.labels[$0] >= 0 }, gain: placing.gain,
            noise: placing.noise)
    }

    private func revise(_ placing: TopicPlacing, _ map: inout TopicMap) {
        for change in placing.revision().changes {
            switch change {
            case .column(let column, let topic):
                guard let old = map.entries[column].topic, map.entries[column].why != .given else { continue }
                map.entries[column].topic = topic
                map.entries[column].confidence = topic == nil ? 0 : Self.revisedConfidence
                map.entries[column].why = .moved(from: map.topics[old].title)
            case .merging(let other, let topic):
                let titles = [topic, other].map { map.topics[$0].title }
                guard !map.entries.contains(where: { $0.topic == other && $0.why == .given }) else { continue }
                map.topics[topic].title = titles.joined(separator: " and ")
                for entry in map.entries.indices where map.entries[entry].topic == other {
                    map.entries[entry].topic = topic
                }
            }
        }
        map.dropUnused()
    }

    /// Confidence in a column that scores took from the topic of its title.
    static let revisedConfidence = 0.8

    private func adopt(_ placing: TopicPlacing, into map: inout TopicMap, _ gradebook: Gradebook) {
        let known = map.topics.count
        for column in placing.open {
            let label = placing.labels[column]
            guard label >= 0 else {
                map.entries[column].confidence = 0
                map.entries[column].why = placing.confidences[column] >= 0.5 ? .apart : .tooFewToTell
                continue
            }
            if label >= known, map.topics.count <= label {
                let title = gradebook.items[map.entries[column].item].title
                while map.topics.count <= label {
                    map.topics.append(TopicMap.Topic(title: Self.fresh(title, map.topics)))
                }
            }
            map.entries[column].topic = label
            map.entries[column].confidence = placing.confidences[column]
            map.entries[column].why = .scores
        }
    }

    /// A title for a topic that only scores know, by its first column.
    private static func fresh(_ title: String, _ topics: [TopicMap.Topic]) -> String {
        var name = "Like \(title)"
        var number = 2
        while topics.contains(where: { $0.title == name }) {
            name = "Like \(title) (\(number))"
            number += 1
        }
        return name
    }

    /// Learners with a score in the order of their ids, or an even sample of them.
    private static func learners(of gradebook: Gradebook, most: Int) -> [Int] {
        let active = gradebook.learners.indices
            .filter { gradebook.cells(ofLearner: $0).contains { gradebook.statuses[$0] == .scored } }
            .sorted { gradebook.learners[$0].id < gradebook.learners[$1].id }
        guard active.count > most else { return active }
        return (0..<most).map { active[$0 * active.count / most] }
    }

    private static func scores(of gradebook: Gradebook, learners: [Int], items: [Int]) -> [Double] {
        var places = [Int](repeating: -1, count: gradebook.items.count)
        for (place, item) in items.enumerated() { places[item] = place }
        var scores = [Double](repeating: .nan, count: learners.count * items.count)
        for (row, learner) in learners.enumerated() {
            for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
                let place = places[Int(gradebook.columns[cell])]
                if place >= 0 { scores[row * items.count + place] = min(max(gradebook.scores[cell], 0), 1) }
            }
        }
        return scores
    }
}
