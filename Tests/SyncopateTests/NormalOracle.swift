import Foundation

/// Integrals against normal densities by brute force: a fine trapezoid, which converges faster than any power of the
/// step for smooth integrands that vanish at both ends (Trefethen & Weideman 2014). Slow, and without any idea in
/// common with the code under test.
enum NormalOracle {
    /// E f(X) for X ~ N(mean, variance).
    static func expectation(mean: Double, variance: Double, _ function: (Double) -> Double) -> Double {
        guard variance > 0 else { return function(mean) }
        let deviation = variance.squareRoot()
        let step = min(deviation, 1) / 50
        let half = Int((12 * deviation / step).rounded(.up))
        var total = 0.0
        var mass = 0.0
        for k in -half...half {
            let away = Double(k) * step
            let density = exp(-away * away / (2 * variance))
            total += density * function(mean + away)
            mass += density
        }
        return total / mass
    }

    /// Mean and variance of the density proportional to `exp(logDensity)`, which must be concave, has its peak at
    /// `peak` and is nowhere wider than `deviation`.
    static func moments(
        peak: Double, deviation: Double, _ logDensity: (Double) -> Double
    ) -> (mean: Double, variance: Double) {
        let top = logDensity(peak)
        // Walk out on both sides until the density is e^-46, below the rounding of the sums.
        func edge(_ sign: Double) -> Double {
            var reach = deviation
            while logDensity(peak + sign * reach) - top > -46 { reach *= 1.5 }
            return reach
        }
        let (left, right) = (edge(-1), edge(1))
        let count = 4_000
        let step = (left + right) / Double(count)
        var (mass, first, second) = (0.0, 0.0, 0.0)
        for k in 0...count {
            let away = -left + Double(k) * step
            let density = exp(logDensity(peak + away) - top)
            mass += density
            first += density * away
            second += density * away * away
        }
        let shift = first / mass
        return (peak + shift, second / mass - shift * shift)
    }
}
