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
        // What each ability has in common with the one asked about; then of each item the few skills it exercises.
        var common = [Double](repeating: 0, count: scale.skillCount)
        for row in 0..<scale.skillCount {
            for column in 0..<scale.skillCount { common[row] += belief.covariance[row, column] * asked[column] }
        }
        success = scale.easiness
        reduction = scale.easiness
        let skills = scale.skillCount
        // By address, because after each answer all items are gone through.
        success.withUnsafeMutableBufferPointer { success in
            reduction.withUnsafeMutableBufferPointer { reduction in
                belief.mean.withUnsafeBufferPointer { mean in
                    belief.covariance.elements.withUnsafeBufferPointer { covariance in
                        common.withUnsafeBufferPointer { common in
                            scale.rows.withBuffers { starts, edges in
                                for item in 0..<count {
                                    var center = success[item]
                                    var shared = 0.0
                                    var variance = 0.0
                                    let own = starts[item]..<starts[item + 1]
                                    for place in own {
                                        let edge = edges[place]
                                        center += edge.weight * mean[edge.skill]
                                        shared += edge.weight * common[edge.skill]
                                        for other in own {
                                            let pair = edges[other]
                                            variance +=
                                                edge.weight * pair.weight * covariance[edge.skill * skills + pair.skill]
                                        }
                                    }
                                    let stretch = 1 + Double.pi * max(variance, 0) / 8
                                    let p = Logistic.probability(center / stretch.squareRoot())
                                    success[item] = p
                                    reduction[item] = shared * shared * p * (1 - p) / stretch
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
