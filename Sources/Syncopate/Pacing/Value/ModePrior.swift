/// What studies say each mode is worth, before anything was seen here.
///
/// The relative gain of a mode is `r = x'w + u + noise`, in units of what a learner of the class's middle gains alone in
/// own time, with the features ``Feature``; every weight has a mean and a standard deviation, and every learner an effect
/// `u` of their own. The shipped values and their sources are in `Models/`.
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
        /// P(a peer within reach knows it) - .5.
        case peer
        /// P(practice is fruitless for this learner), 0...1.
        case wheelSpin
        /// Complexity of the task, -1 (simple) to 1, 0 the usual.
        case complexity
        /// Logarithm of the group's size: 0 alone.
        case groupSize
    }

    /// The modes that have weights, in the order of everything that is listed per mode.
    public static let modes: [Mode] = [.asyncSolo, .asyncSocial, .parallel, .livePeer, .liveTeacher]

    /// Prior means of the weights, per mode of ``modes`` and ``Feature``.
    private var means: [[Double]]
    /// Prior standard deviations of the weights, shared by the modes.
    public var deviations: [Double]
    /// Standard deviation of a learner's own effect of a mode.
    public var learnerDeviation: Double
    /// Standard deviation of one observed gain about its expectation, logits.
    public var noiseDeviation: Double
    /// Gain of one unit in logits per 30 minutes: the learning rate times the opportunities of half an hour.
    public var gainPerHalfHour: Double
    /// Probability, 0...1, that meeting live adds nothing to own time, each live mode for itself: its weights are then
    /// about the mean of the asynchronous ones.
    public var doubt: Double

    /// Weights that are not given are 0, deviations that are not given too: such a feature has no part.
    ///
    /// - Parameters:
    ///   - parallel: `nil`: as alone.
    ///   - livePeer: `nil`: as alone.
    public init(
        asyncSolo: [Double], asyncSocial: [Double], parallel: [Double]? = nil, livePeer: [Double]? = nil,
        liveTeacher: [Double], deviations: [Double], learnerDeviation: Double, noiseDeviation: Double = 1,
        gainPerHalfHour: Double, doubt: Double = 0
    ) {
        means = [asyncSolo, asyncSocial, parallel ?? asyncSolo, livePeer ?? asyncSolo, liveTeacher].map(Self.whole)
        self.deviations = Self.whole(deviations)
        self.learnerDeviation = learnerDeviation
        self.noiseDeviation = noiseDeviation
        self.gainPerHalfHour = gainPerHalfHour
        self.doubt = doubt
    }

    private static func whole(_ values: [Double]) -> [Double] {
        Feature.allCases.map { values.indices.contains($0.rawValue) ? values[$0.rawValue] : 0 }
    }

    /// Prior mean weights of learning alone in own time.
    public var asyncSolo: [Double] { means[0] }
    /// Prior mean weights of learning in own time with classmates in writing.
    public var asyncSocial: [Double] { means[1] }
    /// Prior mean weights of learning live among classmates.
    public var livePeer: [Double] { means[3] }
    /// Prior mean weights of learning in a live group with the teacher.
    public var liveTeacher: [Double] { means[4] }

    /// Prior mean weights of a mode, one per ``Feature``; of one that is not in ``modes``, those of learning alone.
    public subscript(mode: Mode) -> [Double] {
        get { means[Self.modes.firstIndex(of: mode) ?? 0] }
        set { means[Self.modes.firstIndex(of: mode) ?? 0] = Self.whole(newValue) }
    }

    /// Prior mean weights of a mode where meeting live adds nothing; `nil` of a mode that is not live.
    func doubtful(_ mode: Mode) -> [Double]? {
        guard mode.isLive else { return nil }
        return zip(asyncSolo, asyncSocial).map { ($0 + $1) / 2 }
    }
}

extension Mode {
    /// Whether it takes a live session, and with it a seat.
    public var isLive: Bool { self == .livePeer || self == .liveTeacher }
}
