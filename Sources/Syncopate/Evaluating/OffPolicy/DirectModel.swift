/// A plain model of rewards for the doubly robust estimate where none is given: the mean reward of each action, drawn
/// towards the mean of all.
///
/// It is fitted anew for each learner on everybody else (cross-fitting: Chernozhukov et al. 2018, with a learner as the
/// fold), so no decision has a part in its own prediction, and the estimate stays unbiased however poor the model is.
struct DirectModel: Sendable {
    /// Expected reward of what was chosen, per decision.
    private(set) var predicted: [Double] = []
    /// Expected reward under the target policy, per decision.
    private(set) var predictedTarget: [Double] = []
    /// Decisions by where their prediction comes from.
    private(set) var sources = OffPolicyReport.ModelSources()

    /// Decisions at the mean of all that an action's own decisions are weighed against.
    static let priorCount = 10.0

    /// Takes the predictions that the log has and makes those it lacks.
    init(_ log: DecisionLog) {
        let everybody = Sums(log, 0..<log.count)
        predicted = log.predicted
        predictedTarget = log.predictedTarget
        for rows in Self.rowsByLearner(log) {
            // What the learner adds is taken away again: all sums but one learner's, without as many passes.
            let own = Sums(log, rows)
            let others = Double(everybody.count - own.count)
            let mean = others > 0 ? (everybody.reward - own.reward) / others : 0
            func expected(_ action: Int32) -> Double {
                let all = everybody.actions[action] ?? (0, 0)
                let mine = own.actions[action] ?? (0, 0)
                let count = Double(all.count - mine.count)
                return (all.reward - mine.reward + Self.priorCount * mean) / (count + Self.priorCount)
            }
            for row in rows {
                let candidates = log.candidates(of: row)
                if !log.predicted[row].isNaN {
                    sources.given += 1
                } else if candidates.isEmpty {
                    // Without the other candidates the target's mean over actions is unknown, but that of a constant is
                    // the constant.
                    predicted[row] = mean
                    predictedTarget[row] = mean
                    sources.overallMean += 1
                } else {
                    predicted[row] = expected(log.action[row])
                    predictedTarget[row] = candidates.reduce(0) {
                        $0 + log.candidateTarget[$1] * expected(log.candidateAction[$1])
                    }
                    sources.actionMeans += 1
                }
            }
        }
    }

    private static func rowsByLearner(_ log: DecisionLog) -> [[Int]] {
        var rows = [[Int]](repeating: [], count: Int(log.learner.max() ?? -1) + 1)
        for (row, learner) in log.learner.enumerated() { rows[Int(learner)].append(row) }
        return rows
    }

    /// Rewards summed over some decisions, in all and by action.
    private struct Sums {
        var count = 0
        var reward = 0.0
        var actions: [Int32: (count: Int, reward: Double)] = [:]

        init(_ log: DecisionLog, _ rows: some Sequence<Int>) {
            for row in rows {
                count += 1
                reward += log.reward[row]
                let sum = actions[log.action[row]] ?? (0, 0)
                actions[log.action[row]] = (sum.count + 1, sum.reward + log.reward[row])
            }
        }
    }
}
