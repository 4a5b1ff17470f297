import RealModule

/// Gauss-Hermite quadrature: nodes and weights for integrals against a normal density.
///
/// Scaled to the standard normal ("probabilists'" form), so that for Z ~ N(0, 1)
/// `E f(Z) = sum weights[k] f(nodes[k])`, exact for polynomials of degree below `2 count`.
public struct GaussHermite: Sendable {
    /// Points on the standard normal's scale, ascending and symmetric about zero.
    public let nodes: [Double]
    /// Weights, which sum to one.
    public let weights: [Double]

    /// Finds the nodes by Newton's method on the orthonormal Hermite recurrence (Golub & Welsch 1969 give the
    /// eigenvalue form; the recurrence with deflated starting values is in Press et al. 2007, section 4.6).
    ///
    /// - Parameter count: number of nodes, held to 1...128: beyond that the outer weights underflow.
    public init(count: Int) {
        let n = min(max(count, 1), 128)
        var nodes = [Double](repeating: 0, count: n)
        var weights = [Double](repeating: 0, count: n)
        let size = Double(n)
        var z = 0.0
        for i in 0..<((n + 1) / 2) {
            switch i {
            case 0: z = (2 * size + 1).squareRoot() - 1.85575 * Double.pow(2 * size + 1, -1.0 / 6)
            case 1: z -= 1.14 * Double.pow(size, 0.426) / z
            case 2: z = 1.86 * z - 0.86 * nodes[0]
            case 3: z = 1.91 * z - 0.91 * nodes[1]
            default: z = 2 * z - nodes[i - 2]
            }
            var slope = 1.0
            for _ in 0..<50 {
                var current = 0.7511255444649425  // pi^(-1/4), the norm of the zeroth polynomial
                var previous = 0.0
                for j in 0..<n {
                    let before = previous
                    previous = current
                    current =
                        z * (2 / Double(j + 1)).squareRoot() * previous
                        - (Double(j) / Double(j + 1)).squareRoot() * before
                }
                slope = (2 * size).squareRoot() * previous
                let step = current / slope
                z -= step
                if abs(step) < 1e-15 * max(1, abs(z)) { break }
            }
            // Largest first: the starting values above extrapolate from the two before.
            nodes[i] = z
            nodes[n - 1 - i] = -z
            weights[i] = 2 / (slope * slope)
            weights[n - 1 - i] = weights[i]
        }
        if n % 2 == 1 { nodes[n / 2] = 0 }
        let total = weights.reduce(0, +)
        self.nodes = nodes.reversed().map { $0 * 2.0.squareRoot() }
        self.weights = weights.reversed().map { $0 / total }
    }
}
