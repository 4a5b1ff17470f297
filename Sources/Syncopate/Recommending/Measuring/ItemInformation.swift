import Matrices

/// How much each item would tell about a learner's abilities.
public struct ItemInformation: Sendable, Hashable {
    /// Expected success per item, M.
    public var success: [Double]
    /// By how much the variance of the ability asked about is expected to fall, per item, M; in squared logits.
    public var reduction: [Double]

    /// Success and information of all items of a scale, for one belief.
    ///
    /// With log-odds `eta` of mean `m` and variance `v` and the ability in question `g' theta`, a right-or-wrong score `y`
    /// lowers its variance in expectation by `Cov(g' theta, y)^2 / Var(y)`, where by Stein's lemma (1981)
    /// `Cov(g' theta, y) = Cov(g' theta, eta) E[p (1 - p)]`. Both expectations by MacKay's (1992) probit approximation,
    /// which gives `s^2 p (1 - p) / (1 + pi v / 8)`. As the variance goes to zero this is Fisher's information.
    ///
    /// - Parameters:
    ///   - belief: of K skills, those of the scale.
    ///   - asked: weight of each skill in the ability asked about, K.
    public init(_ belief: Belief<Double>, on scale: AbilityScale, about asked: [Double]) {
        let count = scale.itemCount
        precondition(
            belief.count == scale.skillCount && asked.count == scale.skillCount,
            "a belief of \(belief.count) and weights of \(asked.count) skills for a scale of \(scale.skillCount)")
        var success = [Double](repeating: 0, count: count)
        var reduction = success
        success.withUnsafeMutableBufferPointer { success in
            reduction.withUnsafeMutableBufferPointer { reduction in
                scale.forEachItem(belief, about: asked) { item, moments in
                    let stretch = moments.stretch
                    let p = Logistic.probability(moments.mean / stretch.squareRoot())
                    success[item] = p
                    reduction[item] = moments.shared * moments.shared * p * (1 - p) / stretch
                }
            }
        }
        self.success = success
        self.reduction = reduction
    }
}
