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
            topic: table.topics[topic], members: order.map { figures[$0].learner }, roles: roles(known: known),
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
    static func roles(known: [Double]) -> [Role] {
        var roles = known.map { $0 < learning ? Role.learn : .summarise }
        let explains = known.indices.max { known[$0] < known[$1] || (known[$0] == known[$1] && $0 > $1) }
        if let explains, known[explains] >= explaining { roles[explains] = .explain }
        let others = known.indices.filter { roles[$0] != .explain }
        if !roles.contains(.learn), let least = others.min(by: { known[$0] < known[$1] }) { roles[least] = .learn }
        return roles
    }
}
