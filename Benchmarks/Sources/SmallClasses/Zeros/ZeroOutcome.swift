/// One row: how classes with planted zeros are predicted.
struct ZeroOutcome: Encodable {
    let titles: Titles
    let pattern: Planting.Pattern
    let rate: Double
    /// Root mean square errors over all draws, shares of the maximum: zeros at their word, and told apart.
    let score: Double
    let auto: Double
    /// The baseline of column and learner, zeros at their word.
    let columnAndLearner: Double
    /// Share of the cells inside the 80 % interval, told apart.
    let coverage: Double
    /// Visible values read as missing work, all classes together: zeros and others.
    let doubtedZeros: Int
    let doubtedOthers: Int
    let cells: Int
    /// Largest error told apart; `nil`: no bar on this row.
    let bar: Double?

    var isMet: Bool { bar.map { auto <= $0 } ?? true }

    /// The bars of uniform planting. Without planting, telling apart may cost no more than rounding.
    static let bars: [Double: Double] = [0.05: 0.150, 0.12: 0.155]
    static let roundingAllowance = 0.0005
}
