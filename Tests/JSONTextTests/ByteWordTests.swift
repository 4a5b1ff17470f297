import JSONText
import Syncopate
import TestSupport
import Testing

@Suite("Eight bytes at once, against one by one")
struct ByteWordTests {
    /// Words with bytes at and around every border in every place.
    static func words() -> [UInt64] {
        let borders: [UInt8] = [0, 1, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7E, 0x7F, 0x80, 0x81, 0xFF]
        var draw = SeededGenerator(seed: 3)
        var words: [UInt64] = []
        for place in 0..<8 {
            for border in borders {
                for other in borders {
                    let rest = ByteWord.repeated(other)
                    words.append(rest & ~(0xFF << (8 * UInt64(place))) | UInt64(border) << (8 * UInt64(place)))
                }
            }
        }
        for _ in 0..<20_000 {
            var word: UInt64 = 0
            for _ in 0..<8 {
                let byte = draw.next() % 4 == 0 ? borders[Int(draw.next() % 15)] : UInt8(draw.next() % 0x60) + 0x20
                word = word << 8 | UInt64(byte)
            }
            words.append(word)
        }
        return words
    }

    private func bytes(_ word: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
    }

    @Test func testsAreThoseOfTheBytes() {
        for word in Self.words() {
            let bytes = bytes(word)
            let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }
            #expect(ByteWord.isPlainText(word) == isPlain, "\(bytes)")
            for byte: UInt8 in [0, 0x22, 0x5C, 0x7F, 0x80, 0xFF] {
                #expect(ByteWord.contains(word, byte) == bytes.contains(byte), "\(bytes)")
            }
        }
    }

    @Test func searchesAreThoseOfTheBytes() {
        var draw = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            let text = (0..<Int(draw.next() % 40)).map { _ in UInt8(draw.next() % 3) &* 64 &+ UInt8(draw.next() % 3) }
            let start = Int(draw.next() % UInt64(text.count + 1))
            text.withUnsafeBytes { raw in
                for byte: UInt8 in [0, 1, 64, 129] {
                    #expect(ByteWord.firstIndex(of: byte, in: raw, from: start) == text[start...].firstIndex(of: byte))
                }
                #expect(ByteWord.isASCII(raw) == text.allSatisfy { $0 < 0x80 })
            }
        }
    }
}
