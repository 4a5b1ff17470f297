/// One plain fact behind a recommendation or a mode, which a teacher can check in the gradebook.
///
/// The code is stable; the sentence may be reworded.
public enum Reason: Sendable, Hashable {
    /// Past work without a score; `classmates` of `asked` have one.
    case noScore(classmates: Int, asked: Int)
    /// The file marks it missing.
    case markedMissing
    /// Begun and not handed in.
    case begun
    /// The score stands below the goal.
    case belowGoal(score: Double, goal: Double)
    /// Almost nobody has a score on it yet, so it is probably still to come. A guess from the file.
    case probablyUpcoming(scored: Int, asked: Int)
    /// An item file says it is to come.
    case statedUpcoming
    /// An item file says it has been assigned.
    case statedAssigned
    /// Part of the class has a score: still being handed in or marked. A guess from the file.
    case stillComingIn(scored: Int, asked: Int)
    /// In this class, learners who do well here do well on what comes next.
    case mattersForNext(title: String)
    /// What the learner's scores, one on this very item included, lead to expect here.
    case predicted(success: Double, from: Int)
    /// The learner has no scores, so the class and the shipped prior speak.
    case noEvidenceYet
    /// Once done well, lately less so.
    case faded(topic: String, then: Double, now: Double)
    /// The learner was let off or never given whatever the file has.
    case nothingAsked
    /// Everything open is done well.
    case allDone
    /// Classmates below the goal on a topic this learner has.
    case classmatesNeed(topic: String, count: Int, of: Int)
    /// The file has no graded work to point at.
    case noGradedWork
    /// Share of the class expected to have the topic.
    case classShare(topic: String, share: Double, low: Double, high: Double)
    /// This learner's chance on the topic alone, now.
    case chanceAlone(topic: String, success: Double)
    /// Work handed in against what classmates handed in.
    case handedIn(own: Int, asked: Int, classmates: Double)
    /// What traces say of how the learner works alone, on a scale of mean 0 and deviation 1, and how many spoke.
    case tracesOfIndependence(trait: Double, deviation: Double, count: Int)
    /// Nothing tells how the learner works alone, or too little where some traces spoke.
    case independenceUnknown(traces: Int = 0)
    /// Chance that this learner is among those of the class who gain most from the live seats, if meeting helps as
    /// expected.
    case amongBest(probability: Double, seats: Int)
    /// There is a seat for everybody who lacks the topic.
    case seatForAll(topic: String)
    /// Nothing tells the candidates for a seat apart: it was drawn by lot.
    case drawnByLot(chance: Double)
    /// The live seats are taken by classmates who are expected to gain more.
    case seatsTaken(seats: Int)
    /// More likely than not, the learner has what the live seats are about.
    case hasTopic(topic: String)
    /// What a member of a group of classmates does there, by the chance of having its topic.
    case inGroup(role: MeetingGroup.Role, known: Double)
    /// Nobody in a group of classmates is likely enough to have its topic to explain it.
    case nobodyExplains
    /// There is nobody to meet.
    case noCohort
    /// The teacher stated no live time.
    case noLiveTime
    /// A fact of another vocabulary, in words already.
    case fact(code: String, sentence: String)
    /// Everybody hears the same at the same time.
    case lessonForAll
    /// The class never meets.
    case neverMeets
    /// In the room, at one's own pace.
    case ownPaceInRoom
    /// Every topic worked on is had by everybody, more likely than not.
    case nobodyNeedsMeeting
    /// Expected to gain less than classmates from meeting.
    case gainsLeast(probability: Double)
    /// The evidence does not separate meeting from own time.
    case notSeparated(probability: Double)
    /// Between a third and two thirds of the class have it: explaining it to each other works.
    case discussTogether(topic: String)
    /// What kind of evidence the mode rests on.
    ///
    /// Scores, and logged gains of ways of working, of the whole class and of the learner.
    case evidenceFrom(classScores: Int, learnerScores: Int, classGains: Int = 0, learnerGains: Int = 0)

    /// The stable code.
    public var code: String {
        switch self {
        case .noScore: "no_score"
        case .markedMissing: "marked_missing"
        case .begun: "begun"
        case .belowGoal: "below_goal"
        case .probablyUpcoming: "probably_upcoming"
        case .statedUpcoming: "stated_upcoming"
        case .statedAssigned: "stated_assigned"
        case .stillComingIn: "still_coming_in"
        case .mattersForNext: "matters_for_next"
        case .predicted: "predicted"
        case .noEvidenceYet: "no_evidence_yet"
        case .faded: "faded"
        case .nothingAsked: "nothing_asked"
        case .allDone: "all_done"
        case .classmatesNeed: "classmates_need"
        case .noGradedWork: "no_graded_work"
        case .classShare: "class_share"
        case .chanceAlone: "chance_alone"
        case .handedIn: "handed_in"
        case .tracesOfIndependence: "traces_of_independence"
        case .independenceUnknown: "independence_unknown"
        case .amongBest: "among_best"
        case .seatForAll: "seat_for_all"
        case .drawnByLot: "drawn_by_lot"
        case .seatsTaken: "seats_taken"
        case .hasTopic: "has_topic"
        case .inGroup: "in_group"
        case .nobodyExplains: "nobody_explains"
        case .noCohort: "no_cohort"
        case .noLiveTime: "no_live_time"
        case .fact(let code, _): code
        case .lessonForAll: "lesson_for_all"
        case .neverMeets: "never_meets"
        case .ownPaceInRoom: "own_pace_in_room"
        case .nobodyNeedsMeeting: "nobody_needs_meeting"
        case .gainsLeast: "gains_least"
        case .notSeparated: "not_separated"
        case .discussTogether: "discuss_together"
        case .evidenceFrom: "evidence_from"
        }
    }

    /// Whether it rests on something inferred from the file's shape, which an item file can override.
    public var isGuess: Bool {
        switch self {
        case .probablyUpcoming, .stillComingIn: true
        default: false
        }
    }
}
