import RealModule

/// Who of one cohort gets the scarce live time, and on which topic.
///
/// Whether live beats own time at all is uncertain and the same for everybody: the time is there, and seats go by the
/// difference in gain between classmates if it does as studies say. If it does not, nobody loses much by any seating.
/// Sessions are filled one after the other, each
/// with the topic whose best free group gains most; nobody sits in two.
struct SeatAllocation {
    /// What is known of one learner on one topic, on the logit scale, and of their independence.
    struct Standing {
        var mean: Double
        var variance: Double
        var independence: Double
        var independenceDeviation: Double
        /// The number that the belief on modes knows the learner by; `nil`: like anybody.
        var learner: Int?
        /// P(a classmate within reach has it); `nil`: unknown.
        var peerReach: Double?
        /// P(practice on it is fruitless); `nil`: unknown.
        var stuck: Double?
    }

    /// A topic that may be met about.
    struct Topic {
        /// Position among the estimate's skills.
        var position: Int
        /// Variance of its easiness, common to the whole cohort.
        var sharedVariance: Double
        /// Whether most of the cohort have it, so that it is met about only where there is nothing else.
        var isHad: Bool
    }

    let belief: ModeBelief
    let live: LiveTime
    /// The modes on offer.
    let modes: [Mode]
    let goal: Double
    /// Settles ties, and nothing else.
    let seed: UInt64
    /// Whether anything is known of the cohort; where nothing is, everybody is a candidate.
    let hasEvidence: Bool

    /// Differences in expected gain below this are a tie, settled by lot.
    static let tie = 1e-6
    /// Allocates every session.
    ///
    /// - Parameters:
    ///   - rarest: place of the topic the modes on offer are about where nobody meets.
    ///   - topics: what may be met about.
    ///   - count: learners in the cohort.
    ///   - standing: what is known of a learner of the cohort on a topic.
    /// - Returns: the topic of each session as a position among the skills; a record per learner: of their own session,
    ///   else of the one they come nearest to (without live time there are no sessions, and the record says how the
    ///   learner would stand for a usual one; it is nil where nobody lacks any topic); and per learner the modes on offer
    ///   for the topic of that record, or of the rarest.
    func allocate(
        rarest: Int = 0, topics: [Topic], count: Int, standing: (_ learner: Int, _ topic: Int) -> Standing
    ) -> (sessions: [Int], seats: [Seat?], options: [[ModeOption]]) {
        var seats = [Seat?](repeating: nil, count: count)
        var options = [[ModeOption]](repeating: [], count: count)
        guard count >= 1, topics.indices.contains(rarest) else { return ([], seats, options) }
        guard count >= 2 else {
            let alone = simulate((0..<count).map { standing($0, topics[rarest].position) }, topics[rarest])
            return ([], seats, alone.map { $0.options(modes) })
        }
        let table = topics.map { topic in GainTable(topic, count: count, allocation: self, standing: standing) }
        let reference =
            table.reduce(0) { $0 + $1.gains.reduce(0, +) } / Double(table.count * count)
        var free = [Bool](repeating: true, count: count)
        var sessions: [Int] = []
        var odds: [Int: [ModeSimulation.Odds]] = [:]
        for session in 0..<(live.isNone ? 1 : live.sessions) {
            guard let chosen = best(of: table, free: free, reference: reference) else { break }
            let choice = settle(table[chosen], free: free, session: session)
            if !live.isNone { sessions.append(topics[chosen].position) }
            let standings = odds[chosen] ?? simulate(table[chosen].standings, table[chosen].topic)
            odds[chosen] = standings
            for learner in 0..<count where free[learner] {
                let propensity = live.isNone ? nil : choice.group[learner]
                let isNearer = seats[learner].map { standings[learner].amongBest > $0.amongBest } ?? true
                guard propensity != nil || isNearer else { continue }
                let own = standings[learner]
                seats[learner] = Seat(
                    topic: topics[chosen].position, session: session, isSeated: propensity != nil,
                    isForAll: choice.isForAll, uplift: own.uplift.mean, upliftDeviation: own.uplift.deviation,
                    amongBest: own.amongBest, aboveClassmate: own.aboveClassmate,
                    propensity: live.isNone ? 1 : propensity ?? choice.leftOut[learner] ?? 1)
                options[learner] = own.options(modes)
                if propensity != nil { free[learner] = false }
            }
        }
        // Nobody lacks anything: the modes are still as they are.
        if let empty = options.firstIndex(where: \.isEmpty) {
            let rest = simulate(table[rarest].standings, topics[rarest])
            for learner in empty..<count where options[learner].isEmpty {
                options[learner] = rest[learner].options(modes)
            }
        }
        return (sessions, seats, options)
    }

