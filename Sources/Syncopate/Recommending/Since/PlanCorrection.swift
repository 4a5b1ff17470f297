/// What a teacher knows better than the file: it stands for this advice and all that follows.
public enum PlanCorrection: Sendable, Hashable {
    /// The item, by its id, is about that topic and no other.
    case topicMoved(item: String, topic: String)
    /// The learner, by id, is none of the teacher's, and is left out of everything.
    case notMyStudent(learner: String)
    /// A learner's nought on an item is a score and no missing work, both by their ids.
    case zeroWasReal(learner: String, item: String)

    /// Id of the item it is about; `nil`: none.
    public var item: String? {
        switch self {
        case .topicMoved(let item, _), .zeroWasReal(_, let item): item
        case .notMyStudent: nil
        }
    }

    /// An order that does not depend on where a correction was written.
    package var order: [String] {
        switch self {
        case .topicMoved(let item, let topic): ["1", item, topic]
        case .notMyStudent(let learner): ["0", learner]
        case .zeroWasReal(let learner, let item): ["2", learner, item]
        }
    }
}
