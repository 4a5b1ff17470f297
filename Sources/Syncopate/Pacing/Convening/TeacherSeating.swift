/// Topics of slots with a teacher, and who sits in them, so that all together gain most.
struct TeacherSeating {
    /// Slot of each standing; -1 where it has no seat.
    let slotOf: [Int]
    /// Whether no other seats are worth more.
    let isProven: Bool

    /// Figures looked at while slots are turned to other topics.
    static let turningWork = 1_000_000
    /// How exact prices are, as a share of the largest gain.
    static let increment = 2e-4
    /// The proof is tried where no more seats than this could be given to somebody.
    static let searchedSeats = 3_000
    /// Nor where standings times slots are more than this, however few can come: the search keeps a table of them.
    static let searchedTable = 200_000

    /// - Parameter searchWork: figures that may be looked at to prove the best; 0: no proof is tried.
    init(_ table: ConveningTable, searchWork: Int) {
        let slots = table.slots.indices.filter { table.slots[$0].lead == .teacher && table.seats[$0] > 0 }
        var most = 0.0
        var possible = 0
        for standing in 0..<table.standingCount where table.value[standing] > 0 {
            let comes = slots.contains { table.canCome(table.party[standing], to: $0) }
            guard comes else { continue }
            most = max(most, table.value[standing])
            // Only how many, and only until it is too many.
            if possible <= Self.searchedSeats {
                possible += slots.count { table.canCome(table.party[standing], to: $0) }
            }
        }
        guard most > 0 else {
            slotOf = [Int](repeating: -1, count: table.standingCount)
            isProven = true
            return
        }
        var book = SeatBook(table)
        var greedy = TopicGreedy(table, slots: slots)
        let topics = greedy.fill(&book)
        var market = SeatMarket(table, topics: topics, increment: most * Self.increment)
        market.open()
        let greedySum = book.slotOf.indices.reduce(0) { $0 + (book.slotOf[$1] < 0 ? 0 : table.value[$1]) }
        if market.total < greedySum { market.take(book.slotOf) }
        market.improve(tries: 8, work: Self.turningWork)
        market.fillHoles()
        var best = market.book.slotOf
        if market.topicOf != topics {
            // Turn by turn prices lose their meaning; from new ones the same topics may seat people better.
            var again = SeatMarket(table, topics: market.topicOf, increment: most * Self.increment)
            again.open()
            if again.total > market.total { best = again.book.slotOf }
        }
        guard possible <= Self.searchedSeats, table.standingCount * slots.count <= Self.searchedTable, searchWork > 0
        else {
            (slotOf, isProven) = (best, false)
            return
        }
        var search = SeatSearch(table, slots: slots, slotOf: best, mostWork: searchWork)
        search.run()
        (slotOf, isProven) = (search.isProven ? search.slotOf : Self.filled(search.slotOf, table), search.isProven)
    }

    /// Seats that a search cut short may have left, given to whoever may have them and gains most.
    private static func filled(_ slotOf: [Int], _ table: ConveningTable) -> [Int] {
        var book = SeatBook(table)
        for (standing, slot) in slotOf.enumerated() where slot >= 0 { book.sit(standing, in: slot) }
        for slot in table.slots.indices where book.left[slot] > 0 {
            guard let topic = book.seated[slot].first.map({ table.topic[$0] }) else { continue }
            for standing in table.byTopic[topic].prefix(table.gaining[topic]) where book.maySit(standing, in: slot) {
                book.sit(standing, in: slot)
            }
        }
        return book.slotOf
    }
}
