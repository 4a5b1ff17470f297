import Matrices

/// Takes one learner of a class from the shared prior to their own belief: the block update, along touched directions.
///
/// A workspace with room for the learner who touches most, used for all of them without allocating. Its shapes depend
/// on the learner alone, so a learner's figures do not change with who else is in the file.
///
/// `Scalar` is the precision of variances. Factorisations are in `Double`; single precision is good to 1e-6 of a variance
/// and halves the work of a large class, double keeps printed figures the same across processors.
struct LearnerSolver<Scalar: MatrixScalar> {
    /// Weights below this are held to it, so that a working response stays finite at certain success.
    static var leastWeight: Double { 0.01 }
    /// Most a log-odds moves in one step, logits.
    static var longestStep: Double { 1.0 }

    private let design: ResponseDesign
    private let surpriseLimit: Double
    /// Logits (root mean square) the skills may move before variances want a new factor: a tenth of a typical weight.
    static var refreshDistance: Double { 0.5 }

    private var movedSinceFactor = 0.0
    /// Directions the current learner touches.
    private(set) var touched: [Int] = []
    /// Per touched direction: summed weight at the last factor, its root, summed residual.
    private var weights: [Double]
    private var roots: [Double]
    private var residuals: [Double]
    private var right: [Double]
    private var work: [Double]
    private var dual: [Double]
    private var factor: Matrix<Double>
    /// The factor again, the covariances of the model, and their rows that the factor is applied to, in the precision of
    /// variances: the bulk of the work.
    private var scalarFactor: Matrix<Scalar>
    private var scalarCovariance = Matrix<Scalar>(rows: 0, columns: 0)
    private var scalarSkillCovariance = Matrix<Scalar>(rows: 0, columns: 0)
    private var gain: Matrix<Scalar>
    /// A vector over all directions, zero where untouched.
    private var scattered: [Double]
    private var product: [Double]
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
        (weights, roots, residuals, right, work, dual) = (empty, empty, empty, empty, empty, empty)
        factor = Matrix(rows: most, columns: most)
        scalarFactor = Matrix(rows: most, columns: most)
        scattered = [Double](repeating: 0, count: design.directions.count)
        product = scattered
        gain = Matrix(rows: most, columns: max(design.directions.count, design.skills.count))
        skills = [Double](repeating: 0, count: design.skills.count)
        next = skills
        touched.reserveCapacity(most)
    }

    /// Takes over a model's covariances; to be called whenever they have changed.
    mutating func adopt(_ model: ClassModel) {
        scalarCovariance = model.directionCovariance.converted(to: Scalar.self)
        // Where every direction is a skill the two are the same.
        if design.directions.count != design.skills.count {
            scalarSkillCovariance = model.directionSkillCovariance.converted(to: Scalar.self)
        }
    }

    /// Finds a learner's posterior mode by damped Newton steps from `start`.
    ///
    /// A step with the factor of an earlier point has the same fixed point, where the dual equals the residuals, so the
    /// factor is renewed only when a step did not halve the one before.
    ///
    /// - Parameters:
    ///   - start: skills to start from; `nil` starts where one general ability explains the scores best.
    ///   - steps: most steps to take; fewer if a step moves nothing by more than 1e-5 logits.
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
            startAlongGeneralAbility(observations, model: model)
        }
        guard !touched.isEmpty else { return }
        var previous = Double.infinity
        var isRenewing = true
        for _ in 0..<max(steps, 1) {
            linearise(observations, model: model, renewing: isRenewing)
            if isRenewing {
                try factorise(model: model)
                movedSinceFactor = 0
            }
            let moved = step(model: model)
            if moved < 1e-5 { break }
            isRenewing = !(moved < previous / 2)
            previous = moved
        }
    }

    /// Renews the factor for the variances, if the skills have moved since it was made; in a large class, if they have
    /// moved far.
    mutating func refresh(learner: Int, model: ClassModel) throws(NotPositiveDefinite) {
        guard !touched.isEmpty, movedSinceFactor > (design.isLarge ? Self.refreshDistance : 0) else { return }
        linearise(design.observations(of: learner), model: model, renewing: true)
        try factorise(model: model)
    }

    /// Sets the skills to the class's mean plus the general ability that fits the learner's scores: the direction in
    /// which all skills move together, one number, found by Newton's method.
    private mutating func startAlongGeneralAbility(_ observations: Range<Int>, model: ClassModel) {
        for k in skills.indices { skills[k] = model.mean[k] }
        guard !observations.isEmpty else { return }
        var ability = 0.0
        for _ in 0..<8 {
            var slope = -ability
            var curvature = 1.0
            var direction = -1
            var center = 0.0
            var loading = 0.0
            for observation in observations {
                let item = Int(design.items[observation])
                if design.directionOfItem[item] != direction {
                    direction = design.directionOfItem[item]
                    (center, loading) = (0, 0)
                    for (skill, weight) in design.directions[direction] {
                        center += weight * model.mean[skill]
                        loading += weight * model.generalLoading[skill]
                    }
                }
                let p = Logistic.probability(center + loading * ability + model.easiness[item])
                let trials = model.trials[item] * design.weight(of: observation)
                slope += trials * (design.scores[observation] - p) * loading
                curvature += trials * max(p * (1 - p), Self.leastWeight) * loading * loading
            }
            let move = min(max(slope / curvature, -1), 1)
            ability += move
            if abs(move) < 0.01 { break }
        }
        for k in skills.indices { skills[k] += ability * model.generalLoading[k] }
    }

    /// Takes the learner's reduction of the skills' covariance from the lower triangle of a K x K matrix, and gives the
    /// posterior variance along every direction, D.
    mutating func subtractReduction(
        from covariance: inout Matrix<Scalar>, variances: inout [Double], model: ClassModel
    ) {
        let (count, width) = (touched.count, design.skills.count)
        self.variances(model: model, into: &variances)
        guard count > 0 else { return }
        // Where every direction is a skill, the variances have just left the same rows behind.
        if design.directions.count != width { whiten(scalarSkillCovariance, width: width) }
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
        copyFactor()
        whiten(scalarCovariance, width: width)
        gain.withView { gain in
            for a in 0..<count {
                let row = gain.row(a)
                for d in 0..<width { variances[d] -= Double(row[d] * row[d]) }
            }
        }
        for d in 0..<width { variances[d] = max(variances[d], 0) }
    }

    /// Copies the factor to the precision of variances.
    private mutating func copyFactor() {
        let count = touched.count
        scalarFactor.withMutableView { target in
            factor.withView { source in
                for a in 0..<count {
                    let (to, from) = (target.row(a), source.row(a))
                    for b in a..<count { to[b] = Scalar(from[b]) }
                }
            }
        }
    }

    /// Gathers the touched rows of `source` and solves: `L^-1 W^1/2 source`.
    private mutating func whiten(_ source: Matrix<Scalar>, width: Int) {
        let count = touched.count
        let (roots, rows) = (roots, touched)
        gain.withMutableView { gain in
            source.withView { source in
                for a in 0..<count {
                    let (target, from) = (gain.row(a), source.row(rows[a]))
                    let root = Scalar(roots[a])
                    for k in 0..<width { target[k] = root * from[k] }
                }
            }
            scalarFactor.withView {
                $0.leading(count).solveTriangular(
                    gain.leading(rows: count, columns: width), triangle: .upper, orientation: .transposed)
            }
        }
    }

    /// Linearises every score at the current skills.
    ///
    /// A score that surprises by more than the limit counts for fewer trials, so that one forgotten upload does not
    /// overturn a term of work.
    ///
    /// - Parameter renewing: whether `weights` change with it; else those of the last factor stay.
    private mutating func linearise(_ observations: Range<Int>, model: ClassModel, renewing: Bool) {
        var place = -1
        var last = -1
        var center = 0.0
        for observation in observations {
            let item = Int(design.items[observation])
            let direction = design.directionOfItem[item]
            if direction != last {
                place += 1
                last = direction
                if renewing { weights[place] = 0 }
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
            trials *= design.weight(of: observation)
            if renewing { weights[place] += trials * weight }
            residuals[place] += trials * residual
        }
        for a in touched.indices {
            right[a] = weights[a] * work[a] + residuals[a]
            roots[a] = weights[a].squareRoot()
        }
    }

    /// Factorises `I + W^1/2 S W^1/2`.
    private mutating func factorise(model: ClassModel) throws(NotPositiveDefinite) {
        let count = touched.count
        let (roots, rows) = (roots, touched)
        try factor.withMutableView { (view) throws(NotPositiveDefinite) in
            let leading = view.leading(count)
            model.directionCovariance.withView { spread in
                for a in 0..<count {
                    let (target, from) = (leading.row(a), spread.row(rows[a]))
                    for b in a..<count { target[b] = roots[a] * roots[b] * from[rows[b]] }
                    target[a] += 1
                }
            }
            try leading.factoriseCholesky(.upper)
        }
    }

    /// One Newton step in dual form; returns the largest move of a skill.
    private mutating func step(model: ClassModel) -> Double {
        let count = touched.count
        let width = skills.count
        // dual = right - W^1/2 B^-1 W^1/2 S right.
        Self.multiply(
            right, on: touched, by: model.directionCovariance, scattered: &scattered, into: &product)
        for a in 0..<count { work[a] = roots[a] * product[touched[a]] }
        work.withUnsafeMutableBufferPointer { buffer in
            let leading = UnsafeMutableBufferPointer(rebasing: buffer[0..<count])
            factor.withView {
                $0.leading(count).solveTriangular(leading, triangle: .upper, orientation: .transposed)
                $0.leading(count).solveTriangular(leading, triangle: .upper)
            }
        }
        for a in 0..<count { dual[a] = right[a] - roots[a] * work[a] }
        // skills = mean + G' dual, each held to the longest step.
        var moved = 0.0
        var squares = 0.0
        Self.multiply(
            dual, on: touched, by: model.directionSkillCovariance, scattered: &scattered, into: &next)
        for k in 0..<width { next[k] += model.mean[k] }
        for k in 0..<width {
            let move = min(max(next[k] - skills[k], -Self.longestStep), Self.longestStep)
            skills[k] += move
            moved = max(moved, abs(move))
            squares += move * move
        }
        movedSinceFactor += (squares / Double(width)).squareRoot()
        return moved
    }

    /// `result = source' x` for a vector `x` over the touched directions: the touched rows of `source`, summed.
    private static func multiply(
        _ x: [Double], on touched: [Int], by source: Matrix<Double>, scattered: inout [Double],
        into result: inout [Double]
    ) {
        let count = touched.count
        if 2 * count >= source.rows {
            for d in scattered.indices { scattered[d] = 0 }
            for a in 0..<count { scattered[touched[a]] = x[a] }
            scattered.withUnsafeBufferPointer { x in
                result.withUnsafeMutableBufferPointer { result in
                    source.withView { $0.multiply(x, into: result, .transposed) }
                }
            }
        } else {
            result.withUnsafeMutableBufferPointer { result in
                result.update(repeating: 0)
                source.withView { source in
                    for a in 0..<count { result.add(source.row(touched[a]), alpha: x[a]) }
                }
            }
        }
    }
}
