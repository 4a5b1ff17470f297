/// What a single piece of advice is limited to, beside what the settings say.
///
/// What a filter leaves out is not on offer at all: it counts as withheld for no reason.
public struct PracticeFilter: Sendable, Hashable {
    /// Positions of the items that may be given; `nil`: any. Positions out of range are of no item.
    public var items: Set<Int>?
    /// Minutes one item may take at most; `nil`, or no number: any.
    public var minutes: Double?

    public init(items: Set<Int>? = nil, minutes: Double? = nil) {
        self.items = items
        self.minutes = minutes
    }

    /// Minutes one item may take, infinite where any.
    var longest: Double {
        guard let minutes, !minutes.isNaN else { return .infinity }
        return minutes
    }
}
