/// The problem, checked and packed: what cannot be is left out here once, and nothing after this asks again.
///
/// Learners who meet in the same group or not at all are one *party*; everybody else is a party alone. A *standing*
/// here is that of a party on a topic, and there is one only if each member has one. Topics are numbered by first
/// appearance, so that memory goes with what is said and not with ``ConveningProblem/topics``.
///
/// It is shared and never changes, hence a class.
final class ConveningTable: Sendable {
    /// Slots as the problem has them, for who leads and what overlaps.
    let slots: [LiveSlot]
    /// Seats per slot: 0 where it cannot be used, never more than there are learners.
    let seats: [Int]
    /// Positions of the members of each party, ascending.
    let members: [[Int]]
    /// Seats each party takes.
    let sizes: [Int]
    /// Whether a party has at most one session, because that was said or because its minutes or topics make no second
    /// one.
    let isSingle: [Bool]
    /// Most live minutes per party, may be infinite.
    let mostMinutes: [Double]
    /// Sets of learners apart that each party is part of, ascending.
    let apartSets: [[Int]]
    /// Whether a party is part of any such set.
    let isChoosy: [Bool]
    /// Settles ties between parties.
    let ticket: [UInt64]
    /// What others gain from each learner.
    let gives: [Interdependence.Side]

    /// Position in the problem of each numbered topic.
    let topics: [Int]
    /// Where the standings of each party begin; one more than there are parties.
    let standingStart: [Int]
    /// Party of each standing.
    let party: [Int]
    /// Numbered topic of each standing.
    let topic: [Int]
    /// Gain of the whole party from seats with the teacher.
    let value: [Double]
    /// Where the figures of the members begin, per standing.
    let figureStart: [Int]
    /// P(has it), per standing and member.
    let known: [Double]
    /// Gain from a seat with the teacher, per standing and member.
    let uplift: [Double]
    /// Standings of each topic, who gains most per seat first.
    let byTopic: [[Int]]
    /// How many at the front of each of these lists gain anything.
    let gaining: [Int]

    /// Words of availability per party.
    let words: Int
    /// One bit per party and slot, party after party: whether everybody can come and the session is within the minutes
    /// of each.
    let availability: [UInt64]

    var partyCount: Int { members.count }
    var standingCount: Int { party.count }

    /// Seats the party of a standing takes.
    func size(_ standing: Int) -> Int { sizes[party[standing]] }

    /// Whether every member can come and the session is within the minutes of each.
    func canCome(_ party: Int, to slot: Int) -> Bool {
        availability[party * words + slot >> 6] >> UInt64(slot & 63) & 1 == 1
    }

    /// Whether nobody can be in both sessions.
    func excludes(_ slot: Int, _ other: Int) -> Bool { slot == other || slots[slot].overlaps(slots[other]) }

    /// Whether some member of one party is never to meet some member of the other.
    func areApart(_ party: Int, _ other: Int) -> Bool {
        isChoosy[party] && isChoosy[other] && Parties.share(apartSets[party], apartSets[other])
    }

    /// - Parameter absent: learners who cannot come at all, and with them their parties; positions out of range are ignored.
    init(_ problem: ConveningProblem, absent: [Int] = []) {
        let learners = problem.learners
        slots = problem.slots
        gives = learners.map(\.gives)
        seats = slots.map { slot in
            let usable = slot.minutes > 0 && slot.minutes.isFinite && slot.capacity > 0
            return usable ? min(slot.capacity, learners.count) : 0
        }
        let parties = Parties(count: learners.count, together: problem.together, apart: problem.apart)
        members = parties.members
        sizes = members.map(\.count)
        apartSets = parties.apartSets
        isChoosy = apartSets.map { !$0.isEmpty }

        var barred = parties.impossible
        for learner in absent where learners.indices.contains(learner) { barred[parties.partyOf[learner]] = true }
        var isSingle = [Bool](repeating: false, count: members.count)
        var most = [Double](repeating: .infinity, count: members.count)
        for (party, positions) in members.enumerated() {
            for position in positions {
                if let minutes = learners[position].mostMinutes, !minutes.isNaN {
                    most[party] = min(most[party], max(minutes, 0))
                } else {
                    isSingle[party] = true
                }
            }
        }
        mostMinutes = most
        ticket = members.map { positions in
            var generator = SeededGenerator(seed: problem.seed ^ UInt64(positions.first ?? 0) &* 0xD134_2543_DE82_EF95)
            return generator.next()
        }

        (words, availability) = Self.availability(of: learners, members, barred, most, slots, seats)
        let standings = PartyStandings(learners, members: members, topics: problem.topics)
        topics = standings.topics
        standingStart = standings.start
        party = standings.party
        topic = standings.topic
        value = standings.value
        figureStart = standings.figureStart
        known = standings.known
        uplift = standings.uplift
        let lengths = zip(slots, seats).filter { $0.1 > 0 }.map(\.0.minutes).sorted()
        let shortest = lengths.prefix(2).reduce(0, +)
        for party in isSingle.indices {
            // Anything said of one session is simpler to follow than a sum of minutes.
            let isOnlyOne = lengths.count < 2 || most[party] < shortest * (1 - 1e-12)
            if isOnlyOne || standings.start[party + 1] - standings.start[party] < 2 { isSingle[party] = true }
        }
        self.isSingle = isSingle
        let density = party.indices.map { standings.value[$0] / Double(parties.members[standings.party[$0]].count) }
        var byTopic = [[Int]](repeating: [], count: topics.count)
        for standing in party.indices { byTopic[topic[standing]].append(standing) }
        let (party, ticket) = (party, ticket)
        for number in byTopic.indices {
            byTopic[number].sort {
                if density[$0] != density[$1] { return density[$0] > density[$1] }
                return (ticket[party[$0]], party[$0]) < (ticket[party[$1]], party[$1])
            }
        }
        self.byTopic = byTopic
        gaining = byTopic.map { list in list.firstIndex { standings.value[$0] <= 0 } ?? list.count }
    }

    private static func availability(
        of learners: [ConveningLearner], _ members: [[Int]], _ barred: [Bool], _ most: [Double], _ slots: [LiveSlot],
        _ seats: [Int]
    ) -> (words: Int, bits: [UInt64]) {
        let words = (slots.count + 63) / 64
        var bits = [UInt64](repeating: 0, count: words * members.count)
        for (party, positions) in members.enumerated() where !barred[party] {
            let first = party * words
            for (slot, seats) in seats.enumerated() where seats > 0 && slots[slot].minutes <= most[party] {
                bits[first + slot >> 6] |= 1 << UInt64(slot & 63)
            }
            for position in positions where !learners[position].available.isEmpty {
                let available = learners[position].available
                for word in 0..<words {
                    var coming: UInt64 = 0
                    for slot in word * 64..<min(word * 64 + 64, max(available.count, word * 64)) where available[slot] {
                        coming |= 1 << UInt64(slot & 63)
                    }
                    bits[first + word] &= coming
                }
            }
        }
        return (words, bits)
    }
}

extension ConveningTable {
    /// Where one learner stands.
    struct Figures: Sendable {
        let learner: Int
        let known: Double
        let uplift: Double
    }

    /// Where each member of a standing's party stands.
    func figures(of standing: Int) -> [Figures] {
        let start = figureStart[standing]
        return members[party[standing]].enumerated().map { place, learner in
            Figures(learner: learner, known: known[start + place], uplift: uplift[start + place])
        }
    }

    /// P(has it) of the members of several parties.
    func known(of standings: [Int]) -> [Double] {
        standings.flatMap { known[figureStart[$0]..<figureStart[$0] + size($0)] }
    }
}
