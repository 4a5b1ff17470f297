import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// From evidence and a teacher's request to who meets, and why the others do not.
struct ConveningAdviceTests {
    private let engine = Engine(priors: .shipped)

    /// Any request for so many learners, positions outside included.
    private func request(_ generator: inout TestSupport.SeededGenerator, learners: Int) -> ConveningRequest {
        func upTo(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }
        let slots = (0..<upTo(5)).map { number in
            LiveSlot(
                id: "s\(number)", start: upTo(2) == 0 ? nil : Double(upTo(5)) * 1200, minutes: Double(5 + upTo(50)),
                capacity: upTo(7), lead: upTo(2) == 0 ? .teacher : .peers)
        }
        func sets() -> [[Int]] { (0..<upTo(3)).map { _ in (0..<upTo(4)).map { _ in upTo(learners + 3) - 1 } } }
        return ConveningRequest(
            slots: slots, available: (0..<upTo(learners + 2)).map { _ in slots.map { _ in upTo(4) > 0 } },
            mostMinutes: (0..<upTo(learners + 2)).map { _ in [nil, 20, 45, 90][upTo(4)] }, together: sets(),
            apart: sets(), absent: (0..<upTo(3)).map { _ in upTo(learners + 2) }, seed: generator.next())
    }

    /// As in other advice, without a log of gains whoever lacks a topic is kept from no seat that is free.
    @Test func whoLacksATopicHasAFreeSeat() {
        for seed in 0..<6 as Range<UInt64> {
            let gradebook = SampleClass(learners: 12, columns: 6, seed: seed).gradebook(mapped: true)
            let slots = (0..<6).map { LiveSlot(id: "s\($0)", capacity: 12) }
            let advice = engine.convene(
                gradebook, request: ConveningRequest(slots: slots), settings: RecommendSettings())
            let reasons = Set(advice.learners.compactMap { $0.noSeat?.code })
            #expect(reasons.isSubset(of: ["gains_nothing"]), "\(reasons)")
        }
    }

