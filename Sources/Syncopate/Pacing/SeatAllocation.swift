import RealModule

/// Who of one cohort gets the scarce live time, and on which topic.
///
/// Whether live beats own time at all is uncertain and the same for everybody, so it cancels within a class: the time
/// is there, and seats go by the difference in gain between classmates. Sessions are filled one after the other, each
/// with the topic whose best group stands out most from the class; nobody sits in two.
struct SeatAllocation {
    /// What is known of one learner on one topic, on the logit scale, and of their independence.
    struct Standing {
        var mean: Double
        var variance: Double
        var independence: Double
        var independenceDeviation: Double
    }

    let prior: ModePrior
    let live: LiveTime
    let goal: Double
    let seed: UInt64
    /// Whether anything is known of the cohort; where nothing is, everybody is a candidate.
    let hasEvidence: Bool

    /// Differences in expected gain below this are a tie, settled by lot.
    static let tie = 1e-6

    /// Allocates every session.
    ///
    /// - Parameters:
    ///   - topics: positions of the topics that may be met about.
    ///   - count: learners in the cohort.
    ///   - standing: what is known of a learner of the cohort on a topic.
    /// - Returns: the topic of each session, and a seat record per learner for the session they come nearest to
    ///   (nil without any session).
    func allocate(
        topics: [Int], count: Int, standing: (_ learner: Int, _ topic: Int) -> Standing
    ) -> (sessions: [Int], seats: [Seat?]) {
        var seats = [Seat?](repeating: nil, count: count)
        guard count >= 2, !topics.isEmpty, !live.isNone else { return ([], seats) }
        var free = [Bool](repeating: true, count: count)
        var remaining = topics
        var sessions: [Int] = []
        for session in 0..<live.sessions {
            guard let choice = best(of: remaining, free: free, standing: standing) else { break }
            sessions.append(choice.topic)
            remaining.removeAll { $0 == choice.topic }
            let standings = (0..<count).map { standing($0, choice.topic) }
            let odds = simulate(standings, salt: UInt64(session))
            for learner in 0..<count where free[learner] {
                let chosen = choice.group[learner]
                let isBetter = seats[learner].map { odds[learner].amongBest > $0.amongBest } ?? true
                guard chosen != nil || isBetter else { continue }
                seats[learner] = Seat(
                    topic: choice.topic, session: session, isSeated: chosen != nil,
                    uplift: odds[learner].mean, upliftDeviation: odds[learner].deviation,
                    amongBest: odds[learner].amongBest, upperHalf: odds[learner].upperHalf,
                    propensity: chosen ?? choice.leftOut[learner] ?? 1)
                if chosen != nil { free[learner] = false }
            }
        }
        return (sessions, seats)
    }

    private struct Choice {
        var topic: Int
        /// Learner to the probability with which they were seated.
        var group: [Int: Double]
        /// Learners of the tie at the cut who were not drawn, with the probability of that.
        var leftOut: [Int: Double]
    }

