internal import Syncopate

/// An event as a tidy file states it, before points become shares.
struct TidyEvent {
    var learner: Int32
    var item: Int32
    var status: Status
    /// Points, or a share where `isShare`.
    var points = Double.nan
    var isShare = false
    /// Points possible; NaN where the row does not say.
    var maximum = Double.nan
    var at = Double.nan
    var attempt: Int32 = 0
    /// Breaks ties of time; NaN where the row does not say.
    var order = Double.nan
    /// Position among the log's sets of skills of what the row names for itself; -1 where it is what its item has.
    var skillSet: Int32 = -1
    /// Number of the record in the file, from 1, the header and blank lines not counted.
    var row: Int32
    /// Physical line, from 1.
    var line: Int
}
