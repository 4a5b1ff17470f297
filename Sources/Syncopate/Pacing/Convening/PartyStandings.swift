/// Where parties stand on topics, packed.
///
/// A learner's standing counts if its topic is in range and its figures are numbers, the chance from 0 to 1 and the
/// gain no more than 1e100 either way; of two on one topic the first counts. A party has a standing on a topic if every
/// member has.
struct PartyStandings: Sendable {
    /// Position in the problem of each numbered topic.
    private(set) var topics: [Int] = []
    /// Where the standings of each party begin; one more than there are parties.
    private(set) var start: [Int] = [0]
    /// Party of each standing.
    private(set) var party: [Int] = []
    /// Numbered topic of each standing.
    private(set) var topic: [Int] = []
    /// Gain of the whole party.
    private(set) var value: [Double] = []
    /// Where the figures of the members begin, per standing.
    private(set) var figureStart: [Int] = []
    /// P(has it), per standing and member.
    private(set) var known: [Double] = []
    /// Gain, per standing and member.
    private(set) var uplift: [Double] = []

    init(_ learners: [ConveningLearner], members: [[Int]], topics count: Int) {
        var numbers: [Int: Int] = [:]
        for (position, positions) in members.enumerated() {
            var lists = positions.map { Self.counting(learners[$0].standings, topics: count) }
            if lists.count > 1 {
                let shared = lists.dropFirst().reduce(Set(lists[0].map(\.topic))) { $0.intersection($1.map(\.topic)) }
                for member in lists.indices { lists[member] = lists[member].filter { shared.contains($0.topic) } }
                // Each list has the same topics now; in one order they stand beside each other.
                for member in lists.indices { lists[member].sort { $0.topic < $1.topic } }
            }
            for index in lists[0].indices {
                let name = lists[0][index].topic
                let number = numbers[name] ?? topics.count
                if number == topics.count {
                    numbers[name] = number
                    topics.append(name)
                }
                party.append(position)
                topic.append(number)
                value.append(lists.reduce(0) { $0 + $1[index].uplift })
                figureStart.append(known.count)
                for list in lists {
                    known.append(list[index].known)
                    uplift.append(list[index].uplift)
                }
            }
            start.append(party.count)
        }
    }

    /// Sums of no more than this are numbers too, however many learners there are.
    private static let mostUplift = 1e100

    private static func counting(_ standings: [TopicStanding], topics count: Int) -> [TopicStanding] {
        var kept: [TopicStanding] = []
        kept.reserveCapacity(standings.count)
        // A short list is searched faster than a set is made.
        var seen = Set<Int>()
        for standing in standings
        where standing.topic >= 0 && standing.topic < count && standing.known >= 0 && standing.known <= 1
            && abs(standing.uplift) <= Self.mostUplift
        {
            let isNew =
                standings.count > 16
                ? seen.insert(standing.topic).inserted : !kept.contains { $0.topic == standing.topic }
            if isNew { kept.append(standing) }
        }
        return kept
    }
}
