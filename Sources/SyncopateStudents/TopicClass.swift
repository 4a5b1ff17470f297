import RealModule
public import Syncopate

/// An invented class whose columns are about a few skills, of which only some titles tell.
///
/// Abilities and scores are ``SampleClass``'s world: a general ability, a deviation per skill, questions right out of 10, 12 or
/// 15, some work missing.
public struct TopicClass: Sendable {
    /// Skill of each column.
    public let skills: [Int]
    /// Whether a column's title names its skill; the others are called by form and number.
    public let isNamed: [Bool]
    /// The class as it would be read.
    public let gradebook: Gradebook

    /// Draws a class.
    ///
    /// - Parameters:
    ///   - learners: how many people.
    ///   - columns: how many columns, at least one a skill.
    ///   - skillCount: how many skills, at most ten.
    ///   - namedShare: share of the columns, drawn by lot, whose titles name their skill.
    ///   - isShuffled: whether columns stand in random order; else the course goes through the skills one after the other.
    ///   - skillDeviation: standard deviation of a skill around the general ability, logits.
    ///   - seed: the same seed gives the same class.
    public init(
        learners: Int, columns: Int = 20, skillCount: Int = 6, namedShare: Double = 0.5, isShuffled: Bool,
        generalDeviation: Double = 0.9, skillDeviation: Double = 0.5, seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let names = [
            "Fractions", "Ratios", "Equations", "Area and volume", "Data", "Chance", "Angles", "Vectors", "Sequences",
            "Graphs",
        ]
        let kinds = min(max(skillCount, 1), names.count)
        let width = max(columns, kinds)
        var skills = (0..<width).map { $0 * kinds / width }
        if isShuffled { Self.shuffle(&skills, &generator) }
        var order = Array(0..<width)
        Self.shuffle(&order, &generator)
        var isNamed = [Bool](repeating: false, count: width)
        for column in order.prefix(Int((namedShare * Double(width)).rounded())) { isNamed[column] = true }

        var log = EvidenceLog()
        let forms = ["Exit ticket", "Homework", "Quiz"]
        for column in 0..<width {
            let form = forms[column % 3]
            log.intern(
                Item(
                    id: "\(column + 1)",
                    title: isNamed[column] ? "\(form): \(names[skills[column]])" : "\(form) \(column + 1)", maximum: 10)
            )
        }
        let easiness = (0..<width).map { _ in 0.8 + 0.5 * generator.normal() }
        for number in 0..<max(learners, 0) {
            let learner = log.intern(Learner(id: "learner \(number + 1)", name: "", section: ""))
            let general = generalDeviation * generator.normal()
            let abilities = (0..<kinds).map { _ in general + skillDeviation * generator.normal() }
            let neglect = Double.exp(1.2 * generator.normal() - 0.3 * general - 0.72)
            for column in 0..<width {
                let trials = [10, 12, 15][column % 3]
                let p = 1 / (1 + Double.exp(-(easiness[column] + abilities[skills[column]])))
                let right = generator.successes(of: trials, probability: p)
                guard generator.uniform() >= min(0.9, 0.06 * neglect) else { continue }
                log.append(
                    Event(
                        learner: learner, item: Int32(column), status: .scored, score: Double(right) / Double(trials)))
            }
        }
        self.skills = skills
        self.isNamed = isNamed
        gradebook = Gradebook(log)
    }

    private static func shuffle(_ values: inout [Int], _ generator: inout SeededGenerator) {
        for place in values.indices {
            let room = Double(values.count - place)
            values.swapAt(place, place + min(Int(generator.uniform() * room), values.count - place - 1))
        }
    }

    /// How well a map agrees with the skills: the adjusted Rand index, columns without a topic each for itself.
    public func agreement(_ map: TopicMap) -> Double {
        var found = skills.indices.map { -1 - $0 }
        for entry in map.entries where found.indices.contains(entry.item) {
            if let topic = entry.topic { found[entry.item] = topic }
        }
        return PartitionAgreement.adjustedRand(found, skills)
    }
}
