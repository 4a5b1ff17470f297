/// Why a learner meets nobody. The code is stable; the sentence may be reworded.
public enum NoSeatReason: Sendable, Hashable {
    /// Said to be absent.
    case absent
    /// There is no time to meet.
    case noLiveTime
    /// Can come at no time that there is.
    case notAvailable
    /// Every time they can come is longer than the live minutes they may have.
    case mostMinutes(Double)
    /// Likely has all topics.
    case gainsNothing
    /// Lacks some topic, and gains nothing from meeting that own time does not give as well.
    case ownTimeDoesAsWell
    /// Two rules about the learner exclude each other: who is to be together is to be apart.
    case rulesExclude
    /// Nobody meets: no group gains enough.
    case nobodyMeets
    /// In every session that would help there is somebody they are kept apart from.
    case apart
    /// There is no seat for all of those they are to be with.
    case together
    /// The sessions they can come to are about what they likely have, or gain nothing from.
    case otherTopics
    /// The seats of the sessions they can come to go to learners who gain more.
    case seatsTaken
    /// The same after planning again: the seats stay with whoever had them.
    case seatsKept

    /// The stable code.
    public var code: String {
        switch self {
        case .absent: "absent"
        case .noLiveTime: "no_live_time"
        case .notAvailable: "not_available"
        case .mostMinutes: "most_minutes"
        case .gainsNothing: "gains_nothing"
        case .ownTimeDoesAsWell: "own_time_does_as_well"
        case .rulesExclude: "rules_exclude"
        case .nobodyMeets: "nobody_meets"
        case .apart: "apart"
        case .together: "together"
        case .otherTopics: "other_topics"
        case .seatsTaken: "seats_taken"
        case .seatsKept: "seats_kept"
        }
    }

    /// The reason in words. No learner is named.
    public var sentence: String {
        switch self {
        case .absent: return "absent"
        case .noLiveTime: return "there is no live time"
        case .notAvailable: return "can come to none of the sessions"
        case .mostMinutes(let minutes):
            let text = minutes == minutes.rounded() && minutes < 1e9 ? "\(Int(minutes))" : "\(minutes)"
            return "may have \(text) live minutes, and every session they can come to is longer"
        case .gainsNothing: return "likely has every topic that could be met about"
        case .ownTimeDoesAsWell: return "own time is expected to give as much as any session"
        case .rulesExclude: return "is to be together with somebody and apart from them, and no session allows both"
        case .nobodyMeets: return "no group that they could be in gains from meeting"
        case .apart: return "somebody to be kept apart from is in every session that would help"
        case .together: return "no session has a seat for all who are to be together"
        case .otherTopics: return "the sessions they can come to are about what they likely have, or gain nothing from"
        case .seatsTaken: return "the seats they could have go to classmates who are expected to gain more"
        case .seatsKept: return "the seats they could have were kept for those who had them"
        }
    }
}
