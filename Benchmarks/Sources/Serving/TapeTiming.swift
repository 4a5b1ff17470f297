import Foundation
import JSONText

/// Nanoseconds that reading a line of JSON takes, by the tape and by Foundation.
enum TapeTiming {
    /// - Parameter lines: requests of `step`.
    /// - Returns: nanoseconds a line, of the fastest of some rounds.
    static func run(_ lines: [[UInt8]]) -> (tape: Double, foundation: Double) {
        var tape = JSONTape()
        var sum = 0
        let own = best(lines, rounds: 15) { line in
            line.withUnsafeBufferPointer { buffer in
                guard (try? tape.read(UnsafeBufferPointer(rebasing: buffer.dropLast()))) != nil,
                    let params = tape.member(JSONTape.root, "params")
                else { return }
                for name: StaticString in ["learner", "item", "event_id"] {
                    if let value = tape.member(params, name) { sum += tape.plain(value).count }
                }
                if let score = tape.member(params, "score").flatMap({ tape.number($0) }) { sum += Int(score) }
                if let id = tape.member(JSONTape.root, "id").flatMap({ tape.integer($0) }) { sum += id }
            }
        }
        let foundation = best(lines, rounds: 3) { line in
            let value = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            sum += (value?["id"] as? Int) ?? 0
        }
        precondition(sum != 0, "nothing was read")
        return (own, foundation)
    }

    private static func best(_ lines: [[UInt8]], rounds: Int, _ body: ([UInt8]) -> Void) -> Double {
        let clock = ContinuousClock()
        return (0..<rounds).map { _ in
            let begin = clock.now
            for line in lines { body(line) }
            return (clock.now - begin).seconds / Double(lines.count) * 1e9
        }.min() ?? 0
    }
}
