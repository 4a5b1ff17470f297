/// What a class is like: which modes it has to offer, and what each looks like there.
public struct Setting: Sendable, Hashable {
    /// The kinds there are.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A class that works in its own time and has some live time beside it.
        case classroom = "class"
        /// Everybody at the same time on the same thing.
        case lecture
        /// One room, everybody at their own pace on what they have not mastered yet.
        case masteryRoom = "mastery-room"
        /// A class of which each works in their own time and which never meets.
        case ownTime = "own-time"
        /// Nobody else.
        case alone
    }

    public var kind: Kind
    /// Where people meet when they do; ``Arrangement/Place-swift.enum/any`` counts as the same room.
    public var place: Arrangement.Place

    public init(_ kind: Kind = .classroom, place: Arrangement.Place = .sameRoom) {
        self.kind = kind
        self.place = place == .any ? .sameRoom : place
    }

    /// Whether learners of one section form a cohort: classmates that a learner could be with.
    public var hasCohort: Bool { kind != .alone }

    /// Live time there is, out of what is stated: none where a class never meets, a seat for everybody in a lecture.
    func live(_ stated: LiveTime, cohort: Int) -> LiveTime {
        switch kind {
        case .classroom, .masteryRoom: return stated
        case .lecture: return LiveTime(sessions: 1, minutes: stated.minutes, seats: max(cohort, 1))
        case .ownTime, .alone: return LiveTime(sessions: 0, minutes: stated.minutes, seats: stated.seats)
        }
    }

    /// The mode of whoever does nothing special.
    public var usual: Mode {
        switch kind {
        case .lecture: .liveTeacher
        case .masteryRoom: .parallel
        case .classroom, .ownTime, .alone: .asyncSolo
        }
    }

    /// How work is done that is nothing special: in a lecture, after it.
    var usualOfWork: Mode { usual == .liveTeacher ? .asyncSolo : usual }

    /// What can be chosen from, the usual mode first.
    ///
    /// - Parameter live: the live time there is.
    public func modes(live: LiveTime) -> [Mode] {
        switch kind {
        case .classroom: [.asyncSolo, .asyncSocial, .livePeer] + (live.isNone ? [] : [.liveTeacher])
        case .lecture: [.liveTeacher, .asyncSolo, .asyncSocial]
        case .masteryRoom: [.parallel, .livePeer] + (live.isNone ? [] : [.liveTeacher])
        case .ownTime: [.asyncSolo, .asyncSocial]
        case .alone: [.asyncSolo]
        }
    }

    /// What a mode looks like here.
    ///
    /// - Parameters:
    ///   - together: people on the same topic at the same time, the learner among them.
    ///   - cohort: size of the cohort.
    ///   - isDated: whether there is a date it is to be done by.
    public func arrangement(_ mode: Mode, together: Int, cohort: Int, isDated: Bool) -> Arrangement {
        let ownPace: Arrangement.Pace = isDated ? .deadline : .own
        switch mode {
        case .asyncSolo, .either:
            return Arrangement(time: .own, place: .any, pace: ownPace, pathway: .own, space: .solo)
        case .asyncSocial:
            return Arrangement(time: .own, place: .any, pace: ownPace, pathway: .sharedTopic, space: .writtenPeer)
        case .parallel:
            return Arrangement(
                time: .shared, place: place, pace: .own, pathway: .own,
                space: Arrangement.Space(together: together, of: cohort))
        case .livePeer, .liveTeacher, .blended:
            return Arrangement(
                time: .shared, place: place, pace: .cohort,
                pathway: kind == .lecture && mode == .liveTeacher ? .sharedItem : .sharedTopic,
                space: Arrangement.Space(together: max(together, 2), of: cohort))
        }
    }
}
