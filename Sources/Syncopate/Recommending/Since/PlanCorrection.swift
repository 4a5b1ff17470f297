/// What a teacher knows better than the file: it stands for this advice and all that follows.
public enum PlanCorrection: Sendable, Hashable {
    /// The item, by its id, is about that topic and no other.
    case topicMoved(item: String, topic: String)
    /// The learner, by id, is none of the teacher's, and is left out of everything.
    case notMyStudent(learner: String)
    /// A learner's nought on an item is a score and no missing work, both by their ids.
    case zeroWasReal(learner: String, item: String)

    /// An order that does not depend on where a correction was written.
    var order: [String] {
        switch self {
        case .topicMoved(let item, let topic): ["1", item, topic]
        case .notMyStudent(let learner): ["0", learner]
        case .zeroWasReal(let learner, let item): ["2", learner, item]
        }
    }
}
