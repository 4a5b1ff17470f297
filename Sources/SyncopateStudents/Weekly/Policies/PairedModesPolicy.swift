import Syncopate

/// Who wheel-spins is paired with who has it.
///
/// Wheel-spinning (Beck & Gong 2013) is here: three weeks or more in a row with success in fewer than half of the tries. Of
/// those, the longest so, half of the seats with peers; the other half for the learners likeliest to know it; and the next
/// of those who wheel-spin sit with the teacher.
public struct PairedModesPolicy: WeeklyPolicyFamily {
    public let name = "wheel-spin pairing"
    /// Weeks in a row from which on a learner wheel-spins.
    static let weeks = 3

    public init() {}

    public func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
        Chooser(brief: brief, weeks: [Int](repeating: 0, count: brief.learners))
    }

    private struct Chooser: WeeklyPolicy {
        let brief: WeeklyBrief
        /// Weeks in a row without success, per learner.
        var weeks: [Int]

        mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
            for (learner, situation) in situations.enumerated() {
                weeks[learner] = (situation.success ?? 0.5) < 0.5 ? weeks[learner] + 1 : 0
            }
            let rising = WeeklySeats.rising(situations)
            let spinning = rising.filter { weeks[$0] >= PairedModesPolicy.weeks }
                .sorted { (-weeks[$0], $0) < (-weeks[$1], $1) }
            let seats = brief.seats[.livePeer, default: 0]
            let half = (seats + 1) / 2
            let helped = spinning.prefix(half)
            let helpers = rising.reversed().filter { weeks[$0] == 0 }.prefix(min(seats - helped.count, helped.count))
            var modes = [Mode](repeating: .asyncSolo, count: situations.count)
            for learner in Array(helped) + Array(helpers) { modes[learner] = .livePeer }
            for learner in spinning.dropFirst(half).prefix(brief.seats[.liveTeacher, default: 0]) {
                modes[learner] = .liveTeacher
            }
            return modes
        }
    }
}
