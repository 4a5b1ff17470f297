/// Topics for slots with a teacher, the slot and topic that add most first.
///
/// What a session on a topic can add only falls as slots are filled, so a figure of before is a bound, and a topic is
/// looked at again only where its bound is the highest (lazy greedy: Minoux 1978).
struct TopicGreedy {
    private let table: ConveningTable
    private let slots: [Int]
    private let mostSeats: Int
    /// Standings of each topic that may still gain a seat, who gains most per seat first.
    private var waiting: [[Int]]

    init(_ table: ConveningTable, slots: [Int]) {
        self.table = table
        self.slots = slots
        mostSeats = min(slots.map { table.seats[$0] }.max() ?? 0, table.partyCount)
        waiting = table.byTopic.indices.map { Array(table.byTopic[$0].prefix(table.gaining[$0])) }
    }

    /// Fills the slots, and returns the numbered topic of each of the table's slots, -1 where nobody gains.
    mutating func fill(_ book: inout SeatBook) -> [Int] {
        var topics = [Int](repeating: -1, count: table.slots.count)
        var open = slots
        var adds = waiting.map { bound($0) }
        var place = [Int](repeating: -1, count: adds.count)
        var freshAt = [Int](repeating: -1, count: adds.count)
        while !open.isEmpty {
            var topic = -1
            for other in adds.indices where adds[other] > (topic < 0 ? 0 : adds[topic]) { topic = other }
            guard topic >= 0 else { break }
            guard freshAt[topic] == open.count else {
                shorten(topic, book)
                (adds[topic], place[topic]) = best(topic, open, book)
                freshAt[topic] = open.count
                continue
            }
            let slot = place[topic]
            for standing in chosen(topic, slot, book) { book.sit(standing, in: slot) }
            topics[slot] = topic
            open.removeAll { $0 == slot }
        }
        return topics
    }

    /// The slot in which a topic adds most, and how much.
    private func best(_ topic: Int, _ open: [Int], _ book: SeatBook) -> (adds: Double, slot: Int) {
        let list = waiting[topic]
        // The front of the list decides nearly always: what is known of it is brought together, where memory is fast.
        let front = min(list.count, 4 * mostSeats + 32)
        let words = table.words
        var rows: [UInt64] = []
        rows.reserveCapacity(front * words)
        var values: [Double] = []
        var isPlain: [Bool] = []
        for standing in list[..<front] {
            let party = table.party[standing]
            rows += table.availability[party * words..<(party + 1) * words]
            values.append(table.value[standing])
            isPlain.append(table.sizes[party] == 1 && !table.isChoosy[party] && book.sessions[party] == 0)
        }
        var (most, found) = (0.0, -1)
        for slot in open {
            let (word, bit) = (slot >> 6, UInt64(1) << UInt64(slot & 63))
            var left = table.seats[slot]
            var sum = 0.0
            var choosy: [Int] = []
            var index = 0
            while index < list.count, left > 0 {
                if index < front, isPlain[index] {
                    if rows[index * words + word] & bit != 0 {
                        sum += values[index]
                        left -= 1
                    }
                } else if takes(list[index], slot, left, &choosy, book) {
                    sum += table.value[list[index]]
                    left -= table.size(list[index])
                }
                index += 1
            }
            if sum > most { (most, found) = (sum, slot) }
        }
        return (most, found)
    }

    private func chosen(_ topic: Int, _ slot: Int, _ book: SeatBook) -> [Int] {
        var left = table.seats[slot]
        var choosy: [Int] = []
        var chosen: [Int] = []
        for standing in waiting[topic] where takes(standing, slot, left, &choosy, book) {
            left -= table.size(standing)
            chosen.append(standing)
        }
        return chosen
    }

    /// Whether the next of a list finds seats beside those who were taken.
    private func takes(_ standing: Int, _ slot: Int, _ left: Int, _ choosy: inout [Int], _ book: SeatBook) -> Bool {
        let party = table.party[standing]
        guard table.sizes[party] <= left, book.mayAttend(standing, in: slot) else { return false }
        guard table.isChoosy[party] else { return true }
        if choosy.contains(where: { table.areApart($0, party) }) { return false }
        choosy.append(party)
        return true
    }

    /// Forgets who can have no more session on a topic.
    private mutating func shorten(_ topic: Int, _ book: SeatBook) {
        let table = table
        waiting[topic].removeAll { standing in
            let party = table.party[standing]
            return book.slotOf[standing] >= 0 || (table.isSingle[party] && book.sessions[party] > 0)
        }
    }

    /// No more than the first of a list come to in the largest slot.
    private func bound(_ list: [Int]) -> Double {
        var (left, sum) = (mostSeats, 0.0)
        for standing in list where left > 0 {
            sum += table.value[standing]
            left -= table.size(standing)
        }
        return sum
    }
}
