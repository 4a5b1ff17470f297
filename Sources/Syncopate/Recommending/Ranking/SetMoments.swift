/// Mean and variance of a learner's mastery of every set of skills of an item bank that was never met.
///
/// With `theta_k = loadings_k' z + u_k` the covariance of two skills is a sum of a few products once `loadings_k' V_zz`
/// and `V_kz` are worked out for each skill (``SkillStructure``), so that a set of s skills takes s^2 of them.
struct SetMoments {
    private let factors: Int
    /// By skill: loadings, and the variance of its own part.
    private let loadings: [Double]
    private let specific: [Double]
    /// By section: its skills, one after the other, with their weights; and what sets without any skill stand on.
    private let starts: [Int]
    private let skills: [Int]
    private let weights: [Double]
    private let typicalLoadings: [Double]

    /// The learner's coordinate of each skill, or -1.
    private var coordinates: [Int]
    private var touched: [Int] = []
    /// By skill: mean of the mastery, covariance of the own part with the factors (R), and of the mastery with them (R).
    private var means: [Double]
    private var ownWithFactors: [Double]
    private var masteryWithFactors: [Double]
    private var belief: SparseBelief?

    init(_ bank: ItemBank) {
        let structure = bank.model.structure
        let count = bank.vocabulary.skills.count
        factors = structure.factors
        loadings = (0..<count).flatMap { skill in (0..<structure.factors).map { structure.loading(skill, $0) } }
        specific = (0..<count).map { structure.specificVariance($0) }
        typicalLoadings = structure.typicalLoadings
        starts = bank.sections.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.skillSet.skills.count) }
        skills = bank.sections.flatMap { $0.skillSet.skills.map(Int.init) }
        weights = bank.sections.flatMap(\.skillSet.weights)
        coordinates = [Int](repeating: -1, count: count)
        means = [Double](repeating: 0, count: count)
        ownWithFactors = [Double](repeating: 0, count: count * structure.factors)
        masteryWithFactors = ownWithFactors
    }

    /// Takes over what is believed of a learner.
    mutating func follow(_ tracker: BeliefTracker) {
        for skill in touched { coordinates[skill] = -1 }
        touched.removeAll(keepingCapacity: true)
        guard tracker.usesBelief else {
            belief = nil
            return
        }
        tracker.forEachTouchedSkill { skill, coordinate in
            guard skill < coordinates.count else { return }
            coordinates[skill] = coordinate
            touched.append(skill)
        }
        let belief = tracker.belief
        self.belief = belief
        belief.mean.withUnsafeBufferPointer { mean in
            belief.covariance.withUnsafeBufferPointer { covariance in
                for skill in means.indices {
                    let (row, coordinate) = (skill * factors, coordinates[skill])
                    var center = coordinate >= 0 ? mean[coordinate] : 0
                    for factor in 0..<factors {
                        center += loadings[row + factor] * mean[factor]
                        let own = coordinate >= 0 ? covariance[coordinate * belief.stride + factor] : 0
                        var sum = own
                        for other in 0..<factors {
                            sum += loadings[row + other] * covariance[other * belief.stride + factor]
                        }
                        ownWithFactors[row + factor] = own
                        masteryWithFactors[row + factor] = sum
                    }
                    means[skill] = center
                }
            }
        }
    }

    /// Mean and variance of a section's mastery; 0 where belief is no part of the model.
    func mastery(_ section: Int) -> (mean: Double, variance: Double) {
        guard let belief else { return (0, 0) }
        let own = starts[section]..<starts[section + 1]
        guard !own.isEmpty else { return typical(belief) }
        var (center, variance) = (0.0, 0.0)
        for i in own {
            let (skill, weight) = (skills[i], weights[i])
            center += weight * means[skill]
            variance += weight * weight * covariance(skill, skill, belief)
            for j in own.lowerBound..<i {
                variance += 2 * weight * weights[j] * covariance(skill, skills[j], belief)
            }
        }
        return (center, max(variance, 0))
    }

    private func covariance(_ left: Int, _ right: Int, _ belief: SparseBelief) -> Double {
        var sum = 0.0
        for factor in 0..<factors {
            sum +=
                masteryWithFactors[left * factors + factor] * loadings[right * factors + factor]
                + loadings[left * factors + factor] * ownWithFactors[right * factors + factor]
        }
        let (row, column) = (coordinates[left], coordinates[right])
        if row >= 0, column >= 0 {
            sum += belief.covariance[row * belief.stride + column]
        } else if left == right {
            sum += specific[left]
        }
        return sum
    }

    /// Of a typical skill, as sets that name no skill stand on it.
    private func typical(_ belief: SparseBelief) -> (mean: Double, variance: Double) {
        belief.mastery(along: Direction(factors: typicalLoadings))
    }
}
