/// Finds how far to go along a direction of descent: far enough down, and to where it is clearly less steep.
///
/// Both strong Wolfe conditions, by bracketing and zooming with cubic interpolation (Nocedal & Wright 2006,
/// algorithms 3.5 and 3.6, eq. 3.59).
package struct WolfeSearch: Sendable, Hashable {
    /// Share of the decrease the slope at the start promises that must come true (the condition of Armijo).
    package var decrease = 1e-4
    /// Share of the steepness at the start that may be left.
    package var steepness = 0.9
    /// Most evaluations for one step.
    package var trials = 30

    package init() {}

    /// A step length with the value and the slope along the direction there.
    package struct Step: Sendable, Hashable {
        package let length: Double
        package let value: Double
        package let slope: Double
    }

    /// The step, or `nil` where none lowers the value enough.
    ///
    /// - Parameters:
    ///   - value: the value at the start.
    ///   - slope: the slope there along the direction; must be below zero.
    ///   - first: the length to try first.
    ///   - along: value and slope after a step of some length. What it was last called with is what is returned, so it
    ///     may keep the point and the gradient of its last call. A value that is not finite means "too far".
    package func step(
        value: Double, slope: Double, first: Double, along: (Double) -> (value: Double, slope: Double)
    ) -> Step? {
        guard slope < 0, first > 0 else { return nil }
        func evaluate(_ length: Double) -> Step {
            let result = along(length)
            return Step(length: length, value: result.value, slope: result.slope)
        }
        func isEnough(_ step: Step) -> Bool { step.value <= value + decrease * step.length * slope }

        var low = Step(length: 0, value: value, slope: slope)
        var high: Step?
        var length = first
        var last = low
        for _ in 0..<max(trials, 1) {
            let now = evaluate(length)
            last = now
            if !now.value.isFinite || !now.slope.isFinite {
                high = Step(length: length, value: .infinity, slope: .nan)
            } else if !isEnough(now) || now.value >= low.value {
                high = now
            } else if abs(now.slope) <= -steepness * slope {
                return now
            } else {
                // The side on which the slope points down from the new best point holds a minimum.
                if let far = high {
                    if now.slope * (far.length - now.length) >= 0 { high = low }
                } else if now.slope >= 0 {
                    high = low
                }
                low = now
            }
            if let high {
                length = Self.between(low, high)
                if length == low.length || length == high.length { break }
            } else {
                length = 4 * low.length
                guard length.isFinite else { break }
            }
        }
        // Not flat enough, but down is down.
        guard low.length > 0 else { return nil }
        return last.length == low.length ? low : evaluate(low.length)
    }

    /// The minimum of the cubic through two points and their slopes, kept off both ends so that each trial narrows the
    /// bracket; the middle, or nearer to `low` where `high` has no value, if the cubic has none.
    private static func between(_ low: Step, _ high: Step) -> Double {
        let width = high.length - low.length
        guard high.value.isFinite else { return low.length + 0.25 * width }
        let first = low.slope + high.slope - 3 * (high.value - low.value) / width
        let square = first * first - low.slope * high.slope
        guard square >= 0 else { return low.length + width / 2 }
        let root = width > 0 ? square.squareRoot() : -square.squareRoot()
        let share = 1 - (high.slope + root - first) / (high.slope - low.slope + 2 * root)
        guard share.isFinite else { return low.length + width / 2 }
        return low.length + min(max(share, 0.1), 0.9) * width
    }
}
