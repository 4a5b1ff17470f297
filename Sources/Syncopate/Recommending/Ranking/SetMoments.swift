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
    /// By skill: mean and variance of the mastery, covariance of the own part with the factors (R), and of the mastery with them (R).
    private var means: [Double]
    private var variances: [Double]
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
        variances = means
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

    /// Adds the mean of each section's mastery, and something that all share, to `means`, and sets `variances`; 0 for
    /// both where belief is no part of the model.
    mutating func add(
        shared: Float, toMeans centers: UnsafeMutableBufferPointer<Float>,
        variances spreads: UnsafeMutableBufferPointer<Float>
    ) {
        guard let belief else {
            for section in 0..<centers.count {
                centers[section] += shared
                spreads[section] = 0
            }
            return
        }
        var direction = Direction(factors: factors, skills: 0)
        for factor in 0..<factors { direction.load(factor, typicalLoadings[factor]) }
        let typical = belief.mastery(along: direction)
        // Out of the way while everything else is read.
        var variances: [Double] = []
        swap(&variances, &self.variances)
        withCovariances(belief) { covariance in
            for skill in variances.indices { variances[skill] = covariance.of(skill, skill) }
        }
        swap(&variances, &self.variances)
        starts.withUnsafeBufferPointer { starts in
            skills.withUnsafeBufferPointer { skills in
                weights.withUnsafeBufferPointer { weights in
                    means.withUnsafeBufferPointer { means in
                        withCovariances(belief) { covariance in
                            self.variances.withUnsafeBufferPointer { variances in
                                for section in 0..<centers.count {
                                    let own = starts[section]..<starts[section + 1]
                                    var (center, variance) = own.isEmpty ? typical : (0, 0)
                                    for i in own {
                                        let (skill, weight) = (skills[i], weights[i])
                                        center += weight * means[skill]
                                        variance += weight * weight * variances[skill]
                                        for j in own.lowerBound..<i {
                                            variance += 2 * weight * weights[j] * covariance.of(skill, skills[j])
                                        }
                                    }
                                    centers[section] += shared + Float(center)
                                    spreads[section] = Float(variance)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Covariances of the mastery of two skills.
    private struct Covariances {
        let factors: Int
        let loadings: UnsafeBufferPointer<Double>
        let specific: UnsafeBufferPointer<Double>
        let own: UnsafeBufferPointer<Double>
        let mastery: UnsafeBufferPointer<Double>
        let coordinates: UnsafeBufferPointer<Int>
        let matrix: UnsafeBufferPointer<Double>
        let stride: Int

        @inline(__always)
        func of(_ left: Int, _ right: Int) -> Double {
            var sum = 0.0
            for factor in 0..<factors {
                let (l, r) = (left * factors + factor, right * factors + factor)
                sum += mastery[l] * loadings[r] + loadings[l] * own[r]
            }
            let (row, column) = (coordinates[left], coordinates[right])
            if row >= 0, column >= 0 {
                sum += matrix[row * stride + column]
            } else if left == right {
                sum += specific[left]
            }
            return sum
        }
    }

    private func withCovariances(_ belief: SparseBelief, _ body: (Covariances) -> Void) {
        loadings.withUnsafeBufferPointer { loadings in
            specific.withUnsafeBufferPointer { specific in
                ownWithFactors.withUnsafeBufferPointer { own in
                    masteryWithFactors.withUnsafeBufferPointer { mastery in
                        coordinates.withUnsafeBufferPointer { coordinates in
                            belief.covariance.withUnsafeBufferPointer { matrix in
                                body(
                                    Covariances(
                                        factors: factors, loadings: loadings, specific: specific, own: own,
                                        mastery: mastery, coordinates: coordinates, matrix: matrix,
                                        stride: belief.stride))
                            }
                        }
                    }
                }
            }
        }
    }
}
