import RealModule
public import Syncopate

/// Performance factors analysis (Pavlik, Cen & Koedinger 2009): skills get easier with practice, by one slope for what
/// went right and another for what went wrong.
///
/// The log-odds are `intercept + sum_k (easiness_k + gain_k wins_k + loss_k failures_k)` over the skills of the
/// response, counts being the learner's own so far. Fitted by logistic regression with scikit-learn's default penalty;
/// the published model has neither penalty nor intercept, which is here for responses without a known skill.
public struct PerformanceFactors: Rival {
    public static let name = "PFA"

    private let skills: Vocabulary
    private let regression: SparseLogisticRegression

    public init(fitting log: ResponseLog) {
        skills = Vocabulary(log.skills)
        let rows = Self.rows(log, skills: skills)
        regression = SparseLogisticRegression(fitting: rows, targets: log.score)
    }

    public func predictions(_ log: ResponseLog) -> [Double] {
        regression.predictions(Self.rows(log, skills: skills)).map(Probability.held)
    }

    /// Columns: easiness, wins, failures, each one per skill.
    private static func rows(_ log: ResponseLog, skills: Vocabulary) -> SparseRows {
        let count = skills.count
        let known = skills.positions(of: log.skills)
        var rows = SparseRows(columns: 3 * count)
        PracticeCounts.walk(log) { response, counts in
            for skill in log.skillSets[Int(log.skillSet[response])].skills where known[Int(skill)] >= 0 {
                let column = Int(known[Int(skill)])
                rows.append(1, at: column)
                rows.append(counts.ofSkill[Int(skill)].wins, at: count + column)
                rows.append(counts.ofSkill[Int(skill)].failures, at: 2 * count + column)
            }
            rows.endRow()
        }
        return rows
    }
}
