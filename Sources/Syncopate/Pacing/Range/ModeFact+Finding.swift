extension ModeFact {
    /// What speaks for and against a mode for a learner.
    ///
    /// Shares between which explaining to each other works are those of Crouch & Mazur (2001); that help does most where
    /// little is known and can harm where much is, is from Tetzlaff, Simonsmeier, Peters & Brod (2025).
    static func about(_ mode: Mode, _ standing: ModeStanding) -> (strengths: [ModeFact], risks: [ModeFact]) {
        var facts = Facts()
        switch mode {
        case .asyncSolo:
            facts.strengths.append(.ownPace)
            facts.alone(standing)
            if standing.cohort < 2 { facts.risks.append(.nobodyToAsk) }
        case .asyncSocial:
            facts.strengths.append(.ownPace)
            facts.peers(standing)
            facts.alone(standing)
            facts.risks.append(.answersLater)
        case .parallel:
            facts.strengths.append(.ownPace)
            if standing.together > 1 {
                facts.strengths.append(.sameTopic(count: standing.together - 1))
            } else {
                facts.risks.append(.aloneInRoom)
            }
            facts.help(standing)
        case .livePeer, .blended:
            facts.peers(standing)
            facts.risks.append(.onePace)
        case .liveTeacher:
            facts.help(standing)
            facts.risks.append(.onePace)
        case .either: break
        }
        return (facts.strengths, facts.risks)
    }

    private struct Facts {
        var strengths: [ModeFact] = []
        var risks: [ModeFact] = []

        /// What getting on alone depends on.
        mutating func alone(_ standing: ModeStanding) {
            if standing.success >= 0.5 {
                strengths.append(.canAlone(success: standing.success))
            } else {
                risks.append(.littleKnown(success: standing.success))
            }
            if standing.stuck >= 0.5 { risks.append(.stuckAlone(stuck: standing.stuck)) }
            let independence = standing.independence
            if !independence.isKnown {
                risks.append(.independenceUnknown(traces: independence.traces))
            } else if independence.mean >= independence.deviation {
                strengths.append(.worksAlone(independence.source))
            } else if independence.mean <= -independence.deviation {
                risks.append(.worksLessAlone(independence.source))
            }
        }

        mutating func peers(_ standing: ModeStanding) {
            let among = standing.interdependence
            if among.gains.isHigh { strengths.append(.gainsFromOthers) }
            if among.gains.isLow { risks.append(.gainsLessFromOthers) }
            if among.gives.isHigh { strengths.append(.givesToOthers) }
            guard let share = standing.share else { return }
            if share < TopicAdvice.discussFrom {
                risks.append(.fewCanExplain(share: share))
            } else if share > TopicAdvice.discussTo {
                risks.append(.littleToDiscuss(share: share))
            } else {
                strengths.append(.classmatesCanExplain(share: share))
            }
            // Who could give is a matter of who has it, not of the person.
            if standing.success >= standing.goal, share <= TopicAdvice.discussTo {
                strengths.append(.couldExplain(lacking: 1 - share))
            }
        }

        mutating func help(_ standing: ModeStanding) {
            if standing.success < 0.5 { strengths.append(.helpAtHand(success: standing.success)) }
            if standing.stuck >= 0.5 { strengths.append(.wayOut(stuck: standing.stuck)) }
            if standing.success >= standing.goal { risks.append(.alreadyHas(success: standing.success)) }
        }
    }
}
