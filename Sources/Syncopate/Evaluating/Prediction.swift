/// One predicted response: what came, what was expected, and the circumstances by which predictions are told apart.
public struct Prediction: Sendable, Hashable {
    /// Position in ``PredictionTable/learners``.
    public var learner: Int32
    /// Position in ``PredictionTable/items``.
    public var item: Int32
    /// Number of the record in the input.
    public var row: Int32
    /// What came: share of the maximum, 0...1.
    public var score: Double
    /// What was expected before it came, 0...1.
    public var probability: Double
    /// Index of the response in its learner's sequence, from 0.
    public var position: Int32
    /// Seconds since that learner's last response; NaN where unknown, as for the first one.
    public var gap: Double
    /// How often this learner had met this item before.
    public var repeats: Int32
    /// Whether the item was unknown to the model.
    public var isNewItem: Bool

    /// A row; where nothing is said of its circumstances, the first response of a learner to an item that is known.
    public init(
        learner: Int32, item: Int32, row: Int32, score: Double, probability: Double, position: Int32 = 0,
        gap: Double = .nan, repeats: Int32 = 0, isNewItem: Bool = false
    ) {
        self.learner = learner
        self.item = item
        self.row = row
        self.score = score
        self.probability = probability
        self.position = position
        self.gap = gap
        self.repeats = repeats
        self.isNewItem = isNewItem
    }
}
