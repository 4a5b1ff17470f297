/// What scores say of a learner on a topic by themselves, without anything that was known before.
///
/// The log-odds at the mode of the likelihood times Jeffreys's prior (Firth 1993): of scores on equally easy items that is
/// the logit of (points + 1/2) / (questions + 1) (Anscombe 1956), finite for nothing and for everything.
struct FreshEvidence: Sendable, Hashable {
    /// Log-odds of success on a typical item of the topic.
    var mean: Double
    /// Its variance: the inverse of what the scores inform there.
    var variance: Double

    /// One score: a share 0...1, the effective number of questions behind it, and how much easier its item is than a typical
    /// one, in log-odds.
    struct Score: Sendable, Hashable {
        var share: Double
        var questions: Double
        var easiness: Double
    }

    /// `nil` without scores that count.
    init?(_ scores: [Score]) {
        let usable = scores.filter { $0.questions > 0 && $0.share.isFinite && $0.easiness.isFinite }
        guard !usable.isEmpty else { return nil }
        var (low, high) = (-30.0, 30.0)
        // The slope falls all the way, so bisection finds the only mode.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if Self.slope(usable, middle).slope > 0 { low = middle } else { high = middle }
        }
        mean = (low + high) / 2
        variance = 1 / max(Self.slope(usable, mean).information, 1e-9)
    }

    private static func slope(_ scores: [Score], _ mean: Double) -> (slope: Double, information: Double) {
        var (slope, information, skew) = (0.0, 0.0, 0.0)
        for score in scores {
            let p = Logistic.probability(mean + score.easiness)
            let weight = score.questions * p * (1 - p)
            slope += score.questions * (min(max(score.share, 0), 1) - p)
            information += weight
            skew += weight * (1 - 2 * p)
        }
        return (slope + 0.5 * skew / max(information, 1e-300), information)
    }
}
