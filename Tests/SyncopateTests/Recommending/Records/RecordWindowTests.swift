import TestSupport
import Testing

@testable import Syncopate

/// One test per way in which an event meets another.
struct RecordWindowTests {
    private let a = EventID("a"), b = EventID("b"), c = EventID("c")

    private func answer(
        _ id: EventID?, at: Double? = nil, score: Double = 1, supersedes: EventID? = nil
    ) -> PracticeEvent {
        PracticeEvent(id: id, at: at, score: score, subject: EvidenceSubject(item: 0), supersedes: supersedes)
    }

    /// Times and scores of what stands, and what came of each event.
    private func tell(_ events: [PracticeEvent]) -> (standing: [[Double]], outcomes: [EventOutcome]) {
        var window = RecordWindow()
        let outcomes = events.map { window.take($0).outcome }
        return (window.answers.map { [$0.at, $0.score] }, outcomes)
    }

    @Test func aRepetition() {
        let (standing, outcomes) = tell([answer(a, at: 1), answer(a, at: 2, score: 0)])
        #expect(standing == [[1, 1]] && outcomes == [.applied, .duplicate])
    }

    @Test func withoutIdentityNothingIsARepetition() {
        let (standing, outcomes) = tell([answer(nil, at: 1), answer(nil, at: 1)])
        #expect(standing.count == 2 && outcomes == [.applied, .applied])
    }

    @Test func aRegradeKeepsTheTime() {
        let (standing, outcomes) = tell([answer(a, at: 1), answer(b, at: 2), answer(c, score: 0.5, supersedes: a)])
        #expect(standing == [[1, 0.5], [2, 1]] && outcomes == [.applied, .applied, .applied])
    }

    @Test func aRegradeWithATimeOfItsOwn() {
        let (standing, _) = tell([answer(a, at: 1), answer(b, at: 2), answer(c, at: 3, score: 0.5, supersedes: a)])
        #expect(standing == [[2, 1], [3, 0.5]])
    }

    @Test func aRetractedEventDoesNotComeBack() {
        let (standing, outcomes) = tell([
            answer(a, at: 1), PracticeEvent(retracting: a), answer(a, at: 1), PracticeEvent(retracting: a),
        ])
        #expect(standing.isEmpty && outcomes == [.applied, .applied, .duplicate, .duplicate])
    }

    @Test func correctionsThatComeFirst() {
        let (standing, outcomes) = tell([
            answer(b, at: 5), PracticeEvent(retracting: a), answer(c, score: 0.5, supersedes: EventID("d")),
            answer(a, at: 1), answer(EventID("d"), at: 2), answer(EventID("d"), at: 2),
        ])
        #expect(standing == [[2, 0.5], [5, 1]])
        #expect(outcomes == [.applied, .early, .early, .corrected, .corrected, .duplicate])
    }

    /// A chain of regrades without times, the last first: all take the time of the first answer.
    @Test func aChainBackwards() {
        let (standing, outcomes) = tell([
            answer(b, at: 9), answer(EventID("e"), score: 0.25, supersedes: c),
            answer(c, score: 0.5, supersedes: a), answer(a, at: 1),
        ])
        #expect(standing == [[1, 0.25], [9, 1]])
        #expect(outcomes == [.applied, .early, .corrected, .corrected])
    }

    /// Two regrades of the same answer: the later one stands, whichever comes first; of one moment, the one that comes last.
    @Test func twoRegradesOfOneAnswer() {
        let first = answer(b, at: 2, score: 0.25, supersedes: a)
        let second = answer(c, at: 3, score: 0.5, supersedes: a)
        for events in [
            [answer(a, at: 1), first, second], [answer(a, at: 1), second, first], [first, second, answer(a, at: 1)],
            [second, first, answer(a, at: 1)], [second, answer(a, at: 1), first],
        ] {
            #expect(tell(events).standing == [[3, 0.5]])
        }
        let (standing, _) = tell([
            answer(a, at: 1), answer(c, score: 0.5, supersedes: a), answer(b, score: 0.25, supersedes: a),
        ])
        #expect(standing == [[1, 0.25]])
    }

    @Test func aRegradeOfWhatWasTakenBack() {
        let (standing, outcomes) = tell([
            answer(a, at: 1), PracticeEvent(retracting: a), answer(b, score: 0.5, supersedes: a),
        ])
        #expect(standing == [[1, 0.5]] && outcomes == [.applied, .applied, .applied])
    }

    /// Taking back what was superseded leaves what stands in its place.
    @Test func takingBackWhatWasSuperseded() {
        for events in [
            [answer(a, at: 1), answer(b, score: 0.5, supersedes: a), PracticeEvent(retracting: a)],
            [answer(a, at: 1), PracticeEvent(retracting: a), answer(b, score: 0.5, supersedes: a)],
        ] {
            #expect(tell(events).standing == [[1, 0.5]])
        }
        let gone = tell([answer(a, at: 1), answer(b, score: 0.5, supersedes: a), PracticeEvent(retracting: b)])
        #expect(gone.standing.isEmpty)
    }

    @Test func eventsThatSupersedeEachOther() {
        let one = answer(a, at: 1, supersedes: b)
        let other = answer(b, at: 2, supersedes: a)
        #expect(tell([one, other]).standing.isEmpty)
        #expect(tell([other, one]).standing.isEmpty)
        // And without times, round in a circle of three.
        let circle = [answer(a, supersedes: b), answer(b, supersedes: c), answer(c, supersedes: a)]
        #expect(tell(circle + circle).standing.isEmpty)
    }

