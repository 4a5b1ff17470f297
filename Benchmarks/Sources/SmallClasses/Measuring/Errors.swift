import Syncopate

/// Sums over predicted cells, from which every figure is made.
struct Errors {
    /// Squared errors.
    private(set) var model = 0.0
    private(set) var columnMean = 0.0
    private(set) var learnerMean = 0.0
    private(set) var columnAndLearner = 0.0
    private(set) var plain = 0.0
    private(set) var adjusted = 0.0
    /// Cells inside the 80 % interval as the engine gives it.
    private(set) var inside = 0
    /// Cells within ``reach`` standard deviations of the prediction.
    private(set) var withinReach = 0
    /// Sum of (score - prediction)^2 / variance.
    private(set) var squaredZ = 0.0
    /// Visible values read as missing work: zeros and others.
    private(set) var doubtedZeros = 0
    private(set) var doubtedOthers = 0
    /// Cells predicted.
    private(set) var cells = 0
    /// Classes, and those among them in which topics were found.
    private(set) var classes = 0
    private(set) var withTopics = 0

    /// Standard deviations to either side that hold 80 % of a normal variable.
    static let reach = 1.2816

    init() {}

    /// Learns from what is visible of a class and predicts what is hidden.
    ///
    /// - Parameters:
    ///   - readsTopics: whether topics are looked for and used as the engine does.
    ///   - zeros: how zeros are read, in the class and then, by what was found there, before each target.
    init(_ hidden: HiddenScores, prior: ClassPrior, readsTopics: Bool = false, zeros: ZeroPolicy = .score) {
        let work = MissingWork(gradebook: hidden.visible, profiles: hidden.profiles, prior: prior, policy: zeros)
        let before = MissingWork(gradebook: hidden.before, profiles: hidden.profiles, fitted: work)
        let map = readsTopics ? Self.topics(hidden, prior: prior) : TopicMap()
        classes = 1
        withTopics = map.topics.isEmpty ? 0 : 1
        let fitted = ClassEstimate(
            gradebook: map.applied(to: work.gradebook), profiles: hidden.profiles, prior: prior)
        let estimate = ClassEstimate(
            gradebook: map.applied(to: before.gradebook), profiles: hidden.profiles, fitted: fitted, prior: prior)
        doubtedZeros = work.doubtful.count { $0.value == 0 }
        doubtedOthers = work.doubtful.count - doubtedZeros
        func baseline(_ basis: ClassEstimate.Basis) -> BaselineEstimate {
            BaselineEstimate(basis, gradebook: hidden.visible, profiles: hidden.profiles, deviation: 0)
        }
        let column = baseline(.columnMean)
        let learner = baseline(.learnerMean)
        let both = baseline(.columnAndLearner)
        let plainBoth = UnshrunkBaseline(.plain, gradebook: hidden.visible)
        let adjustedBoth = UnshrunkBaseline(.adjusted, gradebook: hidden.visible)
        for cell in hidden.cells {
            func square(_ predicted: Double) -> Double { (cell.score - predicted) * (cell.score - predicted) }
            func square(_ rival: BaselineEstimate) -> Double {
                square(rival.prediction(earlier: cell.earlier, item: cell.item).success)
            }
            let prediction = estimate.prediction(learner: cell.learner, item: cell.item)
            model += square(prediction.success)
            columnMean += square(column)
            learnerMean += square(learner)
            columnAndLearner += square(both)
            plain += square(plainBoth.prediction(earlier: cell.earlier, item: cell.item))
            adjusted += square(adjustedBoth.prediction(earlier: cell.earlier, item: cell.item))
            if prediction.interval.contains(cell.score) { inside += 1 }
            let z = (cell.score - prediction.success) / prediction.deviation
            if abs(z) <= Self.reach { withinReach += 1 }
            squaredZ += z * z
            cells += 1
        }
    }

    /// The topics of what is visible; none where columns that stand for themselves predict its late scores better.
    private static func topics(_ hidden: HiddenScores, prior: ClassPrior) -> TopicMap {
        let map = TopicFinder(asksScoresAlone: false).map(of: hidden.visible, profiles: hidden.profiles)
        guard !map.topics.isEmpty,
            let apart = BackTest.run(gradebook: hidden.visible, profiles: hidden.profiles, prior: prior),
            let mapped = BackTest.run(
                gradebook: map.applied(to: hidden.visible), profiles: hidden.profiles, prior: prior)
        else { return map }
        return apart.model < mapped.model ? TopicMap() : map
    }

    static func += (sums: inout Errors, more: Errors) {
        sums.model += more.model
        sums.columnMean += more.columnMean
        sums.learnerMean += more.learnerMean
        sums.columnAndLearner += more.columnAndLearner
        sums.plain += more.plain
        sums.adjusted += more.adjusted
        sums.inside += more.inside
        sums.withinReach += more.withinReach
        sums.squaredZ += more.squaredZ
        sums.doubtedZeros += more.doubtedZeros
        sums.doubtedOthers += more.doubtedOthers
        sums.cells += more.cells
        sums.classes += more.classes
        sums.withTopics += more.withTopics
    }
}
