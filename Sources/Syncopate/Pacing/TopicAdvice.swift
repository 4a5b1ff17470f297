import RealModule

/// What a class does about one topic: together, in part, or each in their own time.
public struct TopicAdvice: Sendable, Hashable {
    /// The ways to take a topic.
    public enum Decision: String, Sendable, Hashable, CaseIterable {
        /// Few have it: taught again to everybody.
        case teachAll = "teach_all"
        /// About half have it: tried alone, then explained to each other.
        case discuss
        /// Between the others, or too uncertain to call: those who need it meet, the rest go on.
        case split
        /// Most have it: whoever does not works on it in their own time.
        case ownTime = "own_time"

        /// The words a teacher reads.
        public var words: String {
            switch self {
            case .teachAll: "teach again to all"
            case .discuss: "discuss together"
            case .split: "a group meets, the rest go on"
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

    /// Takes a topic from what is believed of each learner.
    ///
    /// The share's variance is the sum of the learners' own uncertainties, widened by one pseudo-learner so that a class
    /// of two never looks certain. A decision other than `split` is taken only if the whole interval supports it.
    ///
    /// - Parameter chances: per learner, the probability of having the topic.
    public init(topic: Int, title: String, chances: [Double], scores: Int) {
        self.topic = topic
        self.title = title
        self.scores = scores
        let count = Double(chances.count)
        guard count > 0 else {
            (share, low, high, decision) = (0.5, 0, 1, .split)
            return
        }
        let share = chances.reduce(0, +) / count
        let variance = (chances.reduce(0) { $0 + $1 * (1 - $1) } + 0.25) / (count * count)
        let reach = 1.2815515655446004 * variance.squareRoot()
        self.share = share
        low = max(0, share - reach)
        high = min(1, share + reach)
        if scores == 0 {
            decision = .split
        } else if high < Self.discussFrom {
            decision = .teachAll
        } else if low > Self.discussTo {
            decision = .ownTime
        } else if low >= Self.discussFrom, high <= Self.discussTo {
            decision = .discuss
        } else {
            decision = .split
        }
    }

    /// P(success on a typical item >= goal) for a normal belief about its log-odds.
    public static func chance(mean: Double, variance: Double, goal: Double) -> Double {
        let away = mean - Logistic.logit(goal)
        guard variance > 0 else { return away >= 0 ? 1 : 0 }
        return 0.5 * Double.erfc(-away / (2 * variance).squareRoot())
    }
}
