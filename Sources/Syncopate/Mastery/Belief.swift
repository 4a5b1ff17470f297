import Matrices

/// What is believed of one learner: a normal distribution over the mastery of K skills, on the logit scale.
///
/// Generic over the precision it is stored in. `Float` keeps the mean to about 1e-5 logit over thousands of updates,
/// far inside the belief's own standard deviation; factorisations are in `Double` either way.
public struct Belief<Scalar: MatrixScalar>: Sendable, Equatable {
    /// Posterior means, K.
    public private(set) var mean: [Scalar]
    /// Posterior covariance, K x K, symmetric.
    public private(set) var covariance: Matrix<Scalar>

    /// A belief to start from: K means and a K x K covariance. Other shapes stop the program.
    public init(mean: [Scalar], covariance: Matrix<Scalar>) {
        precondition(
            covariance.rows == mean.count && covariance.columns == mean.count,
            "a covariance of \(covariance.rows) x \(covariance.columns) for \(mean.count) means")
        self.mean = mean
        self.covariance = covariance
    }

    /// Number of skills, K.
    public var count: Int { mean.count }

    /// Mean and variance of the log-odds `direction' theta + easiness`. Shapes must agree: K weights.
    public func logOdds(along direction: [Scalar], easiness: Double) -> (mean: Double, variance: Double) {
        precondition(direction.count == count, "a direction of \(direction.count) weights for \(count) skills")
        var spread = [Scalar](repeating: 0, count: count)
        self.spread(along: direction, into: &spread)
        var center = easiness
        var variance = 0.0
        for k in 0..<count {
            center += Double(direction[k]) * Double(mean[k])
            variance += Double(direction[k]) * Double(spread[k])
        }
        return (center, max(variance, 0))
    }

    /// Learns from one score: a symmetric rank-1 update along `direction` (Minka 2001, assumed-density filtering).
    ///
    /// With `s = V a`, `v = a' V a` and the scalar posterior of the log-odds, `m += s (e - eta) / v` and
    /// `V -= s s' (v - v_post) / v^2`. Where the direction has no variance, nothing changes.
    ///
    /// - Parameters:
    ///   - direction: K weights, the item's row of the Q-matrix.
    ///   - easiness: log-odds of success at mastery zero.
    public mutating func update(along direction: [Scalar], easiness: Double, evidence: ScoreEvidence) {
        precondition(direction.count == count, "a direction of \(direction.count) weights for \(count) skills")
        var spread = [Scalar](repeating: 0, count: count)
        self.spread(along: direction, into: &spread)
        var center = easiness
        var variance = 0.0
        for k in 0..<count {
            center += Double(direction[k]) * Double(mean[k])
            variance += Double(direction[k]) * Double(spread[k])
        }
        guard variance > 0, variance.isFinite, center.isFinite else { return }
        let posterior = ScalarPosterior(mean: center, variance: variance, evidence: evidence)
        let step = Scalar((posterior.mean - center) / variance)
        for k in 0..<count { mean[k] += spread[k] * step }
        let shrink = Scalar(-(variance - posterior.variance) / (variance * variance))
        spread.withUnsafeBufferPointer { spread in
            covariance.withMutableView { view in
                view.rankOneUpdate(spread, triangle: .lower, alpha: shrink)
                view.mirror(from: .lower)
            }
        }
    }

    private func spread(along direction: [Scalar], into spread: inout [Scalar]) {
        direction.withUnsafeBufferPointer { direction in
            spread.withUnsafeMutableBufferPointer { spread in
                covariance.withView { $0.multiplySymmetric(direction, into: spread) }
            }
        }
    }

    /// Learns from several scores at once: the block form of the update, at the joint mode.
    ///
    /// Equal to one-by-one updates only for small steps: both approximate, and the block forgets no order.
    ///
    /// - Parameters:
    ///   - directions: B x K, a row of the Q-matrix per score.
    ///   - easiness: B.
    ///   - evidence: B.
    /// - Throws: ``NotPositiveDefinite`` if the covariance was not one; the belief is then unchanged.
    public mutating func update(
        along directions: Matrix<Scalar>, easiness: [Double], evidence: [ScoreEvidence]
    ) throws(NotPositiveDefinite) {
        let block = directions.rows
        precondition(
            directions.columns == count && easiness.count == block && evidence.count == block,
            "\(directions.rows) x \(directions.columns) directions, \(easiness.count) easinesses and "
                + "\(evidence.count) scores for \(count) skills")
        guard block > 0, count > 0 else { return }
        // G = A V, in the belief's precision; S = G A', in Double, because it is factorised.
        var gain = Matrix<Scalar>(rows: block, columns: count)
        gain.withMutableView { gain in
            directions.withView { a in covariance.withView { v in gain.assignProduct(a, v) } }
        }
        var spread = Matrix<Double>(rows: block, columns: block)
        let wideGain = gain.converted(to: Double.self)
        let wideDirections = directions.converted(to: Double.self)
        spread.withMutableView { spread in
            wideGain.withView { g in wideDirections.withView { a in spread.assignProduct(g, a, second: .transposed) } }
        }
        var center = easiness
        for j in 0..<block {
            for k in 0..<count { center[j] += Double(directions[j, k]) * Double(mean[k]) }
        }
        var solver = BlockPosterior(capacity: block)
        try solver.solve(center: center, spread: spread, evidence: evidence)

        // m += G' dual, V -= (L^-1 W^1/2 G)' (L^-1 W^1/2 G).
        var scaled = wideGain
        solver.whiten(&scaled)
        for j in 0..<block {
            let dual = Scalar(solver.dual[j])
            for k in 0..<count { mean[k] += gain[j, k] * dual }
        }
        let narrow = scaled.converted(to: Scalar.self)
        covariance.withMutableView { v in
            narrow.withView { v.assignSymmetricProduct($0, .transposed, triangle: .lower, alpha: -1, beta: 1) }
            v.mirror(from: .lower)
        }
    }
}
