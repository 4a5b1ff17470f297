/// Finds why somebody meets nobody, once the plan stands.
struct NoSeatFinder {
    private let problem: ConveningProblem
    private let absent: Set<Int>
    /// Whether whoever had a seat before kept it.
    private let isPlannedAgain: Bool
    /// Positions of slots that have seats.
    private let slots: [Int]
    private let meetings: [Meeting]
    private let parties: Parties
    /// Learners who are to be with somebody.
    private let together: Set<Int>
    /// Per learner, whom they are kept apart from.
    private var others: [Int: Set<Int>] = [:]

    /// What of a meeting decides whether somebody could have been in it.
    private struct Meeting {
        var slot: Int
        var topics: Set<Int>
        var members: Set<Int>
        var isFull: Bool
    }

    /// - Parameters:
    ///   - absent: positions of learners who cannot come at all.
    ///   - isPlannedAgain: whether the plan was made from an earlier one.
    init(problem: ConveningProblem, plan: ConveningPlan, absent: Set<Int>, isPlannedAgain: Bool = false) {
        self.problem = problem
        self.absent = absent
        self.isPlannedAgain = isPlannedAgain
        slots = problem.slots.indices.filter { problem.slots[$0].capacity > 0 }
        meetings = plan.meetings.filter { problem.slots.indices.contains($0.slot) }.map { meeting in
            let members = meeting.groups.flatMap(\.members)
            return Meeting(
                slot: meeting.slot, topics: Set(meeting.groups.map(\.topic)), members: Set(members),
                isFull: members.count >= problem.slots[meeting.slot].capacity)
        }
        parties = Parties(count: problem.learners.count, together: problem.together, apart: problem.apart)
        together = Set(problem.together.flatMap { $0 })
        for set in problem.apart {
            for learner in set { others[learner, default: []].formUnion(set) }
        }
        for learner in others.keys { others[learner]?.remove(learner) }
    }

    /// The first reason that by itself would have been enough.
    func reason(_ learner: Int) -> NoSeatReason {
        let person = problem.learners[learner]
        if absent.contains(learner) { return .absent }
        guard !slots.isEmpty else { return .noLiveTime }
        if parties.impossible[parties.partyOf[learner]] { return .rulesExclude }
        let open = slots.filter { person.canCome(to: $0) }
        guard !open.isEmpty else { return .notAvailable }
        let short = Set(open.filter { slot in person.mostMinutes.map { problem.slots[slot].minutes <= $0 } ?? true })
        guard !short.isEmpty else { return .mostMinutes(person.mostMinutes ?? 0) }
        // What there is to learn in a session: with a teacher by the uplift, else by lacking it.
        let taught = Set(person.standings.filter { $0.uplift > 0 }.map(\.topic))
        let lacked = Set(person.standings.filter { $0.known < 0.5 }.map(\.topic))
        func topics(_ slot: Int) -> Set<Int> { problem.slots[slot].lead == .teacher ? taught : lacked }
        guard short.contains(where: { !topics($0).isEmpty }) else {
            // Lacking something and gaining nothing by a session is not the same as lacking nothing.
            return lacked.isEmpty ? .gainsNothing : .ownTimeDoesAsWell
        }
        let near = meetings.filter { short.contains($0.slot) }
        guard !near.isEmpty else { return .nobodyMeets }
        let useful = near.filter { !$0.topics.isDisjoint(with: topics($0.slot)) }
        guard !useful.isEmpty else { return .otherTopics }
        let kept = others[learner] ?? []
        let free = useful.filter { kept.isDisjoint(with: $0.members) }
        guard !free.isEmpty else { return .apart }
        if together.contains(learner) { return .together }
        guard free.contains(where: \.isFull) else { return .nobodyMeets }
        return isPlannedAgain ? .seatsKept : .seatsTaken
    }
}
