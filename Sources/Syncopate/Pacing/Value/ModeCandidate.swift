/// A learner who is to be given a mode.
public struct ModeCandidate: Sendable, Hashable {
    /// The number that the belief knows the learner by; `nil`: a learner like any.
    public var learner: Int?
    public var situation: ModeSituation
    /// What the learner could do. Alone in own time can be done always, offered or not.
    public var offers: [ModeOffer]

    public init(learner: Int?, situation: ModeSituation, offers: [ModeOffer]) {
        self.learner = learner
        self.situation = situation
        self.offers = offers
    }
}
