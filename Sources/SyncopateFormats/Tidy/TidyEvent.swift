internal import Syncopate

/// An event as a tidy file states it, before points become shares. Small fields first, so that a million take less room.
struct TidyEvent {
    var learner: Int32
    var item: Int32
    /// Number of the record in the file, from 1, the header and blank lines not counted.
    var row: Int32
    /// Number of the set of skills its row names, 0 for none of its own; once the log is put together the set's position
    /// there, -1 where the event has what its item has; of a log without skills no position at all.
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
    /// Whether `points` are no share, even if nothing says what they are out of and they are not above 1.
    var isPoints = false
    /// Whether the row gave the event an id of its own.
    var hasID = false
    private var physicalLine: Int32
    /// Position of the cell with the score, from 1; 0 where no one cell has it.
    var column: Int32 = 0
    /// Points, or a share where `isShare`.
    var points = Double.nan
    /// Points possible; NaN where the row does not say.
    var maximum = Double.nan
    var at = Double.nan
    /// Breaks ties of time; NaN where the row does not say.
    var order = Double.nan

    /// - Parameter line: physical line, from 1.
    init(learner: Int32, item: Int32, row: Int32, status: Status, isShare: Bool = false, line: Int) {
        self.learner = learner
        self.item = item
        self.row = row
        self.status = status
        self.isShare = isShare
        physicalLine = Int32(clamping: line)
    }

    /// Physical line, from 1.
    var line: Int { Int(physicalLine) }

    /// The order, those without one last.
    var rank: Double { order.isNaN ? .infinity : order }

    /// Its points and maximum as a table keeps them: those of a share out of its row's maximum, so that other rows of its item
    /// learn of that, or out of 1 where the row has none or no number of points makes that share.
    var kept: (points: Double, maximum: Double) {
        guard isShare, status == .scored else { return (points, maximum) }
        let whole = points * maximum
        return maximum > 1 && whole / maximum == points ? (whole, maximum) : (points, 1)
    }
}
