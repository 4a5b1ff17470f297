import Syncopate

/// What is wrong with a plan, found with the public types alone: every constraint is looked at in its own words.
enum ConveningFaults {
    static func of(_ plan: ConveningPlan, _ problem: ConveningProblem, lesson: PeerLesson = PeerLesson()) -> [String] {
        var faults: [String] = []
        func expect(_ holds: Bool, _ fault: @autoclosure () -> String) { if !holds { faults.append(fault()) } }

        var sessions = [[(slot: Int, topic: Int)]](repeating: [], count: problem.learners.count)
        expect(plan.meetings.map(\.slot) == Set(plan.meetings.map(\.slot)).sorted(), "slots out of order or twice")
        for meeting in plan.meetings {
            guard problem.slots.indices.contains(meeting.slot) else {
                faults.append("no slot \(meeting.slot)")
                continue
            }
            let slot = problem.slots[meeting.slot]
            let everybody = meeting.groups.flatMap(\.members)
            expect(slot.minutes > 0 && slot.minutes.isFinite, "a slot without length")
            expect(!meeting.groups.isEmpty && everybody.count <= slot.capacity, "capacity")
            expect(Set(everybody).count == everybody.count, "somebody twice in a slot")
            for set in problem.apart {
                expect(Set(set).intersection(everybody).count < 2, "apart \(set) in slot \(meeting.slot)")
            }
            if slot.lead == .teacher { expect(meeting.groups.count == 1, "several groups with a teacher") }
            for group in meeting.groups {
                expect((0..<problem.topics).contains(group.topic), "no topic \(group.topic)")
                expect(group.roles.count == group.members.count && group.roles.contains(.learn), "roles")
                for set in problem.together {
                    let valid = Set(set.filter { problem.learners.indices.contains($0) })
                    let inside = valid.intersection(group.members)
                    expect(inside.isEmpty || inside == valid, "together \(set) in slot \(meeting.slot)")
                }
                var known: [Double] = []
                var uplift = 0.0
                for member in group.members {
                    guard problem.learners.indices.contains(member) else {
                        faults.append("no learner \(member)")
                        continue
                    }
                    let learner = problem.learners[member]
                    expect(learner.canCome(to: meeting.slot), "\(member) cannot come to \(meeting.slot)")
                    sessions[member].append((meeting.slot, group.topic))
                    let standing = learner.standings.first {
                        $0.topic == group.topic && (0...1).contains($0.known) && $0.uplift.isFinite
                    }
                    expect(standing != nil, "\(member) has no standing on \(group.topic)")
                    known.append(standing?.known ?? .nan)
                    uplift += standing?.uplift ?? .nan
                    let isTogether = problem.together.contains { $0.contains(member) }
                    expect(
                        slot.lead == .peers || isTogether || standing?.uplift ?? 0 > 0,
                        "\(member) gains nothing")
                }
                expect(group.value > 0, "a group worth \(group.value)")
                if slot.lead == .teacher {
                    expect(abs(group.value - uplift) < 1e-9, "value of a group with a teacher")
                    expect(group.roles.allSatisfy { $0 == .learn }, "somebody does not learn")
                } else {
                    expect(abs(group.value - lesson.value(known: known)) < 1e-9, "value of a group of classmates")
                    expect(
                        problem.groupSizes.contains(group.members.count) && group.members.count > 1,
                        "\(group.members.count) in a group")
                    expect(group.roles.count { $0 == .explain } < 2, "several explain")
                    if let explains = group.roles.firstIndex(of: .explain) {
                        expect(known[explains] >= 0.6 && known[explains] == known.max(), "who explains")
                    } else {
                        expect(known.allSatisfy { $0 < 0.6 }, "nobody explains")
                    }
                }
            }
        }
        for (member, attended) in sessions.enumerated() {
            let topics = attended.map(\.topic)
            expect(Set(topics).count == topics.count, "\(member) meets about a topic twice")
            for (place, one) in attended.enumerated() {
                for two in attended[(place + 1)...] {
                    expect(
                        !problem.slots[one.slot].overlaps(problem.slots[two.slot]), "\(member) in two places at once")
                }
            }
            if let most = problem.learners[member].mostMinutes, !most.isNaN {
                let minutes = attended.reduce(0) { $0 + problem.slots[$1.slot].minutes }
                expect(attended.isEmpty || minutes <= most + 1e-9, "\(member) has \(minutes) of \(most) minutes")
            } else {
                expect(attended.count < 2, "\(member) has \(attended.count) sessions")
            }
        }
        return faults
    }
}
