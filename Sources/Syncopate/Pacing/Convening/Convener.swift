/// Decides who should meet when, about what.
///
/// Slots with a teacher come first, then those among classmates go to who is still free.
public struct Convener: Sendable {
    /// What classmates among themselves gain.
    public var peerLesson: PeerLesson
    /// Figures that may be looked at to find the best seats with a teacher and prove that they are, where the problem
    /// is small enough to try; 0: no proof is tried. A count and no time, so that the same problem has the same plan on
    /// every machine.
    public var searchWork: Int

    public init(peerLesson: PeerLesson = PeerLesson(), searchWork: Int = 4_000_000) {
        self.peerLesson = peerLesson
        self.searchWork = searchWork
    }

    /// A plan for a problem. What is impossible in the problem (positions out of range, figures that are no numbers) is
    /// ignored.
    public func plan(_ problem: ConveningProblem) -> ConveningPlan {
        let table = ConveningTable(problem)
        var book = SeatBook(table)
        let taught = TeacherSeating(table, searchWork: searchWork)
        for (standing, slot) in taught.slotOf.enumerated() where slot >= 0 { book.sit(standing, in: slot) }
        var meetings: [LiveMeeting] = []
        for (slot, standings) in book.seated.enumerated() {
            guard let first = standings.first else { continue }
            meetings.append(
                LiveMeeting(slot: slot, groups: [.taught(standings, topic: table.topic[first], in: table)]))
        }
        var isOptimal = taught.isProven
        let seating = PeerSeating(lesson: peerLesson, sizes: problem.groupSizes)
        for slot in table.slots.indices where table.slots[slot].lead == .peers && table.seats[slot] > 0 {
            // Of groups of classmates nothing is proven.
            isOptimal = false
            let formed = seating.form(in: slot, &book).map {
                MeetingGroup.amongPeers($0.standings, topic: $0.topic, lesson: peerLesson, in: table)
            }
            if !formed.isEmpty { meetings.append(LiveMeeting(slot: slot, groups: formed)) }
        }
        meetings.sort { $0.slot < $1.slot }
        return ConveningPlan(meetings: meetings, isOptimal: isOptimal)
    }

    /// The plan without some learners; nobody who comes and still gains by it is moved from one session to another. Slots
    /// at which the plan has no meeting are then filled, as in a new plan, with those who have no seat.
    public func replan(_ plan: ConveningPlan, absent: [Int], of problem: ConveningProblem) -> ConveningPlan {
        var replanning = Replanning(problem, absent: absent, lesson: peerLesson)
        let kept = replanning.run(plan)
        let planned = Set(plan.meetings.map(\.slot))
        guard problem.slots.indices.contains(where: { !planned.contains($0) && problem.slots[$0].capacity > 0 }) else {
            return kept
        }
        var rest = problem
        for slot in planned where rest.slots.indices.contains(slot) { rest.slots[slot].capacity = 0 }
        let busy = Set(kept.meetings.flatMap { $0.groups.flatMap(\.members) }).union(absent)
        for learner in busy where rest.learners.indices.contains(learner) {
            rest.learners[learner].available = rest.slots.map { _ in false }
        }
        let added = self.plan(rest).meetings
        guard !added.isEmpty else { return kept }
        return ConveningPlan(meetings: (kept.meetings + added).sorted { $0.slot < $1.slot }, isOptimal: false)
    }
}
