/// What answers on the items of a catalogue ask of each, in one piece of memory: of its skills with their chances, how hard
/// it is, and whether it measures mastery at all.
struct AnsweredItems: Sendable {
    /// Where the skills of each item start, and the end of the last, M + 1.
    private let starts: [Int]
    private let skills: [AnsweredSkill]
    /// Logits by which each is harder than a typical one, M.
    let difficulty: [Double]
    /// Whether a score on each says something about mastery, M.
    let measuresMastery: [Bool]

    init(_ catalogue: Catalogue, _ knowledge: KnowledgeModel) {
        var starts = [0]
        starts.reserveCapacity(catalogue.items.count + 1)
        var skills: [AnsweredSkill] = []
        difficulty = catalogue.items.map { $0.difficulty ?? 0 }
        measuresMastery = catalogue.items.map { $0.kind.measuresMastery }
        for (item, edges) in catalogue.itemSkills.enumerated() {
            for edge in edges {
                let (with, without) = knowledge.chances(ofSkill: edge.skill, difficulty: difficulty[item])
                skills.append(AnsweredSkill(skill: edge.skill, weight: edge.weight, with: with, without: without))
            }
            starts.append(skills.count)
        }
        self.starts = starts
        self.skills = skills
    }

    /// Where the skills of an item stand among those of all.
    @inline(__always)
    func places(_ item: Int) -> Range<Int> { starts[item]..<starts[item + 1] }

    /// The skill at one of those places.
    @inline(__always)
    func skill(_ place: Int) -> Int { skills[place].skill }

    /// Number of items, M.
    var count: Int { difficulty.count }

    /// Opens the skills of an item.
    @inline(__always)
    func withSkills<Result>(of item: Int, _ body: (UnsafeBufferPointer<AnsweredSkill>) -> Result) -> Result {
        skills.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[item]..<starts[item + 1]])) }
    }

    /// Probability of success on an item by that of having each of its skills.
    @inline(__always)
    func success(on item: Int, known: (Int) -> Double) -> Double {
        withSkills(of: item) { skills in
            var floor = 0.0
            for edge in skills { floor += edge.weight * edge.without }
            var success = floor
            for edge in skills { success += edge.weight * (edge.with - edge.without) * known(edge.skill) }
            return success
        }
    }
}
