import Matrices

/// Takes one learner of a class from the shared prior to their own belief: the block update, along touched directions.
///
/// A workspace with room for the learner who touches most, used for all of them without allocating. Its shapes depend
/// on the learner alone, so a learner's figures do not change with who else is in the file.
struct LearnerSolver {
    /// Weights below this are held to it, so that a working response stays finite at certain success.
    static let leastWeight = 0.01
    /// Most a log-odds moves in one step, logits.
    static let longestStep = 1.0

    private let design: ResponseDesign
    private let surpriseLimit: Double
    /// Directions the current learner touches.
    private(set) var touched: [Int] = []
    /// Per touched direction: summed weight, summed residual.
    private var weights: [Double]
    private var residuals: [Double]
    private var right: [Double]
    private var work: [Double]
    private var dual: [Double]
    private var factor: Matrix<Double>
    private var gain: Matrix<Double>
    /// Posterior means of the skills, K.
    private(set) var skills: [Double]
    private var next: [Double]

    init(design: ResponseDesign, surpriseLimit: Double) {
        self.design = design
        self.surpriseLimit = surpriseLimit
        var most = 0
        for learner in 0..<design.learnerCount {
            var count = 0
            var last = -1
            for observation in design.observations(of: learner) {
                let direction = design.directionOfItem[Int(design.items[observation])]
                if direction != last { count += 1 }
                last = direction
            }
            most = max(most, count)
        }
        let empty = [Double](repeating: 0, count: most)
        (weights, residuals, right, work, dual) = (empty, empty, empty, empty, empty)
        factor = Matrix(rows: most, columns: most)
        gain = Matrix(rows: most, columns: max(design.directions.count, design.skills.count))
        skills = [Double](repeating: 0, count: design.skills.count)
        next = skills
        touched.reserveCapacity(most)
    }

    /// Finds a learner's posterior mode by damped Newton steps from `start`.
    ///
    /// - Parameters:
    ///   - start: skills to start from; `nil` starts at the class's mean.
    ///   - steps: most steps to take; fewer if a step moves nothing by more than 1e-6.
    /// - Throws: ``NotPositiveDefinite`` if the model's covariance is none.
    mutating func solve(
        learner: Int, model: ClassModel, start: ArraySlice<Double>? = nil, steps: Int
    ) throws(NotPositiveDefinite) {
        let observations = design.observations(of: learner)
        touched.removeAll(keepingCapacity: true)
        for observation in observations {
            let direction = design.directionOfItem[Int(design.items[observation])]
            if touched.last != direction { touched.append(direction) }
        }
        if let start, start.count == skills.count {
            for (k, value) in start.enumerated() { skills[k] = value }
        } else {
            for k in skills.indices { skills[k] = model.mean[k] }
        }
        guard !touched.isEmpty else { return }
        for _ in 0..<max(steps, 1) {
            try factorise(observations, model: model)
            if step(model: model) < 1e-6 { break }
        }
    }

    /// Takes the learner's reduction of the skills' covariance from the lower triangle of a K x K matrix, and gives the
    /// posterior variance along every direction, D.
    mutating func subtractReduction(
        from covariance: inout Matrix<Double>, variances: inout [Double], model: ClassModel
    ) {
        let (count, width) = (touched.count, design.skills.count)
        self.variances(model: model, into: &variances)
        guard count > 0 else { return }
        // Where every direction is a skill, the variances have just left the same rows behind.
        if design.directions.count != width { whiten(model.directionSkillCovariance, width: width) }
        covariance.withMutableView { target in
            gain.withView {
                target.assignSymmetricProduct(
                    $0.leading(rows: count, columns: width), .transposed, triangle: .lower, alpha: -1, beta: 1)
            }
        }
    }

    /// Posterior variance along every direction, D, at the point of the last step.
    mutating func variances(model: ClassModel, into variances: inout [Double]) {
        let (count, width) = (touched.count, design.directions.count)
        for d in 0..<width { variances[d] = model.directionCovariance[d, d] }
        guard count > 0 else { return }
        whiten(model.directionCovariance, width: width)
        gain.withView { gain in
            for a in 0..<count {
                let row = gain.row(a)
                for d in 0..<width { variances[d] -= row[d] * row[d] }
            }
        }
        for d in 0..<width { variances[d] = max(variances[d], 0) }
    }

