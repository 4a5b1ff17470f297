/// The proof on the user's own file: the last columns hidden from half the class, predicted, and compared with what
/// came.
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
    /// Share of the columns with scores that are hidden: those that stand last, which is usually the latest.
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

    /// Cost of one fit, in multiplications, up to which both halves of the class take their turn as targets.
    static let crossingBudget = 2e7

    /// Runs the test; `nil` where fewer than ``leastCells`` cells could be hidden.
    ///
    /// Learners with at least three scores are halved by the order of their ids, so that the order of rows does not
    /// matter. The last columns of one half are hidden and predicted; in all but large classes then those of the other.
    /// A large class is sampled evenly.
    ///
    /// What looks like missing work is no target: which cells those are was found with everything in sight, so that the
    /// model and the baselines are judged on the same scores. What they predict from is told apart anew on what is
    /// visible alone.
    ///
    /// - Parameters:
    ///   - gradebook: the class as it is believed.
    ///   - course: the items to predict; the others are learnt from. `nil`: all.
    ///   - entered: the same cells as the file has them; `nil`: as they are in `gradebook`.
    ///   - zeros: how zeros of `entered` are read.
    ///   - sure: scores of `entered` that are scores whatever they look like.
    public static func run(
        gradebook: Gradebook, profiles: [ItemProfile], prior: ClassPrior, course: Range<Int>? = nil,
        entered: Gradebook? = nil, zeros: ZeroPolicy = .score, sure: Set<CellName> = []
    ) -> BackTest? {
        let course = course ?? profiles.indices
        func isEvidence(_ cell: Int) -> Bool {
            let item = Int(gradebook.columns[cell])
            return gradebook.statuses[cell] == .scored && profiles[item].role == .evidence && course.contains(item)
        }
        let active = gradebook.learners.indices
            .filter { learner in gradebook.cells(ofLearner: learner).count(where: isEvidence) >= 3 }
            .sorted { gradebook.learners[$0].id < gradebook.learners[$1].id }
        let sample =
            active.count > sampleLimit ? (0..<sampleLimit).map { active[$0 * active.count / sampleLimit] } : active
        let book = gradebook.selecting(sample)
        let raw = entered?.selecting(sample) ?? book
        let worked = course.filter { profiles[$0].role == .evidence && profiles[$0].scored > 0 }
        let shown = worked.count - Int((Double(worked.count) * hiddenShare).rounded())
        guard shown >= 1, shown < worked.count else { return nil }
        let hidden = Set(worked[shown...].map { Int32($0) })

        var tally = Tally()
        let size = Double(worked.count)
        let halves = Double(sample.count) * size * size * size <= crossingBudget ? 2 : 1
        for half in 0..<halves {
            tally.add(half: half, of: book, entered: raw, hiding: hidden, profiles: profiles, prior: prior) { visible in
                MissingWork(gradebook: visible, profiles: profiles, prior: prior, policy: zeros, sure: sure).gradebook
            }
        }
        return tally.cells >= leastCells ? tally.result : nil
    }

    /// Sums of squared errors over the hidden cells.
    private struct Tally {
        var cells = 0
        private var model = 0.0
        private var columnMean = 0.0
        private var learnerMean = 0.0
        private var columnAndLearner = 0.0
        private var graded = 0
        private var inside = 0

        mutating func add(
            half: Int, of book: Gradebook, entered: Gradebook, hiding hidden: Set<Int32>, profiles: [ItemProfile],
            prior: ClassPrior, read: (Gradebook) -> Gradebook
        ) {
            var targets: [(learner: Int, item: Int, score: Double)] = []
            let shown = entered.keeping { learner, cell in
                guard learner % 2 == half, hidden.contains(entered.columns[cell]), entered.statuses[cell] == .scored
                else { return true }
                if book.statuses[cell] == .scored {
                    targets.append((learner, Int(book.columns[cell]), min(max(book.scores[cell], 0), 1)))
                }
                return false
            }
            guard !targets.isEmpty else { return }
            let visible = read(shown)
            let estimate = ClassEstimate(gradebook: visible, profiles: profiles, prior: prior)
            func baseline(_ basis: ClassEstimate.Basis) -> BaselineEstimate {
                BaselineEstimate(basis, gradebook: visible, profiles: profiles, deviation: 0)
            }
            let rivals = (baseline(.columnMean), baseline(.learnerMean), baseline(.columnAndLearner))
            for (learner, item, score) in targets {
                func square(_ prediction: ScorePrediction) -> Double {
                    (prediction.success - score) * (prediction.success - score)
                }
                let prediction = estimate.prediction(learner: learner, item: item)
                cells += 1
                model += square(prediction)
                columnMean += square(rivals.0.prediction(learner: learner, item: item))
                learnerMean += square(rivals.1.prediction(learner: learner, item: item))
                columnAndLearner += square(rivals.2.prediction(learner: learner, item: item))
                guard !estimate.isRightOrWrong(item) else { continue }
                graded += 1
                // Scores are marked in whole points: an end inside the same point is no miss.
                let interval = prediction.interval
                if score >= interval.lowerBound - 0.005, score <= interval.upperBound + 0.005 { inside += 1 }
            }
        }

        var result: BackTest {
            func error(_ sum: Double) -> Double { (sum / Double(cells)).squareRoot() }
            return BackTest(
                cells: cells, model: error(model), columnMean: error(columnMean), learnerMean: error(learnerMean),
                columnAndLearner: error(columnAndLearner),
                coverage: graded > 0 ? Double(inside) / Double(graded) : nil)
        }
    }
}
