/// A plan put right when some cannot come: whoever comes stays where they are if that is still worth something.
struct Replanning {
    private let seating: PeerSeating
    private var book: SeatBook
    /// What still takes place, per slot.
    private var groups: [[PeerSeating.Group]]
    /// Whether a group lost the only one who explained, beside each group of the plan.
    private var isLeaderless: [[Bool]]
    private var isKept: [Bool]

    private var table: ConveningTable { book.table }

    init(_ problem: ConveningProblem, absent: [Int], lesson: PeerLesson) {
        seating = PeerSeating(lesson: lesson, sizes: problem.groupSizes)
        book = SeatBook(ConveningTable(problem, absent: absent))
        groups = problem.slots.map { _ in [] }
        isLeaderless = problem.slots.map { _ in [] }
        isKept = problem.slots.map { _ in false }
    }

    /// The plan put right. What the problem does not allow in it (positions out of range, a slot twice, somebody apart)
    /// is left out.
    mutating func run(_ plan: ConveningPlan) -> ConveningPlan {
        for meeting in plan.meetings
        where table.slots.indices.contains(meeting.slot) && !isKept[meeting.slot] && !meeting.groups.isEmpty {
            isKept[meeting.slot] = true
            let isTaught = table.slots[meeting.slot].lead == .teacher
            for group in isTaught ? Array(meeting.groups.prefix(1)) : meeting.groups { keep(group, in: meeting.slot) }
        }
        let broken = breakUp()
        // Who was in a group that broke up is first asked for a new one in the same session.
        fillTaught(without: broken)
        for slot in table.slots.indices where isKept[slot] && table.slots[slot].lead == .peers {
            groups[slot] += seating.form(in: slot, &book)
            seating.fill(&groups[slot], in: slot, &book)
        }
        fillTaught(without: [])
        let meetings = table.slots.indices.compactMap { meeting(in: $0) }
        return ConveningPlan(meetings: meetings, isOptimal: plan.isOptimal && meetings == plan.meetings)
    }

    private mutating func keep(_ group: MeetingGroup, in slot: Int) {
        guard let topic = table.topics.firstIndex(of: group.topic) else { return }
        let isTaught = table.slots[slot].lead == .teacher
        let members = Set(group.members)
        var staying: [Int] = []
        for standing in table.byTopic[topic]
        where table.members[table.party[standing]].allSatisfy(members.contains)
            && (!isTaught || table.value[standing] > 0) && book.maySit(standing, in: slot)
        {
            book.sit(standing, in: slot)
            staying.append(standing)
        }
        groups[slot].append(PeerSeating.Group(topic: topic, standings: staying))
        let explains = table.known(of: staying).contains { $0 >= MeetingGroup.explaining }
        isLeaderless[slot].append(group.roles.contains(.explain) && !explains)
    }

    /// Takes apart groups of classmates that are too small now, worth nothing, or without the only one who explained.
    ///
    /// - Returns: the parties that were in them.
    private mutating func breakUp() -> Set<Int> {
        var broken = Set<Int>()
        for slot in groups.indices where table.slots[slot].lead == .peers {
            for place in groups[slot].indices.reversed() {
                let group = groups[slot][place]
                if seating.isWorthIt(group.standings, in: table), !isLeaderless[slot][place] { continue }
                for standing in group.standings {
                    book.rise(standing)
                    broken.insert(table.party[standing])
                }
                groups[slot].remove(at: place)
            }
        }
        return broken
    }

    /// Gives free seats with a teacher to whoever gains most from them.
    private mutating func fillTaught(without barred: Set<Int>) {
        var offers: [(gain: Double, standing: Int, slot: Int)] = []
        for slot in groups.indices where table.slots[slot].lead == .teacher && book.left[slot] > 0 {
            guard let topic = groups[slot].first?.topic else { continue }
            for standing in table.byTopic[topic].prefix(table.gaining[topic])
            where !barred.contains(table.party[standing]) && book.maySit(standing, in: slot) {
                offers.append((table.value[standing] / Double(table.size(standing)), standing, slot))
            }
        }
        let ticket = table.ticket
        let party = table.party
        offers.sort {
            $0.gain != $1.gain
                ? $0.gain > $1.gain
                : (ticket[party[$0.standing]], party[$0.standing], $0.slot)
                    < (ticket[party[$1.standing]], party[$1.standing], $1.slot)
        }
        for offer in offers where book.maySit(offer.standing, in: offer.slot) {
            book.sit(offer.standing, in: offer.slot)
            groups[offer.slot][0].standings.append(offer.standing)
        }
    }

    private func meeting(in slot: Int) -> LiveMeeting? {
        let made = groups[slot].filter { !$0.standings.isEmpty }.map { group in
            table.slots[slot].lead == .teacher
                ? MeetingGroup.taught(group.standings, topic: group.topic, in: table)
                : MeetingGroup.amongPeers(group.standings, topic: group.topic, lesson: seating.lesson, in: table)
        }
        return made.isEmpty ? nil : LiveMeeting(slot: slot, groups: made)
    }
}
