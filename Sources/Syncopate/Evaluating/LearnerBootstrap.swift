/// Metrics over learners drawn with replacement, a learner's responses staying together: responses of one learner are
/// alike, and drawing them one by one would make every interval too narrow (Efron 1979; whole clusters: Field & Welsh
/// 2007).
///
/// The draws depend on the seed, the number of learners and nothing else, so two models judged on the same rows with the
/// same seed are judged on the same draws.
struct LearnerBootstrap: Sendable {
    /// Per draw; NaN where only one class was drawn.
    private(set) var auc: [Double] = []
    private(set) var logLoss: [Double] = []
    private(set) var accuracy: [Double] = []
    private(set) var rmse: [Double] = []
    private(set) var ece: [Double] = []

    /// - Parameters:
    ///   - resamples: how many draws; none where there are fewer than two learners with rows, which say nothing of how
    ///     learners differ.
    init(_ ranked: RankedPredictions, resamples: Int, seed: UInt64) {
        // What is a sum needs no rows: each learner's part once, then weighted.
        let size = Int(ranked.learner.max() ?? -1) + 1
        var sums = [Metrics.Sums](repeating: Metrics.Sums(), count: size)
        var rows = [Int](repeating: 0, count: size)
        for index in 0..<ranked.count {
            let learner = Int(ranked.learner[index])
            sums[learner].add(score: ranked.score[index], probability: ranked.probability[index])
            rows[learner] += 1
        }
        let present = rows.indices.filter { rows[$0] > 0 }
        guard present.count >= 2 else { return }

        var random = SeededGenerator(seed: seed)
        for _ in 0..<max(resamples, 0) {
            var weights = [Int](repeating: 0, count: size)
            for _ in present.indices {
                // The high half of the product is a draw from 0..<count (Lemire 2019); its bias is below 1e-12.
                let draw = random.next().multipliedFullWidth(by: UInt64(present.count)).high
                weights[present[Int(draw)]] += 1
            }
            var (total, loss, hits, squares) = (0, 0.0, 0.0, 0.0)
            for learner in present where weights[learner] > 0 {
                let weight = Double(weights[learner])
                total += weights[learner] * rows[learner]
                loss += weight * sums[learner].loss
                hits += weight * sums[learner].hits
                squares += weight * sums[learner].squares
            }
            let sweep = ranked.sweep(weights: weights, total: total)
            auc.append(sweep.auc ?? .nan)
            ece.append(sweep.ece)
            logLoss.append(loss / Double(total))
            accuracy.append(hits / Double(total))
            rmse.append((squares / Double(total)).squareRoot())
        }
    }

    /// The middle 95 % of values, between ranks by straight line (type 7 of Hyndman & Fan 1996). NaN is left out; `nil`
    /// where fewer than half, or fewer than two, are left.
    static func interval(_ values: [Double]) -> ClosedRange<Double>? {
        let sorted = values.filter { !$0.isNaN }.sorted()
        guard sorted.count >= 2, 2 * sorted.count >= values.count else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let lower = min(Int(place), sorted.count - 2)
            return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
        }
        let (low, high) = (quantile(0.025), quantile(0.975))
        return min(low, high)...max(low, high)
    }
}
