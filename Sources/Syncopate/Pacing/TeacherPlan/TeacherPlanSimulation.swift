import RealModule

/// What every way to take one topic would be worth to a class, over worlds drawn from what is believed of modes and learners.
///
/// As ``ModeSimulation``, for ways instead of modes. The teacher with everybody is own time of a learner of middling
/// independence, and a difference to it that all share, N(0, .30): what studies of whole classes come to (Bernard 2004; Martin
/// 2021; Zeng & Luo 2023), and no more than that, however much the small group with the teacher has in its favour.
struct TeacherPlanSimulation {
    let belief: ModeBelief
    /// The planned way first, then the others on offer.
    let ways: [TeacherPlanWay]
    let minutes: Double
    /// Seats of a live group with the teacher.
    let seats: Int

    static let mostDraws = 400
    /// Standard deviation of what a whole class does beside own time, units of relative gain.
    static let wholeClassDeviation = 0.30

    /// Moments of the planned way's gain, and of each other way's difference to it.
    struct Tally {
        var gain = ModeSimulation.Moments()
        var differences: [ModeSimulation.Moments]
        var more: [Double]

        init(_ others: Int) {
            differences = (0..<others).map { _ in ModeSimulation.Moments() }
            more = [Double](repeating: 0, count: others)
        }

        mutating func add(_ gains: [Double]) {
            gain.add(gains[0])
            for place in differences.indices {
                let difference = gains[place + 1] - gains[0]
                differences[place].add(difference)
                if difference > 0 { more[place] += 1 }
            }
        }

        func outlook(_ ways: [TeacherPlanWay], draws: Int) -> PlanOutlook {
            let additions = differences.indices.map { place in
                PlanOutlook.Addition(
                    way: ways[place + 1], gain: differences[place].mean, deviation: differences[place].deviation,
                    probability: more[place] / Double(draws))
            }
            return PlanOutlook(
                gain: gain.mean, deviation: gain.deviation,
                additions: additions.enumerated().sorted {
                    $0.element.gain != $1.element.gain ? $0.element.gain > $1.element.gain : $0.offset < $1.offset
                }.map(\.element))
        }
    }

    /// Outlooks of every learner, and of those who lack the topic and those who have it as wholes.
    ///
    /// - Parameters:
    ///   - standings: per learner.
    ///   - has: per learner, whether they more likely than not have it.
    ///   - sharedVariance: variance of the topic's easiness, common to the class.
    func run(
        _ standings: [SeatAllocation.Standing], has: [Bool], sharedVariance: Double
    ) -> (learners: [PlanOutlook], lacking: PlanOutlook?, having: PlanOutlook?) {
        let count = standings.count
        guard count > 0, !ways.isEmpty else { return ([], nil, nil) }
        let draws = max(64, min(Self.mostDraws, 1_000_000 / count))
        var generator = SeededGenerator(seed: 0x7EAC_4E12_5EED_0001)
        let modes = ways.map { $0 == .wholeClass ? Mode.asyncSolo : $0.mode }
        let columns = modes.map { ModePrior.modes.firstIndex(of: $0) ?? 0 }
        let sizes = ways.map {
            $0 == .wholeClass
                ? 0 : Double.log(Double(StandingFeatures.people($0.mode, seats: seats, cohort: count)))
        }
        // What a mode does for one learner goes with the mode, whoever else is there.
        let own = standings.map { standing in ways.map { belief.own($0.mode, learner: standing.learner) } }
        var tallies = standings.map { _ in Tally(ways.count - 1) }
        var groups = [Tally(ways.count - 1), Tally(ways.count - 1)]
        let sizesOfGroups = [has.count { !$0 }, has.count { $0 }]
        var gains = [Double](repeating: 0, count: ways.count)
        for _ in 0..<draws {
            let drawn = belief.draw(using: &generator)
            let wholeClass = Self.wholeClassDeviation * generator.normal()
            let easiness = sharedVariance.squareRoot() * generator.normal()
            var sums = [[Double]](repeating: [Double](repeating: 0, count: ways.count), count: 2)
            for (place, state) in standings.enumerated() {
                let logit = state.mean + easiness + state.variance.squareRoot() * generator.normal()
                let independence = state.independence + state.independenceDeviation * generator.normal()
                var x = StandingFeatures.draw(state, logit: logit, independence: independence, using: &generator)
                for (way, kind) in ways.enumerated() {
                    x[ModePrior.Feature.groupSize.rawValue] = sizes[way]
                    x[ModePrior.Feature.independence.rawValue] = kind == .wholeClass ? 0 : independence
                    let effect = own[place][way]
                    var units = effect.deviation * generator.normal()
                    if kind == .wholeClass {
                        // Its own effect about the weights of own time would mix two modes up: the prior's spread stands.
                        units =
                            belief.prior.learnerDeviation * generator.normal() + wholeClass
                            + (x * drawn[columns[way]]).sum()
                    } else {
                        units += effect.expected(x, weights: drawn[columns[way]])
                    }
                    gains[way] = belief.gain(units: units, logit: logit, minutes: minutes)
                    sums[has[place] ? 1 : 0][way] += gains[way]
                }
                tallies[place].add(gains)
            }
            for group in 0..<2 where sizesOfGroups[group] > 0 {
                groups[group].add(sums[group].map { $0 / Double(sizesOfGroups[group]) })
            }
        }
        return (
            tallies.map { $0.outlook(ways, draws: draws) },
            sizesOfGroups[0] > 0 ? groups[0].outlook(ways, draws: draws) : nil,
            sizesOfGroups[1] > 0 ? groups[1].outlook(ways, draws: draws) : nil
        )
    }
}
