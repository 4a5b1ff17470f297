/// What keeps predictions where a log loss can be taken.
enum Probability {
    /// Nearest to 0 or 1 a prediction may come.
    static let margin = 1e-6

    /// `p` held inside the margin; .5 for NaN.
    static func held(_ p: Double) -> Double { p.isNaN ? 0.5 : min(max(p, margin), 1 - margin) }
}
