import RealModule

/// How well probabilities foretold scores.
///
/// Of nothing there are no metrics: what makes them returns `nil` for no rows.
public struct Metrics: Sendable, Hashable {
    /// Rows judged.
    public let count: Int
    /// Mean of the scores.
    public let meanScore: Double
    /// Mean of the probabilities.
    public let meanProbability: Double
    /// Area under the receiver operating characteristic: the chance that of a success and a failure the success was
    /// given the higher probability, ties counting half (mid-ranks; Hanley & McNeil 1982). A score that is neither 0 nor
    /// 1 is a success from 0.5 on. `nil` where only one class occurs.
    public let auc: Double?
    /// Mean cross-entropy `-(y ln p + (1 - y) ln(1 - p))` in nats, of scores that are fractions too, whose own entropy is
    /// then the least it can be. Probabilities are held to `1e-15...1 - 1e-15`, so one certain miss costs 34.5, not
    /// infinity.
    public let logLoss: Double
    /// Share of rows where probability and score are on the same side of one half, 0.5 itself counting as success.
    public let accuracy: Double
    /// Root mean square of score less probability. Its square is the Brier score where scores are 0 or 1.
    public let rmse: Double
    /// Expected calibration error over ``calibrationBins`` bins of equal mass: the mean over rows of how far, in a row's
    /// bin, the mean score is from the mean probability (Naeini, Cooper & Hauskrecht 2015; equal mass: Nixon et al. 2019).
    ///
    /// Rows of equal probability are in one bin, that of their middle rank, so the order of rows does not matter; a
    /// constant prediction fills a single bin. Never zero in a finite sample: compare with ``expectedECE``.
    public let ece: Double
    /// What ``ece`` would be on average if the probabilities were exactly right: the mean over outcomes drawn from them,
    /// each row by itself (parametric bootstrap; Bröcker & Smith 2007). Scores that are fractions scatter less than the
    /// 0 or 1 drawn here, so for them it is an upper bound. `nil` where none were drawn.
    public let expectedECE: Double?

    /// Bins of ``ece`` and of the reliability diagram.
    public static let calibrationBins = 15
    /// Probabilities are held this far from 0 and 1 in the log loss.
    public static let leastProbability = 1e-15
    /// Scores and probabilities from here on count as success where two classes are needed.
    public static let threshold = 0.5

    /// ``ece`` beyond what chance explains; below zero where it is less than chance would make it.
    public var excessECE: Double? { expectedECE.map { ece - $0 } }

    /// Judges a table; `nil` where it has no rows.
    ///
    /// - Parameters:
    ///   - draws: sets of outcomes drawn for ``expectedECE``; zero or less: none.
    ///   - seed: where the draws begin.
    public init?(_ table: PredictionTable, draws: Int = 100, seed: UInt64 = 1) {
        self.init(RankedPredictions(table), draws: draws, seed: seed)
    }

    init?(_ ranked: RankedPredictions, draws: Int, seed: UInt64) {
        guard ranked.count > 0 else { return nil }
        var sums = Sums()
        for index in 0..<ranked.count { sums.add(score: ranked.score[index], probability: ranked.probability[index]) }
        let total = Double(ranked.count)
        count = ranked.count
        meanScore = sums.score / total
        meanProbability = sums.probability / total
        logLoss = sums.loss / total
        accuracy = sums.hits / total
        rmse = (sums.squares / total).squareRoot()
        let sweep = ranked.sweep()
        auc = sweep.auc
        ece = sweep.ece
        expectedECE = draws > 0 ? ranked.expectedECE(draws: draws, seed: seed) : nil
    }

    /// What is a plain sum over rows.
    struct Sums {
        var score = 0.0
        var probability = 0.0
        var loss = 0.0
        var hits = 0.0
        var squares = 0.0

        mutating func add(score: Double, probability: Double) {
            self.score += score
            self.probability += probability
            loss += Metrics.logLoss(score: score, probability: probability)
            if (score >= Metrics.threshold) == (probability >= Metrics.threshold) { hits += 1 }
            squares += (score - probability) * (score - probability)
        }
    }

    /// The cross-entropy of one row, in nats.
    static func logLoss(score: Double, probability: Double) -> Double {
        let held = min(max(probability, leastProbability), 1 - leastProbability)
        return -(score * Double.log(held) + (1 - score) * Double.log(onePlus: -held))
    }
}
