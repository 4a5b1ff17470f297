/// What scores could say about topics beyond titles.
public enum TopicScores: Sendable, Hashable {
    /// There was nothing for them to say: every column had its topic, or there are no scores.
    case notAsked
    /// More columns than scores are searched for.
    case tooManyColumns
    /// Placing columns by scores does not predict learners left out better beyond its noise.
    case tooFew(learners: Int, gain: Double, noise: Double)
    /// It does: by `gain` nats over all learners, each left out once, with a standard error of `noise`.
    case helped(learners: Int, placed: Int, gain: Double, noise: Double)

    /// Stable word for files.
    public var code: String {
        switch self {
        case .notAsked: "not_asked"
        case .tooManyColumns: "too_many_columns"
        case .tooFew: "too_few_to_tell"
        case .helped: "helped"
        }
    }

    /// What people read.
    public var sentence: String {
        switch self {
        case .notAsked: "Scores were not needed to place columns."
        case .tooManyColumns: "There are too many columns to place by scores."
        case .tooFew(let learners, _, _):
            "Scores do not show which columns belong together beyond the titles: \(learners) "
                + "\(learners == 1 ? "learner is" : "learners are") too few to tell."
        case .helped(let learners, let placed, _, _):
            "Scores of \(learners) learners placed \(placed) \(placed == 1 ? "column" : "columns"): learners left out are predicted better so."
        }
    }
}
