/// Seats in slots with a teacher, given to whoever gains most where each slot has its topic.
///
/// An auction (Bertsekas 1988; Bertsekas & Castañon 1989 for seats that are alike): a party without seats bids for the
/// slot where it gains most above the price, as much more as the next best slot allows; the lowest bids lose their
/// seats. A slot costs the lowest bid in it once it is full, and nothing before. Where everybody is alone and has one
/// session the sum is within `increment` a seat of the best, if the bids that are counted suffice; with parties, apart
/// sets and several sessions nothing is promised, but that every constraint is kept. Every bid is counted, so that it
/// ends.
struct SeatMarket: Sendable {
    let table: ConveningTable
    private(set) var book: SeatBook
    /// Numbered topic of each slot; -1: none.
    private(set) var topicOf: [Int]
    /// Gain of all who are seated.
    private(set) var total = 0.0
    /// Figures looked at: what it took so far, whatever the machine.
    private(set) var work = 0
    /// By how much a bid is above the one it beats, in the end.
    let increment: Double
    /// By how much it is now.
    private(set) var step: Double

    private var slotsAbout: [[Int]]
    /// Bid per seat, of each standing that has seats.
    private var bid: [Double]
    /// What a seat costs, per slot.
    private(set) var price: [Double]
    /// Below this no seat of a slot is sold.
    private var reserve: [Double]
    private var journal: [Step] = []
    private var isJournaled = false
    private var totalBefore = 0.0

    private enum Step {
        case sat(Int)
        case rose(Int, slot: Int, bid: Double)
        case turned(slot: Int, topic: Int)
    }

    init(_ table: ConveningTable, topics: [Int], increment: Double) {
        self.table = table
        self.increment = increment
        book = SeatBook(table)
        topicOf = topics
        slotsAbout = [[Int]](repeating: [], count: table.topics.count)
        for (slot, topic) in topics.enumerated() where topic >= 0 { slotsAbout[topic].append(slot) }
        bid = [Double](repeating: 0, count: table.standingCount)
        price = [Double](repeating: 0, count: table.slots.count)
        reserve = price
        step = increment
    }

    // MARK: - Seats

    mutating func sit(_ standing: Int, in slot: Int, bid offer: Double) {
        book.sit(standing, in: slot)
        bid[standing] = offer
        total += table.value[standing]
        settle(slot)
        if isJournaled { journal.append(.sat(standing)) }
    }

    mutating func rise(_ standing: Int) {
        let slot = book.slotOf[standing]
        book.rise(standing)
        total -= table.value[standing]
        settle(slot)
        if isJournaled { journal.append(.rose(standing, slot: slot, bid: bid[standing])) }
    }

    private mutating func settle(_ slot: Int) {
        guard book.left[slot] == 0 else {
            price[slot] = reserve[slot]
            return
        }
        var least = Double.infinity
        for standing in book.seated[slot] { least = min(least, bid[standing]) }
        price[slot] = least
    }

    mutating func turn(_ slot: Int, to topic: Int) {
        if isJournaled { journal.append(.turned(slot: slot, topic: topicOf[slot])) }
        if topicOf[slot] >= 0 { slotsAbout[topicOf[slot]].removeAll { $0 == slot } }
        topicOf[slot] = topic
        if topic >= 0 { slotsAbout[topic].append(slot) }
    }

    /// From here on every step can be taken back.
    mutating func begin() {
        isJournaled = true
        totalBefore = total
    }

    /// Keeps what was done since ``begin()``.
    mutating func keep() {
        isJournaled = false
        journal.removeAll(keepingCapacity: true)
    }

    /// Takes back what was done since ``begin()``.
    mutating func undo() {
        isJournaled = false
        while let step = journal.popLast() {
            switch step {
            case .sat(let standing): rise(standing)
            case .rose(let standing, let slot, let offer): sit(standing, in: slot, bid: offer)
            case .turned(let slot, let topic): turn(slot, to: topic)
            }
        }
        // Sums taken back are not the sums of before to the last bit.
        total = totalBefore
    }

    // MARK: - Bids

    /// What must be paid to the lowest bids, and to whoever a party never meets, for it to have seats.
    private func cost(_ standing: Int, in slot: Int) -> Double {
        if table.size(standing) == 1, !table.isChoosy[table.party[standing]] { return price[slot] }
        guard let losers = losers(to: standing, in: slot) else { return .infinity }
        return losers.reduce(0) { $0 + bid[$1] * Double(table.size($1)) }
    }

