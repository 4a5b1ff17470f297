import Matrices

/// What learners of a class share: the prior of their masteries and the items' parameters, fitted or as shipped.
struct ClassModel: Sendable {
    /// Prior means of the skills, K, easiness of a typical item included.
    var mean: [Double]
    /// Prior covariance of the skills, K x K.
    var covariance: Matrix<Double>
    /// Per item, log-odds beside its direction's mean; zero for an item alone on its direction.
    var easiness: [Double]
    /// Per item, effective number of questions behind a score.
    var trials: [Double]
    /// Per direction, variance of what is not known of its easiness.
    var easinessVariance: [Double]
    /// Covariance of the directions, D x D: `Q covariance Q'`.
    private(set) var directionCovariance: Matrix<Double>
    /// Covariance of directions and skills, D x K: `Q covariance`.
    private(set) var directionSkillCovariance: Matrix<Double>
    /// What one standard deviation of the general ability is worth on each skill, K: the regression of the skills on
    /// their sum.
    private(set) var generalLoading: [Double]

    init(skills: Int, directions: Int, items: Int, trials: Double) {
        mean = [Double](repeating: 0, count: skills)
        covariance = Matrix(rows: skills, columns: skills)
        easiness = [Double](repeating: 0, count: items)
        self.trials = [Double](repeating: trials, count: items)
        easinessVariance = [Double](repeating: 0, count: directions)
        directionCovariance = Matrix(rows: directions, columns: directions)
        directionSkillCovariance = Matrix(rows: directions, columns: skills)
        generalLoading = mean
    }

    /// Brings the two products of the directions up to date after `covariance` changed.
    mutating func projectCovariance(onto directions: [[(skill: Int, weight: Double)]]) {
        let skills = mean.count
        directionSkillCovariance.withMutableView { target in
            covariance.withView { source in
                for (d, direction) in directions.enumerated() {
                    let row = target.row(d)
                    for k in 0..<skills { row[k] = 0 }
                    for (skill, weight) in direction {
                        let from = source.row(skill)
                        for k in 0..<skills { row[k] += weight * from[k] }
                    }
                }
            }
        }
        directionCovariance.withMutableView { target in
            directionSkillCovariance.withView { source in
                for d in directions.indices {
                    let (row, from) = (target.row(d), source.row(d))
                    for (e, direction) in directions.enumerated() {
                        var sum = 0.0
                        for (skill, weight) in direction { sum += weight * from[skill] }
                        row[e] = sum
                    }
                }
            }
        }
        for k in 0..<skills { generalLoading[k] = covariance.row(k).reduce(0, +) }
        let total = generalLoading.reduce(0, +)
        for k in 0..<skills { generalLoading[k] /= max(total, 1e-12).squareRoot() }
    }

    /// Prior mean of the log-odds along a direction.
    func mean(along direction: [(skill: Int, weight: Double)]) -> Double {
        direction.reduce(0) { $0 + $1.weight * mean[$1.skill] }
    }
}
