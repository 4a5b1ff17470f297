/// Why predictions cannot be judged: a row that is none, or tables that are not about the same responses.
public enum PredictionFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The row names a learner the table does not have.
    case unknownLearner(row: Int32)
    /// The row names an item the table does not have.
    case unknownItem(row: Int32)
    /// The score is outside 0...1 or no number.
    case badScore(row: Int32)
    /// The probability is outside 0...1 or no number.
    case badProbability(row: Int32)
    /// Columns or tables of different lengths.
    case countMismatch(expected: Int, found: Int)
    /// The tables are not of the same learners and items.
    case namesDiffer
    /// The tables are of one length, but this row of the input is not the same response in both.
    case rowsDiffer(row: Int32)

    /// One line for a log.
    public var description: String {
        switch self {
        case .unknownLearner(let row): "row \(row): no such learner"
        case .unknownItem(let row): "row \(row): no such item"
        case .badScore(let row): "row \(row): the score is not in 0...1"
        case .badProbability(let row): "row \(row): the probability is not in 0...1"
        case .countMismatch(let expected, let found): "\(found) values where \(expected) are needed"
        case .namesDiffer: "the tables are of different learners or items"
        case .rowsDiffer(let row): "row \(row): the tables are about different responses"
        }
    }
}
