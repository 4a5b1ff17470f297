import Testing

@testable import SyncopateServer

/// How bytes become lines.
struct LineBufferTests {
    /// Lines of a text put in by pieces; "!" for one that was too long.
    private static func lines(_ text: String, limit: Int = 100, piece: Int) -> [String] {
        var buffer = LineBuffer(limit: limit)
        var lines: [String] = []
        func take(_ isAtEnd: Bool) {
            while true {
                switch buffer.next(isAtEnd: isAtEnd) {
                case .none: return
                case .tooLong: lines.append("!")
                case .line(let range): lines.append(String(decoding: buffer.bytes[range], as: UTF8.self))
                }
            }
        }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            bytes[start..<min(start + piece, bytes.count)].withUnsafeBufferPointer { buffer.append($0) }
            take(false)
        }
        take(true)
        return lines
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func anyPieces(_ piece: Int) {
        #expect(Self.lines("a\nbc\r\n\n\rd\ne", piece: piece) == ["a", "bc", "", "\rd", "e"])
        #expect(Self.lines("\u{FEFF}a\n\u{FEFF}b\n", piece: piece) == ["a", "\u{FEFF}b"])
        #expect(Self.lines("", piece: piece) == [])
        #expect(Self.lines("\n", piece: piece) == [""])
    }

    @Test(arguments: [1, 3, 5, 1_000])
    func longLinesAreSkipped(_ piece: Int) {
        #expect(Self.lines("1234\n12345\n12\n", limit: 4, piece: piece) == ["1234", "!", "12"])
        #expect(Self.lines("12345678901\nab", limit: 4, piece: piece) == ["!", "ab"])
        #expect(Self.lines("ab\n123456789", limit: 4, piece: piece) == ["ab", "!"])
    }
}
