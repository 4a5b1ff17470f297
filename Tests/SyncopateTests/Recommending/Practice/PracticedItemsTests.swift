import Testing

@testable import Syncopate

@Suite("What is remembered of items, against a dictionary and a list")
struct PracticedItemsTests {
    /// Positions near each other, far apart, and alike in their lower bits.
    static let kinds: [@Sendable (UInt64) -> Int] = [
        { Int($0 % 50) }, { Int($0 % 100_000) }, { Int($0 % 400) << 20 },
    ]

    @Test(arguments: 0..<3) func itemsAreThoseOfADictionary(_ kind: Int) {
        var draw = SeededGenerator(seed: UInt64(kind))
        var plain: [Int: ItemPractice] = [:]
        var items = PracticedItems()
        #expect(items.isEmpty && items.positions.isEmpty && items[0] == nil)
        for attempt in 1...2000 {
            let item = Self.kinds[kind](draw.next())
            let score = draw.uniform()
            plain[item, default: ItemPractice()].note(score, at: Double(attempt), attempt: attempt)
            items.note(item, score, at: Double(attempt), attempt: attempt)
            #expect(items.count == plain.count)
            let other = Self.kinds[kind](draw.next())
            #expect(items[other] == plain[other])
        }
        #expect(items.positions == plain.keys.sorted())
        for (item, practice) in plain { #expect(items[item] == practice) }
        // In another order it is the same.
        var again = PracticedItems()
        for (item, practice) in plain { again.set(item, practice) }
        #expect(again == items)
        again.note(plain.keys.first ?? 0, 0.5, at: 3000, attempt: 2001)
        #expect(again != items)
    }

    @Test func theLastItemsAreThoseOfAList() {
        var draw = SeededGenerator(seed: 4)
        var plain: [Int] = []
        var recent = RecentItems()
        for count in 1...100 {
            let item = Int(draw.next() % 1000)
            plain.append(item)
            recent.append(item)
            #expect(Array(recent) == plain.suffix(RecentItems.limit))
            #expect(recent == RecentItems(plain) && recent.count == min(count, RecentItems.limit))
        }
    }
}