    @Test func aRegradeWithoutIdentityIsKnownByWhatItSays() {
        let regrade = answer(nil, score: 0.5, supersedes: a)
        let (standing, outcomes) = tell([answer(a, at: 1), regrade, regrade, answer(nil, score: 0.75, supersedes: a)])
        #expect(standing == [[1, 0.75]] && outcomes == [.applied, .applied, .duplicate, .applied])
    }

    @Test func onlySoManyCorrectionsWait() {
        let early = (0..<70).map { PracticeEvent(retracting: EventID("unknown \($0)")) }
        let (_, outcomes) = tell(early + [answer(b, at: 1, supersedes: EventID("another"))])
        #expect(outcomes.count { $0 == .early } == LearnerRecord.pendingLimit)
        #expect(outcomes.count { $0 == .unknownEvent } == 7)
        // Room again when one has come.
        var window = RecordWindow()
        for event in early { _ = window.take(event) }
        #expect(window.take(answer(EventID("unknown 3"), at: 1)).outcome == .corrected)
        #expect(window.take(early[69]).outcome == .early)
    }

    @Test func onlySoManyCorrectionsAreRemembered() {
        var window = RecordWindow()
        for number in 0..<600 {
            let id = EventID("\(number)")
            _ = window.take(answer(id, at: Double(number)))
            #expect(window.take(PracticeEvent(retracting: id)).outcome == .applied)
        }
        #expect(window.corrected.count == LearnerRecord.correctionLimit && window.answers.isEmpty)
        #expect(window.take(answer(EventID("599"), at: 599)).outcome == .duplicate)
    }

    @Test func answersAreSmall() { #expect(MemoryLayout<RecordedAnswer>.stride == 40) }

    @Test func whatIsNoEvent() throws {
        let keeper = RecordKeeper(Recommender(catalogue: try RecordCases.catalogue()))
        var record = keeper.newRecord(of: "ada")
        let before = record
        var events: [PracticeEvent] = []
        for bad in [Double.nan, .infinity, -.infinity] {
            events.append(answer(a, at: bad))
            events.append(answer(a, at: 1, score: bad))
            events.append(PracticeEvent(id: a, score: 1, certainty: bad, subject: EvidenceSubject(item: 0)))
        }
        events += [1e12, -1e12, 1e300].map { answer(a, at: $0) }
        events += [-1, 5, .max, .min].map { PracticeEvent(id: a, score: 1, subject: EvidenceSubject(item: $0)) }
        events.append(PracticeEvent(id: a, score: 1, subject: EvidenceSubject(entry: 0)))
        events.append(answer(a, at: 1, supersedes: a))
        for event in events { #expect(keeper.apply(event, to: &record) == .invalid) }
        #expect(record == before)
        // What is only out of range is held to it.
        for (score, held) in [(7.0, 1.0), (-7, 0), (-0.0, 0)] {
            record = keeper.newRecord(of: "ada")
            #expect(keeper.apply(answer(a, at: -0.0, score: score), to: &record) == .applied)
            #expect(record.window.answers.first?.score == held)
            #expect(record.window.answers.first?.score.sign == .plus && record.window.answers.first?.at.sign == .plus)
        }
    }

    @Test func setsOfSkills() throws {
        var keeper = RecordKeeper(Recommender(catalogue: try RecordCases.catalogue()))
        let one = try keeper.subject(of: [SkillWeight(skill: "a", weight: 1), SkillWeight(skill: "b", weight: 3)])
        let same = try keeper.subject(of: [
            SkillWeight(skill: "b", weight: 1), SkillWeight(skill: "a", weight: 1), SkillWeight(skill: "b", weight: 2),
        ])
        #expect(one == same && one.item == nil && keeper.subjects.count == 1)
        #expect(keeper.subjects.edges == [[.init(skill: 0, weight: 0.25), .init(skill: 1, weight: 0.75)]])
        for (skills, fault) in [
            ([SkillWeight](), SubjectFault.noSkill), ([SkillWeight(skill: "x")], .unknownSkill("x")),
            ([SkillWeight(skill: "a", weight: 0)], .weightOutOfRange(skill: "a")),
            ([SkillWeight(skill: "a", weight: .nan)], .weightOutOfRange(skill: "a")),
            ([SkillWeight](repeating: SkillWeight(skill: "a"), count: 257), .tooManySkills),
        ] {
            #expect(throws: fault) { try keeper.subject(of: skills) }
            #expect(!fault.description.isEmpty && !fault.remedy.isEmpty)
        }
        // The limit of the table, each set with weights of its own.
        var subjects = EvidenceSubjects(keeper.recommender.catalogue)
        for number in 0..<EvidenceSubjects.limit {
            let skills = [SkillWeight(skill: "a", weight: 1), SkillWeight(skill: "b", weight: Double(number + 1) / 7)]
            _ = try subjects.subject(of: EvidenceSubjects.Entry(item: nil, skills: skills))
        }
        #expect(throws: SubjectFault.tableFull) {
            try subjects.subject(of: EvidenceSubjects.Entry(item: nil, skills: [SkillWeight(skill: "card")]))
        }
    }
}
