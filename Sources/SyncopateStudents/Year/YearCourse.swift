import Syncopate

/// The columns of a year in their order, one a week.
struct YearCourse: Sendable {
    /// Topic of every week.
    let topics: [Int]
    /// Titles of the columns.
    let titles: [String]
    /// What is added to the log-odds of success on a column, logits.
    let easiness: [Double]
    let hasMap: Bool

    init(_ world: YearWorld, using generator: inout SeededGenerator) {
        let weeks = max(world.weeks, 1)
        let count = min(max(world.topics, 1), weeks)
        let length = weeks / count
        let topics = (0..<weeks).map { min($0 / length, count - 1) }
        self.topics = topics
        titles = topics.enumerated().map { week, topic in
            "\(["Exit ticket", "Homework", "Quiz"][week % 3]) \(week + 1): \(Self.name(topic))"
        }
        easiness = topics.map { _ in YearWorld.column.easiness * generator.normal() }
        hasMap = world.hasMap
    }

    /// How many topics there are.
    var count: Int { (topics.last ?? 0) + 1 }

    static func name(_ topic: Int) -> String { "Unit \(topic + 1)" }

    /// The topic that a title of the engine's means: a topic's own, or a column's.
    func topic(titled title: String) -> Int? {
        if let column = titles.firstIndex(of: title) { return topics[column] }
        return (0..<count).first { Self.name($0) == title }
    }

    /// A column as a reader of an export would give it.
    func item(_ column: Int) -> Item {
        let skills = hasMap ? [SkillWeight(skill: Self.name(topics[column]), weight: 1)] : []
        return Item(
            id: String(column + 1), title: titles[column], skills: skills,
            maximum: Double(YearWorld.column.questions))
    }
}
