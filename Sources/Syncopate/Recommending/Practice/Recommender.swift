import Matrices

/// Says what each learner should practise next from a catalogue, how sure it is, and when to stop: a value without hidden
/// state or chance of its own.
///
/// Every item gets an index, the sum of what practising it once is worth for each purpose (``Term/Name``), by its
/// skills and for as many minutes as items usually take; the best that may be given comes first. The same states, moment
/// and seed give the same advice.
public struct Recommender: Sendable {
    public let catalogue: Catalogue
    public private(set) var settings: PracticeSettings
    /// How skills are learnt and answered.
    public let knowledge: KnowledgeModel
    /// The other account of how they are learnt.
    public let growth: GrowthModel
    /// How they are remembered.
    public let memory: MemoryModel
    /// Items on the scale of ability; `nil` where no goal measures.
    public let scale: AbilityScale?
    /// Minutes an item takes, M: stated, else the median of those that are, else ``usualMinutes``.
    public let minutes: [Double]

    /// Minutes an item takes where the catalogue does not say of any.
    public static let usualMinutes = 2.0

    /// Minutes a usual item takes.
    let usual: Double
    let mastering: MasteringValue
    private(set) var constraints: PracticeConstraints
    /// What an item's minutes make of its value, M: those of a usual item over its own.
    let pace: [Double]
    /// Share of each skill in each item, K x M.
    let shares: Matrix<Double>
    /// What having each skill adds to success on each item, K x M.
    let gains: Matrix<Double>
    /// Success on each item without any skill, M.
    let floors: [Double]
    /// Whether a goal of anybody asks to remember the skill, K.
    let isRemembered: [Bool]
    /// A learner of whom nothing is known.
    let blankState: PracticeState
    /// Whether another item exercises just the same skills, M.
    let hasAlternatives: [Bool]

    public init(catalogue: Catalogue, settings: PracticeSettings = PracticeSettings()) {
        self.catalogue = catalogue
        self.settings = settings
        knowledge = KnowledgeModel(catalogue: catalogue)
        growth = GrowthModel(
            nominal: knowledge.nominal, hasPrerequisites: catalogue.graph.parents.contains { !$0.isEmpty })
        memory = .published
        let measures = catalogue.goals.contains { $0.purpose == .measure }
        scale = measures ? AbilityScale(catalogue: catalogue) : nil
        mastering = MasteringValue(model: knowledge)
        constraints = PracticeConstraints(catalogue: catalogue, settings: settings)
        let stated = catalogue.items.compactMap(\.minutes).sorted()
        let usual = stated.isEmpty ? Self.usualMinutes : stated[stated.count / 2]
        self.usual = usual
        minutes = catalogue.items.map { $0.minutes ?? usual }
        pace = minutes.map { usual / $0 }
        var shares = Matrix<Double>(rows: catalogue.skills.count, columns: catalogue.items.count)
        var gains = shares
        var floors = [Double](repeating: 0, count: catalogue.items.count)
        var alike: [[PrerequisiteGraph.Edge]: Int] = [:]
        for (item, edges) in catalogue.itemSkills.enumerated() {
            for edge in edges {
                let chances = knowledge.chances(ofSkill: edge.skill, difficulty: catalogue.items[item].difficulty ?? 0)
                shares[edge.skill, item] = edge.weight
                gains[edge.skill, item] = edge.weight * (chances.with - chances.without)
                floors[item] += edge.weight * chances.without
            }
            alike[edges, default: 0] += 1
        }
        self.shares = shares
        self.gains = gains
        self.floors = floors
        var isRemembered = [Bool](repeating: false, count: catalogue.skills.count)
        for goal in catalogue.goals where goal.purpose == .remember {
            for skill in catalogue.skillPositions(of: goal) { isRemembered[skill] = true }
        }
        self.isRemembered = isRemembered
        hasAlternatives = catalogue.itemSkills.map { alike[$0, default: 0] > 1 }
        blankState = PracticeState(
            knowledge: knowledge.prior, growth: catalogue.skills.map { _ in GrowthBelief() },
            memory: MemoryBelief(count: catalogue.skills.count, holdsScales: isRemembered.contains(true)),
            ability: scale?.prior)
    }

    /// The same with another limit to the day's minutes.
    func limited(toMinutesADay minutes: Double) -> Recommender {
        var limited = self
        limited.settings.minutesADay = minutes
        limited.constraints = PracticeConstraints(catalogue: catalogue, settings: limited.settings)
        return limited
    }

    /// A learner of whom nothing is known.
    public var newLearner: PracticeState { blankState }
}
