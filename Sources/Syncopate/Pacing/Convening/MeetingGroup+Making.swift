extension MeetingGroup {
    /// A group with a teacher: everybody is there to learn.
    static func taught(_ standings: [Int], topic: Int, in table: ConveningTable) -> MeetingGroup {
        let members = standings.flatMap { table.figures(of: $0) }.sorted {
            $0.uplift != $1.uplift ? $0.uplift > $1.uplift : $0.learner < $1.learner
        }
        return MeetingGroup(
            topic: table.topics[topic], members: members.map(\.learner), roles: members.map { _ in .learn },
            value: members.reduce(0) { $0 + $1.uplift })
    }

    /// A group of classmates.
    static func amongPeers(_ standings: [Int], topic: Int, lesson: PeerLesson, in table: ConveningTable)
        -> MeetingGroup
    {
        let figures = standings.flatMap { table.figures(of: $0) }.sorted { $0.learner < $1.learner }
        let gains = lesson.gains(known: figures.map(\.known))
        let order = figures.indices.sorted { gains[$0] != gains[$1] ? gains[$0] > gains[$1] : $0 < $1 }
        let known = order.map { figures[$0].known }
        return MeetingGroup(
            topic: table.topics[topic], members: order.map { figures[$0].learner },
            roles: roles(known: known, gives: order.map { table.gives[figures[$0].learner] }),
            value: lesson.value(known: figures.map(\.known)))
    }

    /// From this chance on somebody explains.
    static let explaining = 0.6
    /// Below this chance somebody learns.
    static let learning = 0.4

    /// What each member of a group of classmates does.
    ///
    /// Whoever most likely has the topic explains it, from a chance of .6 on; below .4 a member learns, and between, or
    /// where somebody else explains, puts in words what was found. At least one learns.
    ///
    /// What others gain from a member only settles who of equals explains, unless there is evidence of it: then the chance
    /// to have the topic counts as much more or less as classmates are expected to get what this member explains
    /// (``weight(_:)``), among those who likely have it.
    ///
    /// - Parameter gives: per member what others gain from them; members beyond the end: nothing is known.
    static func roles(known: [Double], gives: [Interdependence.Side] = []) -> [Role] {
        func side(_ place: Int) -> Interdependence.Side {
            gives.indices.contains(place) ? gives[place] : Interdependence.Side()
        }
        /// Whether one explains rather than another.
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            let (a, b) = (known[one] * weight(side(one)), known[other] * weight(side(other)))
            if a != b { return a > b }
            if side(one).mean != side(other).mean { return side(one).mean > side(other).mean }
            return one < other
        }
        var roles = known.map { $0 < learning ? Role.learn : .summarise }
        let explains = known.indices.filter { known[$0] >= explaining }.min(by: isBefore)
        if let explains { roles[explains] = .explain }
        let others = known.indices.filter { roles[$0] != .explain }
        if !roles.contains(.learn), let least = others.min(by: { known[$0] < known[$1] }) { roles[least] = .learn }
        return roles
    }

    /// How many times as often as with anybody a classmate gets it when this member explains; 1 where nothing is known.
    ///
    /// The trait moves the log-odds of that one for one about one half, which is nominal.
    static func weight(_ gives: Interdependence.Side) -> Double {
        guard gives.isKnown else { return 1 }
        return 2 * Logistic.probability(gives.mean / TraitBelief.stretch(gives.deviation * gives.deviation))
    }
}