    /// Who would have to rise for a party to sit down; `nil` where the slot is too small for it.
    func losers(to standing: Int, in slot: Int) -> [Int]? {
        let party = table.party[standing]
        let size = table.size(standing)
        guard size <= table.seats[slot] else { return nil }
        var free = book.left[slot]
        var losers: [Int] = []
        if table.isChoosy[party] {
            losers = book.seated[slot].filter { table.areApart(table.party[$0], party) }
            for loser in losers { free += table.size(loser) }
        }
        while free < size {
            var least: Int?
            for other in book.seated[slot] where !losers.contains(other) {
                if least.map({ bid[other] < bid[$0] }) ?? true { least = other }
            }
            guard let least else { return nil }
            losers.append(least)
            free += table.size(least)
        }
        return losers
    }

    /// Lets a party bid for one more session; whoever lost seats to it is added to the queue.
    ///
    /// - Returns: whether it got seats.
    mutating func offer(_ party: Int, _ queue: inout [Int]) -> Bool {
        if table.isSingle[party], book.sessions[party] > 0 { return false }
        let isFree = book.sessions[party] == 0
        let isPlain = table.sizes[party] == 1 && !table.isChoosy[party]
        var (best, second) = (0.0, 0.0)
        var (found, place) = (-1, -1)
        for standing in table.standingStart[party]..<table.standingStart[party + 1]
        where table.value[standing] > 0 && book.slotOf[standing] < 0 {
            let value = table.value[standing]
            let slots = slotsAbout[table.topic[standing]]
            work += slots.count
            for slot in slots {
                guard isFree ? table.canCome(party, to: slot) : book.mayAttend(standing, in: slot) else { continue }
                let net = value - (isPlain ? price[slot] : cost(standing, in: slot))
                if net > best {
                    (best, second) = (net, best)
                    (found, place) = (standing, slot)
                } else if net > second {
                    second = net
                }
            }
        }
        guard found >= 0, best > step else { return false }
        if !isPlain || book.left[place] == 0 {
            for loser in losers(to: found, in: place) ?? [] {
                rise(loser)
                queue.append(table.party[loser])
            }
        }
        sit(found, in: place, bid: (table.value[found] - second + step) / Double(table.size(found)))
        return true
    }

    /// Seats everybody as another found, at no price.
    mutating func take(_ slotOf: [Int]) {
        for slot in book.seated.indices {
            for standing in book.seated[slot] { rise(standing) }
        }
        for (standing, slot) in slotOf.enumerated() where slot >= 0 { sit(standing, in: slot, bid: 0) }
    }

    /// Counts figures that were looked at.
    mutating func spend(_ figures: Int) { work += figures }

    /// Lets everybody bid until nobody wants to or a number of bids is used up.
    mutating func trade(_ parties: [Int], bids: Int) {
        var queue = parties
        var next = 0
        var left = bids
        while next < queue.count, left > 0 {
            let party = queue[next]
            next += 1
            left -= 1
            if offer(party, &queue), !table.isSingle[party] { queue.append(party) }
        }
    }

    /// The whole auction from nothing, with steps that grow finer (Bertsekas 1988), so that many who want much the same
    /// do not outbid each other by next to nothing for long.
    mutating func open() {
        var best = [Double](repeating: 0, count: table.partyCount)
        for standing in 0..<table.standingCount {
            best[table.party[standing]] = max(best[table.party[standing]], table.value[standing])
        }
        let parties = (0..<table.partyCount).filter { best[$0] > 0 }.sorted {
            (best[$1], table.ticket[$0], $0) < (best[$0], table.ticket[$1], $1)
        }
        guard let first = parties.first else { return }
        step = max(best[first] / 8, increment)
        while true {
            trade(parties, bids: 30 * parties.count + 1_000)
            if step <= increment { break }
            for slot in topicOf.indices {
                reserve[slot] = book.left[slot] == 0 ? max(price[slot] - step, 0) : 0
                for standing in book.seated[slot] { rise(standing) }
                price[slot] = reserve[slot]
            }
            step = max(step / 6, increment)
        }
        reserve = reserve.map { _ in 0 }
        for slot in topicOf.indices { settle(slot) }
        fillHoles()
    }

    /// Draws parties into seats that are left, and others into theirs, until nobody gains by coming.
    mutating func fillHoles() {
        var holes = topicOf.indices.filter { topicOf[$0] >= 0 && book.left[$0] > 0 }
        var left = 20 * table.partyCount
        while let hole = holes.popLast(), left > 0 {
            left -= 1
            if draw(into: hole, &holes) { holes.append(hole) }
        }
        // Should that have been cut short, whoever is free still gets what is left.
        for slot in topicOf.indices { while draw(into: slot, &holes, onlyFree: true) {} }
    }
}
