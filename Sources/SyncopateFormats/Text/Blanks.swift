/// What counts as blank at the edges of a cell: ASCII blanks and the spaces and marks that cannot be seen.
enum Blanks {
    /// The range without blanks at either end.
    static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        bytes.withUnsafeBufferPointer { trimmed(range, in: $0) }
    }

    /// The same of bytes in memory, which must hold the range.
    static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        // As most cells are.
        if low < high, isPlain(bytes[low]), isPlain(bytes[high - 1]) { return range }
        while low < high {
            let byte = bytes[low]
            if byte.isBlankByte {
                low += 1
            } else if byte >= 0xC2, let length = width(at: low, in: bytes, end: high) {
                low += length
            } else {
                break
            }
        }
        while high > low {
            let byte = bytes[high - 1]
            if byte.isBlankByte {
                high -= 1
            } else if byte >= 0x80, high - low >= 2, width(at: high - 2, in: bytes, end: high) == 2 {
                high -= 2
            } else if byte >= 0x80, high - low >= 3, width(at: high - 3, in: bytes, end: high) == 3 {
                high -= 3
            } else {
                break
            }
        }
        return low..<high
    }

    /// A text without blanks at either end.
    static func trimmed(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

    /// Bytes of the unseen character at a position, or `nil` if what stands there can be seen.
    static func width(at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Int? {
        if position + 1 < end, bytes[position] == 0xC2 {
            return bytes[position + 1] == 0xA0 ? 2 : nil
        }
        guard position + 2 < end else { return nil }
        switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
        case (0xE3, 0x80, 0x80),  // U+3000 ideographic space
            (0xE2, 0x80, 0x80...0x8F),  // U+2000 to U+200F: widths of space, zero width, direction marks
            (0xE2, 0x80, 0xAF),  // U+202F narrow no-break space
            (0xEF, 0xBB, 0xBF):  // U+FEFF
            return 3
        default: return nil
        }
    }
}
