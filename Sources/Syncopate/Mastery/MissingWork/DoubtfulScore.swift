/// A value in a gradebook that looks like missing work and was read as that.
public struct DoubtfulScore: Sendable, Hashable {
    /// Position of the learner in the gradebook.
    public var learner: Int
    /// Position of the item in the gradebook.
    public var item: Int
    /// What stands there, a share of the maximum: 0, or a constant that the column repeats.
    public var value: Double
    /// The probability that it stands for missing work, 0...1.
    public var missing: Double
    /// The record of the input it is from, from 1, headers not counted; where the file has none for a cell, the learner's
    /// place among the learners, from 1.
    public var row: Int
    /// Whether most of its column is like it, so that the column is probably not graded yet rather than missed by them.
    public var isUngraded: Bool

    public init(learner: Int, item: Int, value: Double, missing: Double, row: Int, isUngraded: Bool) {
        self.learner = learner
        self.item = item
        self.value = value
        self.missing = missing
        self.row = row
        self.isUngraded = isUngraded
    }
}
