/// What is remembered of one learner's items, by position in the catalogue.
///
/// A table of open addresses (Knuth 1973, section 6.4) with what is remembered in it: one place of memory is looked at for
/// one item, and no more than a few follow. Not in any order; ``positions`` are.
public struct PracticedItems: Sendable {
    private struct Entry: Sendable {
        /// Position of the item; below zero: nothing stands here.
        var item = -1
        var practice = ItemPractice()
    }

    /// As many as a power of two, or none; a quarter and more of them free.
    private var entries: [Entry] = []
    /// Number of items.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// Positions of the items, in order.
    public var positions: [Int] { entries.lazy.map(\.item).filter { $0 >= 0 }.sorted() }

    /// What is remembered of an item; `nil` where it was not attempted.
    public subscript(item: Int) -> ItemPractice? {
        guard item >= 0, let place = place(of: item), entries[place].item == item else { return nil }
        return entries[place].practice
    }

    /// Notes another attempt at an item.
    ///
    /// - Parameter item: not below zero.
    @inline(__always)
    mutating func note(_ item: Int, _ score: Double, at time: Double, attempt: Int) {
        entries[reserve(item)].practice.note(score, at: time, attempt: attempt)
    }

    /// Remembers of an item what is known from elsewhere.
    ///
    /// - Parameter item: not below zero.
    mutating func set(_ item: Int, _ practice: ItemPractice) { entries[reserve(item)].practice = practice }

    /// The place of an item, which is taken from then on.
    private mutating func reserve(_ item: Int) -> Int {
        if let place = place(of: item) {
            if entries[place].item == item { return place }
            if 4 * (count + 1) <= 3 * entries.count {
                entries[place].item = item
                count += 1
                return place
            }
        }
        grow()
        return reserve(item)
    }

    private mutating func grow() {
        let before = entries
        entries = [Entry](repeating: Entry(), count: max(2 * before.count, 8))
        for entry in before where entry.item >= 0 {
            if let place = place(of: entry.item) { entries[place] = entry }
        }
    }

    /// Where an item is looked for first.
    @inline(__always)
    private func home(of item: Int) -> Int {
        // Multiplying by the golden ratio spreads neighbours (Knuth 1973); its upper bits are the best.
        let spread = UInt64(truncatingIfNeeded: item) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: spread >> 32) & (entries.count - 1)
    }

    /// Where an item stands, or would; `nil` without any room.
    @inline(__always)
    func place(of item: Int) -> Int? {
        guard !entries.isEmpty else { return nil }
        var place = home(of: item)
        while entries[place].item != item, entries[place].item >= 0 { place = (place + 1) & (entries.count - 1) }
        return place
    }

    /// Looks at where an item is looked for first.
    ///
    /// - Returns: a number that means nothing.
    func touch(_ item: Int) -> UInt64 {
        guard !entries.isEmpty else { return 0 }
        return UInt64(truncatingIfNeeded: entries[home(of: item)].item)
    }
}

extension PracticedItems: Equatable {
    /// Whether the same is remembered, wherever it stands.
    public static func == (one: PracticedItems, other: PracticedItems) -> Bool {
        one.count == other.count && one.positions.allSatisfy { one[$0] == other[$0] }
    }
}
