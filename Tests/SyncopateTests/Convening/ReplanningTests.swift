import Syncopate
import TestSupport
import Testing

@Suite struct ReplanningTests {
    private func places(_ plan: ConveningPlan) -> [Int: Set<Int>] {
        var places: [Int: Set<Int>] = [:]
        for meeting in plan.meetings {
            for member in meeting.groups.flatMap(\.members) { places[member, default: []].insert(meeting.slot) }
        }
        return places
    }

    /// Absentees have left, no constraint is broken, and nobody was moved to another session who still has one.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func nobodyIsMoved(seed: UInt64) {
        let problem = InventedProblems.problem(
            seed: 3000 + seed, learners: 8 + Int(seed % 12), topics: 2 + Int(seed % 3), slots: 1 + Int(seed % 4),
            seats: 2...6)
        let plan = Convener().plan(problem)
        #expect(Convener().replan(plan, absent: [], of: problem) == plan)
        var generator = SeededGenerator(seed: seed)
        let absent = problem.learners.indices.filter { _ in generator.uniform() < 0.25 }
        let changed = Convener().replan(plan, absent: absent, of: problem)
        #expect(ConveningFaults.of(changed, problem) == [])
        let (before, after) = (places(plan), places(changed))
        for learner in absent { #expect(after[learner] == nil) }
        // Parties of which somebody is absent do not meet, and groups of classmates may fall apart.
        for meeting in plan.meetings where problem.slots[meeting.slot].lead == .teacher {
            let missing = problem.together.filter { !Set($0).isDisjoint(with: absent) }.flatMap { $0 }
            let stay = meeting.groups[0].members.filter { !absent.contains($0) && !missing.contains($0) }
            for member in stay where !problem.together.contains(where: { $0.contains(member) }) {
                #expect(after[member]?.contains(meeting.slot) == true)
            }
        }
        for (member, slots) in after {
            // Whoever is somewhere new had a session fewer before, and kept all others.
            let gone = before[member, default: []].subtracting(slots)
            #expect(gone.allSatisfy { problem.slots[$0].lead == .peers })
        }
        // Sessions that the plan did not have are for those who are left without one.
        let added = changed.meetings.filter { meeting in !plan.meetings.contains { $0.slot == meeting.slot } }
        let kept = changed.meetings.filter { !added.contains($0) }.flatMap { $0.groups.flatMap(\.members) }
        #expect(Set(kept).isDisjoint(with: added.flatMap { $0.groups.flatMap(\.members) }))
    }

    private func taught(_ gains: [[Double]], capacity: Int) -> ConveningProblem {
        ConveningProblem(
            topics: 1, slots: gains[0].indices.map { LiveSlot(id: "s\($0)", capacity: capacity) },
            learners: gains.map { row in
                ConveningLearner(
                    standings: [TopicStanding(topic: 0, known: 0.4, uplift: row.max() ?? 0)],
                    available: row.map { $0 > 0 })
            })
    }

    @Test func freeSeatGoesToWhoGainsMost() {
        let problem = taught([[0.9], [0.8], [0.2], [0.5]], capacity: 2)
        let plan = Convener().plan(problem)
        #expect(plan.meetings[0].groups[0].members == [0, 1])
        #expect(Convener().replan(plan, absent: [0], of: problem).meetings[0].groups[0].members == [1, 3])
        // All but one away: the one who is left.
        #expect(Convener().replan(plan, absent: [0, 1, 3], of: problem).meetings[0].groups[0].members == [2])
        #expect(Convener().replan(plan, absent: [0, 1, 2, 3], of: problem).meetings.isEmpty)
        // An absentee without a seat changes nothing, and the plan stays the best.
        #expect(Convener().replan(plan, absent: [2], of: problem) == plan)
    }

    /// A slot that came later is planned as in a new plan, for those who have no seat.
    @Test func addedSlotsAreFilled() {
        var problem = taught([[0.9, 0.9], [0.8, 0.8], [0.2, 0.2], [0.5, 0]], capacity: 1)
        problem.slots[1].capacity = 0
        let plan = Convener().plan(problem)
        #expect(plan.meetings.map(\.slot) == [0] && plan.meetings[0].groups[0].members == [0])
        problem.slots[1].capacity = 2
        let changed = Convener().replan(plan, absent: [1], of: problem)
        #expect(changed.meetings.map(\.slot) == [0, 1] && !changed.isOptimal)
        #expect(changed.meetings.map { $0.groups[0].members } == [[0], [2]])
        // Free seats of the plan come first.
        let last = Convener().replan(plan, absent: [0, 1, 2], of: problem)
        #expect(last.meetings.map(\.slot) == [0] && last.meetings[0].groups[0].members == [3])
    }

    private func classmates(_ known: [Double], sizes: ClosedRange<Int>, capacity: Int) -> ConveningProblem {
        ConveningProblem(
            topics: 1, slots: [LiveSlot(id: "a", capacity: capacity, lead: .peers)],
            learners: known.map { ConveningLearner(standings: [TopicStanding(topic: 0, known: $0, uplift: 0)]) },
            groupSizes: sizes)
    }

    @Test func groupWithoutItsExplainerIsFormedAnew() {
        let problem = classmates([0.8, 0.3, 0.35, 0.75], sizes: 3...3, capacity: 3)
        let plan = Convener().plan(problem)
        let members = plan.meetings[0].groups[0].members
        let explains = plan.meetings[0].groups[0].roles.firstIndex(of: .explain).map { members[$0] }
        #expect(explains != nil)
        let changed = Convener().replan(plan, absent: [explains ?? 0], of: problem)
        let group = changed.meetings[0].groups[0]
        #expect(Set(group.members) == Set(0..<4).subtracting([explains ?? 0]))
        #expect(group.roles.contains(.explain))
    }

    @Test func groupTooSmallFallsApart() {
        let problem = classmates([0.8, 0.3], sizes: 2...2, capacity: 4)
        let plan = Convener().plan(problem)
        #expect(plan.meetings.count == 1)
        #expect(Convener().replan(plan, absent: [1], of: problem).meetings.isEmpty)
    }

    /// A plan that the problem does not allow comes out allowed.
    @Test func plansThatMakeNoSenseAreMended() {
        let problem = taught([[0.9], [0.8]], capacity: 1)
        let group = MeetingGroup(topic: 0, members: [0, 1, 7, -1], roles: [], value: .nan)
        let plan = ConveningPlan(
            meetings: [
                LiveMeeting(slot: 9, groups: [group]), LiveMeeting(slot: 0, groups: [group, group]),
                LiveMeeting(slot: 0, groups: []), LiveMeeting(slot: -1, groups: []),
            ], isOptimal: true)
        let mended = Convener().replan(plan, absent: [], of: problem)
        #expect(ConveningFaults.of(mended, problem) == [])
        #expect(mended.meetings.count == 1 && !mended.isOptimal)
    }
}