    /// Lengths that are none are of slots nobody can meet in; minutes that are none say nothing.
    @Test func figuresThatMakeNoSenseBreakNothing() {
        let gradebook = SampleClass(learners: 8, columns: 6, seed: 1).gradebook(mapped: true)
        let wild = [Double.nan, .infinity, -.infinity, 0, -30, 1e300]
        let slots =
            wild.enumerated().map { LiveSlot(id: "w\($0)", minutes: $1, capacity: 4) } + [
                LiveSlot(id: "a", capacity: 2)
            ]
        let request = ConveningRequest(slots: slots, mostMinutes: wild + [nil, 30])
        let advice = engine.convene(gradebook, request: request, settings: RecommendSettings())
        let sane = advice.plan.meetings.filter { slots[$0.slot].minutes == 30 }
        #expect(sane.first?.groups.first?.members.count == 2)
        #expect(advice.plan.meetings.allSatisfy { slots[$0.slot].minutes.isFinite && slots[$0.slot].minutes > 0 })
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func whateverIsAskedForHolds(seed: UInt64) {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let count = Int(generator.next() % 14)
        let gradebook = SampleClass(learners: count, columns: 9, seed: seed).gradebook(mapped: seed % 2 == 0)
        let request = request(&generator, learners: count)
        let advice = engine.convene(gradebook, request: request, settings: RecommendSettings())
        #expect(advice == engine.convene(gradebook, request: request, settings: RecommendSettings()))
        check(advice, request, count: count)
        // The plan as it was, given back, stays as it is.
        var again = request
        again.earlier = advice.plan.meetings.map { meeting in
            EarlierMeeting(
                slot: meeting.slot,
                groups: meeting.groups.map { group in
                    EarlierMeeting.Group(
                        topic: advice.topics[group.topic].id, members: group.members, roles: group.roles)
                })
        }
        let same = engine.convene(gradebook, request: again, settings: RecommendSettings())
        check(same, request, count: count)
        #expect(same.lostTopics.isEmpty)
        for (before, after) in zip(advice.learners, same.learners) {
            for seat in before.seats {
                let slot = advice.plan.meetings[seat.meeting].slot
                #expect(after.seats.contains { same.plan.meetings[$0.meeting].slot == slot && !$0.isNew })
            }
        }
    }

    private func check(_ advice: ConveningAdvice, _ request: ConveningRequest, count: Int) {
        #expect(advice.learners.count == count && advice.facts.count == advice.plan.meetings.count)
        for (place, learner) in advice.learners.enumerated() {
            #expect(learner.seats.isEmpty == (learner.noSeat != nil))
            #expect(!learner.ownTime.isEmpty)
            if request.absent.contains(place) { #expect(learner.noSeat == .absent) }
            for seat in learner.seats {
                let meeting = advice.plan.meetings[seat.meeting]
                let group = meeting.groups[seat.group]
                #expect(group.members.contains(place) && !seat.reasons.isEmpty)
                #expect((0...1).contains(seat.known))
                // Among classmates gains are in another unit, and no uplift.
                #expect((seat.uplift != nil) == (request.slots[meeting.slot].lead == .teacher))
                #expect((seat.uplift ?? 1) > 0)
                let stated = request.available.indices.contains(place) ? request.available[place] : []
                #expect(stated.isEmpty || stated[meeting.slot])
                for reason in seat.reasons { #expect(!reason.sentence.isEmpty && !reason.sentence.contains("nan")) }
            }
        }
        for meeting in advice.plan.meetings {
            let members = meeting.groups.flatMap(\.members)
            #expect(members.count <= request.slots[meeting.slot].capacity && Set(members).count == members.count)
            for set in request.apart { #expect(Set(set).intersection(members).count <= 1) }
        }
    }

    @Test func whoGainsMostIsSeatedFirst() throws {
        let gradebook = SampleClass(seed: 3).gradebook(mapped: true)
        let advice = engine.convene(
            gradebook, request: ConveningRequest(slots: [LiveSlot(id: "a", capacity: 4)]), settings: RecommendSettings()
        )
        let group = try #require(advice.plan.meetings.first?.groups.first)
        #expect(group.members.count == 4)
        let seats = advice.learners.flatMap(\.seats)
        #expect(seats.allSatisfy { $0.known < 0.5 })
        #expect(seats.allSatisfy { $0.reasons.map(\.code).starts(with: ["among_best", "chance_alone"]) })
        #expect(advice.facts[0][0].map(\.code) == ["class_share"])
    }

    @Test func anEmptyGradebookHasNobody() {
        let advice = engine.convene(
            Gradebook(EvidenceLog()), request: ConveningRequest(slots: [LiveSlot(id: "a", capacity: 4)]),
            settings: RecommendSettings())
        #expect(advice.learners.isEmpty && advice.plan.meetings.isEmpty && advice.freeSlots == [0])
    }

    // MARK: Why not

    private static let lacks = TopicStanding(topic: 0, known: 0.1, uplift: 1)
    private static let gainsNothing = TopicStanding(topic: 0, known: 0.1, uplift: 0)
    private static let has = TopicStanding(topic: 0, known: 0.9, uplift: 0)

    /// A class of two of whom the second has the seat of one slot.
    private func reason(
        _ learner: ConveningLearner, slots: [LiveSlot] = [LiveSlot(id: "a", capacity: 1)], seats: [Int] = [1],
        together: [[Int]] = [], apart: [[Int]] = [], absent: Set<Int> = [], topic: Int = 0, isPlannedAgain: Bool = false
    ) -> NoSeatReason {
        let problem = ConveningProblem(
            topics: 2, slots: slots, learners: [learner, ConveningLearner(standings: [Self.lacks])],
            together: together, apart: apart)
        let meetings =
            seats.isEmpty
            ? []
            : [
                LiveMeeting(
                    slot: 0,
                    groups: [MeetingGroup(topic: topic, members: seats, roles: seats.map { _ in .learn }, value: 1)])
            ]
        return NoSeatFinder(
            problem: problem, plan: ConveningPlan(meetings: meetings, isOptimal: false), absent: absent,
            isPlannedAgain: isPlannedAgain
        ).reason(0)
    }

    @Test func everyReasonHasItsCase() {
        let open = ConveningLearner(standings: [Self.lacks])
        #expect(reason(open, absent: [0]) == .absent)
        #expect(reason(open, slots: [], seats: []) == .noLiveTime)
        #expect(reason(open, slots: [LiveSlot(id: "a", capacity: 0)], seats: []) == .noLiveTime)
        #expect(reason(ConveningLearner(standings: [Self.lacks], available: [false])) == .notAvailable)
        #expect(reason(ConveningLearner(standings: [Self.lacks], mostMinutes: 20)) == .mostMinutes(20))
        #expect(reason(ConveningLearner(standings: [Self.has])) == .gainsNothing)
        #expect(reason(ConveningLearner(standings: [Self.gainsNothing])) == .ownTimeDoesAsWell)
        #expect(reason(open, together: [[0, 1]], apart: [[1, 0]]) == .rulesExclude)
        #expect(reason(open, seats: []) == .nobodyMeets)
        #expect(reason(open, topic: 1) == .otherTopics)
        #expect(reason(open, apart: [[0, 1]]) == .apart)
        #expect(reason(open, together: [[0, 2]]) == .together)
        #expect(reason(open) == .seatsTaken)
        #expect(reason(open, isPlannedAgain: true) == .seatsKept)
        #expect(reason(open, slots: [LiveSlot(id: "a", capacity: 3, lead: .peers)]) == .nobodyMeets)
        let all: [NoSeatReason] = [
            .absent, .noLiveTime, .notAvailable, .mostMinutes(22.5), .gainsNothing, .nobodyMeets, .apart, .together,
            .otherTopics, .seatsTaken, .seatsKept,
            .ownTimeDoesAsWell, .rulesExclude,
        ]
        #expect(Set(all.map(\.code)).count == all.count && Set(all.map(\.sentence)).count == all.count)
    }

    @Test func rulesThatExcludeEachOtherAreFound() {
        let slots = [LiveSlot(id: "a", capacity: 4)]
        let request = ConveningRequest(
            slots: slots, together: [[0, 1], [1, 2], [7, .max]], apart: [[0, 3], [3, 2, 0], [2, 2], [7, .max], []])
        #expect(request.contradictions(learners: 5) == [1])
        #expect(request.contradictions(learners: 0) == [] && request.contradictions(learners: -1) == [])
    }

    /// Traces are told beside a seat, and never denied.
    @Test func tracesStandBesideASeat() throws {
        let gradebook = SampleClass(seed: 3).gradebook(mapped: true)
        let traced = Independence(mean: 0.4, deviation: 0.5, counts: [.onTime: 6], source: .traces)
        let settings = RecommendSettings(
            independence: Dictionary(uniqueKeysWithValues: gradebook.learners.map { ($0.id, traced) }))
        let advice = engine.convene(
            gradebook, request: ConveningRequest(slots: [LiveSlot(id: "a", capacity: 4)]), settings: settings)
        let seats = advice.learners.flatMap(\.seats)
        #expect(!seats.isEmpty)
        for seat in seats {
            #expect(seat.reasons.contains(.tracesOfIndependence(trait: 0.4, deviation: 0.5, count: 6)))
            #expect(!seat.reasons.map(\.code).contains("independence_unknown"))
        }
    }

    /// Whoever gains nothing any more is not in the plan, and counted.
    @Test func whoLeavesThePlanIsCounted() throws {
        let gradebook = SampleClass(seed: 3).gradebook(mapped: true)
        var request = ConveningRequest(slots: [LiveSlot(id: "a", capacity: 4)])
        let advice = engine.convene(gradebook, request: request, settings: RecommendSettings())
        let group = try #require(advice.plan.meetings.first?.groups.first)
        #expect(advice.left.isEmpty)
        let knows = try #require(
            advice.learners.indices.first { place in
                !group.members.contains(place) && advice.learners[place].noSeat == .gainsNothing
            })
        request.earlier = [
            EarlierMeeting(
                slot: 0,
                groups: [
                    EarlierMeeting.Group(
                        topic: advice.topics[group.topic].id, members: Array(group.members.prefix(2)) + [knows],
                        roles: [.learn, .learn, .learn])
                ])
        ]
        request.absent = [group.members[1]]
        let again = engine.convene(gradebook, request: request, settings: RecommendSettings())
        #expect(again.left == [knows])
        #expect(again.learners[group.members[0]].seats.map(\.isNew) == [false])
    }

    @Test func wordsOfRolesAndLeadsReadBack() {
        for role in [MeetingGroup.Role.learn, .explain, .summarise] {
            #expect(MeetingGroup.Role(code: role.code) == role)
        }
        for lead in [LiveSlot.Lead.teacher, .peers] { #expect(LiveSlot.Lead(code: lead.code) == lead) }
        #expect(MeetingGroup.Role(code: "sleep") == nil && LiveSlot.Lead(code: "") == nil)
    }
}
