extension FNVHash {
    /// The hash with its bits mixed, so that what differs little differs everywhere: the finaliser of SplitMix64 (Steele, Lea
    /// & Flood 2014).
    var mixed: UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func add(bytes: some Sequence<UInt8>) { for byte in bytes { add(byte: byte) } }
}
