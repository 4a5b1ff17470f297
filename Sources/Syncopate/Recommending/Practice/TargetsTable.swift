/// What the goals of a catalogue come to, worked out once for everybody who has no goal of their own.
struct TargetsTable: Sendable {
    private let goals: [Goal]
    private let graph: PrerequisiteGraph
    /// Positions of the skills of each goal.
    private let skills: [[Int]]
    /// Whom each goal is for; `nil`: everybody.
    private let learners: [Set<String>?]
    /// All who have a goal of their own.
    private let named: Set<String>
    /// Days by which something is to be remembered, the earliest first.
    private let dates: [Double]
    /// Targets of everybody else before the first date, between the first and the second, and so on.
    private let everybody: [PracticeTargets]

    init(_ catalogue: Catalogue) {
        goals = catalogue.goals
        graph = catalogue.graph
        let skills = goals.map { catalogue.skillPositions(of: $0) }
        let learners = goals.map { $0.learners.map { Set($0) } }
        let dates = Set(goals.compactMap { $0.purpose == .remember ? $0.by : nil }).sorted()
        self.skills = skills
        self.learners = learners
        self.dates = dates
        named = learners.reduce(into: []) { $0.formUnion($1 ?? []) }
        let usual = catalogue.goals.indices.filter { learners[$0] == nil }
        everybody = ([-Double.infinity] + dates).map { now in
            PracticeTargets(usual.map { (catalogue.goals[$0], skills[$0]) }, catalogue.graph, now: now)
        }
    }

    /// Targets of somebody without goals of their own, before any date.
    var usual: PracticeTargets { everybody[0] }

    /// - Parameters:
    ///   - learner: identity; goals for other learners do not count.
    ///   - now: seconds since 1970; what was to be remembered by an earlier date no longer is.
    func targets(learner: String, now: Double) -> PracticeTargets {
        guard !named.isEmpty, named.contains(learner) else {
            return everybody[dates.prefix { $0 <= now }.count]
        }
        let own = goals.indices.filter { learners[$0]?.contains(learner) ?? true }
        return PracticeTargets(own.map { (goals[$0], skills[$0]) }, graph, now: now)
    }
}
