/// The two forms our own events are written in.
public enum TidyForm: Sendable, Hashable {
    /// A table with a header, an event a row.
    case csv
    /// An object a line.
    case jsonLines
}