    /// Gathers the touched rows of `source` and solves: `L^-1 W^1/2 source`.
    private mutating func whiten(_ source: Matrix<Double>, width: Int) {
        let count = touched.count
        let roots = weights
        let rows = touched
        gain.withMutableView { gain in
            source.withView { source in
                for a in 0..<count {
                    let (target, from) = (gain.row(a), source.row(rows[a]))
                    for k in 0..<width { target[k] = roots[a] * from[k] }
                }
            }
            factor.withView { $0.leading(count).solveTriangular(gain.leading(rows: count, columns: width)) }
        }
    }

    /// Linearises every score at the current skills and factorises `I + W^1/2 S W^1/2`.
    ///
    /// A score that surprises by more than the limit counts for fewer trials, so that one forgotten upload does not
    /// overturn a term of work. After this `weights` holds square roots.
    private mutating func factorise(_ observations: Range<Int>, model: ClassModel) throws(NotPositiveDefinite) {
        var place = -1
        var last = -1
        var center = 0.0
        for observation in observations {
            let item = Int(design.items[observation])
            let direction = design.directionOfItem[item]
            if direction != last {
                place += 1
                last = direction
                weights[place] = 0
                residuals[place] = 0
                center = design.directions[direction].reduce(0) { $0 + $1.weight * skills[$1.skill] }
                work[place] = center - model.mean(along: design.directions[direction])
            }
            let p = Logistic.probability(center + model.easiness[item])
            let weight = max(p * (1 - p), Self.leastWeight)
            let residual = design.scores[observation] - p
            var trials = model.trials[item]
            let surprise = abs(residual) * (trials / weight).squareRoot()
            if surprise > surpriseLimit { trials *= surpriseLimit / surprise }
            weights[place] += trials * weight
            residuals[place] += trials * residual
        }
        let count = touched.count
        for a in 0..<count {
            right[a] = weights[a] * work[a] + residuals[a]
            weights[a] = weights[a].squareRoot()
        }
        let (roots, rows) = (weights, touched)
        try factor.withMutableView { (view) throws(NotPositiveDefinite) in
            let leading = view.leading(count)
            model.directionCovariance.withView { spread in
                for a in 0..<count {
                    let (target, from) = (leading.row(a), spread.row(rows[a]))
                    for b in 0...a { target[b] = roots[a] * roots[b] * from[rows[b]] }
                    target[a] += 1
                }
            }
            try leading.factoriseCholesky()
        }
    }

    /// One Newton step in dual form; returns the largest move of a skill.
    private mutating func step(model: ClassModel) -> Double {
        let count = touched.count
        let width = skills.count
        // dual = right - W^1/2 B^-1 W^1/2 S right.
        model.directionCovariance.withView { spread in
            for a in 0..<count {
                let row = spread.row(touched[a])
                var sum = 0.0
                for b in 0..<count { sum += row[touched[b]] * right[b] }
                work[a] = weights[a] * sum
            }
        }
        work.withUnsafeMutableBufferPointer { buffer in
            let leading = UnsafeMutableBufferPointer(rebasing: buffer[0..<count])
            factor.withView { $0.leading(count).solveFactored(leading) }
        }
        for a in 0..<count { dual[a] = right[a] - weights[a] * work[a] }
        // skills = mean + G' dual, each held to the longest step.
        var moved = 0.0
        for k in 0..<width { next[k] = model.mean[k] }
        model.directionSkillCovariance.withView { gain in
            for a in 0..<count {
                let (row, factor) = (gain.row(touched[a]), dual[a])
                for k in 0..<width { next[k] += factor * row[k] }
            }
        }
        for k in 0..<width {
            let move = min(max(next[k] - skills[k], -Self.longestStep), Self.longestStep)
            skills[k] += move
            moved = max(moved, abs(move))
        }
        return moved
    }
}
