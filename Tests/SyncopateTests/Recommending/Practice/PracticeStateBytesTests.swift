import Testing

@testable import Syncopate

/// States as bytes: what comes back, and what hostile bytes do.
struct PracticeStateBytesTests {
    private func recommender(_ place: Int, _ draw: inout SeededGenerator) throws -> Recommender {
        Recommender(catalogue: try InventedPractice.catalogue(&draw, goals: InventedPractice.goals[place]))
    }

    @Test(arguments: InventedPractice.goals.indices) func settledStatesComeBackBitForBit(_ place: Int) throws {
        var draw = SeededGenerator(seed: 500 + UInt64(place))
        let recommender = try recommender(place, &draw)
        for count in [0, 1, 5, 80, 200] {
            var state = InventedPractice.learner(recommender, &draw, count: count)
            if count == 5 { recommender.observeLesson(skill: 3, at: state.last + 90_000, &state) }
            let bytes = recommender.bytes(of: state)
            let settled = recommender.settled(state)
            #expect(try recommender.state(from: bytes[...]) == settled)
            #expect(recommender.bytes(of: settled) == bytes)
            #expect(recommender.settled(settled) == settled)
            // A slice of something longer is read as it stands.
            let framed = [7] + bytes + [9]
            #expect(try recommender.state(from: framed[1..<framed.count - 1]) == settled)
        }
    }

    /// A host that reads and writes the state with every answer sees what one sees that settles it here.
    @Test(arguments: InventedPractice.goals.indices) func hostsAndServersSeeTheSame(_ place: Int) throws {
        var draw = SeededGenerator(seed: 600 + UInt64(place))
        let recommender = try recommender(place, &draw)
        var here = recommender.newLearner
        var bytes = recommender.bytes(of: here)
        for answer in InventedPractice.answers(&draw, items: recommender.catalogue.items.count, count: 60) {
            recommender.observe(
                item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at, &here)
            recommender.settle(&here)
            var there = try recommender.state(from: bytes[...])
            recommender.observe(
                item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at, &there)
            bytes = recommender.bytes(of: there)
            #expect(recommender.bytes(of: here) == bytes)
            let read = try recommender.state(from: bytes[...])
            #expect(
                recommender.advise(here, learner: "x", at: answer.at + 90_000, limit: 5)
                    == recommender.advise(read, learner: "x", at: answer.at + 90_000, limit: 5))
        }
    }

    /// Settling moves no figure by more than single precision.
    @Test func settlingMovesNothingThatMatters() throws {
        var draw = SeededGenerator(seed: 21)
        let recommender = try recommender(0, &draw)
        let state = InventedPractice.learner(recommender, &draw, count: 150)
        let before = recommender.mastery(state, at: state.last)
        let after = recommender.mastery(recommender.settled(state), at: state.last)
        for skill in before.known.indices {
            #expect(abs(before.known[skill] - after.known[skill]) < 1e-6)
            #expect(abs(before.deviation[skill] - after.deviation[skill]) < 1e-6)
        }
    }

    @Test func oneTestPerFault() throws {
        var draw = SeededGenerator(seed: 22)
        let recommender = try recommender(0, &draw)
        let state = InventedPractice.learner(recommender, &draw, count: 30)
        let bytes = recommender.bytes(of: state)
        func fault(_ bytes: [UInt8], of other: Recommender? = nil) -> PracticeStateFault? {
            do throws(PracticeStateFault) {
                _ = try (other ?? recommender).state(from: bytes[...])
                return nil
            } catch {
                return error
            }
        }
        #expect(fault([]) == .version(found: 0))
        #expect(fault([9] + bytes.dropFirst()) == .version(found: 9))
        #expect(fault(bytes + [0]) == .long(at: bytes.count))
        #expect(fault(Array(bytes.prefix(3))) == .short(at: 1))
        let larger = Recommender(catalogue: try InventedPractice.catalogue(&draw, skills: 13))
        #expect(fault(bytes, of: larger) == .shape(part: "skills", found: 12, expected: 13))
        let longer = Recommender(catalogue: try InventedPractice.catalogue(&draw, items: 61))
        #expect(fault(bytes, of: longer) == .shape(part: "items", found: 60, expected: 61))
        var flags = bytes
        flags[9] = 255
        #expect(fault(flags) == .value(name: "kind", at: 9))
        // A version, two counts, flags, attempts and two moments; then the minutes.
        var minutes = bytes
        for place in 30..<38 { minutes[place] = 255 }
        #expect(fault(minutes) == .value(name: "number of minutes", at: 30))
        for fault in [
            .version(found: 3), .short(at: 4), .long(at: 9), .shape(part: "skills", found: 1, expected: 2),
            .value(name: "score", at: 5),
        ] as [PracticeStateFault] {
            #expect(!fault.message.isEmpty)
        }
    }

    @Test(arguments: InventedPractice.goals.indices) func everyBeginningIsTooShort(_ place: Int) throws {
        var draw = SeededGenerator(seed: 700 + UInt64(place))
        let recommender = try recommender(place, &draw)
        let bytes = recommender.bytes(of: InventedPractice.learner(recommender, &draw, count: 25))
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: PracticeStateFault.self) { try recommender.state(from: bytes.prefix(count)) }
        }
    }

    /// Whatever the bytes are, they are refused or they are a state that everything can be asked of.
    @Test(arguments: InventedPractice.goals.indices) func hostileBytesDoNoHarm(_ place: Int) throws {
        var draw = SeededGenerator(seed: 800 + UInt64(place))
        let recommender = try recommender(place, &draw)
        let bytes = recommender.bytes(of: InventedPractice.learner(recommender, &draw, count: 40))
        let extremes: [UInt8] = [0, 1, 127, 128, 255]
        var read = 0
        for round in 0..<1_200 {
            var hostile = bytes
            for _ in 0...Int(draw.next() % 4) {
                let at = Int(draw.next() % UInt64(hostile.count))
                switch draw.next() % 4 {
                case 0: hostile[at] = UInt8(truncatingIfNeeded: draw.next())
                case 1: hostile[at] ^= 1 << UInt8(draw.next() % 8)
                case 2:
                    let end = min(at + 8, hostile.count)
                    for other in at..<end { hostile[other] = extremes[Int(draw.next() % 5)] }
                default: hostile.removeSubrange(at..<min(at + Int(draw.next() % 9), hostile.count))
                }
                if hostile.isEmpty { hostile = [1] }
            }
            guard var state = try? recommender.state(from: hostile[...]) else { continue }
            read += 1
            guard round % 3 == 0 else { continue }
            recommender.observe(item: round % 60, score: 1, at: state.last + 86_400, &state)
            let advice = recommender.advise(state, learner: "x", at: .nan, limit: 2)
            for choice in advice.choices { #expect(choice.success.isFinite && choice.score.isFinite) }
            #expect(!recommender.bytes(of: state).isEmpty)
        }
        #expect(read > 0)
        // Bytes of no origin at all.
        for _ in 0..<300 {
            let noise = [1] + (0..<Int(draw.next() % 200)).map { _ in UInt8(truncatingIfNeeded: draw.next()) }
            #expect(throws: PracticeStateFault.self) { try recommender.state(from: noise[...]) }
        }
    }
}
