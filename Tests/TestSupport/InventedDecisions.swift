/// A log of decisions made by a rule in whole numbers that any language can follow, so that other programs' figures need no
/// data file.
///
/// Decision `i` is of learner `i mod 24`, with `h = (31 i² + 17 i + 7) mod 101`. The logging policy has 50 % for action
/// `i mod 3` and 25 % for each other; the chosen action is the one that `⌊100 h / 101⌋` falls on. The target policy has
/// (2, 2, 4) eighths where `i` is even and (1, 3, 4) where it is odd. The reward is
/// `(13 h + 5 learner + 29 action) mod 101 + 20 action` hundredths, and a model predicts `30 + 10 action + learner`.
package enum InventedDecisions {
    /// The columns that must be there.
    package static let header = "decision,learner,action,propensity,reward,target"

    /// What is written beside the chosen action.
    package enum Extra: Sendable {
        /// Nothing.
        case none
        /// What the model predicts of the chosen action and under the target policy.
        case predictions
        /// Rows of the actions that were not chosen, without predictions.
        case candidates
        /// Those rows with the model's prediction of every action.
        case predictedCandidates
    }

    /// The log as CSV.
    ///
    /// - Parameter learners: how many there are, one decision of each after the other; 24 are those of the figures.
    package static func text(_ extra: Extra = .none, count: Int = 240, learners: Int = 24) -> String {
        var lines: [String] = []
        for i in 0..<count {
            let learner = i % learners
            let h = (31 * i * i + 17 * i + 7) % 101
            let propensities = (0..<3).map { $0 == i % 3 ? 50 : 25 }
            let eighths = i.isMultiple(of: 2) ? [2, 2, 4] : [1, 3, 4]
            let predictions = (0..<3).map { 30 + 10 * $0 + learner }
            var (draw, action) = (100 * h / 101, 0)
            while draw >= propensities[action] {
                draw -= propensities[action]
                action += 1
            }
            let reward = (13 * h + 5 * learner + 29 * action) % 101 + 20 * action
            func line(_ candidate: Int, _ reward: String) -> String {
                "d\(i),l\(learner),a\(candidate),\(hundredths(propensities[candidate])),\(reward),\(Double(eighths[candidate]) / 8)"
            }
            let chosen = line(action, hundredths(reward))
            let others = (0..<3).filter { $0 != action }
            switch extra {
            case .none: lines.append(chosen)
            case .predictions:
                let expected = zip(eighths, predictions).reduce(0) { $0 + $1.0 * $1.1 }
                lines.append("\(chosen),\(hundredths(predictions[action])),\(Double(expected) / 800)")
            case .candidates: lines += [chosen] + others.map { line($0, "") }
            case .predictedCandidates:
                lines.append("\(chosen),\(hundredths(predictions[action]))")
                lines += others.map { "\(line($0, "")),\(hundredths(predictions[$0]))" }
            }
        }
        let more: String
        switch extra {
        case .none, .candidates: more = ""
        case .predictions: more = ",predicted,predicted_target"
        case .predictedCandidates: more = ",predicted"
        }
        return ([header + more] + lines).joined(separator: "\n") + "\n"
    }

    private static func hundredths(_ count: Int) -> String { "\(Double(count) / 100)" }
}
