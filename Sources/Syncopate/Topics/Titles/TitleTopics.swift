/// Topics as titles alone tell them.
///
/// Codes of standards come first, then rare words that titles share, then places in the course. What says less joins what
/// says more where its fellows agree on a topic: a homework that only names unit 3 is about fractions if everything else of
/// unit 3 is, and is left open if unit 3 holds two topics.
struct TitleTopics {
    /// Topics in the order of their first columns.
    private(set) var topics: [TopicMap.Topic] = []
    /// Topic of each column; -1 where titles leave it open.
    private(set) var labels: [Int]
    private(set) var confidences: [Double]
    private(set) var reasons: [TopicReason]

    private let readings: [TitleReading]
    private let titles: [String]
    /// Key of each topic while they are gathered, so that a code is one topic wherever it stands.
    private var keys: [String: Int] = [:]

    /// Confidence in the code of a standard.
    static let standardConfidence = 0.95
    /// Confidence in words: the least, and what full agreement adds.
    static let wordConfidence = (least: 0.6, most: 0.95)
    /// Confidence in a topic taken over from others of the same place in the course.
    static let sameUnitConfidence = 0.6

    /// - Parameters:
    ///   - titles: one a column.
    ///   - given: the topic of each column that a skill map states, `nil` for the others; empty for no map.
    ///   - standards: codes and titles to look for beside those that are known by their form.
    init(titles: [String], given: [String?] = [], standards: StandardsFile? = nil) {
        self.titles = titles
        let readings = titles.map { TitleReading($0, standards: standards) }
        self.readings = readings
        labels = [Int](repeating: -1, count: titles.count)
        confidences = [Double](repeating: 0, count: titles.count)
        reasons = [TopicReason](repeating: .nothingShared, count: titles.count)
        for (column, reading) in readings.enumerated() {
            if given.indices.contains(column), let stated = given[column] {
                place(column, topic("given:" + stated, title: stated), 1, .given)
                continue
            }
            guard let code = reading.standards.first else { continue }
            let topic = topic(
                "code:" + code.topic, title: code.title, statement: standards?.statement(of: code.topic) ?? "")
            place(column, topic, Self.standardConfidence, .standard(code: code.code, system: code.system))
        }
        placeByWords()
        placeByUnits()
        renumber()
    }

    private mutating func topic(_ key: String, title: String, statement: String = "") -> Int {
        if let known = keys[key] { return known }
        keys[key] = topics.count
        var unique = title
        var number = 2
        while topics.contains(where: { $0.title == unique }) {
            unique = "\(title) (\(number))"
            number += 1
        }
        topics.append(TopicMap.Topic(title: unique, statement: statement))
        return topics.count - 1
    }

    private mutating func place(_ column: Int, _ topic: Int, _ confidence: Double, _ reason: TopicReason) {
        labels[column] = topic
        confidences[column] = confidence
        reasons[column] = reason
    }

    private mutating func placeByWords() {
        let found = WordClusters(readings)
        for (number, cluster) in found.clusters.enumerated() {
            let known = Set(cluster.map { labels[$0] }.filter { $0 >= 0 })
            let words = found.words[number]
            guard known.count <= 1, !words.isEmpty, !isRecurringForm(cluster) else { continue }
            let joined = known.first ?? topic("words:\(number)", title: phrase(words, in: cluster[0]))
            for column in cluster where labels[column] < 0 {
                let (least, most) = Self.wordConfidence
                place(column, joined, least + (most - least) * found.closeness[column], .words(words))
            }
        }
    }

    /// "Vocabulary, unit 1", "Vocabulary, unit 2", ...: each in a place of its own where other columns stand too is a form
    /// of task that comes back.
    private func isRecurringForm(_ cluster: [Int]) -> Bool {
        let places = cluster.compactMap { readings[$0].units.first }
        guard cluster.count >= 3, places.count == cluster.count, Set(places).count == places.count,
            Set(places.map(\.kind)).count == 1
        else { return false }
        let shared = places.count { place in
            readings.indices.contains { !cluster.contains($0) && readings[$0].units.contains(place) }
        }
        return 2 * shared >= places.count
    }

    private mutating func placeByUnits() {
        let open = labels.indices.filter { labels[$0] < 0 }
        // What places hold by codes and words; what this step adds says nothing of its own.
        let before = labels
        var columns: [CourseUnit: [Int]] = [:]
        for (column, reading) in readings.enumerated() {
            for unit in Set(reading.units) { columns[unit, default: []].append(column) }
        }
        for column in open {
            for (unit, name) in zip(readings[column].units, readings[column].unitNames) {
                let fellows = (columns[unit] ?? []).filter { $0 != column }
                let held = Set(fellows.map { before[$0] }.filter { $0 >= 0 })
                if held.count > 1 {
                    reasons[column] = .unitHoldsSeveral(unit)
                    break
                }
                if let only = held.first {
                    place(column, only, Self.sameUnitConfidence, .sameUnit(unit))
                    break
                }
                // A place that every column is in tells nothing apart.
                if !fellows.isEmpty, fellows.count < readings.count - 1 {
                    place(column, topic("unit:\(unit.title)", title: name), unit.confidence, .unit(unit))
                    break
                }
            }
        }
    }

    /// The words as the first title has them, with what stands between where that is little.
    private func phrase(_ words: [String], in column: Int) -> String {
        let reading = readings[column]
        let places = zip(reading.words, reading.wordTokens).filter { words.contains($0.0) }.map(\.1)
        guard let first = places.min(), let last = places.max() else { return words.joined(separator: " ") }
        let span = last - first + 1 <= 2 * places.count ? Array(first...last) : Array(Set(places)).sorted()
        let text = span.map { reading.tokens[$0].text }.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Numbers topics by their first columns and drops those that nobody has.
    private mutating func renumber() {
        var numbers: [Int: Int] = [:]
        var ordered: [TopicMap.Topic] = []
        for column in labels.indices where labels[column] >= 0 {
            if numbers[labels[column]] == nil {
                numbers[labels[column]] = ordered.count
                ordered.append(topics[labels[column]])
            }
            labels[column] = numbers[labels[column]] ?? -1
        }
        topics = ordered
    }
}
