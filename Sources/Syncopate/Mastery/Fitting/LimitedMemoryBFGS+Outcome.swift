extension LimitedMemoryBFGS {
    /// Why a search ended.
    package enum Reason: Sendable, Hashable {
        /// No entry of the gradient is above the tolerance: a minimum, as far as asked for.
        case gradientIsFlat
        /// The last iteration brought next to nothing.
        case decreaseIsSmall
        /// The allowed iterations are used up.
        case iterationsAreSpent
        /// No step along the steepest descent lowers the value: rounding, or a gradient that is not the function's.
        case noStepGoesDown
        /// The function has no finite value or gradient at the start.
        case notFinite

        /// Whether the point can be taken for a minimum.
        package var isConverged: Bool { self == .gradientIsFlat || self == .decreaseIsSmall }
    }

    /// Where a search ended and why.
    package struct Outcome: Sendable, Hashable {
        /// The best point found.
        package let point: [Double]
        /// The value there.
        package let value: Double
        /// Largest absolute entry of the gradient there.
        package let gradientNorm: Double
        /// Steps taken.
        package let iterations: Int
        /// How often the function was evaluated.
        package let evaluations: Int
        /// Why it ended.
        package let reason: Reason
    }
}
