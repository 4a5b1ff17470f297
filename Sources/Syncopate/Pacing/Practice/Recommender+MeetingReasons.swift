extension Recommender {
    /// Probability from which a fact is told as likely.
    private static let likely = 0.7
    /// Share of the gain by what it opens from which that is told.
    private static let worthOpening = 0.1

    /// What speaks for a seat and against it.
    ///
    /// - Parameters:
    ///   - unlocked: positions of what builds on the skill and is still open.
    ///   - known: probability of having each skill, K.
    func meetingReasons(_ value: MeetingValue, unlocked: [Int], _ known: [Double]) -> [MeetingReason] {
        let skill = value.skill
        var reasons: [MeetingReason] = []
        let isReady = value.readiness >= Self.likely
        let missing = isReady ? nil : doubtful(skill, known, above: 0).first
        if value.stuck >= StuckSkill.threshold, value.attempts >= 1 {
            reasons.append(
                isReady
                    ? .stuckAndReady(skill: skill, attempts: value.attempts, probability: value.stuck)
                    : .stuck(skill: skill, attempts: value.attempts, probability: value.stuck))
        } else if value.known < Self.likely {
            reasons.append(.toLearn(skill: skill, known: value.known))
            if isReady, !knowledge.graph.parents[skill].isEmpty {
                reasons.append(.ready(skill: skill, probability: value.readiness))
            }
        }
        if !unlocked.isEmpty, value.unlocking >= Self.worthOpening * value.value {
            let direct = Set(knowledge.graph.children[skill].map(\.skill))
            reasons.append(
                .unlocks(skills: unlocked.filter { direct.contains($0) } + unlocked.filter { !direct.contains($0) }))
        }
        if value.known >= Self.likely { reasons.append(.known(skill: skill, probability: value.known)) }
        if let missing { reasons.append(.missing(skill: missing, known: known[missing])) }
        if value.live > 0, value.own >= 0.5 * value.live { reasons.append(.ownTime(share: value.own / value.live)) }
        if value.lessons > 0 { reasons.append(.taughtBefore(times: value.lessons)) }
        return reasons
    }
}
