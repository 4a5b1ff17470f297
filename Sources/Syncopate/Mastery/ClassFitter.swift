import Matrices
import RealModule

/// Fits what a class shares, by EM on the class itself with shrinkage to a prior (Dempster, Laird & Rubin 1977; the
/// E step is Laplace's, one warm-started Newton step a pass).
///
/// Each pass takes every learner to their posterior (E), then re-estimates means, covariance, easiness and effective
/// number of questions (M). The covariance is drawn towards a structured one: one variance per skill, correlations
/// that fall with distance in the course and between families of titles, their level estimated from the class too.
struct ClassFitter {
    let design: ResponseDesign
    let prior: ClassPrior

    /// Cost of one pass, in multiplications, beyond which learners are sampled evenly.
    static let passBudget = 2e9
    /// Largest change of a mean or a covariance, logits, below which the passes end where a pass is costly.
    static let settled = 0.02
    /// Fewest learners a large class is sampled down to.
    static let leastSample = 300

    /// Skills up to which the prior's weight on the structured covariance is as stated; beyond, it grows with them.
    static let usualSkills = 20.0

    private var skillCount: Int { design.skills.count }

    /// The fitted model. Never fails: where nothing can be learnt, the prior is returned.
    ///
    /// - Parameter progress: called with the share of the passes done.
    func fit(progress: (Double) -> Void = { _ in }) -> ClassModel {
        design.isLarge ? fit(Float.self, progress: progress) : fit(Double.self, progress: progress)
    }

    private func fit<Scalar: MatrixScalar>(_ precision: Scalar.Type, progress: (Double) -> Void) -> ClassModel {
        var model = start()
        let learners = sample()
        guard skillCount > 0, !learners.isEmpty else { return model }
        let isCostly =
            Double(learners.count) * Double(skillCount * skillCount) * Double(skillCount) > Self.passBudget / 4
        var solver = LearnerSolver<Scalar>(design: design, surpriseLimit: prior.surpriseLimit)
        var statistics = ClassStatistics<Scalar>(design: design, learners: learners, model: model)
        var structure = startStructure
        var easinessVariance = prior.easinessDeviation * prior.easinessDeviation
        for pass in 0..<prior.passes {
            progress(Double(pass) / Double(prior.passes))
            do {
                try statistics.collect(solver: &solver, model: model, prior: prior, steps: pass < 2 ? 4 : 1)
            } catch {
                // The covariance is a sum of a structured positive matrix and squares; should rounding still spoil it,
                // the last good model stands.
                break
            }
            var next = model
            updateTrials(&next, statistics)
            updateMeans(&next, statistics, easinessVariance: &easinessVariance)
            updateEasiness(&next, statistics, easinessVariance: easinessVariance)
            statistics.addSpread(around: next.mean)
            updateCovariance(&next, statistics, structure: &structure)
            next.projectCovariance(onto: design.directions)
            guard next.mean.allSatisfy(\.isFinite), next.covariance.elements.allSatisfy(\.isFinite) else { break }
            let moved = max(
                zip(model.mean, next.mean).reduce(0) { max($0, abs($1.0 - $1.1)) },
                zip(model.covariance.elements, next.covariance.elements).reduce(0) { max($0, abs($1.0 - $1.1)) })
            model = next
            if isCostly, moved < Self.settled { break }
        }
        estimateUnknownEasiness(&model, statistics, easinessVariance: easinessVariance)
        return model
    }

    /// Everybody with a score, or an even sample of them where a pass over all would take too long.
    private func sample() -> [Int] {
        let active = (0..<design.learnerCount).filter { !design.observations(of: $0).isEmpty }
        let size = Double(max(skillCount, 1))
        let room = max(Self.leastSample, Int(min(Self.passBudget / (size * size * size), 1e9)))
        guard active.count > room else { return active }
        return (0..<room).map { active[$0 * active.count / room] }
    }

