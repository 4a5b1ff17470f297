/// Advice as it was given, and what a teacher wrote beside it: what the next advice starts from.
///
/// Everything is by id, so that it outlives a new export with other columns, rows and titles. It has what was forecast,
/// which scores there were, and what was learnt and corrected since the first plan of the chain, so that the last plan is
/// all that has to be kept.
public struct AdvicePlan: Sendable, Hashable {
    /// Which plan of the chain this is, from 1.
    public var number: Int
    /// The moment the advice was for, seconds since 1970; `nil`: unknown.
    public var at: Double?
    /// The columns there were.
    public var columns: [Column]
    /// What was believed of everybody, by learner id.
    public var standings: [String: Standing]
    /// What was recommended, one per learner and thing; those that still wait for a score to tell what came of them too.
    public var tasks: [Task]
    /// What was expected of open columns that were not recommended.
    public var forecasts: [Forecast]
    /// Gains observed so far.
    public var gains: [LearnedGain]
    /// Corrections that stand.
    public var corrections: [PlanCorrection]

    public init(
        number: Int = 1, at: Double? = nil, columns: [Column] = [], standings: [String: Standing] = [:],
        tasks: [Task] = [], forecasts: [Forecast] = [], gains: [LearnedGain] = [], corrections: [PlanCorrection] = []
    ) {
        self.number = number
        self.at = at
        self.columns = columns
        self.standings = standings
        self.tasks = tasks
        self.forecasts = forecasts
        self.gains = gains
        self.corrections = corrections
    }

    /// A column of work as it was.
    public struct Column: Sendable, Hashable {
        public var item: String
        public var title: String
        /// Learners who had a score on it.
        public var scored: Int

        public init(item: String, title: String, scored: Int) {
            self.item = item
            self.title = title
            self.scored = scored
        }
    }

    /// A chance of success and its standard deviation.
    public struct Chance: Sendable, Hashable {
        public var success: Double
        public var deviation: Double

        public init(success: Double, deviation: Double) {
            self.success = success
            self.deviation = deviation
        }
    }

    /// What was believed of a learner.
    public struct Standing: Sendable, Hashable {
        /// Scores that it rested on.
        public var scores: Int
        /// How the learner works alone, and the deviation of that; `nil`: unknown.
        public var independence: Double?
        public var independenceDeviation: Double?
        /// Mastery by id or title of the topic, in lower case; empty where there was no skill map.
        public var masteries: [String: Chance]

        public init(
            scores: Int, independence: Double? = nil, independenceDeviation: Double? = nil,
            masteries: [String: Chance] = [:]
        ) {
            self.scores = scores
            self.independence = independence
            self.independenceDeviation = independenceDeviation
            self.masteries = masteries
        }
    }

    /// What was expected of a score that was not there yet.
    public struct Forecast: Sendable, Hashable {
        public var learner: String
        public var item: String
        public var success: Double
        public var deviation: Double
        /// What the mean of the column said, or of all columns where it had no scores; `nil`: unknown.
        public var columnMean: Double?

        public init(learner: String, item: String, success: Double, deviation: Double, columnMean: Double?) {
            self.learner = learner
            self.item = item
            self.success = success
            self.deviation = deviation
            self.columnMean = columnMean
        }
    }

    /// Something recommended.
    public struct Task: Sendable, Hashable {
        public var learner: String
        /// Place among what the learner was recommended, from 1; 0 of a live seat.
        public var rank: Int
        /// The item, by its id; `nil` of a live seat, or where something else was prescribed.
        public var item: String?
        /// Id of the topic; `nil`: none.
        public var topic: String?
        public var mode: Mode
        public var minutes: Double
        /// Score the learner had on the item then; `nil`: none.
        public var had: Double?
        /// Expected score, `nil` without an item.
        public var expected: Chance?
        /// See ``Forecast/columnMean``.
        public var columnMean: Double?
        /// Mastery of the topic then.
        public var before: Chance?
        /// P(a classmate within reach had the topic); `nil`: unknown.
        public var peerReach: Double?
        /// People on it together, the learner among them; `nil`: unknown.
        public var people: Int?
        /// What the teacher says became of it; `nil`: nothing was said.
        public var happened: Happened?
        /// How many plans ago it was recommended, 0 for this one: what has been done waits for a score on its topic.
        public var waits: Int

        /// Whether it is a seat in a live group.
        public var isSeat: Bool { rank == 0 && waits == 0 }

        public init(
            learner: String, rank: Int, item: String?, topic: String?, mode: Mode, minutes: Double, had: Double? = nil,
            expected: Chance? = nil, columnMean: Double? = nil, before: Chance? = nil, peerReach: Double? = nil,
            people: Int? = nil, happened: Happened? = nil, waits: Int = 0
        ) {
            self.learner = learner
            self.rank = rank
            self.item = item
            self.topic = topic
            self.mode = mode
            self.minutes = minutes
            self.had = had
            self.expected = expected
            self.columnMean = columnMean
            self.before = before
            self.peerReach = peerReach
            self.people = people
            self.happened = happened
            self.waits = waits
        }
    }

    /// Everybody in it, by id.
    public var learners: Set<String> {
        Set(standings.keys).union(tasks.map(\.learner)).union(forecasts.map(\.learner))
    }

    /// Everything that was expected of scores that were not there yet, in an order of its own.
    public var allForecasts: [Forecast] {
        let recommended = tasks.compactMap { task -> Forecast? in
            guard let item = task.item, task.had == nil, task.waits == 0, let expected = task.expected else {
                return nil
            }
            return Forecast(
                learner: task.learner, item: item, success: expected.success, deviation: expected.deviation,
                columnMean: task.columnMean)
        }
        return (recommended + forecasts).sorted {
            ($0.learner, $0.item, $0.success) < ($1.learner, $1.item, $1.success)
        }
    }
}
