extension Reason {
    /// The fact in words. No learner is named.
    public var sentence: String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share)) %" }
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
        case .stillComingIn(let scored, let asked):
            return "still coming in (a guess: \(scored) of \(asked) have a score)"
        case .mattersForNext(let title): return "in this class, doing well here goes with doing well on \(title)"
        case .predicted(let success, let count):
            let scores = count == 1 ? "1 other score" : "\(count) other scores"
            return "expected score \(percent(success)), from \(scores) of this learner and the class"
        case .noEvidenceYet: return "no scores from this learner yet: the class and the shipped prior speak"
        case .faded(let topic, let then, let now):
            return "\(topic) was done well (\(percent(then))) and is now expected at \(percent(now))"
        case .allDone: return "everything open in the file is done well"
        case .classmatesNeed(let topic, let count, let total):
            return "\(count) of \(total) classmates are below the goal on \(topic)"
        case .noGradedWork: return "the file has no graded work to point at"
        case .classShare(let topic, let share, let low, let high):
            return "\(percent(share)) of the class have \(topic) (80 % sure: \(percent(low)) to \(percent(high)))"
        case .chanceAlone(let topic, let success): return "chance alone on \(topic): \(percent(success))"
        case .handedIn(let own, let asked, let classmates):
            return "handed in \(own) of \(asked); classmates \(percent(classmates))"
        case .independenceUnknown: return "nothing tells how this learner works alone"
        case .amongBest(let probability, let seats):
            return "\(percent(probability)) likely to be among the \(seats) who gain most from meeting"
        case .drawnByLot(let chance):
            return "nothing tells the candidates apart: drawn by lot, chance \(percent(chance))"
        case .seatsTaken(let seats): return "the \(seats) live seats go to classmates expected to gain more"
        case .hasTopic(let topic): return "more likely than not has \(topic), which the live seats are about"
        case .noCohort: return "no classmates in the file: nobody to meet"
        case .noLiveTime: return "no live time was stated"
        case .nobodyNeedsMeeting: return "no topic so far that anybody more likely than not still lacks"
        case .gainsLeast(let probability):
            return "\(percent(probability)) likely to gain less than half the class from meeting"
        case .notSeparated(let probability):
            return "meeting or own time: the evidence does not separate them "
                + "(\(percent(probability)) likely in the upper half of the class for gain from meeting)"
        case .discussTogether(let topic):
            return "about half the class have \(topic): try it first, then explain it to each other"
        case .evidenceFrom(let studies, let classScores, let learnerScores):
            let study = studies ? "studies of live and own-time learning" : "no studies"
            return "evidence: \(study); \(classScores) scores of this class; \(learnerScores) of this learner; "
                + "none yet on what meeting did here"
        }
    }
}
