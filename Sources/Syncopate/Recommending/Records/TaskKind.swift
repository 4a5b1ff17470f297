/// What sort of task a tutor should write.
public enum TaskKind: String, Sendable, Hashable, CaseIterable {
    /// With help at hand, to learn from.
    case practice
    /// Without help, to show that it is mastered.
    case quiz
    /// Without help and from memory, to keep it.
    case review
    /// To find out how far the learner is.
    case test
}
