/// Numbers for stretches of bytes that repeat, so that an id becomes a string once and not in every row.
///
/// Keeps a copy of each distinct stretch, one after the other.
struct ByteInterner {
    private struct Entry {
        var start: Int
        var count: Int
        var hash: UInt64
        var value: Int32
    }

    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var entries: [Entry] = []
    private var known: [UInt8] = []

    /// The number of a stretch, or `nil` if it was not given one.
    func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
        let hash = ByteInterner.hash(bytes)
        return slots.withUnsafeBufferPointer { slots in
            entries.withUnsafeBufferPointer { entries in
                var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[slot] >= 0 {
                    let entry = entries[Int(slots[slot])]
                    if entry.hash == hash, isEqual(entry, bytes) { return entry.value }
                    slot = (slot + 1) & (slots.count - 1)
                }
                return nil
            }
        }
    }

    /// Gives a stretch that has none a number.
    mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, value: Int32) {
        if (entries.count + 1) * 2 > slots.count { grow() }
        let hash = ByteInterner.hash(bytes)
        place(hash, entry: entries.count)
        entries.append(Entry(start: known.count, count: bytes.count, hash: hash, value: value))
        known.append(contentsOf: bytes)
    }

    private func isEqual(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard entry.count == bytes.count else { return false }
        return known.withUnsafeBufferPointer { known in
            for place in 0..<bytes.count where known[entry.start + place] != bytes[place] { return false }
            return true
        }
    }

    private mutating func place(_ hash: UInt64, entry: Int) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(truncatingIfNeeded: entry)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (place, entry) in entries.enumerated() { self.place(entry.hash, entry: place) }
    }

    /// Eight bytes at a time, multiplied to full width and folded, as in wyhash (Wang Yi 2019).
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
        var position = 0
        while position + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var tail: UInt64 = 0
        while position < raw.count {
            tail = tail << 8 | UInt64(raw[position])
            position += 1
        }
        return fold(hash ^ tail)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