    /// The topic whose best group stands out most from the class, and that group; of equals the one more learners lack.
    /// Only learners who more likely than not lack the topic are candidates; `nil` if no topic has any.
    private func best(
        of topics: [Int], free: [Bool], standing: (Int, Int) -> Standing
    ) -> Choice? {
        var best: (topic: Int, value: Double, ranking: [(learner: Int, gain: Double)])?
        for topic in topics {
            var ranking: [(learner: Int, gain: Double)] = []
            var (total, count) = (0.0, 0.0)
            for learner in free.indices where free[learner] {
                let state = standing(learner, topic)
                let gain = expectedUplift(state)
                total += gain
                count += 1
                let chance = TopicAdvice.chance(mean: state.mean, variance: state.variance, goal: goal)
                if chance < 0.5 || !hasEvidence { ranking.append((learner, gain)) }
            }
            guard !ranking.isEmpty else { continue }
            ranking.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.learner < $1.learner }
            let value = ranking.prefix(live.seats).reduce(0) { $0 + $1.gain - total / count }
            if let leader = best {
                let isTie = abs(value - leader.value) <= Self.tie
                guard isTie ? ranking.count > leader.ranking.count : value > leader.value else { continue }
            }
            best = (topic, value, ranking)
        }
        return best.map { settle(topic: $0.topic, ranking: $0.ranking) }
    }

    /// Seats everybody above the cut, and draws lots among those who tie at it.
    private func settle(topic: Int, ranking: [(learner: Int, gain: Double)]) -> Choice {
        var choice = Choice(topic: topic, group: [:], leftOut: [:])
        guard ranking.count > live.seats else {
            for entry in ranking { choice.group[entry.learner] = 1 }
            return choice
        }
        let cut = ranking[live.seats - 1].gain
        let sure = ranking.filter { $0.gain > cut + Self.tie }
        var tied = ranking.filter { abs($0.gain - cut) <= Self.tie }.map(\.learner)
        for entry in sure { choice.group[entry.learner] = 1 }
        let places = live.seats - sure.count
        if tied.count > places {
            var generator = SeededGenerator(seed: seed &+ UInt64(truncatingIfNeeded: topic) &* 0x9E37)
            tied.shuffle(using: &generator)
        }
        let odds = Double(places) / Double(tied.count)
        for (place, learner) in tied.enumerated() {
            if place < places { choice.group[learner] = odds } else { choice.leftOut[learner] = 1 - odds }
        }
        return choice
    }

    /// Gain in the chance of success from the session over the better own-time mode, at the prior means.
    func expectedUplift(_ state: Standing) -> Double {
        uplift(
            logit: state.mean, independence: state.independence, teacher: prior.liveTeacher, solo: prior.asyncSolo,
            social: prior.asyncSocial, own: (0, 0, 0))
    }

    private func uplift(
        logit: Double, independence: Double, teacher: [Double], solo: [Double], social: [Double],
        own: (Double, Double, Double)
    ) -> Double {
        let p = Logistic.probability(logit)
        func gain(_ w: [Double], _ own: Double) -> Double {
            // The peer feature is the same for the whole cohort and left at its middle.
            w[0] + w[1] * (1 - 2 * p) + w[2] * (4 * p * (1 - p) - 0.5) + w[3] * independence + own
        }
        let scale = prior.gainPerHalfHour * Double(live.minutes) / 30
        let live = Logistic.probability(logit + scale * gain(teacher, own.0))
        let apart = Logistic.probability(logit + scale * max(gain(solo, own.1), gain(social, own.2)))
        return live - apart
    }

    private struct Odds {
        var mean = 0.0
        var deviation = 0.0
        var amongBest = 0.0
        var upperHalf = 0.0
    }

    /// Draws worlds from the priors and the beliefs, and counts how often each learner is among the best.
    private func simulate(_ standings: [Standing], salt: UInt64) -> [Odds] {
        let count = standings.count
        let draws = max(64, min(400, 1_000_000 / max(count, 1)))
        var generator = SeededGenerator(seed: seed ^ (salt &+ 1) &* 0xD1B5_4A32_D192_ED03)
        var odds = [Odds](repeating: Odds(), count: count)
        var gains = [Double](repeating: 0, count: count)
        let seats = min(live.seats, count)
        for _ in 0..<draws {
            func draw(_ means: [Double]) -> [Double] {
                zip(means, prior.deviations).map { $0 + $1 * generator.normal() }
            }
            let teacher = draw(prior.liveTeacher)
            let solo = draw(prior.asyncSolo)
            let social = draw(prior.asyncSocial)
            for i in 0..<count {
                let state = standings[i]
                gains[i] = uplift(
                    logit: state.mean + state.variance.squareRoot() * generator.normal(),
                    independence: state.independence + state.independenceDeviation * generator.normal(),
                    teacher: teacher, solo: solo, social: social,
                    own: (
                        prior.learnerDeviation * generator.normal(), prior.learnerDeviation * generator.normal(),
                        prior.learnerDeviation * generator.normal()
                    ))
                odds[i].mean += gains[i]
                odds[i].deviation += gains[i] * gains[i]
            }
            let sorted = gains.sorted(by: >)
            let cut = sorted[seats - 1]
            let middle = sorted[count / 2]
            for i in 0..<count {
                if gains[i] >= cut { odds[i].amongBest += 1 }
                if gains[i] > middle { odds[i].upperHalf += 1 }
            }
        }
        let total = Double(draws)
        for i in 0..<count {
            odds[i].mean /= total
            odds[i].deviation = max(odds[i].deviation / total - odds[i].mean * odds[i].mean, 0).squareRoot()
            odds[i].amongBest /= total
            odds[i].upperHalf /= total
        }
        return odds
    }
}
