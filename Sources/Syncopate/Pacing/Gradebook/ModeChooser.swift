/// The mode of each learner of one cohort once the live seats are given out, with the facts behind it.
struct ModeChooser {
    let settings: RecommendSettings
    /// Live time there is.
    let live: LiveTime
    let estimate: ClassEstimate
    /// 1 where there is no cohort.
    let cohortSize: Int
    /// Scores of the whole cohort.
    let classScores: Int
    /// The cohort's share of work handed in; NaN where nothing was asked.
    let handedIn: Double
    /// Topics by their position.
    let topics: [Int: TopicAdvice]
    /// The topic the modes on offer are about where there is no session.
    let firstTopic: Int?
    /// Topic of the first live session.
    let lesson: Int?

    /// P(best) from which classmates in writing are advised over working alone, where a class never meets.
    static let clearlyBest = 0.6

    private var isCollective: Bool { cohortSize >= 2 }

    /// - Parameters:
    ///   - learner: position in the gradebook.
    ///   - seat: their record for the live seats; `nil` where nobody lacks anything.
    ///   - options: the modes on offer.
    func choose(
        for learner: Int, independence: Independence, seat record: Seat?, options: [ModeOption]
    ) -> ModeAdvice {
        var reasons: [Reason] = []
        var mode = settings.setting.usual
        var seat = record
        let kind = settings.setting.kind
        let topic = (kind == .lecture ? lesson : seat?.topic) ?? firstTopic
        if !isCollective {
            mode = .asyncSolo
            reasons.append(.noCohort)
        } else if kind == .lecture {
            seat = nil
            reasons.append(.lessonForAll)
        } else if kind == .ownTime {
            seat = nil
            let social = options.first { $0.mode == .asyncSocial }?.best ?? 0
            mode = social >= Self.clearlyBest ? .asyncSocial : .asyncSolo
            reasons.append(.neverMeets)
        } else if let seat {
            if live.isNone { reasons.append(.noLiveTime) }
            if seat.isSeated {
                mode = .liveTeacher
                reasons.append(seatReason(seat))
            } else {
                if !live.isNone { reasons.append(noSeatReason(seat, learner: learner)) }
                if kind == .masteryRoom {
                    reasons.append(.ownPaceInRoom)
                } else if seat.aboveClassmate < ModeAdvisor.separates {
                    reasons.append(.gainsLeast(probability: 1 - seat.aboveClassmate))
                } else {
                    mode = .either
                    reasons.append(.notSeparated(probability: seat.aboveClassmate))
                }
            }
        } else {
            reasons.append(live.isNone ? .noLiveTime : .nobodyNeedsMeeting)
        }
        reasons += facts(learner: learner, topic: isCollective ? topic : nil, isMet: seat != nil || kind == .lecture)
        if isCollective { reasons += evidence(learner: learner, independence) }
        var standing: ModeStanding?
        if let topic {
            standing = ModeStanding(
                success: estimate.mastery(learner: learner, skill: topic).success, goal: settings.goal,
                share: isCollective ? topics[topic].flatMap { $0.scores > 0 ? $0.share : nil } : nil,
                independence: independence, cohort: cohortSize)
        }
        var advice = ModeAdvice(
            mode: mode, isCollective: isCollective,
            topic: topic.map { estimate.skills[$0].title }, seat: seat, options: options, standing: standing,
            reasons: reasons)
        if kind == .lecture {
            advice.uplift = record?.uplift
            advice.upliftDeviation = record?.upliftDeviation
        }
        return advice
    }

    /// What a teacher can check about the topic.
    private func facts(learner: Int, topic: Int?, isMet: Bool) -> [Reason] {
        guard isMet, let topic, let advice = topics[topic] else { return [] }
        var facts: [Reason] = []
        if advice.scores > 0 {
            facts.append(.classShare(topic: advice.title, share: advice.share, low: advice.low, high: advice.high))
        }
        facts.append(
            .chanceAlone(topic: advice.title, success: estimate.mastery(learner: learner, skill: topic).success))
        return facts
    }

    private func evidence(learner: Int, _ independence: Independence) -> [Reason] {
        var reasons: [Reason] = [
            independence.asked > 0
                ? .handedIn(own: independence.handedIn, asked: independence.asked, classmates: handedIn)
                : .independenceUnknown
        ]
        if independence.asked > 0, !independence.isKnown { reasons.append(.independenceUnknown) }
        reasons.append(.evidenceFrom(classScores: classScores, learnerScores: estimate.scoreCounts[learner]))
        return reasons
    }

    private func seatReason(_ seat: Seat) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: seat.propensity) }
        if seat.isForAll { return .seatForAll(topic: estimate.skills[seat.topic].title) }
        return .amongBest(probability: seat.amongBest, seats: live.seats)
    }

    private func noSeatReason(_ seat: Seat, learner: Int) -> Reason {
        if seat.propensity < 1 { return .drawnByLot(chance: 1 - seat.propensity) }
        let title = estimate.skills[seat.topic].title
        let hasTopic = estimate.chance(learner: learner, skill: seat.topic, goal: settings.goal) >= 0.5
        return hasTopic ? .hasTopic(topic: title) : .seatsTaken(seats: live.seats)
    }
}