    /// The model before any score is believed: column means shrunk to the class's mean, the prior's covariance.
    private func start() -> ClassModel {
        var model = ClassModel(
            skills: skillCount, directions: design.directions.count, items: design.directionOfItem.count,
            trials: prior.trials)
        var sum = [Double](repeating: 0, count: skillCount)
        var count = [Double](repeating: 0, count: skillCount)
        var total = 1.4
        var weight = 2.0
        for (item, score) in zip(design.items, design.scores) {
            total += score
            weight += 1
            for (skill, share) in design.directions[design.directionOfItem[Int(item)]] {
                sum[skill] += share * score
                count[skill] += share
            }
        }
        let overall = total / weight
        for k in 0..<skillCount {
            model.mean[k] = Logistic.logit((sum[k] + 2 * overall) / (count[k] + 2), margin: 0.01)
        }
        // Where nobody has a score yet, what the item file says is all there is.
        for (k, stated) in design.statedSkillEasiness.enumerated() where count[k] == 0 { model.mean[k] += stated }
        for item in model.easiness.indices where design.sharesDirection[item] {
            model.easiness[item] = design.statedEasiness[item]
        }
        let variances = [Double](repeating: prior.masteryDeviation * prior.masteryDeviation, count: skillCount)
        for a in 0..<skillCount {
            for b in 0..<skillCount { model.covariance[a, b] = startStructure.covariance(a, b, variances: variances) }
            model.covariance[a, a] += ClassFitter.jitter
        }
        model.projectCovariance(onto: design.directions)
        for item in design.isRightOrWrong.indices where design.isRightOrWrong[item] { model.trials[item] = 1 }
        for d in design.directions.indices {
            model.easinessVariance[d] = prior.easinessDeviation * prior.easinessDeviation
        }
        return model
    }

    /// Added to every variance, so that the covariance stays positive definite in rounding.
    static let jitter = 1e-4

    private var startStructure: CovarianceStructure {
        CovarianceStructure(
            families: design.families, isOrdered: !design.hasSkillMap, within: prior.correlation,
            across: prior.correlation * prior.acrossFamilies, distant: prior.distantCorrelation,
            decay: prior.neighbourDecay)
    }

    /// Effective numbers of questions: each column's scatter, drawn to the class's, which is drawn to the prior's. A
    /// column of right and wrong is one question.
    private func updateTrials<Scalar: MatrixScalar>(_ model: inout ClassModel, _ statistics: ClassStatistics<Scalar>) {
        var (scatter, count) = (prior.trialsWeight / prior.trials, prior.trialsWeight)
        for item in model.trials.indices where !design.isRightOrWrong[item] {
            scatter += statistics.itemScatter[item]
            count += statistics.itemCounts[item]
        }
        let usual = scatter / max(count, 1e-9)
        let weight = prior.columnTrialsWeight
        for item in model.trials.indices where !design.isRightOrWrong[item] {
            let trials =
                (statistics.itemCounts[item] + weight) / max(statistics.itemScatter[item] + weight * usual, 1e-9)
            model.trials[item] = min(max(trials, 1), prior.trialsLimit)
        }
    }

    /// Means of the skills: the posterior means' average, drawn to the family's mean with the weight of the prior.
    private func updateMeans<Scalar: MatrixScalar>(
        _ model: inout ClassModel, _ statistics: ClassStatistics<Scalar>, easinessVariance: inout Double
    ) {
        let k = skillCount
        let count = Double(statistics.learners.count)
        var precision = model.covariance
        do {
            try precision.factoriseCholesky()
            try precision.invertFactored()
        } catch { return }
        precision.withMutableView { $0.mirror(from: .lower) }
        let groups = familyMeans(model.mean, statistics)
        let stated = design.statedSkillEasiness
        var scatter = prior.easinessDeviationWeight * prior.easinessDeviation * prior.easinessDeviation
        for a in 0..<k {
            let away = model.mean[a] - groups[design.families[a]] - stated[a]
            scatter += away * away + 1 / (count * precision[a, a] + 1 / easinessVariance)
        }
        easinessVariance = max(scatter / (Double(k) + prior.easinessDeviationWeight), 1e-4)
        let pull = 1 / easinessVariance
        var right = [Double](repeating: 0, count: k)
        for a in 0..<k {
            var sum = 0.0
            for b in 0..<k {
                precision[a, b] *= count
                sum += precision[a, b] * statistics.meanSkills[b]
            }
            right[a] = sum + pull * (groups[design.families[a]] + stated[a])
            precision[a, a] += pull
        }
        do { try precision.factoriseCholesky() } catch { return }
        precision.solveFactored(&right)
        model.mean = right
    }

