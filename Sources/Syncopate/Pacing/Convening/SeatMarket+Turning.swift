extension SeatMarket {
    /// What a party gains, above their price, from the seats it would give up to come, and under which standing it has
    /// them.
    ///
    /// A party that is free to come gives up nothing (-1); `nil`: it cannot come whichever one session it gives up.
    private func sacrifice(_ standing: Int, for slot: Int) -> (worth: Double, given: Int)? {
        let party = table.party[standing]
        guard table.canCome(party, to: slot) else { return nil }
        if book.mayAttend(standing, in: slot) { return (0, -1) }
        var least: (worth: Double, given: Int)?
        for held in table.standingStart[party]..<table.standingStart[party + 1] where book.slotOf[held] >= 0 {
            guard book.slotOf[held] != slot, book.mayAttend(standing, in: slot, without: held) else { continue }
            let worth = worth(of: held)
            if worth < least?.worth ?? .infinity { least = (worth, held) }
        }
        return least
    }

    /// What a party gains from its seats above their price.
    private func worth(of held: Int) -> Double {
        max(table.value[held] - price[book.slotOf[held]] * Double(table.size(held)), 0)
    }

    /// Draws the party into a slot that gains most there above what it gives up (a step of a reverse auction).
    ///
    /// - Parameters:
    ///   - holes: slots that somebody was drawn away from are added.
    ///   - onlyFree: whether nobody may be drawn away.
    /// - Returns: whether somebody came.
    mutating func draw(into slot: Int, _ holes: inout [Int], onlyFree: Bool = false) -> Bool {
        let topic = topicOf[slot]
        guard topic >= 0, book.left[slot] > 0 else { return false }
        var (most, second) = (1e-12, 0.0)
        var (found, gives, seen) = (-1, -1, 0)
        for standing in table.byTopic[topic].prefix(table.gaining[topic]) {
            let size = Double(table.size(standing))
            seen += 1
            if table.value[standing] <= second * size { break }
            guard book.slotOf[standing] != slot, table.size(standing) <= book.left[slot],
                let (worth, given) = sacrifice(standing, for: slot), !onlyFree || given < 0,
                (table.value[standing] - worth) > second * size,
                !book.hasSomebodyApart(from: table.party[standing], in: slot)
            else { continue }
            let net = (table.value[standing] - worth) / size
            if net > most {
                (most, second) = (net, found < 0 ? 0 : most)
                (found, gives) = (standing, given)
            } else {
                second = net
            }
        }
        spend(seen)
        guard found >= 0 else { return false }
        if gives >= 0 {
            holes.append(book.slotOf[gives])
            rise(gives)
        }
        // Whoever comes pays what the next one would, less a step: so prices fall until nobody is drawn to and fro.
        sit(found, in: slot, bid: max(second - step, 0))
        return true
    }

    /// Gives a slot another topic where all together gain more then; otherwise nothing is changed.
    mutating func tryTurning(_ slot: Int, to topic: Int) -> Bool {
        begin()
        let before = total
        var waiting = book.seated[slot].map { table.party[$0] }
        for standing in book.seated[slot] { rise(standing) }
        turn(slot, to: topic)
        var holes: [Int] = []
        while draw(into: slot, &holes) {}
        var (next, left) = (0, 100)
        while left > 0 {
            left -= 1
            if let hole = holes.last {
                if !draw(into: hole, &holes) { holes.removeAll { $0 == hole } }
            } else if next < waiting.count {
                _ = offer(waiting[next], &waiting)
                next += 1
            } else {
                break
            }
        }
        if total > before + 1e-9 * max(abs(before), 1e-6) {
            keep()
            return true
        }
        undo()
        return false
    }

    /// Turns slots to other topics, those that promise most first, until none is better or the work is used up.
    ///
    /// What a topic promises is what its learners gain above what they have now, at prices as they are: by linear
    /// duality no turn adds more than that, as long as the prices are exact.
    mutating func improve(tries: Int, work most: Int) {
        let slots = topicOf.indices.filter { table.seats[$0] > 0 && table.slots[$0].lead == .teacher }
        let mostSeats = slots.map { table.seats[$0] }.max() ?? 0
        let end = work + most
        while true {
            var hasTurned = false
            let lists = table.topics.indices.map { promising($0) }
            let bounds = lists.map { promise(of: $0, in: nil, seats: mostSeats) }
            for slot in slots {
                let seats = table.seats[slot]
                let now = topicOf[slot] < 0 ? 0 : promise(of: lists[topicOf[slot]], in: slot, seats: seats)
                var promises: [(promise: Double, topic: Int)] = []
                for topic in lists.indices where topic != topicOf[slot] && bounds[topic] > now {
                    let promise = promise(of: lists[topic], in: slot, seats: seats)
                    if promise > now { promises.append((promise, topic)) }
                }
                promises.sort { ($1.promise, $0.topic) < ($0.promise, $1.topic) }
                for (_, topic) in promises.prefix(tries) {
                    if work >= end { return }
                    if tryTurning(slot, to: topic) {
                        hasTurned = true
                        break
                    }
                }
            }
            if !hasTurned { return }
        }
    }

    /// Standings of a topic with what a party gains per seat above what it has, most first.
    private func promising(_ topic: Int) -> [(net: Double, standing: Int)] {
        var list: [(net: Double, standing: Int)] = []
        for standing in table.byTopic[topic].prefix(table.gaining[topic]) {
            let party = table.party[standing]
            var worth = 0.0
            if table.isSingle[party], book.sessions[party] > 0 {
                for held in table.standingStart[party]..<table.standingStart[party + 1] where book.slotOf[held] >= 0 {
                    worth = self.worth(of: held)
                }
            }
            let net = (table.value[standing] - worth) / Double(table.size(standing))
            if net > 0 { list.append((net, standing)) }
        }
        list.sort {
            ($1.net, table.ticket[table.party[$0.standing]]) < ($0.net, table.ticket[table.party[$1.standing]])
        }
        return list
    }

    /// What the first of a list who can come to a slot gain; `nil`: all can.
    private func promise(of list: [(net: Double, standing: Int)], in slot: Int?, seats: Int) -> Double {
        var (left, sum) = (seats, 0.0)
        for (net, standing) in list where left > 0 {
            if let slot, !table.canCome(table.party[standing], to: slot) { continue }
            let size = min(table.size(standing), left)
            sum += net * Double(size)
            left -= size
        }
        return sum
    }
}
