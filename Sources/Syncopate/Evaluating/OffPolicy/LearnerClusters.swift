/// Standard errors of means over decisions of which those of one learner are alike.
///
/// The sandwich with a learner as a cluster (Liang & Zeger 1986), times `G / (G - 1)` for `G` learners, and Student's
/// distribution with `G - 1` degrees of freedom for the interval (Cameron & Miller 2015): nothing is drawn by lot, and a
/// handful of learners gets the wide interval it deserves.
struct LearnerClusters: Sendable {
    /// Position of the learner, per decision.
    private let learner: [Int32]
    /// Learners with a decision.
    let count: Int
    private let size: Int

    init(_ learner: [Int32]) {
        self.learner = learner
        size = Int(learner.max() ?? -1) + 1
        count = Set(learner).count
    }

    /// An estimate with its interval; needs two learners, without which the interval is not finite.
    ///
    /// - Parameter influence: what each decision adds to the error of the estimate, times the number of decisions; sums to
    ///   zero, about.
    func estimate(_ value: Double, influence: [Double]) -> PolicyEstimate {
        var sums = [Double](repeating: 0, count: size)
        for (index, learner) in learner.enumerated() { sums[Int(learner)] += influence[index] }
        let squares = sums.reduce(0) { $0 + $1 * $1 }
        let decisions = Double(learner.count)
        let correction = count > 1 ? Double(count) / Double(count - 1) : .infinity
        let error = (correction * squares).squareRoot() / decisions
        let half = Self.reach(freedom: count - 1) * error
        return PolicyEstimate(value: value, standardError: error, interval: value - half...value + half)
    }

    /// Standard errors to either side that hold 95 % of Student's distribution.
    ///
    /// The expansion of Abramowitz & Stegun 26.7.5 in the normal quantile, within .05 % from four degrees of freedom on;
    /// below, tabled.
    static func reach(freedom: Int) -> Double {
        switch freedom {
        case ...1: return 12.706204736432095
        case 2: return 4.302652729911275
        case 3: return 3.182446305284263
        default: break
        }
        let z = ReliabilityBin.reach
        let (s, v) = (z * z, Double(freedom))
        let first = z * (s + 1) / 4
        let second = z * ((5 * s + 16) * s + 3) / 96
        let third = z * (((3 * s + 19) * s + 17) * s - 15) / 384
        let fourth = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160
        return z + (first + (second + (third + fourth / v) / v) / v) / v
    }
}
