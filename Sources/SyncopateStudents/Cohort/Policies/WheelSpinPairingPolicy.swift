/// Who wheel-spins is paired with who has it: on the skill that most wheel-spin on, half of the seats are for them and the
/// other half for the learners likeliest to know it.
///
/// Wheel-spinning is ten attempts or more without three right in a row (Beck & Gong 2013), by the answers since the streak
/// last broke.
public struct WheelSpinPairingPolicy: CohortPolicyFamily {
    public let name = "wheel-spin pairing"
    /// Attempts from which a learner may be wheel-spinning.
    static let attempts = 10
    /// Right answers in a row that show otherwise.
    static let streak = 3

    public init() {}

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        Chooser(
            notes: CohortNotes(brief), lot: CohortLot(seed: seed),
            hasShown: [[Bool]](
                repeating: [Bool](repeating: false, count: brief.skills), count: brief.learners))
    }

    private struct Chooser: CohortPolicy {
        var notes: CohortNotes
        var lot: CohortLot
        /// Whether there were three right in a row, `[learner][skill]`.
        var hasShown: [[Bool]]

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {
            notes.observe(learner: learner, skill: skill, score: score)
            if notes.streak[learner][skill] >= streak { hasShown[learner][skill] = true }
        }

        mutating func seating(at time: Double) -> CohortSeating? {
            let brief = notes.brief
            func isSpinning(_ learner: Int, _ skill: Int) -> Bool {
                notes.attempts[learner][skill] >= attempts && !hasShown[learner][skill]
            }
            let half = (brief.seats + 1) / 2
            let spinning = (0..<brief.skills).map { skill in
                Double(min((0..<brief.learners).count { isSpinning($0, skill) }, half))
            }
            let skill = lot.best(spinning)
            let helped = lot.order(
                by: (0..<brief.learners).map { isSpinning($0, skill) ? Double(notes.attempts[$0][skill]) : 0 }
            ).filter { isSpinning($0, skill) }.prefix(half)
            let helpers = lot.order(by: (0..<brief.learners).map { notes.known($0, skill) })
                .filter { !helped.contains($0) }.prefix(max(brief.seats - helped.count, 0))
            return CohortSeating(skill: skill, learners: Array(helped) + Array(helpers))
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {}
    }
}
