/// What the choice of a mode for one learner rests on, wherever it comes from: a gradebook, or a log of practice.
struct ModeCase {
    /// The topic the modes on offer are about; `nil` where there is none.
    var topic: String?
    /// Whether the learner more likely than not has it.
    var hasTopic: Bool
    /// Expected share of the cohort that has it, with the ends of its 80 % interval; `nil` where nothing is known of that.
    var share: (mean: Double, low: Double, high: Double)?
    /// What is known of the learner on it; `nil` where there is no topic.
    var standing: ModeStanding?
    var independence: Independence
    /// What the learner gains from others and gives to them.
    var interdependence = Interdependence.prior
    /// Scores of this learner.
    var scores: Int
    /// Logged gains of this learner.
    var gains = 0
    /// The learner's record for the live seats; `nil` where nobody lacks anything.
    var seat: Seat?
    /// What speaks for a seat beyond the learner's rank among classmates.
    var seatFacts: [Reason] = []
    /// The modes on offer.
    var options: [ModeOption]
}
