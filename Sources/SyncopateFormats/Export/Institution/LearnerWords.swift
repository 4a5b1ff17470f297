internal import Syncopate

/// Advice in words for the learner it is about: nothing of anybody else, and nothing that only a teacher can act on.
enum LearnerWords {
    /// What to do, as the beginning of a line.
    static func action(_ action: Action) -> String {
        switch action {
        case .makeUp: "Make up"
        case .correct: "Correct or do again"
        case .prepare: "Prepare"
        case .review: "Look again at"
        case .extend: "Go further with"
        case .helpPeer: "Help a classmate with"
        }
    }

    /// How to do it.
    static func mode(_ mode: Mode) -> String {
        switch mode {
        case .asyncSolo: "On your own, in your own time."
        case .asyncSocial: "In your own time, with classmates in writing."
        case .parallel: "In the room with the others, at your own pace."
        case .livePeer: "Together with classmates."
        case .liveTeacher: "Together, in a small group with your teacher."
        case .blended: "First on your own, then together: explain it to each other."
        case .either: "Together or on your own, as you like: nothing says that one is better for you."
        }
    }

    /// Why, as far as it is about the learner; `nil` for what is about the class or the file.
    static func reason(_ reason: Reason) -> String? {
        switch reason {
        case .noScore, .statedAssigned: "You have no score on it yet."
        case .markedMissing: "It is marked missing."
        case .looksMissing: "It looks as if it were missing."
        case .begun: "You began it and have not handed it in."
        case .belowGoal(let score, let goal):
            "You got \(BriefWords.percent(score)) and the goal is \(BriefWords.percent(goal))."
        case .probablyUpcoming, .stillComingIn: "It is probably still to come."
        case .statedUpcoming: "It is still to come."
        case .faded: "You once did well on it, and lately less so."
        case .allDone: "Everything that is open you have done well."
        default: nil
        }
    }

    /// What is expected now, as a range with two in three odds.
    static func expected(_ success: Double, _ deviation: Double) -> String {
        let ends = [success - deviation, success + deviation].map { end in
            Int((min(max(end.isFinite ? end : 0, 0), 1) * 10).rounded())
        }
        return ends[0] == ends[1]
            ? "about \(ends[0]) of 10 points" : "\(ends[0]) to \(ends[1]) of 10 points"
    }

    /// How much the page rests on.
    static func basis(_ scores: Int) -> String {
        switch scores {
        case 0: "There are no scores of yours yet, so this is what helps most people. Ask your teacher."
        case 1...3:
            "It rests on \(scores == 1 ? "1 score" : "\(scores) scores") of yours, which is little: it may be wrong."
        default: "It rests on \(scores) scores of yours."
        }
    }
}
