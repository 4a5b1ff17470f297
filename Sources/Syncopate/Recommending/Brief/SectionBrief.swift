/// What a teacher of one section needs on Monday morning, in the order in which they can act on it.
///
/// Everything is complete here; whoever writes it cuts it to a page.
public struct SectionBrief: Sendable, Hashable {
    /// The section as the file names it; empty where it has none.
    public var section: String
    /// Positions of its learners in the gradebook.
    public var learners: [Int]
    /// Topics to teach again to everybody, those that fewest have first.
    public var reteach: [BriefTopic]
    /// Topics the class discusses as a whole this week: tried alone first, then explained to each other.
    public var discuss: [BriefTopic]
    /// Topics that can be told neither to be lacking nor to be had, those that fewest have first.
    public var undecided: [BriefTopic]
    /// Topics that nearly all have.
    public var had: [BriefTopic]
    /// The live sessions of the week.
    public var groups: [BriefGroup]
    /// Own time as lines for the board, each for at least two learners, the longest list first.
    public var board: [BriefTask]
    /// Learners for whom no line of the board is nearly as good as what they should do first, one task each.
    public var exceptions: [BriefTask]
    /// How ready the section is for what comes next.
    public var readiness: BriefReadiness
    /// Learners who probably hand in less than they used to, the most probable first.
    public var quiet: [QuietLearner]
    /// Learners who handed in nothing of what was asked so far, in the order of the gradebook.
    public var silent: [Int]
    /// Past pieces of work that whoever was asked most was asked for: what ``quiet`` rests on.
    public var pastWork: Int
    /// Scores of the section that the estimate rests on.
    public var scores: Int
    /// Learners of the section without any score.
    public var withoutScores: Int
}

/// One page per section, with the advice it is made from.
public struct ClassBrief: Sendable {
    public var advice: ClassAdvice
    /// In the order in which sections appear in the file.
    public var sections: [SectionBrief]
    /// What the teacher set.
    public var settings: RecommendSettings
}
