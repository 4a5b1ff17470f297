/// One future of one learner: what was practised, and which goals were reached.
struct PlanFuture {
    /// What became of one goal.
    struct Result {
        var share = 0.0
        var isReached = false
        var deviation = 0.0
        /// Day of the plan, from 1, on which it was reached for the first time; `nil`: not in the plan.
        var day: Int?
    }

    /// One practised item.
    struct Step {
        /// Day of the plan, from 0.
        var day: Int
        var item: Int
        var action: PracticeAction
        var minutes: Double
        var success: Double
    }

    var steps: [Step] = []
    /// As the learner's goals.
    var results: [Result]
    /// Whether on the last day of practice more would have been practised had there been time.
    var isShort = false
    /// What it cost to follow, in items looked at.
    var cost = 0
}
