/// Parties that are, or could be, in groups on one topic, and their exchange until no single one makes all groups
/// together worth more.
struct PeerPool {
    private let lesson: PeerLesson
    /// Persons of each party.
    private let persons: [[Int]]
    private let known: [Double]
    /// The chance that a person (column) can explain the topic to another (row).
    private let help: [Double]
    /// Pairs of parties, row after row, that may not be in one group.
    private let isApart: [Bool]
    /// Sizes a group may have.
    let sizes: ClosedRange<Int>
    /// Parties of each group.
    private(set) var groups: [[Int]] = []
    /// Parties without a group.
    private(set) var bench: [Int]
    /// How many persons more could have a seat.
    private(set) var seatsLeft: Int

    /// - Parameter known: P(has the topic) of the members of each party.
    init(
        _ lesson: PeerLesson, known parties: [[Double]], sizes: ClosedRange<Int>, seats: Int,
        areApart: (Int, Int) -> Bool
    ) {
        self.lesson = lesson
        self.sizes = sizes
        var persons: [[Int]] = []
        var known: [Double] = []
        for party in parties {
            persons.append(Array(known.count..<known.count + party.count))
            known += party.map(PeerLesson.held)
        }
        self.persons = persons
        self.known = known
        let abilities = known.map { Logistic.logit($0) }
        var help = [Double](repeating: 0, count: known.count * known.count)
        for learner in known.indices {
            for helper in known.indices where helper != learner {
                help[learner * known.count + helper] = lesson.help(
                    known: known[helper], ahead: abilities[helper] - abilities[learner])
            }
        }
        self.help = help
        var isApart = [Bool](repeating: false, count: parties.count * parties.count)
        for one in parties.indices {
            for two in parties.indices.dropFirst(one + 1) where areApart(one, two) {
                isApart[one * parties.count + two] = true
                isApart[two * parties.count + one] = true
            }
        }
        self.isApart = isApart
        bench = Array(parties.indices)
        seatsLeft = seats
    }

    /// Persons in a group of these parties.
    func count(_ group: [Int]) -> Int { group.reduce(0) { $0 + persons[$1].count } }

    /// What a group of these parties is worth; 0 for fewer than two persons.
    func value(_ group: [Int]) -> Double {
        let count = count(group)
        guard count > 1 else { return 0 }
        var mean = 0.0
        for party in group { for person in persons[party] { mean += known[person] } }
        mean /= Double(count)
        var sum = 0.0
        for party in group {
            for person in persons[party] {
                var alone = 1.0
                for other in group {
                    for helper in persons[other] { alone *= 1 - help[person * known.count + helper] }
                }
                sum += lesson.lesson * (1 - known[person]) * (1 - alone) + lesson.rehearsal * known[person] * (1 - mean)
            }
        }
        return sum - lesson.crowding * Double(count - 2)
    }

    /// Whether a party may join a group.
    func goes(_ party: Int, with group: [Int]) -> Bool {
        group.allSatisfy { !isApart[party * persons.count + $0] }
    }

    /// Makes a group of parties on the bench.
    mutating func add(_ group: [Int]) {
        groups.append(group)
        bench.removeAll { group.contains($0) }
        seatsLeft -= count(group)
    }

    /// Exchanges parties between groups until no exchange makes them worth more.
    ///
    /// - Parameters:
    ///   - withBench: whether parties may also go to the bench and come from it.
    ///   - fixed: parties that never go to the bench.
    mutating func improve(withBench: Bool, fixed: (Int) -> Bool = { _ in false }) {
        // Every exchange adds to a sum that has a highest value; the number only guards against rounding.
        for _ in 0..<100 {
            var isBetter = false
            for one in groups.indices {
                for two in groups.indices.dropFirst(one + 1) { while exchange(one, two) { isBetter = true } }
                if withBench { while exchangeWithBench(one, fixed) { isBetter = true } }
            }
            if !isBetter { return }
        }
    }

    /// The best swap of two groups, or move from one to the other, if it adds anything.
    private mutating func exchange(_ one: Int, _ two: Int) -> Bool {
        let (first, second) = (groups[one], groups[two])
        var most = value(first) + value(second) + 1e-12
        var best: (first: [Int], second: [Int])?
        func consider(_ first: [Int], _ second: [Int]) {
            guard sizes.contains(count(first)), sizes.contains(count(second)) else { return }
            let sum = value(first) + value(second)
            if sum > most { (most, best) = (sum, (first, second)) }
        }
        for a in first {
            let left = first.filter { $0 != a }
            if goes(a, with: second) { consider(left, second + [a]) }
            for b in second {
                let right = second.filter { $0 != b }
                if goes(b, with: left), goes(a, with: right) { consider(left + [b], right + [a]) }
            }
        }
        for b in second where goes(b, with: first) { consider(first + [b], second.filter { $0 != b }) }
        guard let best else { return false }
        (groups[one], groups[two]) = best
        return true
    }

    /// The best exchange of a group with the bench, if it adds anything.
    private mutating func exchangeWithBench(_ group: Int, _ fixed: (Int) -> Bool) -> Bool {
        let now = groups[group]
        let seats = seatsLeft + count(now)
        var most = value(now) + 1e-12
        var best: [Int]?
        func consider(_ next: [Int]) {
            let size = count(next)
            guard sizes.contains(size), size <= seats else { return }
            let value = value(next)
            if value > most { (most, best) = (value, next) }
        }
        for a in now where !fixed(a) {
            let left = now.filter { $0 != a }
            consider(left)
            for b in bench where goes(b, with: left) { consider(left + [b]) }
        }
        for b in bench where goes(b, with: now) { consider(now + [b]) }
        guard let best else { return false }
        seatsLeft = seats - count(best)
        bench = (bench.filter { !best.contains($0) } + now.filter { !best.contains($0) }).sorted()
        groups[group] = best
        return true
    }
}
