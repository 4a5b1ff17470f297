/// Finds a minimum of a smooth function of many variables from its values and gradients.
///
/// Limited-memory BFGS (Nocedal 1980; Nocedal & Wright 2006, algorithm 7.5): the inverse Hessian is never formed, but
/// applied from the last few steps by the two-loop recursion; step lengths satisfy the strong Wolfe conditions. The
/// defaults are those of L-BFGS-B (Zhu, Byrd, Lu & Nocedal 1997), so that figures compare with programs that use it.
/// Nothing is random and sums run in a fixed order: the same function and start give the same bits.
package struct LimitedMemoryBFGS: Sendable, Hashable {
    /// Writes the gradient at `point` into `gradient`, both of the length of the start, and returns the value. The
    /// gradient comes uninitialised in meaning: every entry must be written. Where the function is not defined, return
    /// infinity or NaN; the step is then shortened.
    package typealias Objective = (
        _ point: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double

    /// How many past steps make up the inverse Hessian; held to at least 1.
    package var memory: Int
    /// Most iterations, each of one or more evaluations.
    package var iterations: Int
    /// Largest absolute entry of the gradient at which a point counts as a minimum.
    package var gradientTolerance: Double
    /// Decrease of one iteration, relative to the larger of the value and 1, at or below which the search ends.
    package var decreaseTolerance: Double
    /// What a step length has to satisfy.
    package var search = WolfeSearch()

    package init(
        memory: Int = 10, iterations: Int = 1_000, gradientTolerance: Double = 1e-5, decreaseTolerance: Double = 2.2e-9
    ) {
        self.memory = memory
        self.iterations = iterations
        self.gradientTolerance = gradientTolerance
        self.decreaseTolerance = decreaseTolerance
    }

    /// Goes down from `start` until a reason to stop is met; never fails, the outcome says why it ended.
    ///
    /// The value of the outcome is never above that of the start. A start without a finite value or gradient is
    /// returned as it is, and so is an empty one.
    package func minimise(from start: [Double], _ objective: Objective) -> Outcome {
        let count = start.count
        var evaluations = 0
        func evaluate(_ point: [Double], _ gradient: inout [Double]) -> Double {
            evaluations += 1
            return point.withUnsafeBufferPointer { point in
                gradient.withUnsafeMutableBufferPointer { objective(point, $0) }
            }
        }

        var point = start
        var gradient = [Double](repeating: 0, count: count)
        var value = evaluate(point, &gradient)
        var trialPoint = point
        var trialGradient = gradient
        var direction = gradient
        var curvature = CurvatureMemory(capacity: max(memory, 1), dimension: count)
        var iteration = 0
        func outcome(_ reason: Reason) -> Outcome {
            Outcome(
                point: point, value: value, gradientNorm: Self.largest(gradient), iterations: iteration,
                evaluations: evaluations, reason: reason)
        }

        guard value.isFinite, gradient.allSatisfy(\.isFinite) else { return outcome(.notFinite) }
        while true {
            if Self.largest(gradient) <= gradientTolerance { return outcome(.gradientIsFlat) }
            if iteration >= iterations { return outcome(.iterationsAreSpent) }
            curvature.descend(gradient, into: &direction)
            var slope = Vectors.dot(gradient, direction)
            if !(slope < 0 && slope.isFinite) {
                // Rounding has spoilt the memory: steepest descent begins anew.
                curvature.removeAll()
                curvature.descend(gradient, into: &direction)
                slope = Vectors.dot(gradient, direction)
            }
            // Without a memory the direction has no scale of its own: a step of length one at most.
            let first = curvature.isEmpty ? min(1, 1 / (-slope).squareRoot()) : 1
            let step = search.step(value: value, slope: slope, first: first) { step in
                Vectors.add(step, direction, to: point, into: &trialPoint)
                let value = evaluate(trialPoint, &trialGradient)
                return (value, Vectors.dot(trialGradient, direction))
            }
            guard let step, trialGradient.allSatisfy(\.isFinite) else {
                if curvature.isEmpty { return outcome(.noStepGoesDown) }
                curvature.removeAll()
                continue
            }
            iteration += 1
            curvature.insert(from: point, gradient, to: trialPoint, trialGradient)
            let decrease = value - step.value
            let scale = max(abs(value), abs(step.value), 1)
            swap(&point, &trialPoint)
            swap(&gradient, &trialGradient)
            value = step.value
            if decrease <= decreaseTolerance * scale {
                return outcome(Self.largest(gradient) <= gradientTolerance ? .gradientIsFlat : .decreaseIsSmall)
            }
        }
    }

    private static func largest(_ gradient: [Double]) -> Double { gradient.reduce(0) { max($0, abs($1)) } }
}
