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
        /// Practice from a catalogue: getting the targets themselves mastered soon.
        case mastering
        /// What builds on it and is still to be mastered.
        case unlocking
        /// What would otherwise be forgotten.
        case keeping
        /// What the answer would tell about the learner.
        case findingOut = "finding_out"
        /// What is taken off while something it builds on is missing.
        case readiness
        /// What is taken off because the same was given only just now.
        case variety
    }

    public let name: Name
    /// Shares of a typical column, or for practice from a catalogue skills (recalls, squared logits) gained per attempt of
    /// usual length; rounded so that sums are exact in print.
    public let value: Double

    /// - Parameter places: decimals kept.
    public init(_ name: Name, _ value: Double, places: Int = 4) {
        self.name = name
        self.value = Rounding.decimals(value, places)
    }
}
