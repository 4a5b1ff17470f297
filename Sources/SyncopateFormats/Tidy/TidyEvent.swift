internal import Syncopate

/// An event as a tidy file states it, before points become shares. Small fields first, so that a million take less room.
struct TidyEvent {
    var learner: Int32
    var item: Int32
    /// Number of the record in the file, from 1, the header and blank lines not counted.
    var row: Int32
    /// Position among the log's sets of skills of what the row names for itself; -1 where it is what its item has.
    var skillSet: Int32 = -1
    var attempt: Int32 = 0
    /// Seconds it took; -1 where the row does not say.
    var seconds: Float = -1
    /// Hints asked for; -1 where the row does not say.
    var hints: Int16 = -1
    var mode: Mode?
    var status: Status
    /// Whether `points` are a share.
    var isShare = false
    /// Points, or a share where `isShare`.
    var points = Double.nan
    /// Points possible; NaN where the row does not say.
    var maximum = Double.nan
    var at = Double.nan
    /// Breaks ties of time; NaN where the row does not say.
    var order = Double.nan
    /// Physical line, from 1.
    var line: Int
    /// Whether the row gave the event an id of its own.
    var hasID = false

    /// The order, those without one last.
    var rank: Double { order.isNaN ? .infinity : order }
}
