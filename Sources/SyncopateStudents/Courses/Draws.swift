/// Whole numbers by SplitMix64 (Steele, Lea & Flood 2014), the same on every machine.
public struct Draws {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// A number from 0 up to, and without, `count`; 0 where that is less than one.
    public mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return count > 0 ? Int(z % UInt64(count)) : 0
    }
}
