/// Finds why somebody meets nobody, once the plan stands.
struct NoSeatFinder {
    let problem: ConveningProblem
    let plan: ConveningPlan
    let absent: Set<Int>

    /// The first reason that by itself would have been enough.
    func reason(_ learner: Int) -> NoSeatReason {
        let person = problem.learners[learner]
        if absent.contains(learner) { return .absent }
        let slots = problem.slots.indices.filter { problem.slots[$0].capacity > 0 }
        guard !slots.isEmpty else { return .noLiveTime }
        let open = slots.filter { person.canCome(to: $0) }
        guard !open.isEmpty else { return .notAvailable }
        let short = open.filter { slot in person.mostMinutes.map { problem.slots[slot].minutes <= $0 } ?? true }
        guard !short.isEmpty else { return .mostMinutes(person.mostMinutes ?? 0) }
        // What there is to learn in a session: with a teacher by the uplift, else by lacking it.
        let taught = Set(person.standings.filter { $0.uplift > 0 }.map(\.topic))
        let lacked = Set(person.standings.filter { $0.known < 0.5 }.map(\.topic))
        func topics(_ slot: Int) -> Set<Int> { problem.slots[slot].lead == .teacher ? taught : lacked }
        guard short.contains(where: { !topics($0).isEmpty }) else { return .gainsNothing }
        let meetings = plan.meetings.filter { short.contains($0.slot) }
        guard !meetings.isEmpty else { return .nobodyMeets }
        let useful = meetings.filter { meeting in
            meeting.groups.contains { topics(meeting.slot).contains($0.topic) }
        }
        guard !useful.isEmpty else { return .otherTopics }
        let others = Set(problem.apart.filter { $0.contains(learner) }.flatMap { $0 }).subtracting([learner])
        let free = useful.filter { meeting in
            !meeting.groups.contains { $0.members.contains { others.contains($0) } }
        }
        guard !free.isEmpty else { return .apart }
        if problem.together.contains(where: { $0.contains(learner) }) { return .together }
        let isFull = free.contains { meeting in
            meeting.groups.reduce(0) { $0 + $1.members.count } >= problem.slots[meeting.slot].capacity
        }
        return isFull ? .seatsTaken : .nobodyMeets
    }
}
