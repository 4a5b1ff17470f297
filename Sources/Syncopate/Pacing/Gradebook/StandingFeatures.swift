import RealModule

/// The features of a mode's value, from what is known of a learner on a topic.
enum StandingFeatures {
    /// Classmates within reach of a learner: a table of four.
    private static let withinReach = 3

    /// People on the topic together in a mode, the learner among them.
    ///
    /// - Parameters:
    ///   - seats: of a live session.
    ///   - cohort: size of the cohort.
    static func people(_ mode: Mode, seats: Int, cohort: Int) -> Int {
        switch mode {
        case .liveTeacher: max(min(seats, cohort), 1)
        case .livePeer: max(min(withinReach + 1, cohort), 1)
        default: 1
        }
    }

    /// P(somebody within reach has it), where a share of the class has.
    static func peerReach(share: Double) -> Double {
        1 - Double.pow(1 - min(max(share, 0), 1), Double(withinReach))
    }

    /// The expected features at the means of what is known.
    static func expected(_ state: SeatAllocation.Standing, people: Int) -> SIMD8<Double> {
        ModeSituation(
            success: Logistic.probability(state.mean), independence: state.independence, peerReach: state.peerReach,
            wheelSpin: state.stuck, groupSize: people
        ).features.mean
    }

    /// Features of a learner as they are in one drawn world; those of the group's size are of one alone.
    ///
    /// What is not known is drawn: a peer within reach from all that could be, fruitless practice from the rate that is
    /// published (see ``ModeSituation/wheelSpin``).
    static func draw(
        _ state: SeatAllocation.Standing, logit: Double, independence: Double, using generator: inout SeededGenerator
    ) -> SIMD8<Double> {
        let p = Logistic.probability(logit)
        let reach = state.peerReach ?? generator.uniform()
        let stuck = state.stuck ?? min(max(0.2 + 0.15 * generator.normal(), 0), 1)
        return [1, 1 - 2 * p, 4 * p * (1 - p) - 0.5, independence, reach - 0.5, stuck, 0, 0]
    }
}