    /// Mean easiness of each family, weighted by scores and drawn to the class's with one column's worth of learners.
    private func familyMeans<Scalar: MatrixScalar>(_ mean: [Double], _ statistics: ClassStatistics<Scalar>) -> [Double]
    {
        let families = (design.families.max() ?? -1) + 1
        let count = Double(statistics.learners.count)
        let total = statistics.skillCounts.reduce(0, +)
        let overall =
            total > 0 ? zip(mean, statistics.skillCounts).reduce(0) { $0 + $1.0 * $1.1 } / total : 1
        var sum = [Double](repeating: count * overall, count: families)
        var weight = [Double](repeating: count, count: families)
        for k in 0..<skillCount {
            sum[design.families[k]] += mean[k] * statistics.skillCounts[k]
            weight[design.families[k]] += statistics.skillCounts[k]
        }
        return zip(sum, weight).map { $0 / max($1, 1e-12) }
    }

    /// Easiness of items that share a direction: a weighted mean of what their scores say beyond the skill.
    private func updateEasiness<Scalar: MatrixScalar>(
        _ model: inout ClassModel, _ statistics: ClassStatistics<Scalar>, easinessVariance: Double
    ) {
        let pull = 1 / easinessVariance
        for item in model.easiness.indices where design.sharesDirection[item] {
            let precision = statistics.itemPrecision[item]
            model.easiness[item] =
                (precision * model.easiness[item] + statistics.itemResidual[item] + pull * design.statedEasiness[item])
                / (precision + pull)
        }
    }

    private func updateCovariance<Scalar: MatrixScalar>(
        _ model: inout ClassModel, _ statistics: ClassStatistics<Scalar>, structure: inout CovarianceStructure
    ) {
        let k = skillCount
        let count = Double(statistics.learners.count)
        let spread = statistics.spread
        let base = prior.masteryDeviation * prior.masteryDeviation
        var average = Double(k) * prior.masteryDeviationWeight * base
        for a in 0..<k { average += spread[a, a] }
        average /= (count + prior.masteryDeviationWeight) * Double(k)
        let variances = (0..<k).map { a in
            (spread[a, a] + prior.skillVarianceWeight * average) / (count + prior.skillVarianceWeight)
        }
        structure.update(from: spread, weights: statistics.skillCounts, learners: count, prior: prior)
        // A free covariance of many skills needs more learners than one of few before it is worth its noise.
        let firm = prior.covarianceWeight * max(1, Double(k) / Self.usualSkills)
        for a in 0..<k {
            for b in 0..<k {
                let structured = structure.covariance(a, b, variances: variances)
                model.covariance[a, b] = (spread[a, b] + firm * structured) / (count + firm)
            }
            model.covariance[a, a] += Self.jitter
        }
    }

    /// What a direction's easiness still lacks: the class is a sample too, and predictions say so.
    private func estimateUnknownEasiness<Scalar: MatrixScalar>(
        _ model: inout ClassModel, _ statistics: ClassStatistics<Scalar>, easinessVariance: Double
    ) {
        let trials = statistics.directionTrials(model: model)
        for d in design.directions.indices {
            let p = Logistic.probability(model.mean(along: design.directions[d]))
            let noise = 1 / (trials[d] * max(p * (1 - p), LearnerSolver<Scalar>.leastWeight))
            let sampled = (model.directionCovariance[d, d] + noise) / (statistics.directionCounts[d] + 0.5)
            model.easinessVariance[d] = 1 / (1 / max(sampled, 1e-12) + 1 / easinessVariance)
        }
    }
}
