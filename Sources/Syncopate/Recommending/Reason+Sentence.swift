extension Reason {
    /// The fact in words. No learner is named.
    public var sentence: String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }
        switch self {
        case .noScore(let classmates, let asked):
            return "no score yet; \(classmates) of \(asked) in the class have one"
        case .markedMissing: return "marked missing"
        case .begun: return "begun and not handed in"
        case .belowGoal(let score, let goal): return "scored \(percent(score)), below the goal of \(percent(goal))"
        case .probablyUpcoming(0, _): return "probably still to come (a guess: nobody has a score yet)"
        case .probablyUpcoming(let scored, let asked):
            return "probably still to come (a guess: \(scored) of \(asked) have a score)"
        case .statedUpcoming: return "still to come, as the item file says"
        case .statedAssigned: return "assigned, as the item file says, and no score yet"
        case .stillComingIn(let scored, let asked):
            return "still coming in (a guess: \(scored) of \(asked) have a score)"
        case .mattersForNext(let title): return "in this class, doing well here goes with doing well on \(title)"
        case .predicted(let success, let count):
            let scores = count == 1 ? "1 score" : "\(count) scores"
            return "expected score \(percent(success)), from \(scores) of this learner and the class"
        case .noEvidenceYet: return "no scores from this learner yet: classmates, if any, and the shipped prior speak"
        case .faded(let topic, let then, let now):
            return "\(topic) was done well (\(percent(then))) and was \(percent(now)) lately"
        case .nothingAsked: return "excused from, or not given, what the file has"
        case .allDone: return "everything open in the file is done well"
        case .classmatesNeed(let topic, let count, let total):
            return "\(count) of \(total) classmates are below the goal on \(topic)"
        case .noGradedWork: return "the file has no graded work to point at"
        case .classShare(let topic, let share, let low, let high):
            return "\(percent(share)) of the class have \(topic) (80 % sure: \(percent(low)) to \(percent(high)))"
        case .chanceAlone(let topic, let success): return "chance alone on \(topic): \(percent(success))"
        case .handedIn(let own, let asked, let classmates):
            return "handed in \(own) of \(asked); classmates \(percent(classmates))"
        case .tracesOfIndependence(let trait, let deviation, let count):
            let traces = count == 1 ? "1 trace" : "\(count) traces"
            let figure = Rounding.decimals(trait, 1)
            return "works alone at \(figure > 0 ? "+" : "")\(figure) (sd \(Rounding.decimals(deviation, 1))) "
                + "where most are within 1 of 0, from \(traces) of how this learner works"
        case .independenceUnknown(let traces):
            return "\(traces > 0 ? "too little" : "nothing") tells how this learner works alone"
        case .amongBest(let probability, let seats):
            let who = seats == 1 ? "the one who gains" : "the \(seats) who gain"
            return "\(percent(probability)) likely to be among \(who) most from meeting, if it helps as expected"
        case .seatForAll(let topic): return "there is a seat for everybody who more likely than not lacks \(topic)"
        case .drawnByLot(let chance):
            return "nothing tells the candidates apart: drawn by lot, chance \(percent(chance))"
        case .seatsTaken(1): return "the live seat goes to a classmate expected to gain more"
        case .seatsTaken(let seats): return "the \(seats) live seats go to classmates expected to gain more"
        case .hasTopic(let topic): return "more likely than not has \(topic), which the live seats are about"
        case .inGroup(.explain, let known): return "likely has it (\(percent(known))), so can explain"
        case .inGroup(.learn, let known): return "has yet to get it (\(percent(known)) likely has it)"
        case .inGroup(.summarise, let known):
            return "between having and lacking it (\(percent(known)) likely has it): puts it in words and checks"
        case .nobodyExplains:
            return "nobody in this group is likely enough to have it to explain it, so look in on them"
        case .noCohort: return "no classmates in this section: nobody to meet"
        case .noLiveTime: return "there is no live time"
        case .fact(_, let sentence): return sentence
        case .lessonForAll: return "the lesson is for everybody at once; what is told apart is what each does after it"
        case .neverMeets: return "the class works in its own time and never meets"
        case .ownPaceInRoom: return "in the room with the others, at the learner's own pace"
        case .nobodyNeedsMeeting: return "no topic so far that anybody more likely than not still lacks"
        case .gainsLeast(let probability):
            return "\(percent(probability)) likely to gain less from meeting than a classmate picked at random"
        case .notSeparated(let probability):
            return "meeting or own time: the evidence does not separate them "
                + "(\(percent(probability)) likely to gain more from it than a classmate picked at random)"
        case .discussTogether(let topic):
            return "about half the class have \(topic): try it first, then explain it to each other"
        case .evidenceFrom(let classScores, let learnerScores, let classGains, let learnerGains):
            return "evidence: studies of live and own-time learning; \(classScores) scores of this class; "
                + "\(learnerScores) of this learner; "
                + (classGains == 0
                    ? "none yet on what meeting did here"
                    : "\(classGains) logged gains from ways of working here, \(learnerGains) of this learner")
        }
    }
}
