/// The best few of many, kept while going through them once: nothing is sorted but what is kept.
struct TopItems {
    private let limit: Int
    /// Best first; of equals the one with the lower position.
    private(set) var items: [(item: Int, score: Double)] = []

    init(limit: Int) {
        self.limit = max(limit, 0)
        items.reserveCapacity(self.limit + 1)
    }

    /// Offers an item. Items come in the order of their positions.
    mutating func offer(_ item: Int, _ score: Double) {
        if items.count == limit {
            guard let worst = items.last, score > worst.score else { return }
            items.removeLast()
        }
        // From the end: most that come late are not far up.
        var place = items.count
        while place > 0, items[place - 1].score < score { place -= 1 }
        items.insert((item, score), at: place)
    }
}
