/// A 64-bit hash that is the same on every machine and in every version: FNV-1a (Fowler, Noll & Vo), its bits mixed at the
/// end by the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
///
/// No defence against somebody who looks for collisions: whoever writes the identities of a learner's events can write
/// their answers too.
struct StableHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(bytes: some Sequence<UInt8>) { for byte in bytes { add(byte: byte) } }

    /// Eight bytes, the lowest first.
    mutating func add(_ value: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }

    /// A text with an end of its own: "ab" and "c" are not "a" and "bc".
    mutating func add(_ text: String) {
        add(bytes: text.utf8)
        add(byte: 0xff)
    }

    var value: UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
