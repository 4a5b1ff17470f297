/// Eight bytes looked at at once, as one number.
///
/// A byte that is looked for becomes 0, and only from a byte of 0 does taking off one reach the highest bit (Mycroft 1987).
/// The test is exact for whether there is one; which it is has to be looked up byte by byte.
public enum ByteWord {
    /// A byte eight times.
    @inlinable @inline(__always)
    public static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Whether one of the bytes is this one.
    @inlinable @inline(__always)
    public static func contains(_ word: UInt64, _ byte: UInt8) -> Bool {
        let apart = word ^ repeated(byte)
        return (apart &- repeated(1)) & ~apart & repeated(0x80) != 0
    }

    /// Whether all bytes are ASCII and none is a control character, a quote or a backslash: what stands in a JSON string as
    /// it is.
    @inlinable @inline(__always)
    public static func isPlainText(_ word: UInt64) -> Bool {
        // Taking 0x20 off borrows from the next byte where one is below: then the first of them has its high bit set.
        let control = (word &- repeated(0x20)) & ~word
        return (control | word) & repeated(0x80) == 0 && !contains(word, UInt8(ascii: "\""))
            && !contains(word, UInt8(ascii: "\\"))
    }

    /// Position of the first byte of this value from a position on; `nil` where there is none.
    @inlinable
    public static func firstIndex(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        var place = start
        while place + 8 <= bytes.count {
            let apart = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ repeated(byte)
            let found = (apart &- repeated(1)) & ~apart & repeated(0x80)
            // The lowest mark is of the first byte alike: borrows go upwards only.
            if found != 0 { return place + (UInt64(littleEndian: found).trailingZeroBitCount >> 3) }
            place += 8
        }
        while place < bytes.count {
            if bytes[place] == byte { return place }
            place += 1
        }
        return nil
    }

    /// Whether all bytes are ASCII.
    @inlinable
    public static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        var all: UInt64 = 0
        while place + 8 <= bytes.count {
            all |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            place += 8
        }
        while place < bytes.count {
            all |= UInt64(bytes[place])
            place += 1
        }
        return all & repeated(0x80) == 0
    }
}
