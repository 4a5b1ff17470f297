import RealModule

/// What a class does about one topic: together, in part, or each in their own time.
public struct TopicAdvice: Sendable, Hashable {
    /// The ways to take a topic.
    public enum Decision: String, Sendable, Hashable, CaseIterable {
        /// Few have it: taught again to everybody.
        case teachAll = "teach_all"
        /// About half have it: tried alone, then explained to each other.
        case discuss
        /// Between the others, or too uncertain to call: a group of those who need it if there is time, the rest go on.
        case mixed
        /// Most have it: whoever does not works on it in their own time.
        case ownTime = "own_time"

        /// The words for a topic that a live group meets about.
        public func words(live: Bool) -> String {
            guard live else { return words }
            return self == .teachAll ? "teach all; live group" : "live group, the rest go on"
        }

        /// The words a teacher reads.
        public var words: String {
            switch self {
            case .teachAll: "teach again to all"
            case .discuss: "discuss together"
            case .mixed: "mixed"
            case .ownTime: "own time"
            }
        }
    }

    /// Position of the topic among the estimate's skills.
    public var topic: Int
    public var title: String
    /// Expected share of the cohort that has it: success on a typical item at or above the goal.
    public var share: Double
    /// Ends of the 80 % interval of that share.
    public var low: Double
    public var high: Double
    /// Scores of the cohort that speak about this topic directly.
    public var scores: Int
    public var decision: Decision

    /// Between these shares, explaining to each other works (Crouch & Mazur 2001).
    static let discussFrom = 0.35
    static let discussTo = 0.70

    /// Standard deviations either side of the mean that hold 80 % of a normal distribution.
    static let reachOfFourFifths = 1.2815515655446004

    /// Fewest scores on a topic from which anything but `mixed` is decided.
    static let leastScores = 5

    /// Takes a topic from what is believed of each learner.
    ///
    /// How easy the topic's items are is uncertain for everybody at once, so the share is integrated over that; within
    /// it learners are independent, and one pseudo-learner is added so that a class of two never looks certain. A
    /// decision other than `mixed` is taken only if the whole interval supports it.
    ///
    /// - Parameters:
    ///   - standings: per learner, mean and own variance of the log-odds.
    ///   - shared: variance common to all of them.
    ///   - goal: success from which somebody has the topic.
    init(
        topic: Int, title: String, standings: [(mean: Double, variance: Double)], shared: Double, goal: Double,
        scores: Int
    ) {
        guard !standings.isEmpty else {
            (self.topic, self.title, self.scores) = (topic, title, scores)
            (share, low, high, decision) = (0.5, 0, 1, .mixed)
            return
        }
        let count = Double(standings.count)
        var (mean, square, own) = (0.0, 0.0, 0.0)
        let quadrature = ClassEstimate.quadrature
        for (z, weight) in zip(quadrature.nodes, quadrature.weights) {
            let shift = shared.squareRoot() * z
            var (sum, spread) = (0.0, 0.25)
            for standing in standings {
                let chance = Self.chance(mean: standing.mean + shift, variance: standing.variance, goal: goal)
                sum += chance
                spread += chance * (1 - chance)
            }
            let share = sum / count
            mean += weight * share
            square += weight * share * share
            own += weight * spread / (count * count)
        }
        let reach = Self.reachOfFourFifths * (max(square - mean * mean, 0) + own).squareRoot()
        self.topic = topic
        self.title = title
        self.scores = scores
        share = mean
        low = max(0, mean - reach)
        high = min(1, mean + reach)
        if scores < Self.leastScores {
            decision = .mixed
        } else if high < Self.discussFrom {
            decision = .teachAll
        } else if low > Self.discussTo {
            decision = .ownTime
        } else if low >= Self.discussFrom, high <= Self.discussTo {
            decision = .discuss
        } else {
            decision = .mixed
        }
    }

    /// P(success on a typical item >= goal) for a normal belief about its log-odds.
    public static func chance(mean: Double, variance: Double, goal: Double) -> Double {
        let away = mean - Logistic.logit(goal)
        guard variance > 0 else { return away >= 0 ? 1 : 0 }
        return 0.5 * Double.erfc(-away / (2 * variance).squareRoot())
    }
}
