/// A way to take a topic that a teacher can plan.
public enum TeacherPlanWay: String, Sendable, Hashable, CaseIterable {
    /// The teacher with everybody.
    case wholeClass = "whole_class"
    /// A small group with the teacher.
    case teacherGroup = "teacher_group"
    /// Pairs or small groups of classmates.
    case groups
    /// With classmates in writing, each in their own time.
    case inWriting = "in_writing"
    /// In one room, each at their own pace.
    case ownPace = "own_pace"
    /// Alone, in one's own time.
    case ownTime = "own_time"

    /// The named point on the range that it is.
    public var mode: Mode {
        switch self {
        case .wholeClass, .teacherGroup: .liveTeacher
        case .groups: .livePeer
        case .inWriting: .asyncSocial
        case .ownPace: .parallel
        case .ownTime: .asyncSolo
        }
    }

    /// What a teacher reads.
    public var words: String {
        switch self {
        case .wholeClass: "whole class"
        case .teacherGroup: "a group with the teacher"
        case .groups: "groups of classmates"
        case .inWriting: "classmates in writing"
        case .ownPace: "own pace in the room"
        case .ownTime: "own time"
        }
    }

    /// The ways a class has, the usual one first.
    static func offered(in setting: Setting, live: LiveTime, collective: Bool) -> [TeacherPlanWay] {
        guard collective else { return [.ownTime] }
        let ways: [TeacherPlanWay] = setting.modes(live: live).compactMap { mode in
            switch mode {
            case .asyncSolo: .ownTime
            case .asyncSocial: .inWriting
            case .parallel: .ownPace
            case .livePeer: .groups
            case .liveTeacher: setting.kind == .lecture ? .wholeClass : .teacherGroup
            case .blended, .either: nil
            }
        }
        let meets = setting.kind == .classroom || setting.kind == .masteryRoom
        return ways + (meets ? [.wholeClass] : [])
    }
}
