/// A student whose recall of every item can be told at any time.
public protocol RecallingStudent: Student {
    /// Probability of recalling each item at a time, not before the last attempt.
    func recall(at time: Double) -> [Double]

    /// How much an attempt now is expected to add to the recall of its item `ahead` seconds from now, above what it would
    /// be without: what look-ahead with the true model knows.
    func gain(of item: Int, at time: Double, ahead: Double) -> Double
}

extension RecallingStudent {
    /// Mean over the items.
    func meanRecall(at time: Double) -> Double {
        let recall = recall(at: time)
        return recall.reduce(0, +) / Double(max(recall.count, 1))
    }
}
