public import Syncopate

/// What hosts said of decisions, as CSV: the columns that `evaluate --policy` reads, but for the probability with which
/// another policy would have chosen the same, which whoever evaluates adds as `target`.
public enum DecisionCSV {
    public static let header =
        "decision,learner,action,propensity,reward,outcome,done,recommended_mode,used_mode\n"

    /// One line. The action is what was advised; the reward is the score, and empty where nothing was done.
    public static func row(_ feedback: DecisionFeedback) -> String {
        [
            feedback.decision.description, AdviceCSV.cell(feedback.learner), AdviceCSV.cell(feedback.recommended),
            "\(Rounding.decimals(feedback.propensity, 6))",
            feedback.score.map { "\(Rounding.decimals($0, 6))" } ?? "", feedback.outcome.rawValue,
            AdviceCSV.cell(feedback.done ?? ""), feedback.recommendedMode.rawValue, feedback.usedMode?.rawValue ?? "",
        ].joined(separator: ",") + "\n"
    }
}
