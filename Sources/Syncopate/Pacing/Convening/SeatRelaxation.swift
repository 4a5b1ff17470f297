/// What seats with a teacher can come to at most, by letting parties sit in too many sessions at a price (Lagrangian
/// relaxation; Fisher 1981).
///
/// With a price for every party's session, or minute, slots no longer depend on each other: each takes the topic whose
/// learners gain most above their prices. The sum over slots and what the parties' own limits cost is no less than any
/// plan is worth, at any prices; prices are moved against what is over or under used (subgradients: Held, Wolfe &
/// Crowder 1974). Apart sets, overlaps and two sessions on one topic are left out, which only makes it larger.
struct SeatRelaxation {
    let table: ConveningTable
    let slots: [Int]
    /// Sessions of a party where it has at most one, else minutes.
    private let limit: [Double]
    /// Standings that could be seated, per place of a slot and topic.
    private let comers: [[Int]]
    /// Who was seated last, who gains most per seat first.
    private var sitting: [(net: Double, standing: Int)] = []
    /// Figures looked at.
    private(set) var work = 0

    /// What one set of prices gives.
    struct Answer {
        /// No plan is worth more.
        var bound = Double.infinity
        /// What each slot, by place, gains with each topic that it may have, above prices.
        var gains: [[Double]] = []
        /// Standings seated in each slot by the best topic; the last may have only part of its seats.
        var chosen: [[Int]] = []
    }

    /// What is settled of a plan.
    struct Choices {
        /// Topics each slot, by place, may still have.
        var topics: [[Int]]
        /// Per standing and place of the slot: whether it may be seated.
        var isOut: [Bool]
        /// Standings that are seated, by place.
        var seated: [[Int]]
    }

    init(_ table: ConveningTable, slots: [Int]) {
        self.table = table
        self.slots = slots
        comers = slots.flatMap { slot in
            table.topics.indices.map { topic in
                table.byTopic[topic].prefix(table.gaining[topic]).filter {
                    table.canCome(table.party[$0], to: slot) && table.size($0) <= table.seats[slot]
                }
            }
        }
        limit = (0..<table.partyCount).map { table.isSingle[$0] ? 1 : table.mostMinutes[$0] }
    }

    /// How much of a party's limit a session takes.
    private func use(_ party: Int, _ place: Int) -> Double {
        table.isSingle[party] ? 1 : table.slots[slots[place]].minutes
    }

    /// Moves prices until the bound is at a value to beat or the rounds are over; the prices come out as the best
    /// found.
    ///
    /// - Parameter solve: called with the answer of every round that is better than those before.
    mutating func lower(
        _ prices: inout [Double], _ choices: Choices, toBeat: Double, rounds: Int, solve: (Answer) -> Double
    ) -> Answer {
        var best = Answer()
        var (toBeat, reach, stalled) = (toBeat, 1.0, 0)
        var current = prices
        for _ in 0..<rounds {
            let answer = answer(current, choices)
            if answer.bound < best.bound {
                if answer.bound < best.bound - 1e-4 * abs(best.bound) { stalled = 0 }
                (best, prices) = (answer, current)
                toBeat = max(toBeat, solve(answer))
            } else {
                stalled += 1
            }
            if best.bound <= toBeat + tolerance(toBeat) { break }
            if stalled >= 5 { (reach, stalled, current) = (reach / 2, 0, prices) }
            if !step(&current, answer, reach * (answer.bound - toBeat)) { break }
        }
        return best
    }

    /// Two sums this near are one.
    func tolerance(_ value: Double) -> Double { 1e-9 * max(abs(value), 1e-6) }

    /// - Returns: whether anything was to be moved.
    private func step(_ prices: inout [Double], _ answer: Answer, _ distance: Double) -> Bool {
        var slack = limit
        for (place, list) in answer.chosen.enumerated() {
            for standing in list { slack[table.party[standing]] -= use(table.party[standing], place) }
        }
        var square = 0.0
        for party in slack.indices {
            // Nothing is paid where nothing is short.
            if !slack[party].isFinite || (slack[party] > 0 && prices[party] == 0) { slack[party] = 0 }
            square += slack[party] * slack[party]
        }
        guard square > 0 else { return false }
        for party in slack.indices { prices[party] = max(prices[party] - distance * slack[party] / square, 0) }
        return true
    }

    private mutating func answer(_ prices: [Double], _ choices: Choices) -> Answer {
        var answer = Answer(bound: 0)
        for party in prices.indices where prices[party] > 0 { answer.bound += prices[party] * limit[party] }
        for (place, topics) in choices.topics.enumerated() {
            let gains = topics.map { seat($0, place, prices, choices) }
            if let best = gains.indices.max(by: { gains[$0] < gains[$1] }) {
                answer.bound += seat(topics[best], place, prices, choices)
            }
            answer.gains.append(gains)
            answer.chosen.append(topics.isEmpty ? [] : choices.seated[place] + sitting.map(\.standing))
        }
        return answer
    }

    /// Finds who sits in a slot with a topic so that they gain most above their prices, the last perhaps only in part.
    ///
    /// - Returns: what they gain, with those who are seated for sure; the others are in `sitting`.
    private mutating func seat(_ topic: Int, _ place: Int, _ prices: [Double], _ choices: Choices) -> Double {
        var left = table.seats[slots[place]]
        var gain = 0.0
        for standing in choices.seated[place] {
            left -= table.size(standing)
            gain += table.value[standing] - prices[table.party[standing]] * use(table.party[standing], place)
        }
        sitting.removeAll(keepingCapacity: true)
        guard left > 0 else { return gain }
        let list = comers[place * table.topics.count + topic]
        work += list.count
        for standing in list where !choices.isOut[standing * slots.count + place] {
            let party = table.party[standing]
            let net = (table.value[standing] - prices[party] * use(party, place)) / Double(table.sizes[party])
            // Each takes a seat at least, so that no more than there are seats need be kept in order.
            guard net > (sitting.count < left ? 0 : sitting[sitting.count - 1].net),
                choices.seated[place].isEmpty || !choices.seated[place].contains(standing)
            else { continue }
            if sitting.count == left { sitting.removeLast() }
            var spot = sitting.count
            while spot > 0, sitting[spot - 1].net < net { spot -= 1 }
            sitting.insert((net, standing), at: spot)
        }
        var count = 0
        for (net, standing) in sitting {
            if left <= 0 { break }
            gain += net * Double(min(table.size(standing), left))
            left -= table.size(standing)
            count += 1
        }
        sitting.removeLast(sitting.count - count)
        return gain
    }
}
