/// Chooses modes by the posterior mean, with a lottery among near-ties for scarce seats.
///
/// In a cohort, a mode has the benefit of the doubt for a small part of the deviation that is common to all learners
/// (Auer 2002): what is tried tells of everybody, and a mode that studies or a bad first week put down would else never be
/// tried again.
///
/// Of equal expectation it never matters who is seated, so a lottery there costs next to nothing, and its exact
/// probabilities are what later makes another policy's worth known (``OffPolicyReport``).
public struct ModePolicy: Sendable, Hashable {
    /// Least P(best) for anything but `either`.
    public var certainty: Double
    /// Least lead over the next mode, as a share of the best's value, for anything but `either`.
    public var lead: Double
    /// Discount of what comes later, per day.
    public var delay: Double
    /// How far below the cut a learner still has part in the lottery, logits: by default what ``lead`` is of the usual gain of
    /// half an hour, .5.
    public var tie: Double
    /// How many deviations of what is common to all learners a mode's value is raised by where a cohort is seated.
    public var optimism: Double
    /// Least probability of what may be drawn at all, held to one fifth: keeps the weights of later evaluation small. Not
    /// kept where seats would stay empty by it.
    public var least: Double

    public init(
        certainty: Double = 0.6, lead: Double = 0.05, delay: Double = 0, tie: Double = 0.025, optimism: Double = 0.5,
        least: Double = 0.1
    ) {
        self.certainty = certainty
        self.lead = lead
        self.delay = delay
        self.tie = tie
        self.optimism = optimism
        self.least = least
    }

    /// The modes on offer for one learner, the one worth most first; of equals the one offered first.
    public func values(_ candidate: ModeCandidate, belief: ModeBelief) -> [ModeValue] {
        let comparison = compare(candidate, belief)
        let best = comparison.best()
        return order(comparison).map { value($0, of: comparison, best: best) }
    }

    /// Advice for one learner who may have any seat on offer.
    public func choose(_ candidate: ModeCandidate, belief: ModeBelief) -> ModeChoice {
        let comparison = compare(candidate, belief)
        let first = order(comparison).first ?? 0
        return choice(
            comparison, assigned: first,
            probabilities: comparison.modes.indices.map { $0 == first ? 1 : 0 })
    }

    /// Advice for a cohort with few seats.
    ///
    /// The same seed and input give the same draw; over seeds every learner is assigned each mode exactly as often as the
    /// logged propensities say, and no mode ever gets more learners than it has seats.
    ///
    /// - Parameters:
    ///   - seats: how many learners a mode can take; of modes that are not in it, any number. Alone in own time is never
    ///     limited.
    ///   - seed: of the lottery.
    /// - Returns: one per candidate.
    public func choose(
        _ cohort: [ModeCandidate], seats: [Mode: Int], belief: ModeBelief, seed: UInt64
    ) -> [ModeChoice] {
        let comparisons = cohort.map { compare($0, belief) }
        let lottery = lottery(comparisons, seats: seats)
        var generator = SeededGenerator(seed: seed)
        let drawn = lottery.draw(using: &generator)
        return comparisons.indices.map { row in
            var probabilities = [Double](repeating: 0, count: comparisons[row].modes.count)
            var assigned = 0
            for (place, mode) in comparisons[row].modes.enumerated() {
                guard let column = ModePrior.modes.firstIndex(of: mode) else { continue }
                probabilities[place] = lottery.probabilities[row * ModePrior.modes.count + column]
                if drawn[row] == column { assigned = place }
            }
            return choice(comparisons[row], assigned: assigned, probabilities: probabilities)
        }
    }

    /// The lottery behind ``choose(_:seats:belief:seed:)``, to be drawn from again and again; its columns are
    /// ``ModePrior/modes``.
    package func lottery(_ cohort: [ModeCandidate], seats: [Mode: Int], belief: ModeBelief) -> SeatLottery {
        lottery(cohort.map { compare($0, belief) }, seats: seats)
    }

    // MARK: Parts

    private func lottery(_ comparisons: [ModeComparison], seats: [Mode: Int]) -> SeatLottery {
        let modes = ModePrior.modes
        // What is not on offer is worth less than anything that is.
        var values = [Double](repeating: SeatLottery.impossible, count: comparisons.count * modes.count)
        for (row, comparison) in comparisons.enumerated() {
            for (place, mode) in comparison.modes.enumerated() {
                guard let column = modes.firstIndex(of: mode) else { continue }
                values[row * modes.count + column] =
                    comparison.mean(place) + max(optimism, 0) * comparison.shared[place]
            }
        }
        return SeatLottery(
            values: values, columns: modes.count, seats: modes.map { $0 == .asyncSolo ? nil : seats[$0] }, tie: tie,
            least: least)
    }

    private func compare(_ candidate: ModeCandidate, _ belief: ModeBelief) -> ModeComparison {
        var offers: [ModeOffer] = []
        for offer in candidate.offers where ModePrior.modes.contains(offer.mode) {
            if !offers.contains(where: { $0.mode == offer.mode }) { offers.append(offer) }
        }
        if !offers.contains(where: { $0.mode == .asyncSolo }) { offers.append(ModeOffer(.asyncSolo)) }
        return ModeComparison(
            offers, situation: candidate.situation, learner: candidate.learner, belief: belief, delay: delay)
    }

    private func order(_ comparison: ModeComparison) -> [Int] {
        let means = comparison.modes.indices.map { comparison.mean($0) }
        return means.indices.sorted { means[$0] != means[$1] ? means[$0] > means[$1] : $0 < $1 }
    }

    private func value(_ place: Int, of comparison: ModeComparison, best: [Double]) -> ModeValue {
        ModeValue(
            mode: comparison.modes[place], mean: comparison.mean(place), deviation: comparison.deviation(place),
            pBest: best[place])
    }

    private func choice(_ comparison: ModeComparison, assigned: Int, probabilities: [Double]) -> ModeChoice {
        let order = order(comparison)
        let best = comparison.best()
        let values = order.map { value($0, of: comparison, best: best) }
        let isClear = values.count < 2 || isClear(values[0], over: values[1])
        let live = order.first { comparison.modes[$0].isLive }
        let apart = order.first { !comparison.modes[$0].isLive }
        var (uplift, deviation) = (0.0, 0.0)
        if let live, let apart {
            uplift = comparison.mean(live) - comparison.mean(apart)
            deviation = comparison.deviation(live, less: apart)
        }
        return ModeChoice(
            mode: isClear ? values[0].mode : .either, assigned: comparison.modes[assigned], pBest: values[0].pBest,
            uplift: uplift, deviation: deviation, propensity: probabilities[assigned], alternatives: values,
            propensities: order.map { probabilities[$0] })
    }

    private func isClear(_ first: ModeValue, over second: ModeValue) -> Bool {
        first.pBest >= certainty && first.mean - second.mean >= lead * abs(first.mean)
    }
}
