import RealModule

/// What each mode on offer would be worth to each learner of a cohort on one topic, over worlds drawn from what is
/// believed of the modes and of the learners.
///
/// Gains are in the chance of success on the topic. What all learners share in a world, such as how much a teacher's group
/// helps at all, is drawn once for all of them, so that it cancels where classmates are compared. Whether meeting adds
/// anything at all does not cancel: where it adds nothing, who gains most is chance. Learners are therefore compared in
/// worlds in which it helps as studies say, of which the seats are about; expected gains are over all worlds.
struct ModeSimulation {
    let belief: ModeBelief
    /// The modes on offer.
    let modes: [Mode]
    /// Minutes of every mode.
    let minutes: Int
    /// Seats of a live session, for the ranks.
    let seats: Int
    /// Size of the cohort.
    let cohort: Int

    /// Largest number of simulated worlds; fewer for large cohorts.
    static let mostDraws = 1_000

    /// What came out for one learner.
    struct Odds {
        /// Gain of the live session over the better own-time mode.
        var uplift = Moments()
        /// P(among the cohort's best `seats`) if meeting helps as studies say.
        var amongBest = 0.0
        /// P(gains more from the session than a classmate picked at random), likewise.
        var aboveClassmate = 0.0
        /// Per mode on offer.
        var gains: [Moments]
        /// Per mode on offer, P(gains most of all).
        var best: [Double]

        /// The modes on offer, the one that is expected to gain most first.
        func options(_ modes: [Mode]) -> [ModeOption] {
            modes.indices.map { place in
                ModeOption(
                    mode: modes[place], gain: gains[place].mean, gainDeviation: gains[place].deviation,
                    best: best[place])
            }
            .enumerated().sorted { a, b in
                a.element.gain != b.element.gain ? a.element.gain > b.element.gain : a.offset < b.offset
            }.map(\.element)
        }
    }

    /// A mean and a mean square in the making.
    struct Moments {
        private var sum = 0.0
        private var squares = 0.0
        private var count = 0.0

        mutating func add(_ value: Double) {
            sum += value
            squares += value * value
            count += 1
        }

        /// Mean; 0 of nothing.
        var mean: Double { count > 0 ? sum / count : 0 }
        /// Standard deviation; 0 of nothing.
        var deviation: Double { count > 0 ? max(squares / count - mean * mean, 0).squareRoot() : 0 }
    }

    /// Draws worlds, and counts how each learner and each mode fares in them.
    ///
    /// The stream is fixed: two runs differ in nothing but what is known of the learners.
    ///
    /// - Parameters:
    ///   - standings: per learner.
    ///   - sharedVariance: variance of the topic's easiness, common to the whole cohort.
    func run(_ standings: [SeatAllocation.Standing], sharedVariance: Double) -> [Odds] {
        let count = standings.count
        let draws = max(64, min(Self.mostDraws, 2_000_000 / max(count, 1)))
        var generator = SeededGenerator(seed: 0xD1B5_4A32_D192_ED03)
        var odds = [Odds](
            repeating: Odds(
                gains: modes.map { _ in Moments() }, best: [Double](repeating: 0, count: modes.count)), count: count)
        // The session and what it is compared with are part of every world, on offer or not.
        let compared: [Mode] = [.liveTeacher, .asyncSolo, .asyncSocial]
        let others = modes.filter { !compared.contains($0) }
        let all = compared + others
        let places = modes.compactMap { mode in all.firstIndex(of: mode) }
        let columns = all.map { ModePrior.modes.firstIndex(of: $0) ?? 0 }
        let sizes = all.map { Double.log(Double(StandingFeatures.people($0, seats: seats, cohort: cohort))) }
        let own = standings.map { standing in all.map { belief.own($0, learner: standing.learner) } }
        var uplifts = [Double](repeating: 0, count: count)
        var gains = [Double](repeating: 0, count: all.count)
        var order = Array(0..<count)
        for _ in 0..<draws {
            let drawn = belief.drawn(using: &generator)
            let session = drawn[columns[0]]
            let easiness = sharedVariance.squareRoot() * generator.normal()
            for i in 0..<count {
                let state = standings[i]
                let logit = state.mean + easiness + state.variance.squareRoot() * generator.normal()
                let independence = state.independence + state.independenceDeviation * generator.normal()
                var studied = 0.0
                var x = StandingFeatures.draw(state, logit: logit, independence: independence, using: &generator)
                for place in all.indices {
                    x[ModePrior.Feature.groupSize.rawValue] = sizes[place]
                    let effect = own[i][place]
                    let units =
                        effect.expected(x, weights: drawn[columns[place]].weights)
                        + effect.deviation * generator.normal()
                    gains[place] = belief.gain(units: units, logit: logit, minutes: Double(minutes))
                    guard place == 0 else { continue }
                    let more = own[i][0].expected(x, weights: session.studied - session.weights) - own[i][0].shift
                    studied = belief.gain(units: units + more, logit: logit, minutes: Double(minutes))
                }
                let alone = max(gains[1], gains[2])
                odds[i].uplift.add(gains[0] - alone)
                uplifts[i] = studied - alone
                var best: (place: Int, gain: Double)?
                for (place, mode) in places.enumerated() {
                    odds[i].gains[place].add(gains[mode])
                    if gains[mode] > best?.gain ?? -.infinity { best = (place, gains[mode]) }
                }
                if let best { odds[i].best[best.place] += 1 }
            }
            order.sort { uplifts[$0] != uplifts[$1] ? uplifts[$0] > uplifts[$1] : $0 < $1 }
            for (rank, learner) in order.enumerated() {
                if rank < seats { odds[learner].amongBest += 1 }
                odds[learner].aboveClassmate += Double(count - 1 - rank) / Double(max(count - 1, 1))
            }
        }
        for i in 0..<count {
            odds[i].amongBest /= Double(draws)
            odds[i].aboveClassmate /= Double(draws)
            for place in odds[i].best.indices { odds[i].best[place] /= Double(draws) }
        }
        return odds
    }
}
