/// What a teacher says about meeting: when, who can come, who goes with whom.
///
/// Learners are positions in the order in which they are advised; those outside are ignored.
public struct ConveningRequest: Sendable, Hashable {
    /// Sizes of groups of classmates where nobody says more.
    public static let usualGroupSizes = 2...4

    /// When learners can meet, in the order of the input.
    public var slots: [LiveSlot]
    /// Per learner, whether they can come to each slot; learners beyond the end, and empty rows: to all.
    public var available: [[Bool]]
    /// Per learner the most live minutes, `nil`: one session, however long; learners beyond the end: the same.
    public var mostMinutes: [Double?]
    /// Learners who meet in the same group or not at all.
    public var together: [[Int]]
    /// Learners no two of whom are ever in the same session.
    public var apart: [[Int]]
    /// Sizes a group of classmates may have.
    public var groupSizes: ClosedRange<Int>
    /// Learners who cannot come at all.
    public var absent: [Int]
    /// What was planned before: whoever is not absent and still gains by it stays where they are. `nil`: everything is
    /// planned anew.
    public var earlier: [EarlierMeeting]?
    /// Settles ties, and nothing else.
    public var seed: UInt64

    public init(
        slots: [LiveSlot], available: [[Bool]] = [], mostMinutes: [Double?] = [], together: [[Int]] = [],
        apart: [[Int]] = [], groupSizes: ClosedRange<Int> = Self.usualGroupSizes, absent: [Int] = [],
        earlier: [EarlierMeeting]? = nil, seed: UInt64 = 0
    ) {
        self.slots = slots
        self.available = available
        self.mostMinutes = mostMinutes
        self.together = together
        self.apart = apart
        self.groupSizes = groupSizes
        self.absent = absent
        self.earlier = earlier
        self.seed = seed
    }

    /// Positions in ``apart`` of sets that two learners are in who are to be together, so that none of these can meet.
    ///
    /// - Parameter count: how many learners there are.
    public func contradictions(learners count: Int) -> [Int] {
        let parties = Parties(count: max(count, 0), together: together, apart: [])
        return apart.indices.filter { number in
            let members = Set(apart[number]).filter { parties.partyOf.indices.contains($0) }
            return Set(members.map { parties.partyOf[$0] }).count < members.count
        }
    }

    /// One learner of the problem.
    func learner(
        _ place: Int, standings: [TopicStanding], gives: Interdependence.Side = Interdependence.Side()
    ) -> ConveningLearner {
        let stated = available.indices.contains(place) ? available[place] : []
        // What is no number of minutes says nothing.
        let most =
            mostMinutes.indices.contains(place) ? mostMinutes[place].flatMap { $0.isNaN ? nil : max($0, 0) } : nil
        return ConveningLearner(
            standings: standings, available: absent.contains(place) ? slots.map { _ in false } : stated,
            mostMinutes: most, gives: gives)
    }
}
