import Matrices

/// The items of a catalogue on the scale of ability: log-odds of success `a (w' theta - b)`.
///
/// The two-parameter logistic model (Birnbaum 1968) with discrimination `a` and difficulty `b`; an item of several skills
/// goes by their weighted mean (a compensatory model, Reckase 1985, with the weights given). Items without a stated
/// discrimination have 1, without a stated difficulty 0.
public struct AbilityScale: Sendable {
    /// M x K: per item, discrimination times the weight of each skill.
    public let directions: Matrix<Double>
    /// The same, of each item those skills only that it exercises.
    let rows: EdgeRows
    /// M: log-odds of success at ability zero, `-a b`.
    public let easiness: [Double]
    /// Prior variance of each ability.
    public let variance: Double
    /// Prior correlation between the abilities of one learner in different skills.
    public let correlation: Double

    /// - Parameters:
    ///   - variance: of each ability before any evidence; difficulties are usually calibrated for 1. Held above zero.
    ///   - correlation: between skills before any evidence, held to 0...0.99.
    public init(catalogue: Catalogue, variance: Double = 1, correlation: Double = 0.5) {
        var directions = Matrix<Double>(rows: catalogue.items.count, columns: catalogue.skills.count)
        var easiness = [Double](repeating: 0, count: catalogue.items.count)
        for (item, weights) in catalogue.itemSkills.enumerated() {
            let discrimination = catalogue.items[item].discrimination ?? 1
            for weight in weights { directions[item, weight.skill] = discrimination * weight.weight }
            easiness[item] = -discrimination * (catalogue.items[item].difficulty ?? 0)
        }
        self.directions = directions
        rows = EdgeRows(
            catalogue.itemSkills.indices.map { item in
                catalogue.itemSkills[item].map {
                    PrerequisiteGraph.Edge(skill: $0.skill, weight: directions[item, $0.skill])
                }
            })
        self.easiness = easiness
        self.variance = variance > 0 && variance.isFinite ? variance : 1
        self.correlation = min(max(correlation.isFinite ? correlation : 0, 0), 0.99)
    }

    /// Number of items, M.
    public var itemCount: Int { easiness.count }
    /// Number of skills, K.
    public var skillCount: Int { directions.columns }

    /// What is believed of a learner before any evidence.
    public var prior: Belief<Double> {
        var covariance = Matrix<Double>(
            rows: skillCount, columns: skillCount, repeating: variance * correlation)
        for k in 0..<skillCount { covariance[k, k] = variance }
        return Belief(mean: [Double](repeating: 0, count: skillCount), covariance: covariance)
    }

    /// Learns from one score on an item. An item out of range or a score that is no number changes nothing.
    ///
    /// - Parameter score: share of the maximum, held to 0...1.
    public func observe(item: Int, score: Double, certainty: Certainty = .full, belief: inout Belief<Double>) {
        guard (0..<itemCount).contains(item), belief.count == skillCount, score.isFinite else { return }
        belief.update(
            along: Array(directions.row(item)), easiness: easiness[item],
            evidence: ScoreEvidence(score: score, trials: certainty.share))
    }
}
