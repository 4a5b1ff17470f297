/// Mean and variance of a learner's mastery of every set of skills of an item bank that was never met.
///
/// With `theta_k = loadings_k' z + u_k` (``SkillStructure``) the covariance of two skills is a sum of a few products once
/// `loadings_k' V_zz + V_kz` is worked out for each skill, so that a set of s skills takes s (s - 1) / 2 of them.
struct SetMoments {
    private let factors: Int
    /// By skill: loadings, and the variance of its own part.
    private let loadings: [Double]
    private let specific: [Double]
    private let typicalLoadings: [Double]
    /// By section, one after the other: its skills and weights, and its pairs of skills with twice the product of theirs.
    private let members: Rows<(skill: Int, weight: Double)>
    private let pairs: Rows<(left: Int, right: Int, weight: Double)>

    /// Things of each section in one piece.
    private struct Rows<Element> {
        var starts: [Int] = [0]
        var elements: [Element] = []

        mutating func append(_ row: [Element]) {
            elements += row
            starts.append(elements.count)
        }
    }

    /// The learner's coordinate of each skill plus one; 0 where the skill was never touched.
    private var places: [Int]
    private var touched: [Int] = []
    /// Posterior covariance with a row and a column of zeros before it, so that what was never touched needs no question.
    private var covariance: [Double] = []
    private var width = 1
    /// By skill: mean and variance of the mastery; its covariance with the factors (R), and that of the own part (R).
    private var means: [Double]
    private var variances: [Double]
    private var withFactors: [Double]
    private var ownWithFactors: [Double]
    /// Of a typical skill, on which sets stand that name none.
    private var typical: (mean: Double, variance: Double) = (0, 0)

    init(_ bank: ItemBank) {
        let structure = bank.model.structure
        let count = bank.vocabulary.skills.count
        factors = structure.factors
        loadings = (0..<count).flatMap { skill in (0..<structure.factors).map { structure.loading(skill, $0) } }
        specific = (0..<count).map { structure.specificVariance($0) }
        typicalLoadings = structure.typicalLoadings
        var members = Rows<(skill: Int, weight: Double)>()
        var pairs = Rows<(left: Int, right: Int, weight: Double)>()
        for section in bank.sections {
            let own = zip(section.skillSet.skills, section.skillSet.weights).map { (skill: Int($0), weight: $1) }
            members.append(own)
            pairs.append(
                own.indices.flatMap { i in
                    own[..<i].map { (left: own[i].skill, right: $0.skill, weight: 2 * own[i].weight * $0.weight) }
                })
        }
        (self.members, self.pairs) = (members, pairs)
        places = [Int](repeating: 0, count: count)
        means = [Double](repeating: 0, count: count)
        variances = means
        withFactors = [Double](repeating: 0, count: count * structure.factors)
        ownWithFactors = withFactors
    }

    /// Takes over what is believed of a learner.
    mutating func follow(_ tracker: BeliefTracker) {
        for skill in touched { places[skill] = 0 }
        touched.removeAll(keepingCapacity: true)
        tracker.forEachTouchedSkill { skill, coordinate in
            guard skill < places.count else { return }
            places[skill] = coordinate + 1
            touched.append(skill)
        }
        let belief = tracker.belief
        pad(belief)
        for skill in means.indices {
            let (row, place) = (skill * factors, places[skill])
            var center = place > 0 ? belief.mean[place - 1] : 0
            var variance = place > 0 ? covariance[place * width + place] : specific[skill]
            for factor in 0..<factors {
                center += loadings[row + factor] * belief.mean[factor]
                let own = covariance[place * width + factor + 1]
                var sum = own
                for other in 0..<factors { sum += loadings[row + other] * covariance[(other + 1) * width + factor + 1] }
                ownWithFactors[row + factor] = own
                withFactors[row + factor] = sum
                variance += (sum + own) * loadings[row + factor]
            }
            means[skill] = center
            variances[skill] = max(variance, 0)
        }
        var direction = Direction(factors: factors, skills: 0)
        for factor in 0..<factors { direction.load(factor, typicalLoadings[factor]) }
        typical = belief.mastery(along: direction)
    }

    private mutating func pad(_ belief: SparseBelief) {
        let count = belief.count
        width = count + 1
        if covariance.count < width * width { covariance = [Double](repeating: 0, count: width * width) }
        let stride = belief.stride
        covariance.withUnsafeMutableBufferPointer { out in
            belief.covariance.withUnsafeBufferPointer { matrix in
                for column in 0...count { out[column] = 0 }
                for row in 0..<count {
                    let start = (row + 1) * width
                    out[start] = 0
                    for column in 0..<count { out[start + 1 + column] = matrix[row * stride + column] }
                }
            }
        }
    }

    /// Adds the mean of each section's mastery, and something that all share, to `centers`, and sets `spreads` to the
    /// variance.
    func add(
        shared: Float, to centers: UnsafeMutableBufferPointer<Float>, spreads: UnsafeMutableBufferPointer<Float>
    ) {
        means.withUnsafeBufferPointer { means in
            variances.withUnsafeBufferPointer { variances in
                members.elements.withUnsafeBufferPointer { elements in
                    members.starts.withUnsafeBufferPointer { starts in
                        for section in 0..<centers.count {
                            let own = starts[section]..<starts[section + 1]
                            var (center, variance) = own.isEmpty ? typical : (0, 0)
                            for number in own {
                                let (skill, weight) = elements[number]
                                center += weight * means[skill]
                                variance += weight * weight * variances[skill]
                            }
                            centers[section] += shared + Float(center)
                            spreads[section] = Float(variance)
                        }
                    }
                }
            }
        }
        addPairs(to: spreads)
    }

    private func addPairs(to spreads: UnsafeMutableBufferPointer<Float>) {
        loadings.withUnsafeBufferPointer { loadings in
            withFactors.withUnsafeBufferPointer { mastery in
                ownWithFactors.withUnsafeBufferPointer { own in
                    places.withUnsafeBufferPointer { places in
                        covariance.withUnsafeBufferPointer { covariance in
                            pairs.elements.withUnsafeBufferPointer { elements in
                                pairs.starts.withUnsafeBufferPointer { starts in
                                    for section in 0..<spreads.count {
                                        for number in starts[section]..<starts[section + 1] {
                                            let (left, right, weight) = elements[number]
                                            var sum = covariance[places[left] * width + places[right]]
                                            for factor in 0..<factors {
                                                let (l, r) = (left * factors + factor, right * factors + factor)
                                                sum += mastery[l] * loadings[r] + loadings[l] * own[r]
                                            }
                                            spreads[section] += Float(weight * sum)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
