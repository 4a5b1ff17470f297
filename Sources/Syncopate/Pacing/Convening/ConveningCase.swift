/// What is known of a class that may meet, wherever it comes from: a gradebook, or a log of practice.
struct ConveningCase {
    /// What could be met about.
    var topics: [ConveningTopic]
    /// Per learner, where they stand.
    var standings: [[TopicStanding]]
    /// Per learner, what to do in own time.
    var ownTime: [[OwnTimeTask]]
    /// What a teacher can check about a topic.
    var classFacts: (_ topic: Int) -> [Reason]
    /// What a teacher can check about a learner's seat with a teacher.
    var seatFacts: (_ learner: Int, _ topic: Int, _ seats: Int) -> [Reason]
    /// What a teacher can check about a learner in a group of classmates, what the role rests on left out.
    var peerFacts: (_ learner: Int, _ topic: Int) -> [Reason]
    /// Per learner what others gain from them; learners beyond the end: nothing is known.
    var gives: [Interdependence.Side] = []

    /// Plans, or plans again where something was planned before.
    func advise(_ request: ConveningRequest) -> ConveningAdvice {
        let places = 0..<standings.count
        let problem = ConveningProblem(
            topics: topics.count, slots: request.slots,
            learners: places.map { request.learner($0, standings: standings[$0], gives: gives(of: $0)) },
            together: Self.held(request.together, places), apart: Self.held(request.apart, places),
            groupSizes: request.groupSizes, seed: request.seed)
        var lost: [String] = []
        let plan: ConveningPlan
        var planned: ConveningPlan?
        if let earlier = request.earlier {
            let before = Self.plan(earlier, topics: topics, slots: request.slots.count, places, &lost)
            planned = before
            plan = Convener().replan(before, absent: request.absent.filter { places.contains($0) }, of: problem)
        } else {
            plan = Convener().plan(problem)
        }
        // Who was where already, where there was a plan.
        let before = request.earlier.map { earlier in
            Dictionary(
                earlier.map { ($0.slot, Set($0.groups.flatMap(\.members))) }, uniquingKeysWith: { $0.union($1) })
        }
        let finder = NoSeatFinder(
            problem: problem, plan: plan, absent: Set(request.absent), isPlannedAgain: planned != nil)
        var seats = places.map { _ in [ConveningSeat]() }
        for (meeting, session) in plan.meetings.enumerated() where request.slots.indices.contains(session.slot) {
            for (place, group) in session.groups.enumerated() {
                for (member, role) in zip(group.members, group.roles) where places.contains(member) {
                    var seat = seat(member, role, in: group, at: (meeting, place), slot: request.slots[session.slot])
                    seat.isNew = before.map { !($0[session.slot]?.contains(member) ?? false) } ?? false
                    seats[member].append(seat)
                }
            }
        }
        return ConveningAdvice(
            topics: topics, slots: request.slots, plan: plan,
            facts: plan.meetings.map { meeting in
                let isTaught =
                    request.slots.indices.contains(meeting.slot) && request.slots[meeting.slot].lead == .teacher
                return meeting.groups.map { isTaught ? classFacts($0.topic) : facts($0) }
            },
            learners: places.map { place in
                ConveningAdvice.Learner(
                    seats: seats[place], noSeat: seats[place].isEmpty ? finder.reason(place) : nil,
                    ownTime: ownTime.indices.contains(place) ? ownTime[place] : [])
            }, lostTopics: lost, left: planned.map { Self.left($0, plan, absent: Set(request.absent)) } ?? [])
    }

    /// Who had a seat, could come, and has it no longer, ascending.
    private static func left(_ planned: ConveningPlan, _ plan: ConveningPlan, absent: Set<Int>) -> [Int] {
        var seated: [Int: Set<Int>] = [:]
        for meeting in plan.meetings { seated[meeting.slot, default: []].formUnion(meeting.groups.flatMap(\.members)) }
        var left: Set<Int> = []
        for meeting in planned.meetings {
            left.formUnion(Set(meeting.groups.flatMap(\.members)).subtracting(seated[meeting.slot] ?? []))
        }
        return left.subtracting(absent).sorted()
    }

    /// What a teacher can check about a group of classmates.
    private func facts(_ group: MeetingGroup) -> [Reason] {
        classFacts(group.topic) + (group.roles.contains(.explain) ? [] : [.nobodyExplains])
    }

    private func seat(
        _ learner: Int, _ role: MeetingGroup.Role, in group: MeetingGroup, at place: (meeting: Int, group: Int),
        slot: LiveSlot
    ) -> ConveningSeat {
        let standing = standings[learner].first { $0.topic == group.topic }
        let known = standing?.known ?? 0
        let facts =
            slot.lead == .teacher
            ? seatFacts(learner, group.topic, slot.capacity)
            : [.inGroup(role: role, known: known)] + explaining(learner, role) + peerFacts(learner, group.topic)
        return ConveningSeat(
            meeting: place.meeting, group: place.group, role: role, known: known,
            uplift: slot.lead == .teacher ? standing?.uplift ?? 0 : nil, isNew: false, reasons: facts)
    }

    private func gives(of learner: Int) -> Interdependence.Side {
        gives.indices.contains(learner) ? gives[learner] : Interdependence.Side()
    }

    /// What speaks for an explainer beside having it.
    private func explaining(_ learner: Int, _ role: MeetingGroup.Role) -> [Reason] {
        guard role == .explain, gives(of: learner).isHigh else { return [] }
        return [
            .fact(
                code: "gives_to_others",
                sentence: "classmates gain from this learner's help more than from most, as far as was seen")
        ]
    }

    /// Sets without learners outside, and without those of fewer than two.
    private static func held(_ sets: [[Int]], _ places: Range<Int>) -> [[Int]] {
        sets.map { set in
            var seen: Set<Int> = []
            return set.filter { places.contains($0) && seen.insert($0).inserted }
        }.filter { $0.count > 1 }
    }

    /// An earlier plan with today's positions.
    private static func plan(
        _ earlier: [EarlierMeeting], topics: [ConveningTopic], slots: Int, _ places: Range<Int>,
        _ lost: inout [String]
    ) -> ConveningPlan {
        let positions = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Int> = []
        var meetings: [LiveMeeting] = []
        for meeting in earlier where (0..<slots).contains(meeting.slot) && seen.insert(meeting.slot).inserted {
            var groups: [MeetingGroup] = []
            for group in meeting.groups {
                guard let topic = positions[group.topic] else {
                    if !lost.contains(group.topic) { lost.append(group.topic) }
                    continue
                }
                let kept = zip(group.members, group.roles).filter { places.contains($0.0) }
                groups.append(
                    MeetingGroup(topic: topic, members: kept.map(\.0), roles: kept.map(\.1), value: 0))
            }
            // Also where no topic is left: the slot was planned for, and is none to fill anew.
            meetings.append(LiveMeeting(slot: meeting.slot, groups: groups))
        }
        meetings.sort { $0.slot < $1.slot }
        return ConveningPlan(meetings: meetings, isOptimal: false)
    }
}
