/// What came of an event that was told.
public enum EventOutcome: String, Sendable, Hashable, CaseIterable {
    /// It counts from now on; of a retraction: what it takes back no longer does.
    case applied
    /// It corrects an event that has not been told. That is remembered, and the event will not count when it comes; an
    /// answer in its place counts from now on.
    case early
    /// It is known now and does not count: a correction of it came first, or a later one of the same event stands.
    case corrected
    /// The same was told before: nothing changes.
    case duplicate
    /// It is older than what can still be corrected, or corrects what may be: nothing changes. Telling the learner's
    /// whole log anew, in order, would take it up.
    case needsReplay = "needs_replay"
    /// It corrects an event that was not told, and too many such corrections are waiting already: nothing changes.
    case unknownEvent = "unknown_event"
    /// A number that is none, a moment that cannot be meant, an item out of range, or it supersedes itself: nothing changes.
    case invalid

    /// Whether the record is another one after it.
    public var isAccepted: Bool {
        switch self {
        case .applied, .early, .corrected: true
        case .duplicate, .needsReplay, .unknownEvent, .invalid: false
        }
    }
}
