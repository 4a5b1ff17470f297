/// One live session: who comes, what for, and who would need it as well.
public struct BriefGroup: Sendable, Hashable {
    /// What it is about.
    public var topic: BriefTopic
    public var minutes: Int
    /// Seats there are; in a lesson for all one for everybody.
    public var seats: Int
    /// Whether it is a lesson for everybody at once.
    public var isLesson: Bool
    /// Whether there was a seat for everybody who more likely than not lacks the topic.
    public var isForAll: Bool
    /// Whether nothing told the candidates apart, so that a lot was drawn.
    public var isLot: Bool
    /// Who has a seat, those who know least first; empty in a lesson for all.
    public var members: [Member]
    /// Share of the past work asked of the section that was handed in; NaN where nothing was asked.
    public var handedIn: Double
    /// What those do alone meanwhile who need the topic as well and have no seat anywhere, longest list first.
    public var meanwhile: [BriefTask]

    /// One learner of a group, with what speaks for the seat.
    public struct Member: Sendable, Hashable {
        /// Position in the gradebook.
        public var learner: Int
        /// Chance of success on a typical question of the topic, alone and now.
        public var success: Double
        /// The learner's scores in the columns of the topic: how many, and their mean as a share; NaN without any.
        public var scores: Int
        public var meanScore: Double
        /// Past work handed in, of what was asked.
        public var handedIn: Int
        public var asked: Int
        /// Probability of being among those of the section who gain most from the seats.
        public var amongBest: Double
    }

    /// How many need the topic and have no seat.
    public var waiting: Int { meanwhile.reduce(0) { $0 + $1.count } }
}
