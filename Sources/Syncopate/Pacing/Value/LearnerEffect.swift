/// What is believed of one learner's own effect of a mode, given the weights of the mode.
///
/// Normal with mean `shift - pull'w`: what the learner's gains came to, less what the weights explain of it.
struct LearnerEffect: Sendable {
    var pull: SIMD8<Double>
    var shift: Double
    var deviation: Double

    /// Expected relative gain, the effect included.
    ///
    /// - Parameters:
    ///   - x: features, in the order of ``ModePrior/Feature``.
    ///   - weights: of the mode.
    func expected(_ x: SIMD8<Double>, weights: SIMD8<Double>) -> Double { ((x - pull) * weights).sum() + shift }
}
