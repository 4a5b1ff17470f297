import TestSupport
import Testing

@testable import Syncopate

/// Records of shuffled, repeated, regraded and retracted logs, held to the log put right and told in order.
struct RecordCorrectionTests {
    @Test(arguments: 1...12) func anyOrderComesToTheCorrectedLog(_ seed: Int) throws {
        var cases = try RecordCases(seed: UInt64(seed))
        let log = try cases.corrected(cases.answers(10 + cases.below(120)))
        let expected = cases.rebuilt(RecordCases.standing(log))
        for _ in 0..<3 {
            let repeated = cases.shuffled(log + log.filter { _ in cases.isTrue(0.2) })
            var record = cases.keeper.newRecord(of: "ada")
            var accepted = 0
            for event in repeated {
                let outcome = cases.keeper.take(event, into: &record)
                #expect(outcome.isAccepted || outcome == .duplicate)
                if outcome.isAccepted { accepted += 1 }
                if cases.isTrue(0.1) { cases.keeper.catchUp(&record) }
            }
            cases.keeper.catchUp(&record)
            #expect(record.state == expected)
            #expect(record.answers == RecordCases.standing(log).count)
            #expect(record.revision == UInt64(accepted))
            #expect(!record.hasBase && !record.isBehind)
            // Everything again: nothing new.
            let before = record
            #expect(cases.keeper.apply(repeated, to: &record).allSatisfy { $0 == .duplicate })
            #expect(record == before)
        }
    }

    @Test func oneByOneIsAllAtOnce() throws {
        for seed in 30..<33 {
            var cases = try RecordCases(seed: UInt64(seed))
            // Late by less than half a window, and more than fit into one.
            var log = try cases.answers(620)
            for start in stride(from: 0, to: log.count, by: 100) {
                let piece = cases.shuffled(Array(log[start..<min(start + 100, log.count)]))
                log.replaceSubrange(start..<min(start + 100, log.count), with: piece)
            }
            log = try cases.corrected(log, share: 0.05)
            var together = cases.keeper.newRecord(of: "ada")
            let outcomes = cases.keeper.apply(log, to: &together)
            var single = cases.keeper.newRecord(of: "ada")
            var told: [EventOutcome] = []
            for (place, event) in log.enumerated() {
                told.append(cases.keeper.take(event, into: &single))
                if place % 97 == 0 { cases.keeper.catchUp(&single) }
            }
            cases.keeper.catchUp(&single)
            #expect(told == outcomes)
            #expect(single == together)
            #expect(single.hasBase)
        }
    }

    @Test func answersInOrderAreObservedInOrder() throws {
        var cases = try RecordCases(seed: 40)
        var answers = try cases.answers(80)
        for place in answers.indices where cases.isTrue(0.5) { answers[place].id = nil }
        var record = cases.keeper.newRecord(of: "ada")
        // Those without an identity come after those with one at the same moment, in the order of arrival.
        let ordered = answers.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if x.at != y.at { return (x.at ?? 0) < (y.at ?? 0) }
            let (p, q) = (x.id?.fingerprint ?? .max, y.id?.fingerprint ?? .max)
            return p != q ? p < q : a.offset < b.offset
        }.map(\.element)
        #expect(cases.keeper.apply(answers, to: &record).allSatisfy { $0 == .applied })
        #expect(record.state == cases.rebuilt(ordered))
        #expect(record.clock == record.state.last)
    }

    @Test func whatHasNoTimeComesAtTheClock() throws {
        var cases = try RecordCases(seed: 41)
        var record = cases.keeper.newRecord(of: "ada")
        #expect(record.clock == 0)
        let (first, undated) = (try cases.answer(at: 5_000), try cases.answer(at: nil))
        #expect(cases.keeper.apply([first, undated], to: &record) == [.applied, .applied])
        #expect(record.state.last == 5_000)
        // A date that was wrong does not stay.
        let wrong = try cases.answer(at: 4_000_000_000)
        #expect(cases.keeper.apply(wrong, to: &record) == .applied)
        #expect(record.clock == 4_000_000_000)
        let id = try #require(wrong.id)
        #expect(cases.keeper.apply(PracticeEvent(retracting: id), to: &record) == .applied)
        #expect(record.clock == 5_000)
    }

    // MARK: Beyond the window

    @Test func theOlderHalfIsFolded() throws {
        var cases = try RecordCases(seed: 42)
        let log = try cases.answers(800)
        let ordered = RecordCases.standing(log)
        var record = cases.keeper.newRecord(of: "ada")
        var base: PracticeState?
        var window: [PracticeEvent] = []
        for event in ordered {
            #expect(cases.keeper.apply(event, to: &record) == .applied)
            window.append(event)
            if window.count == LearnerRecord.windowLimit {
                base = cases.keeper.recommender.settled(
                    cases.rebuilt(Array(window.prefix(256)), from: base))
                window.removeFirst(256)
            }
        }
        #expect(record.answers == 288 && record.hasBase)
        #expect(record.state == cases.rebuilt(window, from: base))

        // What is older than the window, or corrects what is: nothing changes.
        let before = record
        let late = try cases.answer(at: 1_600_000_000)
        let folded = try #require(ordered[511].id)
        let long = try #require(ordered[3].id)
        let young = try #require(ordered[600].id)
        for (event, outcome) in [
            (late, EventOutcome.needsReplay), (PracticeEvent(retracting: folded), .needsReplay),
            (PracticeEvent(retracting: long), .needsReplay),
            (try cases.answer(at: nil, supersedes: folded), .needsReplay),
            (try cases.answer(at: nil, supersedes: EventID("never told")), .needsReplay),
            (try cases.answer(at: 1_600_000_000, supersedes: young), .needsReplay),
            (ordered[511], .duplicate), (ordered[300], .duplicate), (ordered[3], .needsReplay),
        ] {
            #expect(cases.keeper.apply(event, to: &record) == outcome)
            #expect(record == before)
        }
        // What is within it can still be corrected.
        #expect(cases.keeper.apply(PracticeEvent(retracting: young), to: &record) == .applied)
        let rest = window.filter { $0.id != young }
        #expect(record.state == cases.rebuilt(rest, from: base))
    }
}
