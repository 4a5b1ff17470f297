/// A plan put right when some cannot come.
struct Replanning {
    private let problem: ConveningProblem
    private let lesson: PeerLesson
    private var book: SeatBook

    init(_ problem: ConveningProblem, absent: [Int], lesson: PeerLesson) {
        self.problem = problem
        self.lesson = lesson
        book = SeatBook(ConveningTable(problem, absent: absent))
    }

    func run(_ plan: ConveningPlan) -> ConveningPlan {
        var copy = self
        return copy.repaired(plan)
    }

    private mutating func repaired(_ plan: ConveningPlan) -> ConveningPlan {
        let table = book.table
        var meetings: [LiveMeeting] = []
        for meeting in plan.meetings
        where table.slots.indices.contains(meeting.slot) && !meetings.contains(where: { $0.slot == meeting.slot }) {
            let isTaught = table.slots[meeting.slot].lead == .teacher
            var groups: [MeetingGroup] = []
            for group in isTaught ? Array(meeting.groups.prefix(1)) : meeting.groups {
                guard let topic = table.topics.firstIndex(of: group.topic) else { continue }
                var staying: [Int] = []
                for standing in table.byTopic[topic]
                where table.members[table.party[standing]].allSatisfy(group.members.contains) {
                    guard book.maySit(standing, in: meeting.slot), !isTaught || table.value[standing] > 0 else {
                        continue
                    }
                    book.sit(standing, in: meeting.slot)
                    staying.append(standing)
                }
                if isTaught {
                    for standing in table.byTopic[topic].prefix(table.gaining[topic])
                    where book.maySit(standing, in: meeting.slot) {
                        book.sit(standing, in: meeting.slot)
                        staying.append(standing)
                    }
                    if !staying.isEmpty { groups.append(.taught(staying, topic: topic, in: table)) }
                } else {
                    let known = table.known(of: staying)
                    if known.count >= max(problem.groupSizes.lowerBound, 2), lesson.value(known: known) > 0 {
                        groups.append(.amongPeers(staying, topic: topic, lesson: lesson, in: table))
                    } else {
                        for standing in staying { book.rise(standing) }
                    }
                }
            }
            if !isTaught {
                groups += PeerSeating(lesson: lesson, sizes: problem.groupSizes).form(in: meeting.slot, &book)
            }
            if !groups.isEmpty { meetings.append(LiveMeeting(slot: meeting.slot, groups: groups)) }
        }
        return ConveningPlan(
            meetings: meetings.sorted { $0.slot < $1.slot }, isOptimal: plan.isOptimal && meetings == plan.meetings)
    }
}
