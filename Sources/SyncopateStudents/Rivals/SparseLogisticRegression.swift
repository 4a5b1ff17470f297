import RealModule
import Syncopate

/// Logistic regression with many features of which each row has few, and a penalty on the squares of the weights.
///
/// What is minimised is `sum_i (log(1 + e^eta_i) - y_i eta_i) + sum_j w_j^2 / (2 strength)` with
/// `eta_i = intercept + x_i . w`; the intercept goes unpenalised. That is scikit-learn's `LogisticRegression` with
/// `C = strength`, but for targets, which may be any share in 0...1.
struct SparseLogisticRegression: Sendable {
    /// Log-odds of a row without entries.
    let intercept: Double
    /// One weight per column.
    let weights: [Double]
    /// How the fit went.
    let outcome: LimitedMemoryBFGS.Outcome

    /// - Parameters:
    ///   - rows: the features.
    ///   - targets: one score in 0...1 per row.
    ///   - strength: inverse of the penalty; above zero.
    ///   - optimiser: its gradient tolerance is for the sum over rows, in the scaled variables; see the source.
    init(
        fitting rows: SparseRows, targets: [Double], strength: Double = 1,
        optimiser: LimitedMemoryBFGS = LimitedMemoryBFGS(gradientTolerance: 1e-4)
    ) {
        let columns = rows.columns
        let penalty = 1 / strength
        // The search is for u = w / scale with the scale from the diagonal of the Hessian at even odds, so that a
        // column of hundreds of attempts and one with three ones are of one size. The minimum is the same.
        var scales = [Double](repeating: penalty, count: columns + 1)
        for entry in rows.column.indices {
            scales[Int(rows.column[entry])] += 0.25 * rows.value[entry] * rows.value[entry]
        }
        scales[columns] = max(0.25 * Double(rows.count), 1)
        for index in scales.indices { scales[index] = 1 / scales[index].squareRoot() }

        // The scales go into the entries once, instead of into every evaluation.
        let values = rows.column.indices.map { rows.value[$0] * scales[Int(rows.column[$0])] }
        let penalties = scales.indices.map { $0 < columns ? penalty * scales[$0] * scales[$0] : 0 }
        let outcome = optimiser.minimise(from: [Double](repeating: 0, count: columns + 1)) { point, gradient in
            Self.loss(
                rows: rows, values: values, targets: targets, penalties: penalties, interceptScale: scales[columns],
                point: point, gradient: gradient)
        }
        self.outcome = outcome
        intercept = outcome.point[columns] * scales[columns]
        weights = (0..<columns).map { outcome.point[$0] * scales[$0] }
    }

    /// The expected target of each row.
    func predictions(_ rows: SparseRows) -> [Double] {
        (0..<rows.count).map { row in
            var eta = intercept
            for entry in rows.starts[row]..<rows.starts[row + 1] {
                eta += rows.value[entry] * weights[Int(rows.column[entry])]
            }
            return Logistic.probability(eta)
        }
    }

    /// The penalised loss and its gradient; the last variable is the intercept.
    static func loss(
        rows: SparseRows, values: [Double], targets: [Double], penalties: [Double], interceptScale: Double,
        point: UnsafeBufferPointer<Double>, gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        let last = rows.columns
        var loss = 0.0
        for index in 0...last {
            gradient[index] = penalties[index] * point[index]
            loss += 0.5 * gradient[index] * point[index]
        }
        rows.starts.withUnsafeBufferPointer { starts in
            rows.column.withUnsafeBufferPointer { column in
                values.withUnsafeBufferPointer { values in
                    for row in targets.indices {
                        var eta = interceptScale * point[last]
                        for entry in starts[row]..<starts[row + 1] { eta += values[entry] * point[Int(column[entry])] }
                        // One exponential serves the loss and its slope.
                        let tail = Double.exp(-abs(eta))
                        loss += max(eta, 0) + Double.log(onePlus: tail) - targets[row] * eta
                        let residual = (eta >= 0 ? 1 : tail) / (1 + tail) - targets[row]
                        for entry in starts[row]..<starts[row + 1] {
                            gradient[Int(column[entry])] += residual * values[entry]
                        }
                        gradient[last] += interceptScale * residual
                    }
                }
            }
        }
        return loss
    }
}
