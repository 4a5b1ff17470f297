/// Weights on a belief's coordinates: the shared factors first, then a few touched skills.
package struct Direction: Sendable, Equatable {
    /// A weight per factor.
    package var factors: [Double]
    /// Coordinates of touched skills, and their weights.
    package var places: [Int] = []
    package var weights: [Double] = []

    package init(factors: [Double]) { self.factors = factors }

    /// Calls `body` with each coordinate that has a weight.
    @inline(__always)
    func visit(_ body: (Int, Double) -> Void) {
        for factor in factors.indices { body(factor, factors[factor]) }
        for index in places.indices { body(places[index], weights[index]) }
    }
}
