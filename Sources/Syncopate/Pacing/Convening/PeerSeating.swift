/// Groups of classmates in one slot.
struct PeerSeating: Sendable {
    let lesson: PeerLesson
    let sizes: ClosedRange<Int>

    /// Forms groups of who may still sit, the group that is worth most to each member first.
    func form(in slot: Int, _ book: inout SeatBook) -> [MeetingGroup] {
        var groups: [MeetingGroup] = []
        while true {
            var best: (worth: Double, topic: Int, standings: [Int])?
            for topic in book.table.topics.indices {
                let group = grow(topic, slot, book)
                let known = book.table.known(of: group)
                let worth = lesson.value(known: known) / Double(max(known.count, 1))
                if known.count >= max(sizes.lowerBound, 2), worth > best?.worth ?? 0 { best = (worth, topic, group) }
            }
            guard let best else { return groups }
            for standing in best.standings { book.sit(standing, in: slot) }
            groups.append(.amongPeers(best.standings, topic: best.topic, lesson: lesson, in: book.table))
        }
    }

    /// Adds one party after the other, each the one that adds most, while that makes the group worth more.
    private func grow(_ topic: Int, _ slot: Int, _ book: SeatBook) -> [Int] {
        var group: [Int] = []
        var seats = 0
        while true {
            var best: (value: Double, standing: Int)?
            for standing in book.table.byTopic[topic] where !group.contains(standing) {
                let party = book.table.party[standing]
                let after = seats + book.table.size(standing)
                guard after <= min(sizes.upperBound, book.left[slot]), book.maySit(standing, in: slot),
                    !group.contains(where: { book.table.areApart(book.table.party[$0], party) })
                else { continue }
                let known = book.table.known(of: group + [standing])
                // Alone nobody gains: who likely has it makes a good start.
                let value = known.count == 1 ? known[0] : lesson.value(known: known)
                if value > best?.value ?? -.infinity { best = (value, standing) }
            }
            guard let best else { return group }
            let now = lesson.value(known: book.table.known(of: group))
            if seats >= max(sizes.lowerBound, 2), best.value <= now { return group }
            group.append(best.standing)
            seats += book.table.size(best.standing)
        }
    }
}
