/// A place of a gradebook by the ids of its learner and its item, which survive from export to export.
public struct CellName: Sendable, Hashable {
    public var learner: String
    public var item: String

    public init(learner: String, item: String) {
        self.learner = learner
        self.item = item
    }
}
