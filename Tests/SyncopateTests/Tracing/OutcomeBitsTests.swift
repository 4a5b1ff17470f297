import TestSupport
import Testing

@testable import Syncopate

struct OutcomeBitsTests {
    @Test func theLastOutcomesAreKept() {
        var generator = TestSupport.SeededGenerator(seed: 1)
        for _ in 0..<20 {
            var bits = OutcomeBits()
            var list: [Bool] = []
            for _ in 0..<20 {
                for count in 1...OutcomeBits.capacity - 1 {
                    // A leading one, then the outcomes, the latest last.
                    let number = list.suffix(count).reduce(1) { 2 * $0 + ($1 ? 1 : 0) }
                    #expect(bits.last(count) == number)
                    #expect(bits.last(count) < 2 << count)
                }
                #expect(bits.latest == (list.last.map { $0 ? 2 : 1 } ?? 0))
                #expect(OutcomeBits(bits: bits.bits) == bits)
                list.append(generator.uniform() < 0.5)
                bits.append(list[list.count - 1])
            }
        }
    }

    @Test func whatIsNoHistoryBecomesNone() {
        #expect(OutcomeBits(bits: 0) == OutcomeBits())
        for bits in 128...255 as ClosedRange<UInt8> { #expect(OutcomeBits(bits: bits) == OutcomeBits()) }
        for bits in 1..<128 as Range<UInt8> { #expect(OutcomeBits(bits: bits).bits == bits) }
    }
}
