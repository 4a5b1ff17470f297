/// The mode of each learner of one cohort once the live seats are given out, with the facts behind it.
struct ModeChooser {
    let setting: Setting
    /// Live time there is.
    let live: LiveTime
    /// 1 where there is no cohort.
    let cohortSize: Int
    /// Scores of the whole cohort.
    let classScores: Int
    /// Logged gains of whoever is in the log.
    var classGains = 0
    /// The cohort's share of work handed in; NaN where nothing was asked.
    let handedIn: Double

    /// P(best) from which classmates in writing are advised over working alone, where a class never meets.
    static let clearlyBest = 0.6

    /// Below this probability of gaining more than a classmate picked at random, own time is advised; above it nothing
    /// separates.
    static let separates = 0.4

    private var isCollective: Bool { cohortSize >= 2 }

    func choose(for known: ModeCase) -> ModeAdvice {
        let (mode, reasons) = verdict(known)
        // A lesson for all has no seats to be given, and a class that never meets none at all.
        let hasSeats = isCollective && [.classroom, .masteryRoom].contains(setting.kind)
        var advice = ModeAdvice(
            mode: mode, usualOfWork: setting.usualOfWork, isCollective: isCollective, topic: known.topic,
            seat: hasSeats ? known.seat : nil,
            options: known.options, standing: known.standing, reasons: reasons + facts(known) + evidence(known))
        if isCollective { advice.interdependence = known.interdependence }
        if isCollective, setting.kind != .ownTime {
            advice.uplift = known.seat?.uplift
            advice.upliftDeviation = known.seat?.upliftDeviation
        }
        return advice
    }

    private func verdict(_ known: ModeCase) -> (mode: Mode, reasons: [Reason]) {
        guard isCollective else { return (.asyncSolo, [.noCohort]) }
        switch setting.kind {
        case .lecture: return (setting.usual, [.lessonForAll])
        case .ownTime:
            let social = known.options.first { $0.mode == .asyncSocial }?.best ?? 0
            return (social >= Self.clearlyBest ? .asyncSocial : .asyncSolo, [.neverMeets])
        case .classroom, .masteryRoom, .alone: break
        }
        guard let seat = known.seat else { return (setting.usual, [live.isNone ? .noLiveTime : .nobodyNeedsMeeting]) }
        guard !seat.isSeated else { return (.liveTeacher, [seatReason(seat, known)] + known.seatFacts) }
        let why: Reason = live.isNone ? .noLiveTime : noSeatReason(seat, known)
        if setting.kind == .masteryRoom { return (setting.usual, [why, .ownPaceInRoom]) }
        if seat.aboveClassmate < Self.separates {
            return (setting.usual, [why, .gainsLeast(probability: 1 - seat.aboveClassmate)])
        }
        return (.either, [why, .notSeparated(probability: seat.aboveClassmate)])
    }

    /// What a teacher can check about the topic.
    private func facts(_ known: ModeCase) -> [Reason] {
        guard isCollective, known.seat != nil || setting.kind == .lecture, let topic = known.topic else { return [] }
        var facts: [Reason] = []
        if let share = known.share {
            facts.append(.classShare(topic: topic, share: share.mean, low: share.low, high: share.high))
        }
        if let standing = known.standing {
            facts.append(.chanceAlone(topic: topic, success: standing.success))
        }
        return facts
    }

    private func evidence(_ known: ModeCase) -> [Reason] {
        guard isCollective else { return [] }
        let independence = known.independence
        var reasons: [Reason] = []
        if independence.asked > 0 {
            reasons.append(.handedIn(own: independence.handedIn, asked: independence.asked, classmates: handedIn))
        }
        if independence.source == .traces {
            reasons.append(
                .tracesOfIndependence(
                    trait: independence.mean, deviation: independence.deviation, count: independence.traces))
        }
        reasons += independence.reasons + known.interdependence.reasons
        reasons.append(
            .evidenceFrom(
                classScores: classScores, learnerScores: known.scores, classGains: classGains,
                learnerGains: known.gains))
        return reasons
    }

    private func seatReason(_ seat: Seat, _ known: ModeCase) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: seat.propensity) }
        if seat.isForAll, let topic = known.topic { return .seatForAll(topic: topic) }
        return .amongBest(probability: seat.amongBest, seats: live.seats)
    }

    private func noSeatReason(_ seat: Seat, _ known: ModeCase) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: 1 - seat.propensity) }
        if known.hasTopic, let topic = known.topic { return .hasTopic(topic: topic) }
        return .seatsTaken(seats: live.seats)
    }
}
