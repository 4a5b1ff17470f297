import Matrices

/// What is believed of every learner of a class: the answer of the estimator, ready to be asked.
///
/// Without a skill map each item that measures mastery is its own skill under a shared general ability.
public struct ClassEstimate: Sendable {
    /// The skills masteries are about.
    public let skills: [Skill]
    /// Whether the skills come from a map.
    public let hasSkillMap: Bool
    /// Scores of each learner that the estimate rests on.
    public let scoreCounts: [Int]
    /// What predictions rest on: the model, or the baseline that beat it on this very file.
    public private(set) var basis: Basis = .model

    let design: ResponseDesign
    let model: ClassModel
    /// Posterior means and variances of the log-odds along each direction: learners x D.
    private let means: Matrix<Double>
    private let variances: Matrix<Double>
    private let scoreDeviationScale: Double
    private var baseline: BaselineEstimate?
    /// The estimate with each column for itself that predicts in place of this one: none or one.
    private var apart: [ClassEstimate] = []

    /// What predicted scores come from.
    public enum Basis: String, Sendable, Hashable {
        case model
        case columnMean = "column_mean"
        case learnerMean = "learner_mean"
        case columnAndLearner = "column_and_learner"

        /// The words a teacher reads.
        public var words: String {
            switch self {
            case .model: "the model"
            case .columnMean: "column means"
            case .learnerMean: "learner means"
            case .columnAndLearner: "column means and learner effects"
            }
        }
    }

    /// Fits a class and takes every learner to their belief.
    ///
    /// - Parameter progress: called now and then with the share done.
    public init(
        gradebook: Gradebook, profiles: [ItemProfile], prior: ClassPrior, progress: (Double) -> Void = { _ in }
    ) {
        let design = ResponseDesign(gradebook: gradebook, profiles: profiles)
        let model = ClassFitter(design: design, prior: prior).fit { progress($0 / 2) }
        self.init(design: design, model: model, prior: prior) { progress(0.5 + $0 / 2) }
    }

    /// Takes learners to their beliefs under a class that was fitted before, without learning from them.
    ///
    /// - Parameters:
    ///   - gradebook: must have the same items as the one the class was fitted on.
    ///   - fitted: the fitted class.
    public init(gradebook: Gradebook, profiles: [ItemProfile], fitted: ClassEstimate, prior: ClassPrior) {
        self.init(
            design: ResponseDesign(gradebook: gradebook, profiles: profiles), model: fitted.model, prior: prior
        ) { _ in }
    }

    private init(design: ResponseDesign, model: ClassModel, prior: ClassPrior, progress: (Double) -> Void) {
        let count = design.learnerCount
        let (means, variances) =
            design.isLarge
            ? Self.beliefs(Float.self, design: design, model: model, prior: prior, progress: progress)
            : Self.beliefs(Double.self, design: design, model: model, prior: prior, progress: progress)
        self.design = design
        self.model = model
        self.means = means
        self.variances = variances
        scoreDeviationScale = prior.scoreDeviationScale
        skills = design.skills
        hasSkillMap = design.hasSkillMap
        scoreCounts = (0..<count).map { design.observations(of: $0).count }
    }

    /// A part of another estimate.
    ///
    /// - Parameters:
    ///   - design: of the part.
    ///   - learners: where each learner of the part stands in the whole.
    ///   - directions: where each direction of the part stands in the whole.
    init(part design: ResponseDesign, of whole: ClassEstimate, model: ClassModel, learners: [Int], directions: [Int]) {
        self.design = design
        self.model = model
        var means = Matrix<Double>(rows: learners.count, columns: directions.count)
        var variances = means
        for (row, learner) in learners.enumerated() {
            for (column, direction) in directions.enumerated() {
                means[row, column] = whole.means[learner, direction]
                variances[row, column] = whole.variances[learner, direction]
            }
        }
        self.means = means
        self.variances = variances
        scoreDeviationScale = whole.scoreDeviationScale
        skills = design.skills
        hasSkillMap = design.hasSkillMap
        scoreCounts = learners.indices.map { design.observations(of: $0).count }
    }

    /// Every learner's posterior means and variances along every direction, learners x D.
    private static func beliefs<Scalar: MatrixScalar>(
        _ precision: Scalar.Type, design: ResponseDesign, model: ClassModel, prior: ClassPrior,
        progress: (Double) -> Void
    ) -> (means: Matrix<Double>, variances: Matrix<Double>) {
        let count = design.learnerCount
        let width = design.directions.count
        var means = Matrix<Double>(rows: count, columns: width)
        var variances = Matrix<Double>(rows: count, columns: width)
        var solver = LearnerSolver<Scalar>(design: design, surpriseLimit: prior.surpriseLimit)
        solver.adopt(model)
        var row = [Double](repeating: 0, count: width)
        for learner in 0..<count {
            if learner % 256 == 0 { progress(Double(learner) / Double(count)) }
            var skills = model.mean
            do {
                try solver.solve(learner: learner, model: model, steps: 40)
                try solver.refresh(learner: learner, model: model)
                solver.variances(model: model, into: &row)
                skills = solver.skills
            } catch {
                // A belief that cannot be computed is the prior: wide, and said to be.
                for d in 0..<width { row[d] = model.directionCovariance[d, d] }
            }
            for (d, direction) in design.directions.enumerated() {
                means[learner, d] = direction.reduce(0) { $0 + $1.weight * skills[$1.skill] }
                variances[learner, d] = row[d]
            }
        }
        return (means, variances)
    }

