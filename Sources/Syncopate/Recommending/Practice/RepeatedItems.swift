/// Items that came lately and give way to others on the same skills: each by a share of its index.
struct RepeatedItems: Sendable {
    /// With the share taken off, in no particular order.
    private(set) var items: [(item: Int, share: Double)] = []

    /// By a tenth right after, less later, and the more the oftener it came.
    ///
    /// - Parameter hasAlternatives: whether another item exercises just the same skills, M.
    init(_ recent: RecentItems, hasAlternatives: (Int) -> Bool) {
        items.reserveCapacity(recent.count)
        var age = 0.0
        for item in recent.reversed() {
            age += 1
            guard hasAlternatives(item) else { continue }
            if let place = items.firstIndex(where: { $0.item == item }) {
                items[place].share += 0.1 / age
            } else {
                items.append((item, 0.1 / age))
            }
        }
    }

    /// The share taken off an item; 0 where it did not come lately.
    func share(of item: Int) -> Double {
        for entry in items where entry.item == item { return entry.share }
        return 0
    }
}
