import RealModule

/// The logistic function and what goes with it, without overflow at either end.
@usableFromInline
package enum Logistic {
    /// 1 / (1 + e^-x). Exact limits 0 and 1 far out; NaN only for NaN.
    @inlinable
    package static func probability(_ x: Double) -> Double {
        // Both sides in one expression: which of two ways to go is what a processor would often guess wrongly.
        let e = Double.exp(-abs(x))
        return (x >= 0 ? 1 : e) / (1 + e)
    }

    /// log(1 + e^x), without overflow for large `x` or cancellation for small.
    @inlinable
    package static func softplus(_ x: Double) -> Double {
        x > 0 ? x + Double.log(onePlus: Double.exp(-x)) : Double.log(onePlus: Double.exp(x))
    }

    /// log(p / (1 - p)), with `p` first held within `margin` of 0 and 1.
    @inlinable
    package static func logit(_ p: Double, margin: Double = 1e-9) -> Double {
        let held = min(max(p, margin), 1 - margin)
        return Double.log(held) - Double.log(onePlus: -held)
    }

    /// The mean of the logistic function of a normal variable, by the probit approximation (MacKay 1992, eq. 10):
    /// `probability(mean / sqrt(1 + pi variance / 8))`. Off by less than .02 for any mean and variance.
    @inlinable
    package static func expectation(mean: Double, variance: Double) -> Double {
        probability(mean / (1 + Double.pi * max(variance, 0) / 8).squareRoot())
    }
}
