/// Follows one learner with a fitted model: what is expected of a response, then what is learnt from it.
package struct ModelFollower: Sendable {
    package let model: MasteryModel
    package private(set) var history = LearnerHistory()
    package private(set) var tracker: BeliefTracker
    private var context = ResponseContext()

    package init(_ model: MasteryModel) {
        self.model = model
        tracker = BeliefTracker(structure: model.structure, settings: model.settings)
    }

    init(_ model: MasteryModel, history: LearnerHistory, tracker: BeliefTracker) {
        self.model = model
        self.history = history
        self.tracker = tracker
    }

    /// The position of an item or a set of skills that nobody ever met.
    static let unmet = Int32.min

    /// Starts over with another learner, keeping the memory.
    package mutating func reset() {
        history = LearnerHistory()
        tracker.reset()
    }

    /// What a response asks: positions in a vocabulary of the model.
    package struct Question: Sendable {
        package var item: Int32
        package var set: Int32
        package var skillSet: ResponseLog.SkillSet
        package var knownSet: Int32
        package var isNewItem: Bool
        package var at: Double

        package init(
            item: Int32, set: Int32, skillSet: ResponseLog.SkillSet, knownSet: Int32, isNewItem: Bool, at: Double
        ) {
            self.item = item
            self.set = set
            self.skillSet = skillSet
            self.knownSet = knownSet
            self.isNewItem = isNewItem
            self.at = at
        }
    }

    /// A forecast with what ``observe`` needs of the moment it was made in.
    package struct Expectation: Sendable {
        package var forecast: Forecast
        var offset: Double
        var days: Double
    }

    /// What is expected of a response given now.
    package mutating func expect(_ question: Question, previousKnownSet: Int32) -> Expectation {
        history.fill(
            &context, item: question.item, set: question.set, previousKnownSet: previousKnownSet, at: question.at)
        let offset = model.sum.sum(question, context)
        let days = history.days(since: question.set, at: question.at)
        let forecast = tracker.forecast(
            set: question.set, skillSet: question.skillSet, offset: offset, days: days,
            itemVariance: question.isNewItem ? model.itemVariance : 0)
        return Expectation(forecast: forecast, offset: offset, days: days)
    }

    /// Learns from the score of a response that was expected before.
    package mutating func observe(_ question: Question, _ expectation: Expectation, score: Double) {
        let score = score.isFinite ? min(max(score, 0), 1) : 0
        tracker.observe(
            set: question.set, skillSet: question.skillSet, offset: expectation.offset, days: expectation.days,
            itemVariance: question.isNewItem ? model.itemVariance : 0, score: score)
        history.append(item: question.item, set: question.set, score: score, at: question.at)
    }
}
