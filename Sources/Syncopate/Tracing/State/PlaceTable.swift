/// Which place each of some positions has: a small table that forecasts look things up in.
///
/// Open addressing with Fibonacci hashing (Knuth 1998, section 6.4); positions are small numbers that nobody outside
/// chooses, so that nothing is to be feared of a hash that is the same in every run, and looking up costs a tenth.
struct PlaceTable: Sendable, Equatable {
    private struct Slot: Sendable {
        /// -1: none.
        var key: Int32 = -1
        var place: Int32 = 0
    }

    /// As many as a power of two, at most half of them in use; or none.
    private var slots: [Slot] = []
    private(set) var count = 0

    init() {}

    /// The place of a position, or `nil`; negative positions have none.
    subscript(key: Int32) -> Int? {
        slots.withUnsafeBufferPointer { slots in
            guard key >= 0, !slots.isEmpty else { return nil }
            var number = Self.start(key, slots.count)
            while slots[number].key >= 0 {
                if slots[number].key == key { return Int(slots[number].place) }
                number = (number + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Gives a place to a position that has none. Negative ones get none.
    mutating func insert(_ key: Int32, place: Int) {
        guard key >= 0, let place = Int32(exactly: place) else { return }
        if (count + 1) * 2 > slots.count { grow(to: max(slots.count * 2, 16)) }
        put(Slot(key: key, place: place))
        count += 1
    }

    /// Calls `body` with every position and its place, in no particular order.
    func visit(_ body: (Int32, Int) -> Void) {
        for slot in slots where slot.key >= 0 { body(slot.key, Int(slot.place)) }
    }

    /// Makes room for as many.
    mutating func reserveCapacity(_ count: Int) {
        var capacity = max(slots.count, 16)
        while capacity < count * 2 { capacity *= 2 }
        if capacity > slots.count { grow(to: capacity) }
    }

    /// Forgets everything and keeps the memory.
    mutating func removeAll() {
        for number in slots.indices { slots[number].key = -1 }
        count = 0
    }

    static func == (left: PlaceTable, right: PlaceTable) -> Bool {
        guard left.count == right.count else { return false }
        return left.slots.allSatisfy { $0.key < 0 || right[$0.key] == Int($0.place) }
    }

    private static func start(_ key: Int32, _ capacity: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
    }

    private mutating func put(_ slot: Slot) {
        var number = Self.start(slot.key, slots.count)
        while slots[number].key >= 0 { number = (number + 1) & (slots.count - 1) }
        slots[number] = slot
    }

    private mutating func grow(to capacity: Int) {
        let before = slots
        slots = [Slot](repeating: Slot(), count: capacity)
        for slot in before where slot.key >= 0 { put(slot) }
    }
}
