import Foundation
import Syncopate
import SyncopateStudents
import Testing

@testable import SyncopateBench

/// Requests that are drawn: the same by the same seed, and as unlike as they are said to be.
struct TrafficTests {
    private static func catalogue(items: Int = 200) throws -> Catalogue {
        try InventedCourse(skills: 20, items: items, sets: 40, seed: 3).catalogue
    }

    private static func events(_ lines: [[UInt8]]) throws -> [[String: Any]] {
        try lines.flatMap { line -> [[String: Any]] in
            let request = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let params = try #require(request["params"] as? [String: Any])
            return params["events"] as? [[String: Any]] ?? [params]
        }
    }

    @Test func theSameSeedGivesTheSameRequests() throws {
        var shape = TrafficShape()
        shape.learners = 50
        func lines(_ seed: UInt64) throws -> [[UInt8]] {
            shape.seed = seed
            var traffic = Traffic(try Self.catalogue(), shape)
            return traffic.introductions() + traffic.steps(20) + traffic.recommendations(5)
        }
        #expect(try lines(7) == lines(7))
        #expect(try lines(7) != lines(8))
    }

    @Test func everybodyIsMadeKnown() throws {
        var shape = TrafficShape()
        shape.learners = 37
        shape.answers = 3
        var traffic = Traffic(try Self.catalogue(), shape)
        let events = try Self.events(traffic.introductions(size: 10))
        #expect(events.count == 111 && Set(events.compactMap { $0["learner"] as? String }).count == 37)
        #expect(Set(events.compactMap { $0["event_id"] as? String }).count == 111)
    }

    /// Of the item of rank r there are answers in proportion to 1/r: of 100 items the first has 1 / H(100) = 19.28 %.
    @Test func someItemsAreAnsweredOften() throws {
        var shape = TrafficShape()
        shape.seed = 11
        var traffic = Traffic(try Self.catalogue(items: 100), shape)
        let events = try Self.events(traffic.steps(20_000))
        let counts = Dictionary(grouping: events) { $0["item"] as? String ?? "" }.mapValues(\.count).values.sorted(
            by: >)
        // Standard deviations: .0028 and .0021 of all.
        #expect(abs(Double(counts[0]) / 20_000 - 0.1928) < 0.012)
        #expect(abs(Double(counts[1]) / 20_000 - 0.0964) < 0.009)
    }

    @Test func hotLearnersSendFourFifths() throws {
        var shape = TrafficShape()
        shape.learners = 1_000
        shape.hot = 0.1
        var traffic = Traffic(try Self.catalogue(), shape)
        let events = try Self.events(traffic.steps(20_000))
        let hot = events.count { event in
            Int((event["learner"] as? String ?? "").dropFirst("learner-".count)).map { $0 < 100 } ?? false
        }
        #expect(abs(Double(hot) / 20_000 - 0.8) < 0.015)
        shape.hot = 1
        traffic = Traffic(try Self.catalogue(), shape)
        let all = try Self.events(traffic.steps(20_000))
        #expect(Set(all.compactMap { $0["learner"] as? String }).count > 990)
    }

    @Test func aRecordingIsReadAsItWasWritten() throws {
        let lines = ["{\"a\":\"\\t\"}", "no JSON\r", "\u{1F}"]
        var bytes: [UInt8] = []
        for (number, line) in lines.enumerated() {
            bytes += Recording.head(UInt64(number * 10)) + Array((line + "\n").utf8)
        }
        let recording = try Recording(bytes)
        #expect(recording.times == [0, 10, 20])
        #expect(recording.lines.map { String(decoding: $0, as: UTF8.self) } == lines.map { $0 + "\n" })
    }

    @Test(arguments: [
        ("5\tx\n4\ty\n", 2), ("x\n", 1), ("1\ta\n\n{}\n", 3), ("-1\ta\n", 1), ("99999999999999999999\ta\n", 1),
    ])
    func aFaultOfARecordingHasItsLine(_ text: String, _ line: Int) {
        #expect { try Recording(Array(text.utf8)) } throws: { ($0 as? Recording.Fault)?.line == line }
    }
}
