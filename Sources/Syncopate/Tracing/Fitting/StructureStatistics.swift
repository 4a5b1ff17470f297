/// What the fit of the skill structure needs of the learners' final beliefs: the sums of an EM step for a factor model.
struct StructureStatistics: Sendable {
    let skills: Int
    let factors: Int
    var learners = 0.0
    /// Sum of E[z z'], R x R, over all learners.
    private var factorProducts: [Double]
    /// Per skill, over the learners who touched it: E[z z'], E[theta z'], E[theta^2] and their number.
    private var products: [Double]
    private var crosses: [Double]
    private var squares: [Double]
    private var counts: [Double]

    /// How many learners the common values count for when a skill's own are estimated.
    static let strength = 8.0

    init(skills: Int, factors: Int) {
        self.skills = skills
        self.factors = factors
        factorProducts = [Double](repeating: 0, count: factors * factors)
        products = [Double](repeating: 0, count: skills * factors * factors)
        crosses = [Double](repeating: 0, count: skills * factors)
        squares = [Double](repeating: 0, count: skills)
        counts = squares
    }

    /// Adds a learner's final belief.
    mutating func add(_ tracker: BeliefTracker) {
        let belief = tracker.belief
        let structure = tracker.structure
        func moment(_ i: Int, _ j: Int) -> Double {
            belief.covariance[i * belief.stride + j] + belief.mean[i] * belief.mean[j]
        }
        learners += 1
        for r in 0..<factors { for s in 0..<factors { factorProducts[r * factors + s] += moment(r, s) } }
        for (skill, place) in tracker.touchedSkills where skill < skills {
            let k = Int(skill)
            counts[k] += 1
            var square = moment(place, place)
            for r in 0..<factors {
                var cross = moment(place, r)
                for s in 0..<factors {
                    products[(k * factors + r) * factors + s] += moment(r, s)
                    cross += structure.loading(k, s) * moment(r, s)
                    square += structure.loading(k, r) * structure.loading(k, s) * moment(r, s)
                }
                crosses[k * factors + r] += cross
                square += 2 * structure.loading(k, r) * moment(place, r)
            }
            squares[k] += square
        }
    }

    mutating func add(_ other: StructureStatistics) {
        learners += other.learners
        for index in factorProducts.indices { factorProducts[index] += other.factorProducts[index] }
        for index in products.indices { products[index] += other.products[index] }
        for index in crosses.indices { crosses[index] += other.crosses[index] }
        for index in squares.indices { squares[index] += other.squares[index] }
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// The structure that makes these beliefs most likely, shrunk towards the common one (Dempster, Laird & Rubin 1977).
    func maximised(_ old: SkillStructure) -> SkillStructure {
        guard learners > 0 else { return old }
        var new = old
        new.settleTypical()
        let common = new.typicalLoadings
        let commonVariance = new.typicalSpecific
        for k in 0..<skills where counts[k] > 0 {
            var system = [Double](repeating: 0, count: factors * factors)
            var right = [Double](repeating: 0, count: factors)
            for r in 0..<factors {
                for s in 0..<factors { system[r * factors + s] = products[(k * factors + r) * factors + s] }
                system[r * factors + r] += Self.strength
                right[r] = crosses[k * factors + r] + Self.strength * common[r]
            }
            let row = Self.solve(system, right)
            var variance = squares[k]
            for r in 0..<factors {
                variance -= 2 * row[r] * crosses[k * factors + r]
                for s in 0..<factors { variance += row[r] * row[s] * products[(k * factors + r) * factors + s] }
            }
            for r in 0..<factors { new.loadings[k * factors + r] = row[r] }
            let estimate = (max(variance, 0) + Self.strength * commonVariance) / (counts[k] + Self.strength)
            new.specific[k] = min(max(estimate, 1e-3), 4)
        }
        // The factors' own scale is free: their variance is put into the loadings.
        let scale = Self.choleskyFactor(factorProducts.map { $0 / learners }, factors)
        for k in 0..<skills {
            var row = [Double](repeating: 0, count: factors)
            for s in 0..<factors {
                for r in s..<factors { row[s] += new.loadings[k * factors + r] * scale[r * factors + s] }
            }
            for s in 0..<factors { new.loadings[k * factors + s] = row[s] }
        }
        new.settleTypical()
        return new
    }

    /// Lower factor of a small positive definite matrix; the identity where it is none.
    static func choleskyFactor(_ matrix: [Double], _ n: Int) -> [Double] {
        var lower = [Double](repeating: 0, count: n * n)
        for i in 0..<n {
            for j in 0...i {
                var sum = matrix[i * n + j]
                for k in 0..<j { sum -= lower[i * n + k] * lower[j * n + k] }
                if i == j {
                    lower[i * n + i] = max(sum, 1e-9).squareRoot()
                } else {
                    lower[i * n + j] = sum / lower[j * n + j]
                }
            }
        }
        return lower
    }

    /// Solves a small symmetric positive definite system.
    static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
        let n = right.count
        let lower = choleskyFactor(matrix, n)
        var x = right
        for i in 0..<n {
            for k in 0..<i { x[i] -= lower[i * n + k] * x[k] }
            x[i] /= lower[i * n + i]
        }
        for i in (0..<n).reversed() {
            for k in (i + 1)..<max(n, i + 1) { x[i] -= lower[k * n + i] * x[k] }
            x[i] /= lower[i * n + i]
        }
        return x
    }
}
