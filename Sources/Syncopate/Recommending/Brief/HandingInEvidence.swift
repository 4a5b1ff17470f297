import RealModule

/// How probable what one learner handed in is, under a rate that stayed and under one that fell.
///
/// Where all pieces are as usual, that is the beta-binomial `B(a + came, b + missed) / B(a, b)`. A piece that others left
/// out as well has odds below the rate's own; the rate is then integrated over by the trapezoid rule along its log-odds,
/// whose error for an integrand that is analytic in the strip `|Im x| < pi` is of the order of `e^(-2 pi^2 / step)`
/// (Trefethen & Weideman 2014).
struct HandingInEvidence {
    private let came: [Bool]
    private let prior: (a: Double, b: Double)
    private let quiet: (a: Double, b: Double)
    /// Log-odds of the rate; empty where the beta-binomial does.
    private var grid: [Double] = []
    /// Per grid point, sums of the pieces' log-likelihoods before each piece, and after the last.
    private var sums: [[Double]] = []

    private static let step = 0.25
    /// Logarithm down to which tails are followed.
    private static let tail = 36.0

    /// - Parameters:
    ///   - came: what came, in the order of time.
    ///   - odds: of each piece, relative to the rate's; above 0, at most 1.
    ///   - prior: beta parameters of the rate as it was.
    ///   - quiet: beta parameters of the rate of somebody who has gone quiet.
    init(came: [Bool], odds: [Double], prior: (a: Double, b: Double), quiet: (a: Double, b: Double)) {
        self.came = came
        self.prior = prior
        self.quiet = quiet
        guard odds.contains(where: { $0 < 1 }) else { return }
        // The integrand falls off as e^(ax) to the left and as e^(-bx) to the right, beyond where odds below 1 shift it.
        let shifts = odds.map { Double.log(min(max($0, 1e-9), 1)) }
        let furthest = shifts.reduce(0) { max($0, -$1) }
        let from = -Int((Self.tail / min(prior.a, quiet.a) / Self.step).rounded(.up))
        let to = Int(((Self.tail / min(prior.b, quiet.b) + furthest) / Self.step).rounded(.up))
        grid = (from...to).map { Double($0) * Self.step }
        sums = grid.map { x in
            var row = [0.0]
            for (came, shift) in zip(came, shifts) {
                row.append((row.last ?? 0) - Logistic.softplus(came ? -x - shift : x + shift))
            }
            return row
        }
    }

    /// Log-probability under a rate that stayed.
    var stayed: Double { log(0..<came.count, prior) }

    /// Log-probability under a rate that fell for the latest pieces.
    func fell(latest: Int) -> Double {
        let cut = max(came.count - latest, 0)
        return log(0..<cut, prior) + log(cut..<came.count, quiet)
    }

    private func log(_ range: Range<Int>, _ beta: (a: Double, b: Double)) -> Double {
        guard !grid.isEmpty else {
            let hits = Double(came[range].count { $0 })
            return logBeta(beta.a + hits, beta.b + Double(range.count) - hits) - logBeta(beta.a, beta.b)
        }
        let values = zip(grid, sums).map { x, row in
            row[range.upperBound] - row[range.lowerBound] - beta.a * Logistic.softplus(-x)
                - beta.b * Logistic.softplus(x)
        }
        let peak = values.max() ?? 0
        let sum = values.reduce(0) { $0 + Double.exp($1 - peak) }
        return peak + Double.log(sum * Self.step) - logBeta(beta.a, beta.b)
    }

    private func logBeta(_ a: Double, _ b: Double) -> Double {
        Double.logGamma(a) + Double.logGamma(b) - Double.logGamma(a + b)
    }
}
