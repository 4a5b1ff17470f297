import RealModule

/// Skills that grow bit by bit: the other account of learning beside "known or not" (``KnowledgeModel``).
///
/// The log-odds of success are a level that every attempt, right or wrong, raises by a rate (additive factors model; Cen,
/// Koedinger & Junker 2006). Where a learner starts and how fast a skill grows are not known: a skill is held as a grid of
/// both. Level and rate before any evidence come from the same nominal parameters as those of the other account.
public struct GrowthModel: Sendable {
    /// Logits from the nominal level at which a skill may start, L.
    static let starts: [Double] = (-5...5).map { 0.6 * Double($0) }
    /// Standard deviation of the start.
    private static let spread = 1.0
    /// Logits an attempt adds, as a multiple of the nominal learning rate, R.
    static let paces = [0.2, 0.6, 1.2, 2.4]
    private static let paceWeights = [0.2, 0.3, 0.35, 0.15]
    /// Evidence for either account is held to this, so that later answers can always turn it.
    static let mostEvidence = 30.0
    /// Cases of one skill, L x R.
    static let cases = starts.count * paces.count

    /// Nominal level per skill in logits, K.
    let levels: [Double]
    /// Logits an attempt adds at a pace of one, K.
    let rates: [Double]

    /// Log-odds, before any answer, of skills that grow against skills that are known or not.
    ///
    /// Whoever states prerequisites has cut the content into steps that are known or not; where none are stated skills are
    /// more often topics, which grow.
    let priorLogOdds: Double

    init(nominal: [NominalParameters], hasPrerequisites: Bool) {
        priorLogOdds = hasPrerequisites ? -4 : -1
        levels = nominal.map {
            Logistic.logit($0.initial * (1 - $0.slip) + (1 - $0.initial) * $0.guess)
        }
        rates = nominal.map(\.learn)
    }

    /// Probability of each case before any evidence, L x R by rows.
    static let prior: [Double] = {
        let weights = starts.flatMap { start in
            paceWeights.map { $0 * Double.exp(-start * start / (2 * spread * spread)) }
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }()

    /// Level of a case after some attempts.
    func level(_ skill: Int, _ place: Int, attempts: Double) -> Double {
        let (start, pace) = place.quotientAndRemainder(dividingBy: Self.paces.count)
        return levels[skill] + Self.starts[start] + rates[skill] * Self.paces[pace] * attempts
    }

    /// Probability of success on an item of one skill.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    func success(_ skill: Int, difficulty: Double = 0, _ belief: GrowthBelief) -> Double {
        belief.shares.indices.reduce(0) {
            $0 + belief.shares[$1]
                * Logistic.probability(level(skill, $1, attempts: belief.attempts) - difficulty)
        }
    }

    /// Mean and mean square of the chance of success on an item of one skill, over what it may be.
    func moments(_ skill: Int, difficulty: Double, _ belief: GrowthBelief) -> (first: Double, second: Double) {
        var first = 0.0
        var second = 0.0
        for place in belief.shares.indices {
            let p = Logistic.probability(level(skill, place, attempts: belief.attempts) - difficulty)
            first += belief.shares[place] * p
            second += belief.shares[place] * p * p
        }
        return (first, second)
    }

    /// Probability of success on items of these skills, the mean by weight, as one score tells it; then learns from it.
    ///
    /// - Returns: likelihood of the score before it was seen.
    func observe(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double, score: Double, certainty: Certainty = .full,
        _ beliefs: inout [GrowthBelief]
    ) -> Double {
        let expected = skills.map { success($0.skill, difficulty: difficulty, beliefs[$0.skill]) }
        let foreseen: Double = zip(skills, expected).reduce(0) { $0 + $1.0.weight * $1.1 }
        for (edge, own) in zip(skills, expected) {
            let others = foreseen - edge.weight * own
            var belief = beliefs[edge.skill]
            var total = 0.0
            for place in belief.shares.indices {
                let p = Logistic.probability(level(edge.skill, place, attempts: belief.attempts) - difficulty)
                let chance = min(max(others + edge.weight * p, 1e-6), 1 - 1e-6)
                belief.shares[place] *= certainty.flattened(score * chance + (1 - score) * (1 - chance))
                total += belief.shares[place]
            }
            for place in belief.shares.indices { belief.shares[place] /= total }
            belief.attempts += edge.weight
            beliefs[edge.skill] = belief
        }
        return min(max(score * foreseen + (1 - score) * (1 - foreseen), 0), 1)
    }

    /// Holds the cases in single precision, as they are written.
    func settle(_ skill: Int, _ belief: inout GrowthBelief) {
        guard belief.attempts != 0 else { return }
        for place in belief.shares.indices { belief.shares[place] = PracticeStateCode.single(belief.shares[place]) }
    }

    /// A belief read from elsewhere.
    func restore(_ skill: Int, _ belief: inout GrowthBelief, shares: [Double], attempts: Double) {
        belief.shares = shares
        belief.attempts = attempts
    }

    /// How far a skill is from a level: probability that it is there, and attempts still to go by expectation.
    func standing(_ skill: Int, threshold: Double, _ belief: GrowthBelief) -> (there: Double, attempts: Double) {
        var there = 0.0
        var gap = 0.0
        var growing = 0.0
        for place in belief.shares.indices {
            let share = belief.shares[place]
            let missing: Double = threshold - level(skill, place, attempts: belief.attempts)
            guard missing > 0 else {
                there += share
                continue
            }
            gap += share * missing
            growing += share * rates[skill] * Self.paces[place % Self.paces.count]
        }
        return (there, growing > 0 ? gap * (1 - there) / growing : 0)
    }
}