    /// Lets predicted scores come from a baseline instead of the model; masteries stay the model's.
    public mutating func fallBack(on baseline: BaselineEstimate) {
        self.baseline = baseline
        basis = baseline.basis
    }

    /// Lets predicted scores come from an estimate of the same gradebook in which each column stands for itself; masteries
    /// stay this one's.
    mutating func predict(by other: ClassEstimate) { apart = [other] }

    /// Whether columns stand for themselves where scores are predicted, though masteries are about topics.
    public var predictsColumnsApart: Bool { !apart.isEmpty }

    static let quadrature = GaussHermite(count: 9)

    /// Whether an item's scores are only ever nothing or everything.
    func isRightOrWrong(_ item: Int) -> Bool { design.isRightOrWrong[item] }

    /// The log-odds of success of a learner on an item, as far as known. Not evidence: the class's middle, wide.
    func logOdds(learner: Int, item: Int) -> (mean: Double, variance: Double) {
        let direction = design.directionOfItem[item]
        guard direction >= 0 else { return (0, 4) }
        return (
            means[learner, direction] + model.easiness[item],
            variances[learner, direction] + model.easinessVariance[direction]
        )
    }

    /// The log-odds of success of a learner on a typical item of a skill.
    func logOdds(learner: Int, skill: Int) -> (mean: Double, variance: Double) {
        (means[learner, skill], variances[learner, skill] + model.easinessVariance[skill])
    }

    /// The score a learner would get on an item now.
    ///
    /// - Parameters:
    ///   - learner: position in the gradebook; must be inside.
    ///   - item: position in the gradebook; an item that is no evidence gets a wide guess.
    public func prediction(learner: Int, item: Int) -> ScorePrediction {
        if let baseline { return baseline.prediction(learner: learner, item: item) }
        if let other = apart.first { return other.prediction(learner: learner, item: item) }
        let odds = logOdds(learner: learner, item: item)
        let (first, second) = Self.moments(odds)
        let noise = max(first - second, 0) / max(model.trials[item], 1)
        let deviation = (max(second - first * first, 0) + noise).squareRoot()
        return ScorePrediction(
            success: first, deviation: design.isRightOrWrong[item] ? deviation : scoreDeviationScale * deviation)
    }

    /// How well a learner has a skill.
    public func mastery(learner: Int, skill: Int) -> Mastery {
        let (first, second) = Self.moments(logOdds(learner: learner, skill: skill))
        return Mastery(
            skill: skill, success: first, deviation: max(second - first * first, 0).squareRoot())
    }

    /// The log-odds on a typical item of a skill with what is not known of the learner apart from what is not known of
    /// the item, which is the same for everybody.
    func parts(learner: Int, skill: Int) -> (mean: Double, own: Double, shared: Double) {
        (means[learner, skill], variances[learner, skill], model.easinessVariance[skill])
    }

    /// P(success on a typical item of the skill >= goal).
    func chance(learner: Int, skill: Int, goal: Double) -> Double {
        let odds = logOdds(learner: learner, skill: skill)
        return TopicAdvice.chance(mean: odds.mean, variance: odds.variance, goal: goal)
    }

    /// Mean and mean square of the probability of success.
    private static func moments(_ odds: (mean: Double, variance: Double)) -> (Double, Double) {
        let deviation = max(odds.variance, 0).squareRoot()
        var (first, second) = (0.0, 0.0)
        for k in quadrature.nodes.indices {
            let p = Logistic.probability(odds.mean + deviation * quadrature.nodes[k])
            first += quadrature.weights[k] * p
            second += quadrature.weights[k] * p * p
        }
        return (first, second)
    }

    /// Position of the skill an item is mostly about, the first of equals; `nil` for items that measure none.
    func topic(ofItem item: Int) -> Int? {
        let direction = design.directionOfItem[item]
        guard direction >= 0 else { return nil }
        return design.directions[direction].max { a, b in
            a.weight != b.weight ? a.weight < b.weight : a.skill > b.skill
        }?.skill
    }

    /// Logits that a learner of this class is expected to be better on `other` per logit better on `item`, held to 0...1.
    func coefficient(of other: Int, on item: Int) -> Double {
        let (to, from) = (design.directionOfItem[other], design.directionOfItem[item])
        guard to >= 0, from >= 0 else { return 0 }
        let variance = model.directionCovariance[from, from]
        guard variance > 0 else { return 0 }
        return min(max(model.directionCovariance[to, from] / variance, 0), 1)
    }

    /// How many of a cohort are more likely than not below the goal, per skill.
    func belowGoal(cohort: [Int], goal: Double) -> [Int] {
        skills.indices.map { skill in cohort.count { isBelow(goal, learner: $0, skill: skill) } }
    }

    /// Whether a learner is more likely than not below the goal on a skill.
    func isBelow(_ goal: Double, learner: Int, skill: Int) -> Bool { means[learner, skill] < Logistic.logit(goal) }

    /// Scores of a cohort per skill that speak of it directly.
    func scoresPerSkill(cohort: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: skills.count)
        for learner in cohort {
            for observation in design.observations(of: learner) {
                for (skill, _) in design.directions[design.directionOfItem[Int(design.items[observation])]] {
                    counts[skill] += 1
                }
            }
        }
        return counts
    }
}
