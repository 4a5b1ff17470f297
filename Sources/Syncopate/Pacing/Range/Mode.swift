/// The named points on the range between learning together and apart.
public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Alone, in one's own time.
    case asyncSolo = "async_solo"
    /// In one's own time, with classmates in writing.
    case asyncSocial = "async_social"
    /// In one room, each at their own pace.
    case parallel
    /// Live, among classmates.
    case livePeer = "live_peer"
    /// Live, in a small group with the teacher.
    case liveTeacher = "live_teacher"
    /// A sequence: first alone, then together.
    case blended
    /// The evidence does not say that one is better.
    case either

    /// The word for people, after schema.org's `courseMode`: synchronous, asynchronous, blended, or either.
    public var courseMode: String {
        switch self {
        case .asyncSolo, .asyncSocial: "asynchronous"
        case .livePeer, .liveTeacher: "synchronous"
        case .parallel, .blended: "blended"
        case .either: "either"
        }
    }
}
