/// What is believed of one learner's mastery, over the shared factors and the skills touched so far.
///
/// The coordinates are `z` (R factors, prior `N(0, I)`) and the own part `u_k` of each touched skill (prior
/// `N(0, specific_k)`). All are independent before evidence, so a skill can be added at any time, and the belief is a
/// normal distribution over R + (touched skills) numbers however many skills there are.
package struct SparseBelief: Sendable {
    private let factors: Int
    /// Posterior means: the factors, then the touched skills in the order of touching.
    package private(set) var mean: [Double]
    /// Posterior covariance, symmetric, row by row with ``stride``.
    package private(set) var covariance: [Double]
    package private(set) var stride: Int
    private var gain: [Double]

    /// The prior belief, with no skill touched.
    package init(factors: Int) {
        self.factors = factors
        mean = [Double](repeating: 0, count: factors)
        stride = Self.rounded(factors + 8)
        covariance = [Double](repeating: 0, count: stride * stride)
        gain = [Double](repeating: 0, count: stride)
        for factor in 0..<factors { covariance[factor * stride + factor] = 1 }
    }

    /// Back to the prior, keeping the memory.
    package mutating func reset() {
        for i in 0..<count { for j in 0..<count { covariance[i * stride + j] = 0 } }
        mean.removeSubrange(factors...)
        for factor in 0..<factors {
            mean[factor] = 0
            covariance[factor * stride + factor] = 1
        }
    }

    /// Number of coordinates: factors and touched skills.
    package var count: Int { mean.count }

    /// Adds a skill's own part with its prior variance and returns its coordinate.
    package mutating func touch(specificVariance: Double) -> Int {
        let place = count
        if place == stride { grow() }
        mean.append(0)
        covariance.withUnsafeMutableBufferPointer { v in
            for other in 0..<place {
                v[other * stride + place] = 0
                v[place * stride + other] = 0
            }
            v[place * stride + place] = specificVariance
        }
        return place
    }

    private static func rounded(_ count: Int) -> Int { (count + 7) / 8 * 8 }

    private mutating func grow() {
        let wide = Self.rounded(stride * 2)
        var larger = [Double](repeating: 0, count: wide * wide)
        for i in 0..<count { for j in 0..<count { larger[i * wide + j] = covariance[i * stride + j] } }
        covariance = larger
        stride = wide
        gain = [Double](repeating: 0, count: wide)
    }

    /// Mean and variance of the mastery along a direction.
    package func mastery(along direction: Direction) -> (mean: Double, variance: Double) {
        var center = 0.0
        var variance = 0.0
        direction.visit { i, a in
            center += a * mean[i]
            direction.visit { j, b in variance += a * b * covariance[i * stride + j] }
        }
        return (center, max(variance, 0))
    }

    /// Multiplies the belief by a normal factor on the mastery along `direction`, of a precision and a location
    /// (precision times mean); negative values take one out again. A symmetric rank-1 update.
    ///
    /// With `s = V a`, `v = a' s` and `m = a' mean`: `mean += s (location - precision m) / (1 + precision v)` and
    /// `V -= s s' precision / (1 + precision v)`. Nothing changes where that has no meaning.
    package mutating func multiply(along direction: Direction, precision: Double, location: Double) {
        let n = count
        let stride = stride
        gain.withUnsafeMutableBufferPointer { gain in
            covariance.withUnsafeMutableBufferPointer { v in
                mean.withUnsafeMutableBufferPointer { mean in
                    for i in 0..<n { gain[i] = 0 }
                    var center = 0.0
                    direction.visit { j, b in
                        center += b * mean[j]
                        // Rows are read instead of columns: the covariance is symmetric.
                        for i in 0..<n { gain[i] += b * v[j * stride + i] }
                    }
                    var variance = 0.0
                    direction.visit { j, b in variance += b * gain[j] }
                    let scale = 1 + precision * variance
                    guard variance > 0, scale > 0, scale.isFinite, location.isFinite else { return }
                    let step = (location - precision * center) / scale
                    let shrink = precision / scale
                    for i in 0..<n {
                        mean[i] += gain[i] * step
                        let g = gain[i] * shrink
                        let row = i * stride
                        for j in 0..<n { v[row + j] -= g * gain[j] }
                    }
                }
            }
        }
    }
}
