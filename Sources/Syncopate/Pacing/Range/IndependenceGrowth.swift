/// How somebody who works less well alone than most comes to do more alone: first try alone for a while, then meet.
///
/// The part alone grows with what is known of the learner and falls back with it, as help that follows the learner does
/// (contingent support: van de Pol, Volman & Beishuizen 2010): it is half of the chance of success alone on the topic,
/// since help does less the more is known (Kalyuga 2007), and half of the probability that the learner gets on alone
/// as well as the middle of the class. Trying before meeting gained .36 deviations on the whole and less than nothing in
/// grades 2 to 5 (Sinha & Kapur 2021). How fast to fade was measured by none of them: the rule is an assumption.
///
/// Seats stay as they are given out: growing independence takes none from anybody and gives none to anybody.
public struct IndependenceGrowth: Sendable, Hashable {
    /// Minutes tried alone first, a multiple of five where there are ten or more in all.
    public var ownMinutes: Double
    /// Minutes with others after that.
    public var metMinutes: Double
    /// How they are met.
    public var meets: Mode
    /// Position of the work it is done with; `nil`: with the seat's session.
    public var task: Int?
    /// What is expected to be lost by it, in the chance of success on the topic, against the same minutes as they were
    /// advised; below zero where it gains. Gains are taken to go with minutes.
    public var cost: Double
    /// Share of the minutes that is the learner's own.
    public var ownShare: Double { ownMinutes / max(ownMinutes + metMinutes, 1e-9) }

    /// Shortest try that is worth the name, minutes.
    static let shortest = 5.0

    /// The share of the time to try alone.
    ///
    /// - Parameters:
    ///   - success: chance of success alone on the topic, 0...1.
    ///   - independence: what is believed of how the learner works alone.
    static func share(success: Double, independence: Independence) -> Double {
        let held = success.isNaN ? 0.5 : min(max(success, 0), 1)
        let alone = TopicAdvice.chance(
            mean: independence.mean, variance: independence.deviation * independence.deviation, goal: 0.5)
        return (held + alone) / 2
    }

    /// The minutes to try alone, of so many in all: at least five and never all; half of fewer than ten.
    static func ownMinutes(of minutes: Double, share: Double) -> Double {
        guard minutes >= 2 * shortest else { return max(minutes, 0) / 2 }
        let wanted = (share * minutes / shortest).rounded() * shortest
        let most = ((minutes - shortest) / shortest).rounded(.down) * shortest
        return min(max(wanted, shortest), most)
    }

    /// Why nothing is faded: what tells how the learner works alone says nothing, or nothing against it.
    static func nothingToFade(_ independence: Independence) -> Reason? {
        if !independence.isKnown {
            return .fact(
                code: "growth_unknown",
                sentence: "too little tells how this learner works alone to let more be tried alone for its own sake")
        }
        guard independence.mean >= 0 else { return nil }
        return .fact(code: "growth_reached", sentence: "works alone as well as most, so nothing is to be faded out")
    }

    /// Of a learner with a seat: the first part of the session is tried alone.
    static func ofSeat(_ advice: ModeAdvice, minutes: Double) -> IndependenceGrowth? {
        guard let standing = advice.standing, minutes > 0 else { return nil }
        return ofSession(
            minutes: minutes, success: standing.success, independence: standing.independence,
            uplift: (gain(.liveTeacher, advice) ?? 0) - (alone(advice) ?? 0))
    }

    /// - Parameter uplift: expected gain of the whole session over as many minutes of own time.
    static func ofSession(
        minutes: Double, success: Double, independence: Independence, uplift: Double
    ) -> IndependenceGrowth {
        let own = ownMinutes(of: minutes, share: share(success: success, independence: independence))
        return IndependenceGrowth(
            ownMinutes: own, metMinutes: minutes - own, meets: .liveTeacher, task: nil,
            cost: minutes > 0 ? uplift * own / minutes : 0)
    }

    /// Of a learner without one: of the first work, one part is tried alone, and then a classmate is asked.
    ///
    /// - Parameters:
    ///   - near: people of the room on the first work's topic, the learner among them.
    ///   - per: minutes that the modes' gains are of.
    static func ofWork(
        _ advice: ModeAdvice, _ work: [CohortWeek.Work], setting: Setting, near: Int, per: Double
    ) -> IndependenceGrowth? {
        // What the class discusses is tried alone first as it is.
        guard let standing = advice.standing,
            let place = work.indices.first(where: { work[$0].mode != .blended && work[$0].minutes > 0 })
        else { return nil }
        let meets: Mode = setting.kind == .masteryRoom ? (near > 1 ? .livePeer : .parallel) : .asyncSocial
        let minutes = work[place].minutes
        let own = ownMinutes(
            of: minutes,
            share: share(success: work[place].success ?? standing.success, independence: standing.independence))
        let lost = (alone(advice) ?? 0) - (gain(meets, advice) ?? alone(advice) ?? 0)
        return IndependenceGrowth(
            ownMinutes: own, metMinutes: minutes - own, meets: meets, task: place,
            cost: lost * (minutes - own) / max(per, 1))
    }

    private static func gain(_ mode: Mode, _ advice: ModeAdvice) -> Double? {
        advice.options.first { $0.mode == mode }?.gain
    }

    /// Own time, or where it is not on offer one's own pace in the room.
    private static func alone(_ advice: ModeAdvice) -> Double? {
        gain(.asyncSolo, advice) ?? gain(.parallel, advice)
    }

    /// What is done, why, and what it costs.
    public var reason: Reason {
        let then: String
        switch meets {
        case .liveTeacher: then = "joins the live group"
        case .livePeer: then = "sits with a classmate on the same topic"
        case .parallel: then = "asks in the room"
        default: then = "asks a classmate in writing"
        }
        let size = Rounding.words(abs(cost) * 100, 1)
        let points = size == "1" ? "1 point" : "\(size) points"
        let price =
            size == "0"
            ? "nothing is expected to be lost by it"
            : cost > 0
                ? "expected to cost \(points) of the chance of success"
                : "expected to gain \(points) of the chance of success"
        return .fact(
            code: "tries_alone",
            sentence: "tries alone for \(Rounding.words(ownMinutes, 1)) minutes first, then \(then), because working "
                + "alone grows by doing alone what likely succeeds, and more of it as it does; \(price)"
        )
    }
}
