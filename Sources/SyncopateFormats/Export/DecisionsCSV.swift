public import Syncopate

/// What became of decisions, as the CSV that `syncopate evaluate --policy` reads: one row per decision that was followed and
/// came to a score.
///
/// The action is what was put first, the propensity the probability with which it was, the reward the score. Two things
/// cannot be had here. The target policy's probability of the action is the evaluator's: without it the column is blank, to
/// be filled in before the file is read. And of a decision that was skipped or overridden nobody knows what would have come
/// of it: it has no row, so that what is estimated is about decisions that are followed; ``leftOut`` counts the rest. Where
/// nothing is drawn by lot every propensity is 1, and no other policy can be evaluated.
public struct DecisionsCSV: Sendable {
    /// Rows so far.
    public private(set) var rows = 0
    /// Decisions that were not followed, or had no score.
    public private(set) var leftOut = 0

    /// The first line.
    public static let header = Array((DecisionsReader.required.joined(separator: ",") + "\n").utf8)

    public init() {}

    /// Adds the row of a decision to a buffer, if it has one.
    ///
    /// - Parameter target: the target policy's probability of what was put first, 0...1; `nil`, or anything else: blank.
    public mutating func append(_ feedback: DecisionFeedback, target: Double? = nil, to bytes: inout [UInt8]) {
        guard feedback.outcome == .accepted, let score = feedback.score, score.isFinite, feedback.propensity > 0,
            feedback.propensity <= 1
        else {
            leftOut += 1
            return
        }
        let cells = [
            feedback.decision.description, AdviceCSV.cell(feedback.learner), AdviceCSV.cell(feedback.recommended),
            "\(feedback.propensity)", "\(min(max(score, 0), 1) + 0)",
            target.flatMap { (0...1).contains($0) ? "\($0 + 0)" : nil } ?? "",
        ]
        bytes += (cells.joined(separator: ",") + "\n").utf8
        rows += 1
    }
}
