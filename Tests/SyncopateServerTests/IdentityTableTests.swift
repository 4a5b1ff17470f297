import Syncopate
import TestSupport
import Testing

@testable import SyncopateServer

/// Numbers by identity, against a dictionary by bytes.
struct IdentityTableTests {
    /// Identities with little between them, of all lengths, and some that look alike.
    private static func identity(_ draw: inout SeededGenerator) -> String {
        switch draw.next() % 4 {
        case 0: "learner-\(draw.next() % 300)"
        case 1: String(repeating: "a", count: Int(draw.next() % 60))
        case 2: draw.next() % 2 == 0 ? "\u{E9}" : "e\u{301}"
        default: String(draw.next() % 100, radix: 2)
        }
    }

    @Test(arguments: [0, 1, UInt64.max]) func numbersAreThoseOfADictionary(_ seed: UInt64) {
        var draw = SeededGenerator(seed: seed)
        var plain: [[UInt8]: Int] = [:]
        var table = IdentityTable(seed: seed)
        for step in 0..<20_000 {
            let identity = Self.identity(&draw)
            let key = Array(identity.utf8)
            switch draw.next() % 3 {
            case 0: #expect(table.remove(identity) == plain.removeValue(forKey: key))
            case 1:
                table.set(step, for: identity)
                plain[key] = step
            default: #expect(table.value(of: identity) == plain[key])
            }
            #expect(table.count == plain.count)
        }
        for (key, number) in plain { #expect(key.withUnsafeBufferPointer { table.value(of: $0) } == number) }
    }
}
