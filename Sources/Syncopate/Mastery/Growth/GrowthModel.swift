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

    /// Where a skill stands beside a threshold: as it was kept, or worked out where it was not, or not for this one.
    func standing(of skill: Int, threshold: Double, _ beliefs: [GrowthBelief]) -> GrowthStanding {
        if threshold == thresholds[skill], let standing = beliefs[skill].standing { return standing }
        let (there, attempts) = standing(skill, threshold: threshold, beliefs[skill])
        return GrowthStanding(
            success: beliefs[skill].standing?.success ?? success(skill, beliefs[skill]), there: there,
            attempts: attempts)
    }

    /// What is believed before any evidence.
    func prior(_ skill: Int) -> GrowthBelief {
        var belief = GrowthBelief()
        stand(skill, &belief)
        return belief
    }

    /// Probability of success on an item of one skill.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    func success(_ skill: Int, difficulty: Double = 0, _ belief: GrowthBelief) -> Double {
        moments(skill, difficulty: difficulty, belief).first
    }

    /// The same of one of many beliefs.
    func moments(
        _ skill: Int, difficulty: Double, _ beliefs: [GrowthBelief]
    ) -> (first: Double, second: Double) {
        moments(skill, difficulty: difficulty, beliefs[skill])
    }

    /// Mean and mean square of the chance of success on an item of one skill, over what it may be.
    func moments(_ skill: Int, difficulty: Double, _ belief: GrowthBelief) -> (first: Double, second: Double) {
        let odds = odds(skill, difficulty: difficulty, attempts: belief.attempts)
        var first = SIMD4<Double>.zero
        var second = first
        belief.shares.withUnsafeBufferPointer { shares in
            guard shares.count == Self.cases else { return }
            for start in 0..<startOdds.count {
                let p = chances(odds, start)
                let weighed = Self.row(shares, start) * p
                first += weighed
                second += weighed * p
            }
        }
        return (first.sum(), second.sum())
    }

    /// Probability of success on items of these skills, the mean by weight, as one score tells it; then learns from it.
    ///
    /// - Returns: likelihood of the score before it was seen.
    func observe(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double, score: Double, certainty: Certainty = .full,
        _ beliefs: inout [GrowthBelief]
    ) -> Double {
        let answered = skills.map { AnsweredSkill(skill: $0.skill, weight: $0.weight, with: 0, without: 0) }
        return answered.withUnsafeBufferPointer {
            observe($0, difficulty: difficulty, score: score, certainty: certainty, &beliefs)
        }
    }

    /// The same; of the skills only position and weight are looked at.
    func observe(
        _ skills: UnsafeBufferPointer<AnsweredSkill>, difficulty: Double, score: Double, certainty: Certainty = .full,
        _ beliefs: inout [GrowthBelief]
    ) -> Double {
        // Of each skill the chance of every case, and their mean.
        let width = Self.cases + 1
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: skills.count * width) { found in
            var foreseen = 0.0
            for (place, edge) in skills.enumerated() {
                let odds = odds(edge.skill, difficulty: difficulty, attempts: beliefs[edge.skill].attempts)
                let own = UnsafeMutableBufferPointer(rebasing: found[place * width..<(place + 1) * width])
                var expected = SIMD4<Double>.zero
                beliefs[edge.skill].shares.withUnsafeBufferPointer { shares in
                    guard shares.count == Self.cases else { return }
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
                let own = UnsafeMutableBufferPointer(rebasing: found[place * width..<(place + 1) * width])
                weigh(
                    own, others: foreseen - edge.weight * own[Self.cases], weight: edge.weight, score: score, certainty,
                    &beliefs[edge.skill])
                practise(edge.skill, attempts: edge.weight, &beliefs[edge.skill])
            }
            return min(max(score * foreseen + (1 - score) * (1 - foreseen), 0), 1)
        }
    }

    /// Bayes' rule over the cases of one skill.
    private func weigh(
        _ chances: UnsafeMutableBufferPointer<Double>, others: Double, weight: Double, score: Double,
        _ certainty: Certainty, _ belief: inout GrowthBelief
    ) {
        let least = SIMD4<Double>(repeating: 1e-6)
        let most = SIMD4<Double>(repeating: 1 - 1e-6)
        var total = SIMD4<Double>.zero
        belief.shares.withUnsafeMutableBufferPointer { shares in
            guard shares.count == Self.cases else { return }
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
    }

    /// Counts attempts, right or wrong, and says where the skill stands now.
    func practise(_ skill: Int, attempts: Double, _ belief: inout GrowthBelief) {
        belief.attempts += attempts
        belief.isSettled = false
        stand(skill, &belief)
    }

    private func stand(_ skill: Int, _ belief: inout GrowthBelief) {
        belief.standing = nil
        let (there, attempts) = standing(skill, threshold: thresholds[skill], belief)
        belief.standing = GrowthStanding(success: success(skill, belief), there: there, attempts: attempts)
    }

    /// Holds the cases in single precision, as they are written. What was never practised is not written.
    func settle(_ skill: Int, _ belief: inout GrowthBelief) {
        guard !belief.isSettled else { return }
        belief.isSettled = true
        guard belief.attempts != 0 else { return }
        belief.shares.withUnsafeMutableBufferPointer { shares in
            for place in 0..<shares.count { shares[place] = PracticeStateCode.single(shares[place]) }
        }
        stand(skill, &belief)
    }

    /// A belief read from elsewhere, in single precision.
    func restore(_ skill: Int, _ belief: inout GrowthBelief, shares: [Double], attempts: Double) {
        belief.shares = shares
        belief.attempts = attempts
        belief.isSettled = true
        stand(skill, &belief)
    }

    // MARK: Four paces at once

    /// Odds of success of every pace at the nominal start.
    private func odds(_ skill: Int, difficulty: Double, attempts: Double) -> SIMD4<Double> {
        let base = levels[skill] - difficulty
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

    /// How far a skill is from a level: probability that it is there, and attempts still to go by expectation.
    func standing(_ skill: Int, threshold: Double, _ belief: GrowthBelief) -> (there: Double, attempts: Double) {
        if let standing = belief.standing, threshold == thresholds[skill] { return (standing.there, standing.attempts) }
        let steps = speeds * rates[skill]
        let base = SIMD4(repeating: threshold - levels[skill]) - steps * belief.attempts
        var there = SIMD4<Double>.zero
        var gap = there
        var growing = there
        let starts = Self.starts
        belief.shares.withUnsafeBufferPointer { shares in
            guard shares.count == Self.cases else { return }
            for (start, level) in starts.enumerated() {
                let share = Self.row(shares, start)
                let missing = base - level
                let isOpen = missing .> 0
                there += share.replacing(with: 0, where: isOpen)
                gap += (share * missing).replacing(with: 0, where: .!isOpen)
                growing += (share * steps).replacing(with: 0, where: .!isOpen)
            }
        }
        let all = growing.sum()
        return (there.sum(), all > 0 ? gap.sum() * (1 - there.sum()) / all : 0)
    }
}
