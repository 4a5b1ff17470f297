import JSONText
import TestSupport
import Testing

@testable import SyncopateServer

/// Spoilt lines: no crash, and one answer to every line that has an identity, not two.
struct FuzzTests {
    private static let seeds = [
        #"{"jsonrpc":"2.0","id":1,"method":"observe","params":{"events":[{"event_id":"e","learner":"a","item":"add-1","score":0.5,"max":2,"at":1700000000,"mode":"async_solo","supersedes":"d","certainty":0.25}]}}"#,
        #"{"jsonrpc":"2.0","id":2,"method":"step","params":{"learner":"a","skills":["add",{"skill":"parts","weight":2}],"score":1,"state":"U1lOTAE=","return_state":true,"allow":{"items":["add-1"],"minutes":5}}}"#,
        #"{"jsonrpc":"2.0","id":"x","method":"recommend","params":{"learners":["a","b"],"limit":3,"at":"2026-03-02T10:00:00Z","seed":7,"unit":"skill"}}"#,
        #"{"jsonrpc":"2.0","id":null,"method":"define","params":{"skills":[{"id":"a"}],"items":[{"id":"i","skills":["a"]}],"cohorts":[{"id":"c","learners":["a"]}]}}"#,
        #"[{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"mastery","arguments":{"learners":["a"]}}},{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}}]"#,
        #"{"jsonrpc":"2.0","id":5,"method":"convene","params":{"cohort":"c","slots":[{"id":"s","start":0,"minutes":30}]}}"#,
    ]

    /// A line with a few bytes changed, dropped, doubled or taken from another.
    static func spoilt(_ generator: inout SeededGenerator) -> [UInt8] {
        var line = Array((seeds.randomElement(using: &generator) ?? "").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !line.isEmpty {
            let place = Int.random(in: 0..<line.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: line[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: line.remove(at: place)
            case 2: line.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
            case 3: line.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &generator), line.count))
            case 4:
                let other = Array((seeds.randomElement(using: &generator) ?? "").utf8)
                let start = Int.random(in: 0..<other.count, using: &generator)
                line.insert(contentsOf: other[start..<min(start + 20, other.count)], at: place)
            default:
                let numbers = [
                    "1e308", "-0", "1e999", "9223372036854775808", "null", "[]", "{}", "\"\\ud800\"", "true",
                ]
                line.insert(contentsOf: Array((numbers.randomElement(using: &generator) ?? "").utf8), at: place)
            }
        }
        return line.filter { $0 != 0x0A }
    }

    @Test(arguments: 1...4)
    func spoiltLines(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let exchange = try Exchange()
        for _ in 0..<1_500 {
            let line = Self.spoilt(&generator)
            let answers = exchange.lines(line + [0x0A])
            #expect(answers.count <= 1, "\(String(decoding: line, as: UTF8.self))")
            // Whatever is a sound object with an identity and a method is answered under that identity.
            line.withUnsafeBufferPointer { buffer in
                var tape = JSONTape()
                guard (try? tape.read(buffer)) != nil, tape.kind(0) == .object,
                    case .request(let request) = Request.read(0, on: tape), let id = request.id
                else { return }
                let identity = String(decoding: tape.raw(id), as: UTF8.self)
                #expect(answers.first?.hasPrefix("{\"jsonrpc\":\"2.0\",\"id\":\(identity),") == true)
            }
            for answer in answers { #expect((try? Exchange.Reply(answer)) != nil || answer.hasPrefix("[")) }
        }
    }
}
