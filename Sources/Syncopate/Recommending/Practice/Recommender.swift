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
    /// What answers on each item ask of it.
    let answered: AnsweredItems
    /// Whether a goal of anybody asks to remember the skill, K.
    let isRemembered: [Bool]
    /// A learner of whom nothing is known.
    let blankState: PracticeState
    /// Items that are worth the same, together.
    private(set) var groups: ItemGroups
    /// What the goals come to.
    let targets: TargetsTable
    /// Mass of "nothing is learnt" below which practice on a skill is certainly not called fruitless, K.
    let leastStuck: [Double]

    public init(catalogue: Catalogue, settings: PracticeSettings = PracticeSettings()) {
        self.catalogue = catalogue
        self.settings = settings
        knowledge = KnowledgeModel(catalogue: catalogue)
        targets = TargetsTable(catalogue)
        growth = GrowthModel(
            nominal: knowledge.nominal, hasPrerequisites: catalogue.graph.parents.contains { !$0.isEmpty },
            thresholds: targets.usual.logits)
        leastStuck = knowledge.nominal.map { StuckSkill.least($0) }
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
        answered = AnsweredItems(catalogue, knowledge)
        var isRemembered = [Bool](repeating: false, count: catalogue.skills.count)
        for goal in catalogue.goals where goal.purpose == .remember {
            for skill in catalogue.skillPositions(of: goal) { isRemembered[skill] = true }
        }
        self.isRemembered = isRemembered
        groups = ItemGroups(catalogue, constraints, minutes: minutes, pace: pace)
        let growth = growth
        blankState = PracticeState(
            knowledge: knowledge.prior, growth: growth.prior,
            memory: MemoryBelief(count: catalogue.skills.count, holdsScales: isRemembered.contains(true)),
            ability: scale?.prior)
    }

    /// The same with another limit to the day's minutes.
    func limited(toMinutesADay minutes: Double) -> Recommender {
        var limited = self
        limited.settings.minutesADay = minutes
        limited.constraints = PracticeConstraints(catalogue: catalogue, settings: limited.settings)
        limited.groups = ItemGroups(
            catalogue, limited.constraints, minutes: limited.minutes, pace: limited.pace)
        return limited
    }

    /// A learner of whom nothing is known.
    public var newLearner: PracticeState { blankState }
}
