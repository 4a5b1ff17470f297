/// Follows one learner, response by response: what is expected, what was learnt, and the state to go on from later.
///
/// Items and skills are named by ids; ones the model never saw are welcome at any time and start from a typical skill
/// and an item of unknown easiness.
///
/// ```swift
/// var learner = MasteryTracker(model)
/// let chance = learner.probability(item: "7", skills: [SkillWeight(skill: "fractions")])
/// learner.observe(item: "7", skills: [SkillWeight(skill: "fractions")], score: 1)
/// let kept = learner.state
/// ```
public struct MasteryTracker: Sendable {
    private var follower: ModelFollower
    private var vocabulary: Vocabulary

    /// A learner of whom nothing is known.
    public init(_ model: MasteryModel) {
        follower = ModelFollower(model)
        vocabulary = model.vocabulary
    }

    /// A learner as a state left them.
    public init(_ model: MasteryModel, state: LearnerState) throws(LearnerState.Fault) {
        var vocabulary = model.vocabulary
        follower = try ModelFollower(model, state: state, vocabulary: &vocabulary)
        self.vocabulary = vocabulary
    }

    /// What is kept of the learner.
    public var state: LearnerState { follower.state(vocabulary) }

    /// The probability of success on an item asked at a moment (seconds since 1970; NaN: unknown).
    public mutating func probability(item: String, skills: [SkillWeight], at: Double = .nan) -> Double {
        expect(question(item, skills, at)).forecast.probability
    }

    /// Learns from a score, a share of the maximum, held to 0...1. A score that is no number teaches nothing.
    public mutating func observe(item: String, skills: [SkillWeight], score: Double, at: Double = .nan) {
        guard score.isFinite else { return }
        let question = question(item, skills, at)
        let expectation = expect(question)
        follower.observe(question, expectation, score: score)
    }

    /// The probability of success on a typical item of a skill, asked at a moment as something new, and the standard
    /// deviation of what is believed of it on the log-odds scale.
    public mutating func mastery(ofSkill id: String, at: Double = .nan) -> (probability: Double, deviation: Double) {
        // An item no course has: its easiness is the mean of all, and nobody met it before.
        var question = question("", [SkillWeight(skill: id)], at)
        question.isNewItem = false
        question.item = -1
        let forecast = expect(question).forecast
        return (forecast.probability, forecast.variance.squareRoot())
    }

    private mutating func expect(_ question: ModelFollower.Question) -> ModelFollower.Expectation {
        follower.expect(question, previousKnownSet: vocabulary.known(set: follower.history.previousSet))
    }

    private mutating func question(_ item: String, _ skills: [SkillWeight], _ at: Double) -> ModelFollower.Question {
        let set = vocabulary.position(ofSet: skills)
        let place = vocabulary.position(ofItem: item)
        return ModelFollower.Question(
            item: place, set: set, skillSet: vocabulary.sets[Int(set)], knownSet: vocabulary.known(set: set),
            isNewItem: Int(place) >= vocabulary.knownItems, at: at)
    }
}
