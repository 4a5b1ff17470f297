/// The best seats with a teacher, proven by branch and bound where that takes no more than a counted amount of work.
///
/// First the topics of slots are branched on; where they are settled, the rest is an assignment that is solved exactly
/// if everybody is alone and has one session, and else single seats are branched on.
struct SeatSearch {
    /// Slot of each standing in the best plan so far; -1 where it has no seat.
    private(set) var slotOf: [Int]
    /// What that comes to.
    private(set) var value: Double
    /// Whether the work sufficed.
    private(set) var isProven = true

    let table: ConveningTable
    let slots: [Int]
    private let isPlain: Bool
    private let mostWork: Int
    private var relaxation: SeatRelaxation
    /// Figures looked at in assignments.
    private var assigned = 0
    var work: Int { relaxation.work + assigned }
    private static let rootRounds = 200
    private var tried: Set<[Int]> = []

    /// - Parameter slotOf: seats to start from, that keep every constraint.
    init(_ table: ConveningTable, slots: [Int], slotOf: [Int], mostWork: Int) {
        self.table = table
        self.slots = slots
        self.slotOf = slotOf
        self.mostWork = mostWork
        value = slotOf.indices.reduce(0) { $0 + (slotOf[$1] < 0 ? 0 : table.value[$1]) }
        isPlain = (0..<table.partyCount).allSatisfy {
            table.isSingle[$0] && table.sizes[$0] == 1 && !table.isChoosy[$0]
        }
        relaxation = SeatRelaxation(table, slots: slots)
    }

    mutating func run() {
        var choices = SeatRelaxation.Choices(
            topics: slots.map { _ in [] }, isOut: [Bool](repeating: true, count: table.standingCount * slots.count),
            seated: slots.map { _ in [] })
        for (place, slot) in slots.enumerated() {
            for topic in table.topics.indices {
                var isPossible = false
                for standing in table.byTopic[topic].prefix(table.gaining[topic])
                where table.canCome(table.party[standing], to: slot) && table.size(standing) <= table.seats[slot] {
                    choices.isOut[standing * slots.count + place] = false
                    isPossible = true
                }
                if isPossible { choices.topics[place].append(topic) }
            }
        }
        branch(choices, prices: [Double](repeating: 0, count: table.partyCount), rounds: Self.rootRounds)
    }

    mutating func branch(_ given: SeatRelaxation.Choices, prices: [Double], rounds: Int) {
        guard isProven else { return }
        guard work < mostWork else {
            isProven = false
            return
        }
        let isSettled = given.topics.allSatisfy { $0.count < 2 }
        var (prices, choices) = (prices, given)
        let bounded = bounded(choices, &prices, rounds: rounds)
        guard bounded.bound > value + relaxation.tolerance(value) else { return }
        if isSettled, isPlain {
            assign(given.topics.map { $0.first ?? -1 })
            return
        }
        if isSettled {
            branchOnSeats(choices, bounded, prices)
            return
        }
        // A topic that costs a slot more than is between the bound and the best plan is in no better plan.
        for place in choices.topics.indices where choices.topics[place].count > 1 {
            let most = bounded.gains[place].max() ?? 0
            choices.topics[place] = zip(choices.topics[place], bounded.gains[place]).filter {
                bounded.bound - most + $0.1 > value + relaxation.tolerance(value)
            }.map(\.0)
        }
        let unsettled = choices.topics.indices.filter { choices.topics[$0].count > 1 }
        guard let place = unsettled.min(by: { choices.topics[$0].count < choices.topics[$1].count }) else {
            branch(choices, prices: prices, rounds: 20)
            return
        }
        let gains = Dictionary(zip(given.topics[place], bounded.gains[place]), uniquingKeysWith: max)
        let order = choices.topics[place].sorted { (gains[$1] ?? 0, $0) < (gains[$0] ?? 0, $1) }
        for topic in order {
            var next = choices
            next.topics[place] = [topic]
            branch(next, prices: prices, rounds: 20)
        }
    }

    private mutating func bounded(_ choices: SeatRelaxation.Choices, _ prices: inout [Double], rounds: Int)
        -> SeatRelaxation.Answer
    {
        var relaxation = relaxation
        // Further down the tree a better plan is seldom found on the way, and looking for it costs more than it prunes.
        let isRoot = rounds >= Self.rootRounds
        let answer = relaxation.lower(&prices, choices, toBeat: value, rounds: rounds) { answer in
            if isPlain, isRoot {
                assign(
                    zip(choices.topics, answer.gains).map { topics, gains in
                        gains.indices.max { gains[$0] < gains[$1] }.map { topics[$0] } ?? -1
                    })
            }
            return value
        }
        self.relaxation = relaxation
        return answer
    }

    /// The best seats with settled topics, where everybody is alone and has one session.
    private mutating func assign(_ topics: [Int]) {
        guard tried.insert(topics).inserted else { return }
        let columns = slots.count + 1
        // Rows are of those only who could have a seat.
        var isPossible = [Bool](repeating: false, count: table.partyCount)
        for (place, slot) in slots.enumerated() where topics[place] >= 0 {
            for standing in table.byTopic[topics[place]].prefix(table.gaining[topics[place]])
            where table.canCome(table.party[standing], to: slot) {
                isPossible[table.party[standing]] = true
            }
        }
        let parties = isPossible.indices.filter { isPossible[$0] }
        var rows = [Int](repeating: -1, count: table.partyCount)
        for (row, party) in parties.enumerated() { rows[party] = row }
        assigned += parties.count * columns
        var values = [Double](repeating: -.infinity, count: parties.count * columns)
        var standings = [Int](repeating: -1, count: values.count)
        for row in parties.indices { values[row * columns] = 0 }
        for (place, slot) in slots.enumerated() where topics[place] >= 0 {
            for standing in table.byTopic[topics[place]].prefix(table.gaining[topics[place]])
            where table.canCome(table.party[standing], to: slot) {
                let cell = rows[table.party[standing]] * columns + place + 1
                (values[cell], standings[cell]) = (table.value[standing], standing)
            }
        }
        let best = SeatAssignment.best(
            values: values, columns: columns, seats: [nil] + slots.map { table.seats[$0] })
        var found = [Int](repeating: -1, count: table.standingCount)
        for (row, column) in best.enumerated() where column > 0 {
            let standing = standings[row * columns + column]
            if standing >= 0 { found[standing] = slots[column - 1] }
        }
        keep(found)
    }

    mutating func keep(_ found: [Int]) {
        let sum = found.indices.reduce(0) { $0 + (found[$1] < 0 ? 0 : table.value[$1]) }
        if sum > value + relaxation.tolerance(value) { (value, slotOf) = (sum, found) }
    }
}
