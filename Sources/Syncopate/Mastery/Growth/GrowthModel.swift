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
    static let cases = 11 * 4

    /// Nominal level per skill in logits, K.
    let levels: [Double]
    /// Logits an attempt adds at a pace of one, K.
    let rates: [Double]
    /// Logits from which each skill counts as mastered by the goals that are for everybody, K: of ``GrowthStanding``.
    let thresholds: [Double]

    /// e to the power of each start, L.
    private let startOdds: [Double]
    /// The paces, four at once.
    private let speeds: SIMD4<Double>

    /// Log-odds, before any answer, of skills that grow against skills that are known or not.
    ///
    /// Whoever states prerequisites has cut the content into steps that are known or not; where none are stated skills are
    /// more often topics, which grow.
    let priorLogOdds: Double

    /// - Parameter thresholds: logits from which each skill counts as mastered, K; those of a goal without a threshold of
    ///   its own where none are given.
    init(nominal: [NominalParameters], hasPrerequisites: Bool, thresholds: [Double]? = nil) {
        priorLogOdds = hasPrerequisites ? -4 : -1
        levels = nominal.map {
            Logistic.logit($0.initial * (1 - $0.slip) + (1 - $0.initial) * $0.guess)
        }
        rates = nominal.map(\.learn)
        startOdds = Self.starts.map { Double.exp($0) }
        speeds = SIMD4(Self.paces)
        let usual = Logistic.logit(Goal.everything.threshold)
        self.thresholds = thresholds ?? nominal.map { _ in usual }
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

    /// Where a skill stands beside a threshold: as it was kept, or worked out where it was not kept for this one.
    func standing(of skill: Int, threshold: Double, _ beliefs: GrowthBeliefs) -> GrowthStanding {
        let kept = beliefs[skill].standing
        guard threshold != thresholds[skill] else { return kept }
        let (there, attempts) = beliefs.withCases(skill) {
            standing(skill, threshold: threshold, $0, attempts: beliefs[skill].attempts)
        }
        return GrowthStanding(success: kept.success, there: there, attempts: attempts)
    }

    /// What is believed before any evidence.
    var prior: GrowthBeliefs {
        GrowthBeliefs(
            standings: levels.indices.map { skill in
                Self.prior.withUnsafeBufferPointer { standing(skill, $0, attempts: 0) }
            })
    }

    /// Probability of success on an item of one skill.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    func success(_ skill: Int, difficulty: Double = 0, _ beliefs: GrowthBeliefs) -> Double {
        moments(skill, difficulty: difficulty, beliefs).first
    }

    /// Mean and mean square of the chance of success on an item of one skill, over what it may be.
    func moments(_ skill: Int, difficulty: Double, _ beliefs: GrowthBeliefs) -> (first: Double, second: Double) {
        beliefs.withCases(skill) {
            moments(skill, difficulty: difficulty, $0, attempts: beliefs[skill].attempts)
        }
    }

    private func moments(
        _ skill: Int, difficulty: Double, _ shares: UnsafeBufferPointer<Double>, attempts: Double
    ) -> (first: Double, second: Double) {
        let odds = odds(skill, difficulty: difficulty, attempts: attempts)
        var first = SIMD4<Double>.zero
        var second = first
        for start in 0..<startOdds.count {
            let p = chances(odds, start)
            let weighed = Self.row(shares, start) * p
            first += weighed
            second += weighed * p
        }
        return (first.sum(), second.sum())
    }

    /// Probability of success on items of these skills, the mean by weight, as one score tells it; then learns from it.
    ///
    /// - Returns: likelihood of the score before it was seen.
    func observe(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double, score: Double, certainty: Certainty = .full,
        _ beliefs: inout GrowthBeliefs
    ) -> Double {
        let answered = skills.map { AnsweredSkill(skill: $0.skill, weight: $0.weight, with: 0, without: 0) }
        return answered.withUnsafeBufferPointer {
            observe($0, difficulty: difficulty, score: score, certainty: certainty, &beliefs)
        }
    }

    /// The same; of the skills only position and weight are looked at.
    func observe(
        _ skills: UnsafeBufferPointer<AnsweredSkill>, difficulty: Double, score: Double, certainty: Certainty = .full,
        _ beliefs: inout GrowthBeliefs
    ) -> Double {
        // Of each skill the chance of every case, and their mean. Temporary room comes from the stack up to a kilobyte, and
        // from the heap above: in two pieces that is enough for four skills, more than most items have.
        let width = Self.cases + 1
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: min(skills.count, 2) * width) { first in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: max(skills.count - 2, 0) * width) { others in
                var foreseen = 0.0
                for (place, edge) in skills.enumerated() {
                    let odds = odds(edge.skill, difficulty: difficulty, attempts: beliefs[edge.skill].attempts)
                    let own = Self.room(place, first, others)
                    var expected = SIMD4<Double>.zero
                    beliefs.withCases(edge.skill) { shares in
                        for start in 0..<startOdds.count {
                            let chances = chances(odds, start)
                            Self.set(own, start, chances)
                            expected += Self.row(shares, start) * chances
                        }
                    }
                    own[Self.cases] = expected.sum()
                    foreseen += edge.weight * expected.sum()
                }
                for (place, edge) in skills.enumerated() {
                    let own = Self.room(place, first, others)
                    let rest = foreseen - edge.weight * own[Self.cases]
                    let attempts = beliefs[edge.skill].attempts + edge.weight
                    var standing = beliefs[edge.skill].standing
                    beliefs.changeCases(edge.skill) { shares in
                        weigh(own, others: rest, weight: edge.weight, score: score, certainty, shares)
                        standing = self.standing(edge.skill, UnsafeBufferPointer(shares), attempts: attempts)
                    }
                    beliefs[edge.skill].note(attempts, standing)
                }
                return min(max(score * foreseen + (1 - score) * (1 - foreseen), 0), 1)
            }
        }
    }

    /// Room for the chances of one skill, and their mean.
    @inline(__always)
    private static func room(
        _ place: Int, _ first: UnsafeMutableBufferPointer<Double>, _ others: UnsafeMutableBufferPointer<Double>
    ) -> UnsafeMutableBufferPointer<Double> {
        let width = cases + 1
        let start = (place < 2 ? place : place - 2) * width
        return UnsafeMutableBufferPointer(rebasing: (place < 2 ? first : others)[start..<start + width])
    }

    /// Bayes' rule over the cases of one skill.
    private func weigh(
        _ chances: UnsafeMutableBufferPointer<Double>, others: Double, weight: Double, score: Double,
        _ certainty: Certainty, _ shares: UnsafeMutableBufferPointer<Double>
    ) {
        let least = SIMD4<Double>(repeating: 1e-6)
        let most = SIMD4<Double>(repeating: 1 - 1e-6)
        var total = SIMD4<Double>.zero
        for start in 0..<startOdds.count {
            var chance = Self.row(UnsafeBufferPointer(chances), start) * weight + others
            chance.replace(with: least, where: chance .< least)
            chance.replace(with: most, where: chance .> most)
            // The likelihood is a straight line in the chance.
            var likelihood = chance * (2 * score - 1) + (1 - score)
            if certainty != .full {
                for pace in 0..<4 { likelihood[pace] = certainty.flattened(likelihood[pace]) }
            }
            let share = Self.row(UnsafeBufferPointer(shares), start) * likelihood
            Self.set(shares, start, share)
            total += share
        }
        let scale = 1 / total.sum()
        for place in 0..<Self.cases { shares[place] *= scale }
    }

    /// Counts attempts, right or wrong, and says where the skill stands now.
    func practise(_ skill: Int, attempts: Double, _ beliefs: inout GrowthBeliefs) {
        beliefs[skill].attempts += attempts
        beliefs[skill].isSettled = false
        stand(skill, &beliefs)
    }

    private func stand(_ skill: Int, _ beliefs: inout GrowthBeliefs) {
        beliefs[skill].standing = beliefs.withCases(skill) {
            standing(skill, $0, attempts: beliefs[skill].attempts)
        }
    }

    /// Holds the cases in single precision, as they are written. What was never practised is not written.
    func settle(_ skill: Int, _ beliefs: inout GrowthBeliefs) {
        guard !beliefs[skill].isSettled else { return }
        beliefs[skill].isSettled = true
        guard beliefs[skill].attempts != 0 else { return }
        beliefs.changeCases(skill) { shares in
            for place in 0..<shares.count { shares[place] = PracticeStateCode.single(shares[place]) }
        }
        stand(skill, &beliefs)
    }

    /// A belief read from elsewhere, in single precision.
    func restore(_ skill: Int, _ beliefs: inout GrowthBeliefs, shares: [Double], attempts: Double) {
        beliefs.changeCases(skill) { cases in
            for (place, share) in zip(cases.indices, shares) { cases[place] = share }
        }
        beliefs[skill].attempts = attempts
        beliefs[skill].isSettled = true
        stand(skill, &beliefs)
    }

    // MARK: Four paces at once

    /// Odds of success of every pace at the nominal start.
    private func odds(_ skill: Int, difficulty: Double, attempts: Double) -> SIMD4<Double> {
        let base = levels[skill] - difficulty
        let slowest = rates[skill] * attempts * Self.paces[0]
        if abs(base) < 100, slowest < 50 {
            // The paces are 1, 3, 6 and 12 times the slowest: powers of one exponential, which is what takes the time.
            let one = Double.exp(slowest)
            let three = one * one * one
            let six = three * three
            return Double.exp(base) * SIMD4(one, three, six, six * six)
        }
        let grown = speeds * (rates[skill] * attempts)
        // Further out the chance is 0 or 1 to the last bit, and e to that power soon none any more.
        var odds = SIMD4<Double>.zero
        for pace in 0..<4 { odds[pace] = Double.exp(min(max(base + grown[pace], -600), 600)) }
        return odds
    }

    /// Chances of success of every pace from one start.
    @inline(__always)
    private func chances(_ odds: SIMD4<Double>, _ start: Int) -> SIMD4<Double> {
        let own = odds * startOdds[start]
        return own / (own + 1)
    }

    /// The shares of every pace at one start.
    @inline(__always)
    private static func row(_ shares: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD4<Double> {
        let place = 4 * start
        return SIMD4(shares[place], shares[place + 1], shares[place + 2], shares[place + 3])
    }

    @inline(__always)
    private static func set(_ shares: UnsafeMutableBufferPointer<Double>, _ start: Int, _ row: SIMD4<Double>) {
        for pace in 0..<4 { shares[4 * start + pace] = row[pace] }
    }

    /// Where a skill stands beside the threshold of the goals that are for everybody.
    private func standing(_ skill: Int, _ shares: UnsafeBufferPointer<Double>, attempts: Double) -> GrowthStanding {
        let (there, toGo) = standing(skill, threshold: thresholds[skill], shares, attempts: attempts)
        let success = moments(skill, difficulty: 0, shares, attempts: attempts).first
        return GrowthStanding(success: success, there: there, attempts: toGo)
    }

    /// How far a skill is from a level: probability that it is there, and attempts still to go by expectation.
    private func standing(
        _ skill: Int, threshold: Double, _ shares: UnsafeBufferPointer<Double>, attempts: Double
    ) -> (there: Double, attempts: Double) {
        let steps = speeds * rates[skill]
        let base = SIMD4(repeating: threshold - levels[skill]) - steps * attempts
        var there = SIMD4<Double>.zero
        var gap = there
        var growing = there
        for (start, level) in Self.starts.enumerated() {
            let share = Self.row(shares, start)
            let missing = base - level
            let isOpen = missing .> 0
            there += share.replacing(with: 0, where: isOpen)
            gap += (share * missing).replacing(with: 0, where: .!isOpen)
            growing += (share * steps).replacing(with: 0, where: .!isOpen)
        }
        let all = growing.sum()
        return (there.sum(), all > 0 ? gap.sum() * (1 - there.sum()) / all : 0)
    }
}