    /// The modes on offer over simulated worlds.
    private func simulate(_ standings: [Standing], _ topic: Topic) -> [ModeSimulation.Odds] {
        ModeSimulation(
            belief: belief, modes: modes, minutes: minutes, seats: max(live.seats, 1), cohort: standings.count
        )
        .run(standings, sharedVariance: topic.sharedVariance)
    }

    /// Expected gains of a whole cohort on one topic, computed once.
    private struct GainTable {
        let topic: Topic
        let standings: [Standing]
        let gains: [Double]
        /// Learners who more likely than not lack the topic, by falling gain.
        let candidates: [Int]

        init(
            _ topic: Topic, count: Int, allocation: SeatAllocation, standing: (Int, Int) -> Standing
        ) {
            let standings = (0..<count).map { standing($0, topic.position) }
            let gains = standings.map { allocation.expectedUplift($0, cohort: count, isAsStudied: true) }
            self.topic = topic
            self.standings = standings
            self.gains = gains
            candidates = standings.indices
                .filter { learner in
                    let state = standings[learner]
                    let chance = TopicAdvice.chance(
                        mean: state.mean, variance: state.variance + topic.sharedVariance, goal: allocation.goal)
                    return chance < 0.5 || !allocation.hasEvidence
                }
                .sorted { gains[$0] != gains[$1] ? gains[$0] > gains[$1] : $0 < $1 }
        }
    }

    private struct Choice {
        /// Learner to the probability with which they were seated.
        var group: [Int: Double] = [:]
        /// Learners of the tie at the cut who were not drawn, with the probability of that.
        var leftOut: [Int: Double] = [:]
        /// Whether there was a seat for every candidate.
        var isForAll = true
    }

    /// The topic whose best free group gains most beyond the cohort's usual gain; of equals the one more learners lack.
    ///
    /// A group has at least two, and topics most have come last; both rules give way where nothing else is left.
    private func best(of table: [GainTable], free: [Bool], reference: Double) -> Int? {
        for (least, includesHad) in [(2, false), (2, true), (1, true)] {
            var best: (place: Int, value: Double, size: Int)?
            for (place, entry) in table.enumerated() where includesHad || !entry.topic.isHad {
                var (size, value) = (0, 0.0)
                for learner in entry.candidates where free[learner] {
                    if size < max(live.seats, 1) { value += entry.gains[learner] - reference }
                    size += 1
                }
                guard size >= least else { continue }
                if let leader = best {
                    let isTie = abs(value - leader.value) <= Self.tie
                    guard isTie ? size > leader.size : value > leader.value else { continue }
                }
                best = (place, value, size)
            }
            if let best { return best.place }
        }
        return nil
    }

    /// Seats everybody above the cut, and draws lots among those who tie at it.
    private func settle(_ entry: GainTable, free: [Bool], session: Int) -> Choice {
        var choice = Choice()
        let ranking = entry.candidates.filter { free[$0] }
        guard ranking.count > live.seats, live.seats > 0 else {
            for learner in ranking { choice.group[learner] = 1 }
            return choice
        }
        choice.isForAll = false
        let cut = entry.gains[ranking[live.seats - 1]]
        let sure = ranking.filter { entry.gains[$0] > cut + Self.tie }
        var tied = ranking.filter { abs(entry.gains[$0] - cut) <= Self.tie }
        for learner in sure { choice.group[learner] = 1 }
        let places = live.seats - sure.count
        if tied.count > places {
            var generator = SeededGenerator(
                seed: seed &+ UInt64(truncatingIfNeeded: entry.topic.position &+ session << 32) &* 0x9E37)
            tied.shuffle(using: &generator)
        }
        let odds = Double(places) / Double(tied.count)
        for (place, learner) in tied.enumerated() {
            if place < places { choice.group[learner] = odds } else { choice.leftOut[learner] = 1 - odds }
        }
        return choice
    }

    /// Minutes of a session, or of a usual one where there is none.
    private var minutes: Int { live.isNone ? LiveTime.usual.minutes : live.minutes }

    /// Gain in the chance of success from the session over the better own-time mode, at the means of what is believed.
    ///
    /// - Parameter isAsStudied: whether to take it that meeting helps as studies say; learners are told apart by that.
    func expectedUplift(_ state: Standing, cohort: Int, isAsStudied: Bool = false) -> Double {
        func gain(_ mode: Mode) -> Double {
            let people = StandingFeatures.people(mode, seats: max(live.seats, 1), cohort: cohort)
            let x = StandingFeatures.expected(state, people: people)
            let weights = isAsStudied ? belief.studiedWeights(mode) : belief.meanWeights(mode)
            let units = belief.own(mode, learner: state.learner).expected(x, weights: weights)
            return belief.gain(units: units, logit: state.mean, minutes: Double(minutes))
        }
        return gain(.liveTeacher) - max(gain(.asyncSolo), gain(.asyncSocial))
    }
}
