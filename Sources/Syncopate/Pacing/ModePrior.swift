/// What studies say each mode is worth, before anything was seen here.
///
/// The gain of a mode is `x'w` in units of what a learner of the class's middle gains alone in own time, with the
/// features ``Feature``; every weight has a mean and a standard deviation. The shipped values and their sources are
/// in `Models/`.
public struct ModePrior: Sendable, Hashable {
    /// Places in the weight vector.
    public enum Feature: Int, Sendable, CaseIterable {
        /// 1.
        case constant
        /// 1 - 2p: from +1 where the learner knows nothing of the topic to -1 where they know it.
        case need
        /// 4p(1 - p) - .5: highest where the learner is right half the time.
        case edge
        /// Independence, standard deviations of the cohort.
        case independence
    }

    /// Prior means per mode, one weight per ``Feature``.
    public var asyncSolo: [Double]
    public var asyncSocial: [Double]
    public var liveTeacher: [Double]
    /// Prior standard deviations of the weights, shared by the modes.
    public var deviations: [Double]
    /// Standard deviation of a learner's own effect of a mode.
    public var learnerDeviation: Double
    /// Gain of one unit in logits per 30 minutes.
    public var gainPerHalfHour: Double

    public init(
        asyncSolo: [Double], asyncSocial: [Double], liveTeacher: [Double], deviations: [Double],
        learnerDeviation: Double, gainPerHalfHour: Double
    ) {
        func whole(_ values: [Double]) -> [Double] {
            Feature.allCases.map { values.indices.contains($0.rawValue) ? values[$0.rawValue] : 0 }
        }
        self.asyncSolo = whole(asyncSolo)
        self.asyncSocial = whole(asyncSocial)
        self.liveTeacher = whole(liveTeacher)
        self.deviations = whole(deviations)
        self.learnerDeviation = learnerDeviation
        self.gainPerHalfHour = gainPerHalfHour
    }
}

extension ModePrior {
    /// Prior mean weights of a mode; those of learning alone where the mode has none of its own.
    func weights(of mode: Mode) -> [Double] {
        switch mode {
        case .liveTeacher: liveTeacher
        case .asyncSocial: asyncSocial
        default: asyncSolo
        }
    }

    /// Gain in the chance of success from so many minutes in a mode.
    ///
    /// - Parameters:
    ///   - w: weights of the mode, one per ``Feature``.
    ///   - logit: log-odds of success now.
    ///   - own: the learner's own effect of the mode.
    func gain(_ w: [Double], logit: Double, independence: Double, own: Double, minutes: Int) -> Double {
        let p = Logistic.probability(logit)
        let units = w[0] + w[1] * (1 - 2 * p) + w[2] * (4 * p * (1 - p) - 0.5) + w[3] * independence + own
        return Logistic.probability(logit + gainPerHalfHour * Double(minutes) / 30 * units) - p
    }
}
