/// Decides who should meet when, about what.
///
/// Slots with a teacher come first, then those among classmates go to who is still free.
public struct Convener: Sendable {
    /// What classmates among themselves gain.
    public var peerLesson: PeerLesson

    public init(peerLesson: PeerLesson = PeerLesson()) {
        self.peerLesson = peerLesson
    }

    /// A plan for a problem. What is impossible in the problem (positions out of range, figures that are no numbers) is ignored.
    public func plan(_ problem: ConveningProblem) -> ConveningPlan {
        var book = SeatBook(ConveningTable(problem))
        let slots = book.table.slots.indices
        let taught = slots.filter { book.table.slots[$0].lead == .teacher && book.table.seats[$0] > 0 }
        var greedy = TopicGreedy(book, slots: taught)
        let topics = greedy.fill(&book, slots: taught)
        var groups = taught.map { _ in [MeetingGroup]() }
        var meetings: [LiveMeeting] = []
        for (place, slot) in taught.enumerated() where topics[slot] >= 0 && !book.seated[slot].isEmpty {
            groups[place] = [.taught(book.seated[slot], topic: topics[slot], in: book.table)]
            meetings.append(LiveMeeting(slot: slot, groups: groups[place]))
        }
        for slot in slots where book.table.slots[slot].lead == .peers && book.table.seats[slot] > 0 {
            let formed = PeerSeating(lesson: peerLesson, sizes: problem.groupSizes).form(in: slot, &book)
            if !formed.isEmpty { meetings.append(LiveMeeting(slot: slot, groups: formed)) }
        }
        meetings.sort { $0.slot < $1.slot }
        return ConveningPlan(meetings: meetings, isOptimal: meetings.isEmpty)
    }

    /// The plan without some learners; nobody who comes is moved from one session to another.
    public func replan(_ plan: ConveningPlan, absent: [Int], of problem: ConveningProblem) -> ConveningPlan {
        Replanning(problem, absent: absent, lesson: peerLesson).run(plan)
    }
}
