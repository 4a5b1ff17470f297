import Matrices

extension AbilityScale {
    /// What a belief says of the log-odds of one item.
    struct ItemMoments {
        var mean: Double
        var variance: Double
        /// Covariance with the ability asked about.
        var shared: Double

        /// By what the variance lowers the information, in MacKay's (1992) probit approximation.
        var stretch: Double { 1 + Double.pi * max(variance, 0) / 8 }
    }

    /// Calls `body` with each item, in order.
    ///
    /// - Parameters:
    ///   - belief: of K skills, those of the scale.
    ///   - asked: weight of each skill in the ability asked about, K.
    @inline(__always)
    func forEachItem(_ belief: Belief<Double>, about asked: [Double], _ body: (Int, ItemMoments) -> Void) {
        // What each ability has in common with the one asked about; then of each item the few skills it exercises.
        var common = [Double](repeating: 0, count: skillCount)
        for row in 0..<skillCount {
            for column in 0..<skillCount { common[row] += belief.covariance[row, column] * asked[column] }
        }
        let skills = skillCount
        // By address, because after each answer all items are gone through.
        easiness.withUnsafeBufferPointer { easiness in
            belief.mean.withUnsafeBufferPointer { mean in
                belief.covariance.elements.withUnsafeBufferPointer { covariance in
                    common.withUnsafeBufferPointer { common in
                        rows.withBuffers { starts, edges in
                            for item in 0..<easiness.count {
                                var moments = ItemMoments(mean: easiness[item], variance: 0, shared: 0)
                                let own = starts[item]..<starts[item + 1]
                                for place in own {
                                    let edge = edges[place]
                                    moments.mean += edge.weight * mean[edge.skill]
                                    moments.shared += edge.weight * common[edge.skill]
                                    for other in own {
                                        let pair = edges[other]
                                        moments.variance +=
                                            edge.weight * pair.weight * covariance[edge.skill * skills + pair.skill]
                                    }
                                }
                                body(item, moments)
                            }
                        }
                    }
                }
            }
        }
    }
}
