/// Splits learners who work on one topic into groups.
///
/// Learners are dealt like cards by their chance to have the topic, back and forth (a snake), and then exchanged, two
/// at a time or one, until no exchange makes the groups worth more (``PeerLesson``). That is no proof of the best: the
/// worth of a group is not submodular. Of 12 learners in groups of two, three or four the result was within .1 % of the
/// best in the mean.
public struct PeerGroups: Sendable {
    /// What a group gains.
    public var lesson: PeerLesson

    /// Of more learners only this many are exchanged with each other, so that time stays in proportion.
    static let mostAtOnce = 120

    public init(lesson: PeerLesson = PeerLesson()) {
        self.lesson = lesson
    }

    /// Groups as near to a size as can be, of sizes that differ by one at most, with nobody alone.
    ///
    /// - Parameters:
    ///   - known: P(the learner has the topic), per learner.
    ///   - size: wanted size, 2 or more; less counts as 2.
    ///   - together: learners to be in one group, by position; sets that share somebody are one, and groups grow
    ///     beyond the size where such a set is larger. Positions out of range are ignored.
    ///   - apart: learners no two of whom are in one group.
    /// - Returns: positions in each group, ascending. Whoever fits nowhere because of sets apart or together is in
    ///   none, and fewer than two learners make no group.
    public func split(known: [Double], size: Int, together: [[Int]] = [], apart: [[Int]] = []) -> [[Int]] {
        let parties = Parties(count: known.count, together: together, apart: apart)
        let usable = parties.members.indices.filter { !parties.impossible[$0] }
        func mean(_ party: Int) -> Double {
            parties.members[party].reduce(0) { $0 + PeerLesson.held(known[$1]) } / Double(parties.members[party].count)
        }
        let means = parties.members.indices.map(mean)
        let order = usable.sorted { (means[$1], $0) < (means[$0], $1) }
        let count = usable.reduce(0) { $0 + parties.members[$1].count }
        guard count > 1 else { return [] }
        let number = Self.groups(of: count, size: max(size, 2))
        let largest = usable.map { parties.members[$0].count }.max() ?? 1
        let most = max((count + number - 1) / number, largest)
        let dealt = deal(order, of: parties, into: number, most: most)
        let atOnce = max(Self.mostAtOnce / most, 2)
        return stride(from: 0, to: number, by: atOnce).flatMap { start in
            let groups = Array(dealt[start..<min(start + atOnce, number)])
            return exchanged(groups, of: parties, known: known, sizes: min(count / number, most)...most)
        }
    }

    /// Deals parties like cards; who may not be where their turn is goes to the smallest group they may be in.
    private func deal(_ order: [Int], of parties: Parties, into number: Int, most: Int) -> [[Int]] {
        var groups = [[Int]](repeating: [], count: number)
        var counts = [Int](repeating: 0, count: number)
        func fits(_ party: Int, _ group: Int) -> Bool {
            counts[group] + parties.members[party].count <= most
                && groups[group].allSatisfy { !Parties.share(parties.apartSets[party], parties.apartSets[$0]) }
        }
        for (turn, party) in order.enumerated() {
            var place = Self.snake(turn, number)
            if !fits(party, place) {
                let others = groups.indices.filter { fits(party, $0) }
                guard let least = others.min(by: { counts[$0] < counts[$1] }) else { continue }
                place = least
            }
            groups[place].append(party)
            counts[place] += parties.members[party].count
        }
        return groups
    }

    private func exchanged(_ groups: [[Int]], of parties: Parties, known: [Double], sizes: ClosedRange<Int>) -> [[Int]]
    {
        let block = groups.flatMap { $0 }
        var pool = PeerPool(
            lesson, known: block.map { parties.members[$0].map { known[$0] } }, sizes: sizes, seats: known.count
        ) { one, two in
            Parties.share(parties.apartSets[block[one]], parties.apartSets[block[two]])
        }
        var first = 0
        for group in groups {
            pool.add(Array(first..<first + group.count))
            first += group.count
        }
        pool.improve(withBench: false)
        return pool.groups.filter { pool.count($0) > 1 }.map { group in
            group.flatMap { parties.members[block[$0]] }.sorted()
        }
    }

    /// How many groups come nearest to a size, with two members in each at least.
    private static func groups(of count: Int, size: Int) -> Int {
        let fewer = max(count / size, 1)
        let more = fewer + 1
        guard count / more >= 2 else { return fewer }
        let (one, two) = (Double(count) / Double(fewer), Double(count) / Double(more))
        return abs(two - Double(size)) < abs(one - Double(size)) ? more : fewer
    }

    /// Who is dealt a card at a turn: forth, then back.
    private static func snake(_ turn: Int, _ players: Int) -> Int {
        let place = turn % (2 * players)
        return place < players ? place : 2 * players - 1 - place
    }
}
