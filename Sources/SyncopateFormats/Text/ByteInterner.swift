/// Numbers for stretches of bytes that repeat, so that an id becomes a string once and not in every row.
///
/// Short stretches stand in the table itself, so that looking one up touches one place in memory; of longer ones a copy is
/// kept, one after the other.
struct ByteInterner {
    private struct Slot {
        /// The first eight bytes and the last eight, which overlap; of a long stretch, where its copy begins and its hash.
        var low: UInt64
        var high: UInt64
        var count: UInt32
        /// -1: the slot is empty.
        var value: Int32

        static let empty = Slot(low: 0, high: 0, count: 0, value: -1)
        /// The longest stretch that stands in a slot.
        static let longest = 16

        /// A short stretch is hashed again rather than that the table be a third larger.
        var hash: UInt64 { count <= Slot.longest ? ByteInterner.hash(low: low, high: high, count: count) : high }
    }

    private var slots = Array(repeating: Slot.empty, count: 64)
    private var count = 0
    private var long: [UInt8] = []

    /// The number of a stretch, or `nil` if it was not given one.
    func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
        let (key, hash) = ByteInterner.key(bytes)
        return slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[place].value >= 0 {
                let slot = slots[place]
                if slot.high == key.high, slot.count == key.count,
                    key.count <= Slot.longest ? slot.low == key.low : isLong(slot, bytes)
                {
                    return slot.value
                }
                place = (place + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Gives a stretch that has none a number, from 0.
    mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, value: Int32) {
        if (count + 1) * 4 > slots.count * 3 {
            let old = slots
            slots = Array(repeating: .empty, count: old.count * 2)
            for slot in old where slot.value >= 0 { put(slot) }
        }
        var slot = ByteInterner.key(bytes).slot
        slot.value = max(value, 0)
        if bytes.count > Slot.longest {
            slot.low = UInt64(truncatingIfNeeded: long.count)
            long.append(contentsOf: bytes)
        }
        put(slot)
        count += 1
    }

    private func isLong(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(truncatingIfNeeded: slot.low)
        return long.withUnsafeBufferPointer { long in
            for place in 0..<bytes.count where long[start + place] != bytes[place] { return false }
            return true
        }
    }

    private mutating func put(_ slot: Slot) {
        var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
        while slots[place].value >= 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    /// What a stretch is looked up by: a slot without a value, and the hash.
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> (slot: Slot, hash: UInt64) {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        var low: UInt64 = 0
        var high: UInt64 = 0
        if count >= 8 {
            low = raw.loadUnaligned(as: UInt64.self)
            high = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            low = UInt64(raw.loadUnaligned(as: UInt32.self))
            high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        } else if count > 0 {
            low = UInt64(raw[0])
            high = UInt64(raw[count - 1]) | UInt64(raw[count / 2]) << 8
        }
        let length = UInt32(truncatingIfNeeded: count)
        var hash = hash(low: low, high: high, count: length)
        guard count > Slot.longest else { return (Slot(low: low, high: high, count: length, value: -1), hash) }
        var position = 8
        while position + 8 < count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            position += 8
        }
        return (Slot(low: 0, high: hash, count: length, value: -1), hash)
    }

    /// Eight bytes at a time are multiplied to full width and folded, as in wyhash (Wang Yi 2019).
    private static func hash(low: UInt64, high: UInt64, count: UInt32) -> UInt64 {
        let first = fold(low ^ 0xA076_1D64_78BD_642F, UInt64(count) ^ 0x9E37_79B9_7F4A_7C15)
        return fold(first ^ high, 0xD6E8_FEB8_6659_FD93)
    }

    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
