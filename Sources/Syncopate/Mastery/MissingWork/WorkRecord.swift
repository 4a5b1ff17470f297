/// One learner's scores on work, and how far each is believed to be one: what ``MissingWorkModel`` goes through.
struct WorkRecord: Sendable {
    /// Positions of the items.
    private(set) var items: [Int] = []
    /// Held to 0...1.
    private(set) var scores: [Double] = []
    /// Cells of the gradebook.
    private(set) var cells: [Int] = []
    /// Whether somebody said that it is a score.
    private(set) var isSure: [Bool] = []
    /// The probability that it stands for missing work.
    var missing: [Double] = []
    /// The learner's general ability, logits.
    var ability = 0.0
    /// Variance of what is not known of it.
    var variance = 0.0

    /// The scores of a learner on the items that measure mastery, in item order.
    init(_ learner: Int, of gradebook: Gradebook, isUsed: [Bool], sure: Set<CellName>) {
        let id = gradebook.learners[learner].id
        for cell in gradebook.cells(ofLearner: learner) where gradebook.statuses[cell] == .scored {
            let item = Int(gradebook.columns[cell])
            guard isUsed[item] else { continue }
            items.append(item)
            scores.append(min(max(gradebook.scores[cell], 0), 1))
            cells.append(cell)
            isSure.append(
                !sure.isEmpty && sure.contains(CellName(learner: id, item: gradebook.items[item].id)))
        }
        missing = [Double](repeating: 0, count: items.count)
    }
}
