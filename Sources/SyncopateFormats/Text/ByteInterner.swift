/// Numbers for stretches of one buffer that repeat, so that an id becomes a string once and not in every row.
struct ByteInterner {
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var ranges: [Range<Int>] = []
    private var hashes: [UInt64] = []
    private var values: [Int32] = []

    /// The number of a stretch, or `nil` if it was not given one.
    func value(of range: Range<Int>, in bytes: [UInt8]) -> Int32? {
        let hash = ByteInterner.hash(range, bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let entry = Int(slots[slot])
            if entry < 0 { return nil }
            if hashes[entry] == hash, bytes[ranges[entry]].elementsEqual(bytes[range]) { return values[entry] }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    /// Gives a stretch that has none a number.
    mutating func insert(_ range: Range<Int>, in bytes: [UInt8], value: Int32) {
        if (ranges.count + 1) * 2 > slots.count { grow() }
        let hash = ByteInterner.hash(range, bytes)
        place(hash, entry: ranges.count)
        ranges.append(range)
        hashes.append(hash)
        values.append(value)
    }

    private mutating func place(_ hash: UInt64, entry: Int) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(truncatingIfNeeded: entry)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (entry, hash) in hashes.enumerated() { place(hash, entry: entry) }
    }

    /// FNV-1a (Fowler, Noll & Vo 1991) with a last mix, since the low bits choose the slot.
    private static func hash(_ range: Range<Int>, _ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in range { hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
