public import Syncopate
internal import SyncopateStudents

/// The best items for every learner by a fitted model, all at once.
public struct BatchRun: Sendable {
    private let ranker: ItemRanker
    private let states: [LearnerState]
    private let skills: Int

    /// - Parameters:
    ///   - workers: who make the learners' states, which are answered beforehand by the shape's draws.
    public init(_ model: MasteryModel, _ catalogue: Catalogue, _ shape: TrafficShape, workers: Workers) {
        let bank = ItemBank(model, items: catalogue.items.map { ($0.id, $0.skills) })
        var settings = RankingSettings()
        settings.limit = shape.limit
        ranker = ItemRanker(bank, settings: settings)
        skills = catalogue.skills.count
        let items = catalogue.items
        states = workers.map(shape.learners) { learner in
            var draw = Draws(seed: shape.seed &+ UInt64(learner) &* 104_729)
            var tracker = MasteryTracker(model)
            var time = 1_760_000_000.0
            for _ in 0..<shape.answers where !items.isEmpty {
                time += draw.below(20) == 0 ? 86_400 : Double(30 + draw.below(120))
                let item = items[draw.below(items.count)]
                tracker.observe(item: item.id, skills: item.skills, score: draw.below(100) < 65 ? 1 : 0, at: time)
            }
            return tracker.state
        }
    }

    /// Learners times items.
    public var pairs: Double { Double(states.count) * Double(ranker.bank.items.count) }
    public var learners: Int { states.count }
    /// Bytes of all states.
    public var bytes: Int { states.reduce(0) { $0 + $1.bytes.count } }
    /// The product of matrices of the same shape.
    public var product: BareProduct {
        BareProduct(learners: states.count, skills: skills, items: ranker.bank.items.count)
    }
    /// Floating-point operations of that product.
    public var operations: Double { 2 * product.pairs * Double(max(skills, 1)) }

    public func run(_ workers: Workers) -> RankedItems { ranker.rank(states, workers: workers) }
}
