/// What became of something that was recommended, as a teacher says. Where nobody said anything there is none of these.
public enum Happened: Sendable, Hashable {
    /// Done; in that way, or `nil` where it was not said and the plan left it open.
    case done(Mode?)
    /// Begun, or done in part.
    case partly
    /// Not done.
    case notDone
}
