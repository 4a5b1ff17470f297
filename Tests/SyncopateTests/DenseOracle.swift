/// Dense linear algebra with loops over arrays of rows: slow, obvious, and without anything in common with the engine's
/// matrices.
enum DenseOracle {
    static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        a.map { row in
            b[0].indices.map { column in
                var sum = 0.0
                for k in row.indices { sum += row[k] * b[k][column] }
                return sum
            }
        }
    }

    static func product(_ a: [[Double]], _ x: [Double]) -> [Double] {
        a.map { row in
            var sum = 0.0
            for k in row.indices { sum += row[k] * x[k] }
            return sum
        }
    }

    static func dot(_ x: [Double], _ y: [Double]) -> Double {
        var sum = 0.0
        for k in x.indices { sum += x[k] * y[k] }
        return sum
    }

    static func transposed(_ a: [[Double]]) -> [[Double]] {
        a[0].indices.map { column in a.map { $0[column] } }
    }

    /// The inverse by Gauss and Jordan with row pivoting.
    static func inverse(_ a: [[Double]]) -> [[Double]] {
        let n = a.count
        var left = a
        var right = (0..<n).map { row in (0..<n).map { row == $0 ? 1.0 : 0 } }
        for column in 0..<n {
            let pivot = (column..<n).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
            left.swapAt(column, pivot)
            right.swapAt(column, pivot)
            let scale = left[column][column]
            for k in 0..<n {
                left[column][k] /= scale
                right[column][k] /= scale
            }
            for row in 0..<n where row != column {
                let factor = left[row][column]
                for k in 0..<n {
                    left[row][k] -= factor * left[column][k]
                    right[row][k] -= factor * right[column][k]
                }
            }
        }
        return right
    }

    /// `B B' / size + ridge I` of normal draws: positive definite, with correlations.
    static func covariance(_ size: Int, scale: Double, ridge: Double = 0.1, normal: () -> Double) -> [[Double]] {
        let factor = (0..<size).map { _ in (0..<size).map { _ in normal() } }
        let square = product(factor, transposed(factor))
        return square.indices.map { a in
            square.indices.map { b in scale * (square[a][b] / Double(size) + (a == b ? ridge : 0)) }
        }
    }

    /// Mode and covariance (inverse of the curvature) of `theta ~ N(mean, covariance)` given scores, by Newton's method
    /// on all of theta with explicit inverses; steps are halved until the log posterior rises.
    static func mode(
        mean: [Double], covariance: [[Double]], directions: [[Double]], easiness: [Double],
        scores: [(score: Double, trials: Double)], logistic: (Double) -> Double, softplus: (Double) -> Double
    ) -> (mean: [Double], covariance: [[Double]]) {
        let prior = inverse(covariance)
        let size = mean.count
        func value(_ theta: [Double]) -> Double {
            let away = zip(theta, mean).map { $0 - $1 }
            var total = -0.5 * dot(away, product(prior, away))
            for j in directions.indices {
                let eta = easiness[j] + dot(directions[j], theta)
                let (y, n) = scores[j]
                total -= n * (y * softplus(-eta) + (1 - y) * softplus(eta))
            }
            return total
        }
        func curvature(_ theta: [Double]) -> [[Double]] {
            var hessian = prior
            for j in directions.indices {
                let p = logistic(easiness[j] + dot(directions[j], theta))
                let weight = scores[j].trials * p * (1 - p)
                for a in 0..<size {
                    for b in 0..<size { hessian[a][b] += weight * directions[j][a] * directions[j][b] }
                }
            }
            return hessian
        }
        var theta = mean
        for _ in 0..<500 {
            var gradient = product(prior, zip(mean, theta).map { $0 - $1 })
            for j in directions.indices {
                let p = logistic(easiness[j] + dot(directions[j], theta))
                for k in 0..<size { gradient[k] += scores[j].trials * (scores[j].score - p) * directions[j][k] }
            }
            let step = product(inverse(curvature(theta)), gradient)
            let before = value(theta)
            var share = 1.0
            while share > 1e-12, value(zip(theta, step).map { $0 + share * $1 }) < before { share /= 2 }
            let next = zip(theta, step).map { $0 + share * $1 }
            let moved = zip(next, theta).reduce(0) { max($0, abs($1.0 - $1.1)) }
            if share > 1e-12 { theta = next }
            if moved < 1e-13 || share <= 1e-12 { break }
        }
        return (theta, inverse(curvature(theta)))
    }
}
