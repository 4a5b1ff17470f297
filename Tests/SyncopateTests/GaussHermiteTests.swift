import Foundation
import Testing

@testable import Syncopate

struct GaussHermiteTests {
    /// Abramowitz & Stegun (1964), table 25.10: positive nodes and weights for the weight function e^(-x^2). A normal
    /// variable is `sqrt(2) x`, and the weights are divided by `sqrt(pi)`. The table has 12 to 13 significant digits.
    @Test(arguments: [
        (2, [(0.707106781186548, 0.8862269254528)]),
        (3, [(0, 1.181635900604), (1.224744871391589, 0.2954089751509)]),
        (
            5,
            [
                (0, 0.9453087204829), (0.958572464613819, 0.3936193231522), (2.020182870456086, 0.01995324205905),
            ]
        ),
        (
            10,
            [
                (0.342901327223705, 0.6108626337353), (1.036610829789514, 0.2401386110823),
                (1.756683649299882, 0.03387439445548), (2.532731674232790, 0.001343645746781),
                (3.436159118837738, 0.000007640432855233),
            ]
        ),
    ])
    func nodesAndWeightsAreThePublishedOnes(count: Int, published: [(node: Double, weight: Double)]) {
        let rule = GaussHermite(count: count)
        #expect(rule.nodes.count == count && rule.weights.count == count)
        for (place, (node, weight)) in published.enumerated() {
            let position = count / 2 + place
            #expect(abs(rule.nodes[position] - 2.0.squareRoot() * node) < 1e-14 * max(1, node))
            #expect(abs(rule.weights[position] / (weight / Double.pi.squareRoot()) - 1) < 1e-12)
            #expect(rule.nodes[count - 1 - position] == -rule.nodes[position])
            #expect(rule.weights[count - 1 - position] == rule.weights[position])
        }
    }

    @Test(arguments: 1...128)
    func polynomialsBelowTwiceTheCountAreExact(count: Int) {
        let rule = GaussHermite(count: count)
        #expect(abs(rule.weights.reduce(0, +) - 1) < 1e-14)
        for position in 1..<max(count, 1) { #expect(rule.nodes[position] > rule.nodes[position - 1]) }
        #expect(rule.weights.allSatisfy { $0 > 0 })
        // E Z^(2m) = (2m - 1)!!, all terms positive: a node wrong by one unit in the last place costs 2m units.
        // In units of ten deviations, so that the highest powers do not overflow.
        var moment = 1.0
        for half in 0..<count {
            if half > 0 { moment *= Double(2 * half - 1) / 100 }
            let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0 / 10, Double(2 * half)) }
            #expect(abs(sum / moment - 1) < 1e-14 * Double(20 + 8 * half))
            let odd = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0 / 10, Double(2 * half + 1)) }
            #expect(abs(odd) <= 1e-14 * Double(20 + 8 * half) * moment * Double(2 * half + 1))
        }
    }

    /// One degree further it is wrong by exactly n!, the norm of the n-th polynomial: the rule has no hidden extra node.
    @Test(arguments: 1...10)
    func theNextEvenMomentFallsShortByTheFactorial(count: Int) {
        let rule = GaussHermite(count: count)
        let moment = stride(from: 2 * count - 1, through: 1, by: -2).reduce(1.0) { $0 * Double($1) }
        let factorial = (1...count).reduce(1.0) { $0 * Double($1) }
        let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0, Double(2 * count)) }
        #expect(abs(moment - sum - factorial) < 1e-12 * moment)
    }

    @Test func theNormalsCharacteristicFunction() {
        let rule = GaussHermite(count: 24)
        for step in 0...30 {
            let t = Double(step) / 10
            let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * cos(t * $1.0) }
            // The remainder is at most n! t^(2n) / (2n)! (Abramowitz & Stegun 25.4.46): 1e-15 for t up to 3.
            #expect(abs(sum - exp(-t * t / 2)) < 2e-14)
        }
    }

    @Test func theCountIsHeldToItsRange() {
        #expect(GaussHermite(count: 0).nodes == [0] && GaussHermite(count: 0).weights == [1])
        #expect(GaussHermite(count: -7).nodes.count == 1)
        #expect(GaussHermite(count: 4_000).nodes.count == 128)
    }
}
