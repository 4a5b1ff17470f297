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
    var line: Int
}
