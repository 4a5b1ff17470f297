/// What is believed of one learner's skill if it grows bit by bit (``GrowthModel``).
struct GrowthBelief: Sendable, Hashable {
    /// Probability of each case of start and pace, L x R by rows; they add up to one.
    var shares = GrowthModel.prior
    /// How often it was practised; fractions where an item exercises several.
    var attempts = 0.0
    /// Where the skill stands by this, kept because it is asked for far oftener than it changes; `nil`: not worked out.
    var standing: GrowthStanding?
    /// Whether ``shares`` are as they are written: in single precision, or those before any evidence.
    var isSettled = true
}
