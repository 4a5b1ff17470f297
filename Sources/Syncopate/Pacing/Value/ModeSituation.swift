import RealModule

/// What the value of a mode depends on for one learner at one moment. No attribute of a person or a group is among it.
///
/// Every feature but independence may be unknown (`nil`, or no finite number). Then its mean over what it could be stands
/// for it, and what it varies by is added to the variance of what is expected, and to the noise of what is observed:
/// nothing is imputed as if it were known.
public struct ModeSituation: Sendable, Hashable {
    /// P(success on the topic), 0...1. Unknown: any as likely.
    public var success: Double?
    /// Independence, standard deviations of the cohort.
    public var independence: Double
    /// Standard deviation of that.
    public var independenceDeviation: Double
    /// P(a peer within reach knows it), 0...1. Unknown: any as likely.
    public var peerReach: Double?
    /// P(practice is fruitless), 0...1. Unknown: .2 with a deviation of .15, since one to three in ten pairs of learner and
    /// skill are (Beck & Gong 2013).
    public var wheelSpin: Double?
    /// Complexity of the task, -1...1. Unknown: any as likely.
    public var complexity: Double?
    /// People on the topic together, the learner among them. Unknown: the logarithm as likely anywhere from 1 to 8 people.
    public var groupSize: Int?

    /// Describes a situation; what is not given is neutral, but known.
    public init(
        success: Double?, independence: Double = 0, independenceDeviation: Double = 0, peerReach: Double? = 0.5,
        wheelSpin: Double? = 0, complexity: Double? = 0, groupSize: Int? = 1
    ) {
        self.success = success
        self.independence = independence
        self.independenceDeviation = independenceDeviation
        self.peerReach = peerReach
        self.wheelSpin = wheelSpin
        self.complexity = complexity
        self.groupSize = groupSize
    }

    /// Means of the features and their variances, in the order of ``ModePrior/Feature``.
    var features: (mean: SIMD8<Double>, variance: SIMD8<Double>) {
        var mean = SIMD8<Double>(repeating: 0)
        var variance = SIMD8<Double>(repeating: 0)
        mean[0] = 1
        if let p = Self.held(success, 0...1) {
            mean[1] = 1 - 2 * p
            mean[2] = 4 * p * (1 - p) - 0.5
        } else {
            // Moments of a uniform p: E p(1-p) = 1/6, Var p(1-p) = 1/30 - 1/36; the two features are uncorrelated.
            (mean[2], variance[1], variance[2]) = (1.0 / 6, 1.0 / 3, 16.0 / 180)
        }
        if independence.isFinite {
            mean[3] = min(max(independence, -5), 5)
            if independenceDeviation.isFinite {
                let deviation = min(max(independenceDeviation, 0), 5)
                variance[3] = deviation * deviation
            } else {
                variance[3] = 1
            }
        } else {
            variance[3] = 1
        }
        if let reach = Self.held(peerReach, 0...1) { mean[4] = reach - 0.5 } else { variance[4] = 1.0 / 12 }
        if let risk = Self.held(wheelSpin, 0...1) {
            mean[5] = risk
        } else {
            (mean[5], variance[5]) = (0.2, 0.15 * 0.15)
        }
        if let complexity = Self.held(complexity, -1...1) { mean[6] = complexity } else { variance[6] = 1.0 / 3 }
        if let groupSize {
            mean[7] = Double.log(Double(max(groupSize, 1)))
        } else {
            let top = Double.log(8)
            (mean[7], variance[7]) = (top / 2, top * top / 12)
        }
        return (mean, variance)
    }

    private static func held(_ value: Double?, _ range: ClosedRange<Double>) -> Double? {
        guard let value, value.isFinite else { return nil }
        return min(max(value, range.lowerBound), range.upperBound)
    }
}
