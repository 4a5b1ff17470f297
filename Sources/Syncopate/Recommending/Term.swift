/// One part of a recommendation's score. The parts add up to the score exactly.
public struct Term: Sendable, Hashable {
    /// What the part stands for.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// Points expected on the item itself beyond what stands there now, in shares of a typical column.
        case earned
        /// What learning it is expected to add to the work that comes next, in the same unit.
        case carries
        /// Small preference for what is recent, or next.
        case timely
        /// What the live seat adds, where the learner has one on this topic.
        case together
        /// What the minutes cost.
        case cost
    }

    public let name: Name
    /// Shares of a typical column, rounded to four decimals so that sums are exact in print.
    public let value: Double

    public init(_ name: Name, _ value: Double) {
        self.name = name
        self.value = Rounding.decimals(value, 4)
    }
}
