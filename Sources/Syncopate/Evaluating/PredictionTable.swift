/// Predicted responses in columns of equal length: what is judged, whatever made the predictions.
///
/// A row can only be added whole and sound, so every column has ``count`` values, every position names something, and
/// scores and probabilities are in 0...1. A prediction that is no number is refused, not left out: a model judged only
/// on the rows it managed would look better than it is.
public struct PredictionTable: Sendable {
    /// Ids of the learners, by position. There may be some without a row.
    public let learners: [String]
    /// Ids of the items, by position.
    public let items: [String]

    /// Position in ``learners``, per row.
    public private(set) var learner: [Int32] = []
    /// Position in ``items``, per row.
    public private(set) var item: [Int32] = []
    /// Number of the record in the input, per row.
    public private(set) var row: [Int32] = []
    /// What came, as a share of the maximum in 0...1, per row.
    public private(set) var score: [Double] = []
    /// What was expected, 0...1, per row.
    public private(set) var probability: [Double] = []
    /// Index of the response in its learner's sequence, from 0, per row.
    public private(set) var position: [Int32] = []
    /// Seconds since that learner's last response, NaN where unknown, per row.
    public private(set) var gap: [Double] = []
    /// How often this learner had met this item before, per row.
    public private(set) var repeats: [Int32] = []
    /// Whether the item was unknown to the model, per row.
    public private(set) var isNewItem: [Bool] = []

    /// A table without rows.
    public init(learners: [String], items: [String]) {
        self.learners = learners
        self.items = items
    }

    /// Number of rows.
    public var count: Int { row.count }

    /// The row at an index in `0..<count`.
    public subscript(index: Int) -> Prediction {
        Prediction(
            learner: learner[index], item: item[index], row: row[index], score: score[index],
            probability: probability[index], position: position[index], gap: gap[index], repeats: repeats[index],
            isNewItem: isNewItem[index])
    }

    /// Makes room for rows to come.
    public mutating func reserveCapacity(_ rows: Int) {
        learner.reserveCapacity(rows)
        item.reserveCapacity(rows)
        row.reserveCapacity(rows)
        score.reserveCapacity(rows)
        probability.reserveCapacity(rows)
        position.reserveCapacity(rows)
        gap.reserveCapacity(rows)
        repeats.reserveCapacity(rows)
        isNewItem.reserveCapacity(rows)
    }

    /// Adds a row. A row that throws leaves the table as it was.
    public mutating func append(_ prediction: Prediction) throws(PredictionFault) {
        let number = prediction.row
        guard learners.indices.contains(Int(prediction.learner)) else { throw .unknownLearner(row: number) }
        guard items.indices.contains(Int(prediction.item)) else { throw .unknownItem(row: number) }
        // NaN is in no range.
        guard (0...1).contains(prediction.score) else { throw .badScore(row: number) }
        guard (0...1).contains(prediction.probability) else { throw .badProbability(row: number) }
        learner.append(prediction.learner)
        item.append(prediction.item)
        row.append(number)
        score.append(prediction.score)
        probability.append(prediction.probability)
        position.append(prediction.position)
        gap.append(prediction.gap)
        repeats.append(prediction.repeats)
        isNewItem.append(prediction.isNewItem)
    }

    /// Adds the rows of another table of the same learners and items, as when learners are predicted in parts.
    public mutating func append(contentsOf other: PredictionTable) throws(PredictionFault) {
        guard learners == other.learners, items == other.items else { throw .namesDiffer }
        learner += other.learner
        item += other.item
        row += other.row
        score += other.score
        probability += other.probability
        position += other.position
        gap += other.gap
        repeats += other.repeats
        isNewItem += other.isNewItem
    }

    /// The same rows with another model's probabilities, in the order of the rows.
    ///
    /// ``isNewItem`` stays what it was, so that models are compared on the same slices.
    public func replacing(probabilities: [Double]) throws(PredictionFault) -> PredictionTable {
        guard probabilities.count == count else {
            throw .countMismatch(expected: count, found: probabilities.count)
        }
        if let bad = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
            throw .badProbability(row: row[bad])
        }
        var copy = self
        copy.probability = probabilities
        return copy
    }

    /// Throws unless the other table is about the same responses in the same order.
    func requireSameRows(as other: PredictionTable) throws(PredictionFault) {
        guard count == other.count else { throw .countMismatch(expected: count, found: other.count) }
        guard learners == other.learners, items == other.items else { throw .namesDiffer }
        for index in 0..<count
        where row[index] != other.row[index] || learner[index] != other.learner[index]
            || item[index] != other.item[index] || score[index] != other.score[index]
        {
            throw .rowsDiffer(row: row[index])
        }
    }
}
