/// Topics for slots with a teacher, the slot and topic that add most first.
///
/// What a slot can add only falls as others are filled, so a figure of before is a bound, and a slot is looked at again only
/// where its bound is the highest (lazy greedy: Minoux 1978).
struct TopicGreedy {
    private let table: ConveningTable
    /// Standings of each topic that may still gain a seat, who gains most per seat first.
    private var waiting: [[Int]]
    /// No more than this can a session on the topic add, wherever it is.
    private var bound: [Double]
    private let mostSeats: Int

    init(_ book: SeatBook, slots: [Int]) {
        table = book.table
        mostSeats = slots.map { book.table.seats[$0] }.max() ?? 0
        waiting = table.byTopic.indices.map { Array(book.table.byTopic[$0].prefix(book.table.gaining[$0])) }
        bound = []
        bound = waiting.map { most(of: $0) }
    }

    /// Fills the slots, and returns the numbered topic of each of the table's slots, -1 where nobody gains.
    mutating func fill(_ book: inout SeatBook, slots: [Int]) -> [Int] {
        var topics = [Int](repeating: -1, count: table.slots.count)
        var adds = slots.map { _ in Double.infinity }
        var about = slots.map { _ in -1 }
        var isFresh = slots.map { _ in false }
        while let place = adds.indices.max(by: { adds[$0] < adds[$1] || (adds[$0] == adds[$1] && $0 > $1) }),
            adds[place] > 0
        {
            let slot = slots[place]
            guard isFresh[place] else {
                (adds[place], about[place]) = best(book, slot, before: about[place])
                isFresh[place] = true
                continue
            }
            for standing in chosen(book, slot, about[place]) { book.sit(standing, in: slot) }
            topics[slot] = about[place]
            adds[place] = 0
            for other in isFresh.indices { isFresh[other] = false }
            shorten(book, about[place])
        }
        return topics
    }

    /// The topic that adds most to a slot, and how much; the one that was best before goes first.
    private func best(_ book: SeatBook, _ slot: Int, before: Int) -> (adds: Double, topic: Int) {
        var (most, found) = (0.0, -1)
        if before >= 0 { (most, found) = (adds(book, slot, before), before) }
        for topic in waiting.indices where topic != before && bound[topic] > most {
            let sum = adds(book, slot, topic)
            if sum > most { (most, found) = (sum, topic) }
        }
        return (most, found)
    }

    private func adds(_ book: SeatBook, _ slot: Int, _ topic: Int) -> Double {
        var sum = 0.0
        take(book, slot, topic) { sum += table.value[$0] }
        return sum
    }

    private func chosen(_ book: SeatBook, _ slot: Int, _ topic: Int) -> [Int] {
        var standings: [Int] = []
        take(book, slot, topic) { standings.append($0) }
        return standings
    }

    /// Goes down the list of a topic, seating who may sit, until the slot is full.
    private func take(_ book: SeatBook, _ slot: Int, _ topic: Int, _ seat: (Int) -> Void) {
        var left = table.seats[slot]
        var choosy: [Int] = []
        for standing in waiting[topic] where left > 0 {
            let party = table.party[standing]
            let size = table.size(party)
            guard size <= left, book.mayAttend(standing, in: slot) else { continue }
            if !table.apartSets[party].isEmpty {
                if choosy.contains(where: { table.areApart($0, party) }) { continue }
                choosy.append(party)
            }
            left -= size
            seat(standing)
        }
    }

    /// Forgets who can have no more session on a topic.
    private mutating func shorten(_ book: SeatBook, _ topic: Int) {
        let table = table
        waiting[topic].removeAll { standing in
            let party = table.party[standing]
            return book.slotOf[standing] >= 0 || (table.isSingle[party] && book.sessions[party] > 0)
        }
        bound[topic] = most(of: waiting[topic])
    }

    /// What the first of a list come to in the largest slot, the last of them with the part that finds seats.
    private func most(of list: [Int]) -> Double {
        var (left, sum) = (mostSeats, 0.0)
        for standing in list where left > 0 {
            let size = table.size(table.party[standing])
            sum += table.value[standing] * Double(min(size, left)) / Double(size)
            left -= size
        }
        return sum
    }
}
