/// What a server's time goes to.
public enum Stage: Int, CaseIterable, Sendable {
    /// Finding lines and reading them.
    case reading
    /// Changing what is believed of learners.
    case belief
    /// Choosing what to do next, and how.
    case advice
    /// Writing answers, and whatever else answering takes.
    case answering

    /// The word of `stats` and of traces.
    public var word: String {
        switch self {
        case .reading: "reading"
        case .belief: "belief"
        case .advice: "advice"
        case .answering: "answering"
        }
    }
}
