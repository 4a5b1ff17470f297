import Matrices
import RealModule

extension ClassEstimate {
    /// What a score on each item tells of a learner of whom nothing is known yet; `nil` for items that are no evidence.
    func information() -> [ColumnInformation?] {
        let course = courseCovariance
        return design.directionOfItem.indices.map { item in
            let direction = design.directionOfItem[item]
            guard direction >= 0 else { return nil }
            let own = model.directionCovariance[direction, direction]
            let precision = precision(ofItem: item)
            // Share of the direction's variance that the score settles, and of the course's through it.
            let settled = own * precision / (1 + own * precision)
            let between =
                course.variance > 0 && own > 0
                ? course.directions[direction] * course.directions[direction] / (own * course.variance) : 0
            return ColumnInformation(
                own: 0.5 * Double.log2(1 + own * precision),
                course: -0.5 * Double.log2(max(1 - min(between, 1) * settled, 1e-9)), questions: model.trials[item])
        }
    }

    /// Most learners the reliability is averaged over.
    private static let reliabilitySample = 60
    /// Most directions it is worked out for.
    private static let reliabilityLimit = 400

    /// Mean over learners of the share of the variance of their standing in the course that their scores settle; `nil`
    /// without any evidence, or with so many directions that it would take long.
    func reliability() -> Double? {
        let active = (0..<design.learnerCount).filter { !design.observations(of: $0).isEmpty }
        let course = courseCovariance
        guard !active.isEmpty, course.variance > 0, design.directions.count <= Self.reliabilityLimit else { return nil }
        let size = min(active.count, Self.reliabilitySample)
        let sample = (0..<size).map { active[$0 * active.count / size] }
        let precisions = design.directionOfItem.indices.map { precision(ofItem: $0) }
        var sum = 0.0
        for learner in sample {
            var known: [Int: Double] = [:]
            for observation in design.observations(of: learner) {
                let item = Int(design.items[observation])
                known[design.directionOfItem[item], default: 0] += precisions[item]
            }
            let order = known.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            guard !order.isEmpty else { continue }
            var spread = Matrix<Double>(rows: order.count, columns: order.count)
            for (row, first) in order.enumerated() {
                for (column, second) in order.enumerated() {
                    spread[row, column] = model.directionCovariance[first.key, second.key]
                }
                spread[row, row] += 1 / first.value
            }
            let covariance = order.map { course.directions[$0.key] }
            var solved = covariance
            do { try spread.factoriseCholesky() } catch { return nil }
            spread.solveFactored(&solved)
            sum += zip(covariance, solved).reduce(0) { $0 + $1.0 * $1.1 } / course.variance
        }
        return min(max(sum / Double(sample.count), 0), 1)
    }

    /// Fisher information of a score about its log-odds, averaged over the class.
    private func precision(ofItem item: Int) -> Double {
        let direction = design.directionOfItem[item]
        guard direction >= 0 else { return 0 }
        let mean = model.mean(along: design.directions[direction]) + model.easiness[item]
        let deviation = max(model.directionCovariance[direction, direction], 0).squareRoot()
        var information = 0.0
        for k in Self.quadrature.nodes.indices {
            let p = Logistic.probability(mean + deviation * Self.quadrature.nodes[k])
            information += Self.quadrature.weights[k] * p * (1 - p)
        }
        return max(model.trials[item], 1) * information
    }

    /// The mean of all skills: its variance over learners, and its covariance with every direction.
    private var courseCovariance: (variance: Double, directions: [Double]) {
        let count = Double(max(skills.count, 1))
        let directions = design.directions.indices.map { direction in
            model.directionSkillCovariance.row(direction).reduce(0, +) / count
        }
        // The first directions are the skills themselves.
        return (directions.prefix(skills.count).reduce(0, +) / count, directions)
    }
}
