/// Groups of classmates in one slot, each on one topic.
///
/// The group that is worth most to each of its members comes first, whatever its topic; then members are exchanged with
/// one another and with those who have no seat. The worth of a group is not submodular, so nothing is promised of the
/// sum.
struct PeerSeating: Sendable {
    let lesson: PeerLesson
    /// Sizes that groups may have; `nil`: there are none that make sense.
    let sizes: ClosedRange<Int>?

    /// Of more parties than this that could meet about a topic, these many are looked at: spread evenly from who most
    /// likely has it to who most likely lacks it.
    private static let mostParties = 40

    /// Parties that meet in one group, by their standings.
    struct Group {
        let topic: Int
        var standings: [Int]
    }

    /// Larger groups are formed only where the least size asks for it.
    private static let usualMost = 12

    /// - Parameter sizes: as given; a group has two members at least.
    init(lesson: PeerLesson, sizes: ClosedRange<Int>) {
        self.lesson = lesson
        let least = max(sizes.lowerBound, 2)
        self.sizes = sizes.upperBound < least ? nil : least...min(sizes.upperBound, max(least, Self.usualMost))
    }

    /// What a group is worth.
    func value(_ standings: [Int], in table: ConveningTable) -> Double {
        lesson.value(known: table.known(of: standings))
    }

    /// Whether a group may take place and is worth it.
    func isWorthIt(_ standings: [Int], in table: ConveningTable) -> Bool {
        let count = standings.reduce(0) { $0 + table.size($1) }
        return sizes?.contains(count) == true && value(standings, in: table) > 0
    }

    /// Forms groups of who may still sit in a slot, and seats them.
    func form(in slot: Int, _ book: inout SeatBook) -> [Group] {
        var groups: [Group] = []
        // The sum grows every time; the number only guards against rounding.
        for _ in 0..<20 {
            let grown = grow(in: slot, &book)
            groups += grown
            if grown.isEmpty { break }
            exchange(&groups, in: slot, &book)
        }
        fill(&groups, in: slot, &book)
        return groups
    }

    /// Adds to groups whoever has no seat and makes them worth more, most first.
    func fill(_ groups: inout [Group], in slot: Int, _ book: inout SeatBook) {
        guard let sizes else { return }
        let table = book.table
        while true {
            var best: (adds: Double, place: Int, standing: Int)?
            var waiting: [Int: [Int]] = [:]
            for (place, group) in groups.enumerated() {
                let count = group.standings.reduce(0) { $0 + table.size($1) }
                guard count < sizes.upperBound else { continue }
                let now = value(group.standings, in: table)
                let candidates = waiting[group.topic] ?? candidates(group.topic, slot, book)
                waiting[group.topic] = candidates
                for standing in candidates where count + table.size(standing) <= sizes.upperBound {
                    let adds = value(group.standings + [standing], in: table) - now
                    if adds > max(best?.adds ?? 0, 1e-12) { best = (adds, place, standing) }
                }
            }
            guard let best else { return }
            book.sit(best.standing, in: slot)
            groups[best.place].standings.append(best.standing)
        }
    }

    private func grow(in slot: Int, _ book: inout SeatBook) -> [Group] {
        let table = book.table
        var groups: [Group] = []
        var next = table.topics.indices.map { (worth: Double.infinity, standings: [Int](), isFresh: $0 < 0) }
        // A topic is looked at again only where its figure of before is the highest.
        while let topic = next.indices.max(by: { next[$0].worth < next[$1].worth }), next[topic].worth > 0 {
            guard next[topic].isFresh else {
                next[topic] = best(topic, slot, book)
                continue
            }
            for standing in next[topic].standings { book.sit(standing, in: slot) }
            groups.append(Group(topic: topic, standings: next[topic].standings))
            for other in next.indices { next[other].isFresh = false }
        }
        return groups
    }

