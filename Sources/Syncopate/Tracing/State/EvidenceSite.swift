/// Everything learnt about the mastery of one set of skills: a normal factor on it.
///
/// Kept in single precision because that is what a portable state holds: what is stored is what is computed with.
struct EvidenceSite: Sendable, Hashable {
    /// Inverse variance, at least 0.
    var precision: Float = 0
    /// Precision times mean.
    var location: Float = 0

    init() {}

    /// Rounds to what is stored. Something that is not finite is no evidence.
    init(precision: Double, location: Double) {
        let stored = (Float(precision), Float(location))
        guard stored.0.isFinite, stored.1.isFinite, stored.0 >= 0 else { return }
        (self.precision, self.location) = stored
    }

    /// The same evidence after mastery may have changed by `variance` since: a precision of 1 / (1 / p + variance) about
    /// the same mean.
    func faded(by variance: Double) -> (precision: Double, location: Double) {
        let precision = Double(self.precision)
        let keep = 1 / (1 + precision * max(variance, 0))
        return (precision * keep, Double(location) * keep)
    }
}
