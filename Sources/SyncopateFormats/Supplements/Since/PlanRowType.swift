/// What a row of a plan is. Only the first two are for the teacher; the others are kept for the next plan.
enum PlanRowType: String, CaseIterable {
    /// Something recommended.
    case advice
    /// A seat in a live group.
    case seat
    /// What was expected of an open column.
    case forecast
    /// What was done before, and waits for a score on its topic.
    case waiting
    /// A column of the gradebook.
    case column
    /// A gain that was observed.
    case learned
    /// A correction that stands.
    case correction
}
