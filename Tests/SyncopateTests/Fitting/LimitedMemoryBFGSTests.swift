import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct LimitedMemoryBFGSTests {
    /// Rosenbrock (1960) in pairs of variables: a curved valley with its minimum of nought where all are one.
    static func rosenbrock(_ point: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>)
        -> Double
    {
        var value = 0.0
        for index in stride(from: 0, to: point.count, by: 2) {
            let (x, y) = (point[index], point[index + 1])
            let off = y - x * x
            value += 100 * off * off + (1 - x) * (1 - x)
            gradient[index] = -400 * x * off - 2 * (1 - x)
            gradient[index + 1] = 200 * off
        }
        return value
    }

    @Test(arguments: [2, 10, 200]) func findsTheEndOfTheValley(count: Int) {
        let start = (0..<count).map { $0 % 2 == 0 ? -1.2 : 1 }
        let optimiser = LimitedMemoryBFGS(gradientTolerance: 1e-8, decreaseTolerance: 0)
        let outcome = optimiser.minimise(from: start, Self.rosenbrock)
        #expect(outcome.reason == .gradientIsFlat)
        #expect(outcome.point.allSatisfy { abs($0 - 1) < 1e-7 })
        #expect(outcome.value < 1e-14)
        // SciPy 1.17.1's L-BFGS-B takes 38 iterations from here with two variables.
        #expect(outcome.iterations < 60)
    }

    /// The second difference matrix with ones on the right: x_i = i (n + 1 - i) / 2, as the sum of a parabola.
    @Test func solvesAQuadratic() {
        let count = 20
        let optimiser = LimitedMemoryBFGS(gradientTolerance: 1e-9, decreaseTolerance: 1e-15)
        let outcome = optimiser.minimise(from: [Double](repeating: 0, count: count)) { point, gradient in
            var value = 0.0
            for index in 0..<count {
                let product =
                    2 * point[index] - (index > 0 ? point[index - 1] : 0)
                    - (index + 1 < count ? point[index + 1] : 0)
                gradient[index] = product - 1
                value += point[index] * (product / 2 - 1)
            }
            return value
        }
        #expect(outcome.reason.isConverged)
        for index in 0..<count {
            #expect(abs(outcome.point[index] - Double((index + 1) * (count - index)) / 2) < 1e-4)
        }
    }

    @Test func saysWhyItEnded() {
        let start = [-1.2, 1.0]
        let short = LimitedMemoryBFGS(iterations: 3).minimise(from: start, Self.rosenbrock)
        #expect(short.reason == .iterationsAreSpent && short.iterations == 3)
        #expect(short.value < 24.2)
        #expect(LimitedMemoryBFGS(iterations: 0).minimise(from: start, Self.rosenbrock).point == start)

        let coarse = LimitedMemoryBFGS(gradientTolerance: 0, decreaseTolerance: 1e-3)
        #expect(coarse.minimise(from: start, Self.rosenbrock).reason == .decreaseIsSmall)

        let there = LimitedMemoryBFGS().minimise(from: [1, 1], Self.rosenbrock)
        #expect(there.reason == .gradientIsFlat && there.iterations == 0 && there.evaluations == 1)

        let lost = LimitedMemoryBFGS().minimise(from: [1]) { point, gradient in
            gradient[0] = .nan
            return point[0]
        }
        #expect(lost.reason == .notFinite && lost.point == [1])

        // A gradient of the wrong sign: nothing goes down, and the start stands.
        let wrong = LimitedMemoryBFGS().minimise(from: [3]) { point, gradient in
            gradient[0] = -2 * point[0]
            return point[0] * point[0]
        }
        #expect(wrong.reason == .noStepGoesDown && wrong.point == [3])

        let nothing = LimitedMemoryBFGS().minimise(from: []) { _, _ in 5 }
        #expect(nothing.reason == .gradientIsFlat && nothing.value == 5)
    }

    /// x - log x from far below its minimum of one, where the first steps lead out of the domain.
    @Test func comesBackFromOutsideTheDomain() {
        for start in [1e-3, 0.5, 40] {
            let outcome = LimitedMemoryBFGS(gradientTolerance: 1e-9, decreaseTolerance: 0).minimise(from: [start]) {
                point, gradient in
                gradient[0] = 1 - 1 / point[0]
                return point[0] > 0 ? point[0] - log(point[0]) : .nan
            }
            #expect(abs(outcome.point[0] - 1) < 1e-6, "from \(start): \(outcome)")
        }
    }

    @Test func theSameBitsTwice() {
        let start = (0..<50).map { Double($0 % 7) - 3 }
        let once = LimitedMemoryBFGS(memory: 5).minimise(from: start, Self.rosenbrock)
        let again = LimitedMemoryBFGS(memory: 5).minimise(from: start, Self.rosenbrock)
        #expect(once == again)
    }

    @Test func anyMemoryWillDo() {
        for memory in [-1, 0, 1, 2, 30] {
            let optimiser = LimitedMemoryBFGS(memory: memory, gradientTolerance: 1e-8, decreaseTolerance: 0)
            let outcome = optimiser.minimise(from: [-1.2, 1, 0, 3], Self.rosenbrock)
            #expect(outcome.point.allSatisfy { abs($0 - 1) < 1e-6 }, "memory \(memory)")
        }
    }

    /// The secant equation: the inverse Hessian takes the last change of the gradient to the last step
    /// (Nocedal & Wright 2006, eq. 6.6). It holds however many pairs came before.
    @Test func theMemoryTakesTheLastChangeToTheLastStep() {
        var generator = SeededGenerator(seed: 11)
        var memory = CurvatureMemory(capacity: 4, dimension: 9)
        let origin = [Double](repeating: 0, count: 9)
        for _ in 0..<11 {
            let step = (0..<9).map { _ in generator.normal() }
            let change = step.indices.map { (1 + Double($0)) * step[$0] + 0.1 * step[8 - $0] }
            memory.insert(from: origin, origin, to: step, change)
            var direction = origin
            memory.descend(change, into: &direction)
            for index in step.indices { #expect(abs(direction[index] + step[index]) < 1e-10) }
        }
        // Without positive curvature a pair is not taken in.
        var empty = CurvatureMemory(capacity: 4, dimension: 2)
        empty.insert(from: [0, 0], [0, 0], to: [1, 1], [-1, -1])
        #expect(empty.isEmpty)
    }

    /// Both strong Wolfe conditions on random quartics with several dips.
    @Test func stepsSatisfyWolfe() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let (a, b, c) = (generator.normal(), generator.normal(), generator.uniform() + 0.1)
            func function(_ x: Double) -> Double { c * x * x * x * x + a * x * x * x + b * sin(3 * x) - 2 * x }
            func slope(_ x: Double) -> Double { 4 * c * x * x * x + 3 * a * x * x + 3 * b * cos(3 * x) - 2 }
            guard slope(0) < -0.5 else { continue }
            let first = 0.01 + 10 * generator.uniform()
            var last = Double.nan
            let search = WolfeSearch()
            let step = search.step(value: function(0), slope: slope(0), first: first) {
                last = $0
                return (function($0), slope($0))
            }
            guard let step else {
                Issue.record("no step for \(a) \(b) \(c)")
                continue
            }
            #expect(step.length == last && step.value == function(last))
            #expect(step.value <= function(0) + search.decrease * step.length * slope(0))
            #expect(abs(step.slope) <= -search.steepness * slope(0))
        }
        #expect(WolfeSearch().step(value: 0, slope: 1, first: 1) { ($0, 1) } == nil)
    }
}
