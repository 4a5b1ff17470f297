import Matrices

/// What one pass over a class's learners leaves behind for the M step: sums, in a fixed order.
struct ClassStatistics<Scalar: MatrixScalar> {
    /// The learners the class is fitted on.
    let learners: [Int]
    /// Per item: scores, and what they say of its scatter, precision and easiness.
    private(set) var itemCounts: [Double]
    private(set) var itemScatter: [Double]
    private(set) var itemPrecision: [Double]
    private(set) var itemResidual: [Double]
    /// Scores per skill, shared out by weight; scores per direction.
    private(set) var skillCounts: [Double]
    private(set) var directionCounts: [Double]
    /// Mean over the learners of their posterior means, K.
    private(set) var meanSkills: [Double]
    /// Sum over the learners of their posterior covariance; with `addSpread(around:)`, of their second moment. K x K.
    private(set) var spread: Matrix<Double>
    /// Posterior means, learners x K, kept from pass to pass as the next one's start.
    private var skills: Matrix<Double>
    private var variances: [Double]
    private var reduction: Matrix<Scalar>
    private let design: ResponseDesign

    init(design: ResponseDesign, learners: [Int], model: ClassModel) {
        self.design = design
        self.learners = learners
        let (k, items) = (design.skills.count, design.directionOfItem.count)
        itemCounts = [Double](repeating: 0, count: items)
        (itemScatter, itemPrecision, itemResidual) = (itemCounts, itemCounts, itemCounts)
        skillCounts = [Double](repeating: 0, count: k)
        directionCounts = [Double](repeating: 0, count: design.directions.count)
        for learner in learners {
            for observation in design.observations(of: learner) {
                let item = Int(design.items[observation])
                let share = design.weight(of: observation)
                itemCounts[item] += share
                directionCounts[design.directionOfItem[item]] += share
                for (skill, weight) in design.directions[design.directionOfItem[item]] {
                    skillCounts[skill] += share * weight
                }
            }
        }
        meanSkills = [Double](repeating: 0, count: k)
        spread = Matrix(rows: k, columns: k)
        reduction = Matrix(rows: k, columns: k)
        skills = Matrix(rows: learners.count, columns: k)
        variances = [Double](repeating: 0, count: design.directions.count)
        for row in learners.indices {
            for column in 0..<k { skills[row, column] = model.mean[column] }
        }
    }

    /// The E step.
    mutating func collect(
        solver: inout LearnerSolver<Scalar>, model: ClassModel, prior: ClassPrior, steps: Int
    ) throws(NotPositiveDefinite) {
        let k = design.skills.count
        for item in itemScatter.indices {
            itemScatter[item] = 0
            itemPrecision[item] = 0
            itemResidual[item] = 0
        }
        for column in 0..<k { meanSkills[column] = 0 }
        reduction.withMutableView { $0.fill(with: 0) }
        solver.adopt(model)
        for (row, learner) in learners.enumerated() {
            try solver.solve(learner: learner, model: model, start: skills.row(row), steps: steps)
            solver.subtractReduction(from: &reduction, variances: &variances, model: model)
            for column in 0..<k {
                skills[row, column] = solver.skills[column]
                meanSkills[column] += solver.skills[column] / Double(learners.count)
            }
            gather(learner: learner, solver: solver, model: model, surpriseLimit: prior.surpriseLimit)
        }
        // A learner's posterior covariance is the prior's less a reduction; the reductions were summed.
        for row in 0..<k {
            for column in 0...row {
                let value = Double(learners.count) * model.covariance[row, column] + Double(reduction[row, column])
                spread[row, column] = value
                spread[column, row] = value
            }
        }
    }

    /// What a learner's scores say about the items, at the learner's posterior.
    private mutating func gather(
        learner: Int, solver: LearnerSolver<Scalar>, model: ClassModel, surpriseLimit: Double
    ) {
        for observation in design.observations(of: learner) {
            let item = Int(design.items[observation])
            let direction = design.directionOfItem[item]
            var eta = model.easiness[item]
            for (skill, weight) in design.directions[direction] { eta += weight * solver.skills[skill] }
            let p = Logistic.probability(eta)
            let weight = max(p * (1 - p), LearnerSolver<Scalar>.leastWeight)
            let residual = design.scores[observation] - p
            let surprise = abs(residual) * (model.trials[item] / weight).squareRoot()
            let share = design.weight(of: observation)
            let trust = share * (surprise > surpriseLimit ? surpriseLimit / surprise : 1)
            itemScatter[item] +=
                (trust * residual * residual + share * weight * weight * variances[direction]) / weight
            itemPrecision[item] += trust * model.trials[item] * weight
            itemResidual[item] += trust * model.trials[item] * residual
        }
    }

    /// Adds the squares of the posterior means around `center`: `spread += (X - center)' (X - center)`.
    mutating func addSpread(around center: [Double]) {
        var deviations = skills
        deviations.withMutableView { view in
            for row in 0..<view.rows {
                let values = view.row(row)
                for column in values.indices { values[column] -= center[column] }
            }
        }
        spread.withMutableView { target in
            deviations.withView { target.assignSymmetricProduct($0, .transposed, triangle: .lower, alpha: 1, beta: 1) }
            target.mirror(from: .lower)
        }
    }

    /// Effective number of questions of a typical item on each direction: the mean over its scores.
    func directionTrials(model: ClassModel) -> [Double] {
        var sums = [Double](repeating: 0, count: design.directions.count)
        var counts = sums
        for item in model.trials.indices where design.directionOfItem[item] >= 0 {
            let weight = max(itemCounts[item], 1e-6)
            sums[design.directionOfItem[item]] += model.trials[item] * weight
            counts[design.directionOfItem[item]] += weight
        }
        return zip(sums, counts).map { $1 > 0 ? $0 / $1 : 1 }
    }
}