    /// The group on a topic that is worth most to each member.
    private func best(_ topic: Int, _ slot: Int, _ book: SeatBook)
        -> (worth: Double, standings: [Int], isFresh: Bool)
    {
        let candidates = candidates(topic, slot, book)
        let pool = pool(of: candidates, seats: book.left[slot], book.table)
        guard let sizes, let pool else { return (0, [], true) }
        let most = min(sizes.upperBound, book.left[slot])
        var (worth, found) = (0.0, [Int]())
        var group: [Int] = []
        // The best pair, or a party that is a group by itself, is what the rest is added to.
        var start = -Double.infinity
        for one in candidates.indices {
            for two in one..<candidates.count {
                let pair = one == two ? [one] : [one, two]
                let count = pool.count(pair)
                guard count >= 2, count <= most, one == two || pool.goes(one, with: [two]) else { continue }
                let value = pool.value(pair) / Double(count)
                if value > start { (start, group) = (value, pair) }
            }
        }
        while !group.isEmpty {
            let count = pool.count(group)
            let value = pool.value(group) / Double(count)
            if count >= sizes.lowerBound, value > worth { (worth, found) = (value, group) }
            var joins: (value: Double, party: Int)?
            for party in candidates.indices where !group.contains(party) && pool.goes(party, with: group) {
                let joined = group + [party]
                guard pool.count(joined) <= most else { continue }
                let value = pool.value(joined) / Double(pool.count(joined))
                if value > joins?.value ?? -.infinity { joins = (value, party) }
            }
            guard let joins else { break }
            group.append(joins.party)
        }
        return (worth, found.map { candidates[$0] }, true)
    }

    /// Exchanges members of groups on one topic with each other and with who has no seat.
    private func exchange(_ groups: inout [Group], in slot: Int, _ book: inout SeatBook) {
        let table = book.table
        for (topic, places) in blocks(groups, table) {
            let seated = places.flatMap { groups[$0].standings }
            // Whom some may not meet stays where the search put them: in a slot all are in one session.
            let others = candidates(topic, slot, book, evenWithoutSeats: true).filter {
                !table.isChoosy[table.party[$0]]
            }
            guard
                var pool = pool(
                    of: seated + others, seats: book.left[slot] + seated.reduce(0) { $0 + table.size($1) }, table)
            else { continue }
            var first = 0
            for place in places {
                let count = groups[place].standings.count
                pool.add(Array(first..<first + count))
                first += count
            }
            pool.improve(withBench: true, fixed: { table.isChoosy[table.party[(seated + others)[$0]]] })
            for standing in seated { book.rise(standing) }
            for (place, parties) in zip(places, pool.groups) {
                groups[place].standings = parties.map { (seated + others)[$0] }
                for standing in groups[place].standings { book.sit(standing, in: slot) }
            }
        }
        for place in groups.indices.reversed() where !isWorthIt(groups[place].standings, in: table) {
            for standing in groups[place].standings { book.rise(standing) }
            groups.remove(at: place)
        }
    }

    /// Groups by topic, so many at a time that the time of exchanges stays in proportion.
    private func blocks(_ groups: [Group], _ table: ConveningTable) -> [(topic: Int, places: [Int])] {
        var blocks: [(topic: Int, places: [Int])] = []
        for topic in Set(groups.map(\.topic)).sorted() {
            var persons = PeerGroups.mostAtOnce
            for place in groups.indices where groups[place].topic == topic {
                let count = groups[place].standings.reduce(0) { $0 + table.size($1) }
                if persons + count > PeerGroups.mostAtOnce {
                    blocks.append((topic, []))
                    persons = 0
                }
                blocks[blocks.count - 1].places.append(place)
                persons += count
            }
        }
        return blocks
    }

    /// Who may sit in a slot about a topic, from who most likely has it to who most likely lacks it.
    private func candidates(_ topic: Int, _ slot: Int, _ book: SeatBook, evenWithoutSeats: Bool = false) -> [Int] {
        let table = book.table
        var list: [(mean: Double, standing: Int)] = []
        // Who comes with more than a group can have is in none.
        for standing in table.byTopic[topic] where table.size(standing) <= sizes?.upperBound ?? 0 {
            let mayCome = evenWithoutSeats ? book.mayAttend(standing, in: slot) : book.maySit(standing, in: slot)
            guard mayCome else { continue }
            let known = table.known(of: [standing])
            list.append((known.reduce(0, +) / Double(known.count), standing))
        }
        list.sort {
            ($1.mean, table.ticket[table.party[$0.standing]]) < ($0.mean, table.ticket[table.party[$1.standing]])
        }
        guard list.count > Self.mostParties else { return list.map(\.standing) }
        return (0..<Self.mostParties).map { list[$0 * (list.count - 1) / (Self.mostParties - 1)].standing }
    }

    private func pool(of standings: [Int], seats: Int, _ table: ConveningTable) -> PeerPool? {
        guard let sizes, standings.count > 0 else { return nil }
        return PeerPool(lesson, known: standings.map { table.known(of: [$0]) }, sizes: sizes, seats: seats) {
            table.areApart(table.party[standings[$0]], table.party[standings[$1]])
        }
    }
}
