import Syncopate

/// The engine itself, as anybody would embed it: a belief per learner from their answers and lessons, and seats by what
/// they are worth over own time (``MeetingValue``), with its usual figures whatever those of the world are.
public struct EngineSeatsPolicy: CohortPolicyFamily {
    public let name: String
    private let lesson: LiveLesson

    /// - Parameter lesson: what the engine takes a session to do; the usual figures are what it is judged by.
    public init(name: String = "syncopate", lesson: LiveLesson = LiveLesson()) {
        self.name = name
        self.lesson = lesson
    }

    public func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy {
        guard let catalogue = try? Catalogue(brief.course) else {
            return RandomSeatsPolicy().policy(for: brief, seed: seed)
        }
        let recommender = Recommender(catalogue: catalogue)
        return Chooser(
            recommender: recommender, lesson: lesson, seats: brief.seats,
            states: [PracticeState](repeating: recommender.newLearner, count: brief.learners))
    }

    private struct Chooser: CohortPolicy {
        let recommender: Recommender
        let lesson: LiveLesson
        let seats: Int
        var states: [PracticeState]

        mutating func observe(learner: Int, skill: Int, score: Double, at time: Double) {
            // The item of a skill has its position.
            recommender.observe(item: skill, score: score, at: time, &states[learner])
        }

        mutating func seating(at time: Double) -> CohortSeating? {
            let values = states.map { recommender.meetingValues($0, at: time, lesson: lesson) }
            return MeetingChoice.best(values, seats: seats).map {
                CohortSeating(skill: $0.skill, learners: $0.learners)
            }
        }

        mutating func taught(_ seating: CohortSeating, at time: Double) {
            for learner in seating.learners {
                recommender.observeLesson(skill: seating.skill, at: time, &states[learner], lesson: lesson)
            }
        }
    }
}
