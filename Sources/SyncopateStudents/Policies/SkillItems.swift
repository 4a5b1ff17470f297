/// The items of each skill, given in turn.
struct SkillItems {
    private let items: [[Int]]
    private var turn: [Int]

    init(_ brief: TutoringBrief) {
        var items = [[Int]](repeating: [], count: brief.skillCount)
        for (item, skill) in brief.skillOfItem.enumerated() where items.indices.contains(skill) {
            items[skill].append(item)
        }
        self.items = items
        turn = [Int](repeating: 0, count: items.count)
    }

    /// The skill's next item, the first again after the last; 0 where it has none.
    mutating func next(ofSkill skill: Int) -> Int {
        guard items.indices.contains(skill), !items[skill].isEmpty else { return 0 }
        turn[skill] += 1
        return items[skill][(turn[skill] - 1) % items[skill].count]
    }
}
