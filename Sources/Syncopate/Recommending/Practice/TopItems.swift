/// The best few of many, kept while going through them once: nothing is sorted but what is kept.
struct TopItems {
    private let limit: Int
    /// Best first; of equals the one with the lower position.
    private(set) var items: [(item: Int, score: Double)] = []

    init(limit: Int) {
        self.limit = max(limit, 0)
    }

    /// The score below which nothing gets in any more.
    private(set) var least = -Double.infinity

    /// Offers an item, in any order.
    mutating func offer(_ item: Int, _ score: Double) {
        guard limit > 0 else { return }
        // Many are never offered anything.
        if items.isEmpty { items.reserveCapacity(limit + 1) }
        if items.count == limit {
            guard Self.isBefore(item, score, items[limit - 1]) else { return }
            items.removeLast()
        }
        // From the end: most that come late are not far up.
        var place = items.count
        while place > 0, Self.isBefore(item, score, items[place - 1]) { place -= 1 }
        items.insert((item, score), at: place)
        if items.count == limit { least = items[limit - 1].score }
    }

    private static func isBefore(_ item: Int, _ score: Double, _ other: (item: Int, score: Double)) -> Bool {
        score != other.score ? score > other.score : item < other.item
    }
}
