import Matrices

/// The joint mode of several log-odds given their scores, with the factor that shrinks a covariance there.
///
/// Newton's method in the dual form that needs no inverse of the prior (Rasmussen & Williams 2006, algorithm 3.1), so
/// a singular prior spread (20 columns on 6 skills) is no trouble. A workspace: made once for the largest block, used
/// for many learners without allocating.
struct BlockPosterior {
    private let capacity: Int
    /// Cholesky factor of `I + W^1/2 S W^1/2` at the mode, in the leading block.
    private var factor: Matrix<Double>
    /// What the mode adds to the log-odds in units of their prior spread: `eta = center + S dual`. At the mode it equals
    /// the residuals `n (y - p)`, but where the prior is wide only the dual has the digits that say where the mode is.
    private(set) var dual: [Double]
    private var residuals: [Double]
    /// Square roots of `n p (1 - p)` at the mode.
    private var rootWeights: [Double]
    private var count = 0
    private var eta: [Double]
    private var right: [Double]
    private var trial: [Double]
    private var trialEta: [Double]

    /// Room for blocks of up to `capacity` scores.
    init(capacity: Int) {
        let room = max(capacity, 0)
        self.capacity = room
        factor = Matrix(rows: room, columns: room)
        residuals = [Double](repeating: 0, count: room)
        rootWeights = residuals
        eta = residuals
        dual = residuals
        right = residuals
        trial = residuals
        trialEta = residuals
    }

    /// Finds the mode.
    ///
    /// - Parameters:
    ///   - center: prior means of the log-odds, easiness included; at most `capacity`.
    ///   - spread: their prior covariance, in the leading block of a matrix at least that large; both triangles.
    ///   - evidence: the scores.
    /// - Throws: ``NotPositiveDefinite`` if the spread is no covariance.
    mutating func solve(
        center: [Double], spread: Matrix<Double>, evidence: [ScoreEvidence]
    ) throws(NotPositiveDefinite) {
        count = center.count
        precondition(
            count <= capacity && evidence.count >= count && spread.rows >= count && spread.columns >= count,
            "a block of \(count) scores in room for \(capacity)")
        let n = count
        for j in 0..<n {
            eta[j] = center[j]
            dual[j] = 0
        }
        var objective = objective(center: center, evidence: evidence, dual: dual, eta: eta)
        for _ in 0..<100 {
            try factorise(spread: spread, evidence: evidence)
            // right = W (eta - center) + r; dual = right - W^1/2 B^-1 W^1/2 S right.
            for j in 0..<n {
                right[j] = rootWeights[j] * rootWeights[j] * (eta[j] - center[j]) + residuals[j]
            }
            multiply(spread, right, into: &trial)
            for j in 0..<n { trial[j] *= rootWeights[j] }
            trial.withUnsafeMutableBufferPointer { buffer in
                let leading = UnsafeMutableBufferPointer(rebasing: buffer[0..<n])
                factor.withView { $0.leading(n).solveFactored(leading) }
            }
            for j in 0..<n { right[j] -= rootWeights[j] * trial[j] }
            // Halve the step until the posterior does not fall: a full step can overshoot where the prior is wide.
            var step = 1.0
            var moved = 0.0
            while true {
                for j in 0..<n { trial[j] = dual[j] + step * (right[j] - dual[j]) }
                multiply(spread, trial, into: &trialEta)
                for j in 0..<n { trialEta[j] += center[j] }
                let value = self.objective(center: center, evidence: evidence, dual: trial, eta: trialEta)
                if value >= objective - 1e-12 * abs(objective) || step < 1e-6 {
                    moved = 0
                    for j in 0..<n {
                        moved = max(moved, abs(trialEta[j] - eta[j]))
                        eta[j] = trialEta[j]
                        dual[j] = trial[j]
                    }
                    objective = value
                    break
                }
                step /= 2
            }
            if !(moved > 1e-9) { break }
        }
        try factorise(spread: spread, evidence: evidence)
    }

    /// The first `count` rows of `gain` become `L^-1 W^1/2 gain`, so that `gain' gain` is what the covariance loses.
    func whiten(_ gain: inout Matrix<Double>) {
        gain.withMutableView { view in
            for j in 0..<count {
                let row = view.row(j)
                for k in row.indices { row[k] *= rootWeights[j] }
            }
            factor.withView { $0.leading(count).solveTriangular(view.leading(rows: count, columns: view.columns)) }
        }
    }

    /// Fills `residuals`, `rootWeights` and `factor` at the current `eta`.
    private mutating func factorise(spread: Matrix<Double>, evidence: [ScoreEvidence]) throws(NotPositiveDefinite) {
        let n = count
        for j in 0..<n {
            let p = Logistic.probability(eta[j])
            residuals[j] = evidence[j].trials * (evidence[j].score - p)
            rootWeights[j] = (evidence[j].trials * p * (1 - p)).squareRoot()
        }
        let roots = rootWeights
        try factor.withMutableView { (view) throws(NotPositiveDefinite) in
            let leading = view.leading(n)
            spread.withView { spread in
                for j in 0..<n {
                    let (target, source) = (leading.row(j), spread.row(j))
                    for k in 0...j { target[k] = roots[j] * roots[k] * source[k] }
                    target[j] += 1
                }
            }
            try leading.factoriseCholesky()
        }
    }

    private func multiply(_ spread: Matrix<Double>, _ x: [Double], into y: inout [Double]) {
        let n = count
        x.withUnsafeBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
                spread.withView {
                    $0.leading(n).multiplySymmetric(
                        UnsafeBufferPointer(rebasing: x[0..<n]), into: UnsafeMutableBufferPointer(rebasing: y[0..<n]))
                }
            }
        }
    }

    /// Log-likelihood less half the prior's quadratic form, `dual' (eta - center) / 2`.
    private func objective(center: [Double], evidence: [ScoreEvidence], dual: [Double], eta: [Double]) -> Double {
        var value = 0.0
        for j in 0..<count {
            value += evidence[j].logLikelihood(eta[j]) - 0.5 * dual[j] * (eta[j] - center[j])
        }
        return value
    }
}
