/// The proof on the user's own file: late columns hidden from half the class, predicted, and compared with what came.
public struct BackTest: Sendable, Hashable {
    /// Cells predicted.
    public var cells: Int
    /// Root mean square errors, shares of the maximum.
    public var model: Double
    public var columnMean: Double
    public var learnerMean: Double
    public var columnAndLearner: Double
    /// Share of the graded cells inside the model's 80 % interval; `nil` where all were right or wrong, of which an
    /// interval says nothing.
    public var coverage: Double?

    /// Fewest cells from which a comparison says something.
    public static let leastCells = 20
    /// Share of the columns with scores that are hidden, the latest ones.
    static let hiddenShare = 0.4
    /// Most learners the test is run on.
    static let sampleLimit = 120

    /// What predicts best on this file; the model if it wins.
    public var best: ClassEstimate.Basis {
        let rivals: [(ClassEstimate.Basis, Double)] = [
            (.columnAndLearner, columnAndLearner), (.columnMean, columnMean), (.learnerMean, learnerMean),
        ]
        guard let rival = rivals.min(by: { $0.1 < $1.1 }), rival.1 < model else { return .model }
        return rival.0
    }

    /// The error of one basis.
    public func error(of basis: ClassEstimate.Basis) -> Double {
        switch basis {
        case .model: model
        case .columnMean: columnMean
        case .learnerMean: learnerMean
        case .columnAndLearner: columnAndLearner
        }
    }

    /// Runs the test; `nil` where fewer than ``leastCells`` cells could be hidden.
    ///
    /// Every second learner with at least three scores is a target; a large class is sampled evenly.
    public static func run(gradebook: Gradebook, profiles: [ItemProfile], prior: ClassPrior) -> BackTest? {
        func isEvidence(_ cell: Int) -> Bool {
            gradebook.statuses[cell] == .scored && profiles[Int(gradebook.columns[cell])].role == .evidence
        }
        let scoreCounts = gradebook.learners.indices.map { i in gradebook.cells(ofLearner: i).count(where: isEvidence) }
        let active = gradebook.learners.indices.filter { scoreCounts[$0] >= 3 }
        let sample =
            active.count > sampleLimit ? (0..<sampleLimit).map { active[$0 * active.count / sampleLimit] } : active
        let book = gradebook.selecting(sample)

        let worked = profiles.indices.filter { profiles[$0].role == .evidence && profiles[$0].scored > 0 }
        let shown = worked.count - Int((Double(worked.count) * hiddenShare).rounded())
        guard shown >= 1, shown < worked.count else { return nil }
        let isHidden = Set(worked[shown...].map { Int32($0) })
        var cells: [(learner: Int, item: Int, score: Double)] = []
        let visible = book.keeping { learner, cell in
            guard learner % 2 == 0, isHidden.contains(book.columns[cell]), book.statuses[cell] == .scored else {
                return true
            }
            cells.append((learner, Int(book.columns[cell]), min(max(book.scores[cell], 0), 1)))
            return false
        }
        guard cells.count >= leastCells else { return nil }

        let estimate = ClassEstimate(gradebook: visible, profiles: profiles, prior: prior)
        var (inside, graded) = (0, 0)
        for (learner, item, score) in cells {
            guard !estimate.isRightOrWrong(item) else { continue }
            graded += 1
            let interval = estimate.prediction(learner: learner, item: item).interval
            // Scores are marked in whole points: an end inside the same point is no miss.
            if score >= interval.lowerBound - 0.005, score <= interval.upperBound + 0.005 { inside += 1 }
        }
        func error(_ predict: (Int, Int) -> Double) -> Double {
            var sum = 0.0
            for (learner, item, score) in cells {
                let miss = predict(learner, item) - score
                sum += miss * miss
            }
            return (sum / Double(cells.count)).squareRoot()
        }
        func baseline(_ basis: ClassEstimate.Basis) -> Double {
            let rival = BaselineEstimate(basis, gradebook: visible, profiles: profiles, deviation: 0)
            return error { rival.prediction(learner: $0, item: $1).success }
        }
        return BackTest(
            cells: cells.count, model: error { estimate.prediction(learner: $0, item: $1).success },
            columnMean: baseline(.columnMean), learnerMean: baseline(.learnerMean),
            columnAndLearner: baseline(.columnAndLearner), coverage: graded > 0 ? Double(inside) / Double(graded) : nil)
    }
}
