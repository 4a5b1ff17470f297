/// The scores of a gradebook as observations on directions in skill space: what the estimator works on.
///
/// Items with the same weights on the same skills share a direction, and a learner's scores on one direction add up,
/// so that a long log costs no more per learner than the directions it touches.
struct ResponseDesign: Sendable {
    /// The skills. Without a map each item that measures mastery is its own.
    let skills: [Skill]
    /// Whether a skill map names any item.
    let hasSkillMap: Bool
    /// Sparse weights of each direction; the first `skills.count` directions are the skills themselves.
    let directions: [[(skill: Int, weight: Double)]]
    /// Direction of each item of the gradebook; -1 for items that do not measure mastery.
    let directionOfItem: [Int]
    /// Whether an item shares its direction with others and so needs an easiness of its own beside the skill's mean.
    let sharesDirection: [Bool]
    /// Easiness that an item file states, per item: its difficulty turned round and taken from the mean of those stated;
    /// zero where none is. What scores say comes on top.
    let statedEasiness: [Double]
    /// Whether an item's scores are only ever nothing or everything: one question, right or wrong.
    let isRightOrWrong: [Bool]
    /// Family of each skill: what the titles have in common. Positions, the first is 0.
    let families: [Int]
    /// Observations of learner `i` are `starts[i]..<starts[i + 1]`, sorted by direction.
    let starts: [Int]
    let items: [Int32]
    /// Scores held to 0...1.
    let scores: [Double]
    /// How probably each observation is a score at all; empty where nothing is in doubt.
    let weights: [Double]

    /// Without a map, beyond this many items one shared ability takes the place of a skill per item: the covariance
    /// of more could not be told from noise and would not fit.
    static let ownSkillLimit = 400

    init(gradebook: Gradebook, profiles: [ItemProfile]) {
        let usable = gradebook.items.indices.filter { profiles[$0].role == .evidence }
        let mapped = usable.contains { !gradebook.items[$0].skills.isEmpty }
        var skills: [Skill] = []
        var positions: [String: Int] = [:]
        var combinations: [[Int: Double]] = []
        var families: [String] = []
        func intern(_ id: String, title: String, family: String) -> Int {
            if let position = positions[id] { return position }
            positions[id] = skills.count
            skills.append(Skill(id: id, title: title))
            families.append(family)
            return skills.count - 1
        }
        let shared = !mapped && usable.count > Self.ownSkillLimit
        for item in usable {
            let weights = gradebook.items[item].skills.filter { $0.weight > 0 && $0.weight.isFinite }
            var combination: [Int: Double] = [:]
            if !weights.isEmpty {
                let total = weights.reduce(0) { $0 + $1.weight }
                for weight in weights {
                    combination[intern("skill:" + weight.skill, title: weight.skill, family: ""), default: 0] +=
                        weight.weight / total
                }
            } else if shared || mapped && usable.count > Self.ownSkillLimit {
                combination[intern("everything", title: "the course as a whole", family: "")] = 1
            } else {
                let title = gradebook.items[item].title
                combination[
                    intern(
                        "item:" + gradebook.items[item].id, title: title,
                        family: mapped ? "" : TitleFamily.of(title))] = 1
            }
            combinations.append(combination)
        }

        var directions: [[(skill: Int, weight: Double)]] = skills.indices.map { [($0, 1)] }
        var known: [[Int: Double]: Int] = [:]
        for skill in skills.indices { known[[skill: 1]] = skill }
        var directionOfItem = [Int](repeating: -1, count: gradebook.items.count)
        var users = [Int](repeating: 0, count: skills.count)
        for (item, combination) in zip(usable, combinations) {
            let direction: Int
            if let found = known[combination] {
                direction = found
            } else {
                direction = directions.count
                known[combination] = direction
                directions.append(combination.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
                users.append(0)
            }
            directionOfItem[item] = direction
            users[direction] += 1
        }
        self.skills = skills.map { skill in
            var plain = skill
            if let colon = skill.id.firstIndex(of: ":") { plain.id = String(skill.id[skill.id.index(after: colon)...]) }
            return plain
        }
        hasSkillMap = mapped
        self.directions = directions
        self.directionOfItem = directionOfItem
        sharesDirection = directionOfItem.map { $0 >= 0 && (users[$0] > 1 || $0 >= skills.count) }
        var familyPositions: [String: Int] = [:]
        var numbered: [Int] = []
        for family in families {
            let position = familyPositions[family] ?? familyPositions.count
            familyPositions[family] = position
            numbered.append(position)
        }
        self.families = numbered

        let stated = usable.compactMap { gradebook.items[$0].difficulty }.filter(\.isFinite)
        let middle = stated.isEmpty ? 0 : stated.reduce(0, +) / Double(stated.count)
        statedEasiness = gradebook.items.map { item in
            guard let difficulty = item.difficulty, difficulty.isFinite else { return 0 }
            return min(max(middle - difficulty, -6), 6)
        }

        var starts: [Int] = [0]
        var items: [Int32] = []
        var scores: [Double] = []
        var weights: [Double] = []
        for learner in gradebook.learners.indices {
            let cells = gradebook.cells(ofLearner: learner).filter { cell in
                gradebook.statuses[cell] == .scored && directionOfItem[Int(gradebook.columns[cell])] >= 0
            }
            let ordered = cells.sorted { a, b in
                let (left, right) = (Int(gradebook.columns[a]), Int(gradebook.columns[b]))
                let (first, second) = (directionOfItem[left], directionOfItem[right])
                return first != second ? first < second : left < right
            }
            for cell in ordered {
                items.append(gradebook.columns[cell])
                scores.append(min(max(gradebook.scores[cell], 0), 1))
                if !gradebook.weights.isEmpty { weights.append(gradebook.weights[cell]) }
            }
            starts.append(items.count)
        }
        self.starts = starts
        self.items = items
        self.scores = scores
        self.weights = weights
        isRightOrWrong = Self.rightOrWrong(itemCount: gradebook.items.count, items: items, scores: scores)
    }

    /// Few scores of an item are no proof by themselves: below five, the rest of the file decides.
    private static func rightOrWrong(itemCount: Int, items: [Int32], scores: [Double]) -> [Bool] {
        var counts = [Int](repeating: 0, count: itemCount)
        var extremes = counts
        var all = 0
        for (item, score) in zip(items, scores) {
            counts[Int(item)] += 1
            if score == 0 || score == 1 {
                extremes[Int(item)] += 1
                all += 1
            }
        }
        let usual = !items.isEmpty && Double(all) >= 0.95 * Double(items.count)
        return counts.indices.map { extremes[$0] == counts[$0] && (counts[$0] >= 5 || usual) }
    }

    /// Stated easiness of each skill that is one item's own; zero for the others.
    var statedSkillEasiness: [Double] {
        var result = [Double](repeating: 0, count: skills.count)
        for (item, direction) in directionOfItem.enumerated()
        where direction >= 0 && direction < skills.count && !sharesDirection[item] {
            result[direction] = statedEasiness[item]
        }
        return result
    }

    /// Whether there are so many directions that variances are taken in single precision.
    var isLarge: Bool { directions.count > Self.doublePrecisionLimit }

    /// Directions up to which variances are taken in double precision.
    static let doublePrecisionLimit = 64

    /// Number of learners.
    var learnerCount: Int { starts.count - 1 }

    /// How much an observation counts, 0...1.
    func weight(of observation: Int) -> Double { weights.isEmpty ? 1 : weights[observation] }

    /// The observations of one learner.
    func observations(of learner: Int) -> Range<Int> { starts[learner]..<starts[learner + 1] }
}
