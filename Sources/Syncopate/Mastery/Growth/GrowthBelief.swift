/// What is believed of one learner's skill if it grows bit by bit (``GrowthModel``), without the cases themselves, which
/// are in ``GrowthBeliefs``.
struct GrowthBelief: Sendable, Hashable {
    /// How often it was practised; fractions where an item exercises several.
    var attempts = 0.0
    /// Where the skill stands by this, kept because it is asked for far oftener than it changes.
    var standing = GrowthStanding(success: 0, there: 0, attempts: 0)
    /// Where its cases are among those of all skills; below zero: nowhere, they are those before any evidence.
    var place: Int32 = -1
    /// Whether the cases are as they are written: in single precision, or those before any evidence.
    var isSettled = true

    /// Notes what an attempt came to.
    mutating func note(_ attempts: Double, _ standing: GrowthStanding) {
        self.attempts = attempts
        self.standing = standing
        isSettled = false
    }
}
