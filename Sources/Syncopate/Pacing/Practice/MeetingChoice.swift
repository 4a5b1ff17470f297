/// The skill and the learners of one live session, chosen by what the seats are worth together.
public struct MeetingChoice: Sendable, Hashable {
    /// Position of the skill.
    public var skill: Int
    /// Positions of the learners in the order they were given, the one who gains most first.
    public var learners: [Int]
    /// Sum of their ``MeetingValue/value``, in skills.
    public var value: Double

    /// The best single session: every skill is valued by those who gain most from it.
    ///
    /// Of equals the earlier skill and the earlier learner.
    ///
    /// - Parameters:
    ///   - values: per learner, any order; a skill that is not there is worth nothing to them.
    ///   - seats: most learners; below 1 there is no session.
    ///   - least: value from which a seat is given.
    /// - Returns: `nil` where no seat is worth anything.
    public static func best(_ values: [[MeetingValue]], seats: Int, least: Double = 0) -> MeetingChoice? {
        guard seats > 0 else { return nil }
        var bySkill: [Int: [(learner: Int, value: Double)]] = [:]
        for (learner, row) in values.enumerated() {
            for value in row where value.value > 0 && value.value >= least {
                bySkill[value.skill, default: []].append((learner, value.value))
            }
        }
        var best: MeetingChoice?
        for skill in bySkill.keys.sorted() {
            let seated = (bySkill[skill] ?? [])
                .sorted { $0.value != $1.value ? $0.value > $1.value : $0.learner < $1.learner }
                .prefix(seats)
            let value = Rounding.decimals(seated.reduce(0) { $0 + $1.value }, Recommender.places)
            if value > best?.value ?? 0 {
                best = MeetingChoice(skill: skill, learners: seated.map(\.learner), value: value)
            }
        }
        return best
    }
}
