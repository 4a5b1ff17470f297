@testable import Syncopate

/// Small catalogues whose futures can be worked out by hand.
enum PlanCases {
    static let day = 86_400.0
    /// A Tuesday, 2026-09-01T00:00:00Z.
    static let start = 1_788_220_800.0

    /// Answers show the truth: hardly any guesses and slips.
    static func plain(learn: Double, initial: Double = 1e-9) -> NominalParameters {
        NominalParameters(guess: 1e-9, slip: 1e-9, learn: learn, initial: initial)
    }

    /// One skill with one item of a minute.
    static func one(learn: Double, initial: Double = 1e-9, goal: Goal) throws -> Catalogue {
        try Catalogue(
            skills: [Skill(id: "s", title: "S", nominal: plain(learn: learn, initial: initial))],
            items: [Item(id: "i", title: "I", skills: [SkillWeight(skill: "s")], minutes: 1)], goals: [goal])
    }

    /// Probability of having learnt within so many attempts, the pace unknown: a mixture of geometric distributions.
    static func learnt(within attempts: Int, learn: Double) -> Double {
        var missing = 0.0
        for (pace, weight) in zip([0, 0.65, 1.3, 2.0], [0.02, 0.39, 0.39, 0.2]) {
            var not = weight
            for _ in 0..<attempts { not *= 1 - min(learn * pace, 1) }
            missing += not
        }
        return 1 - missing
    }

    static func plan(
        _ catalogue: Catalogue, _ settings: PlanSettings, practice: PracticeSettings = PracticeSettings(),
        learner: String = "x"
    ) -> PracticePlan {
        let recommender = Recommender(catalogue: catalogue, settings: practice)
        return Planner(recommender, settings: settings).plan(known(recommender), learner: learner, at: start)
    }

    /// Nobody yet, of whom it is certain that skills are known or not: what can be added up by hand.
    static func known(_ recommender: Recommender) -> PracticeState {
        var state = recommender.newLearner
        state.growthEvidence = -GrowthModel.mostEvidence
        return state
    }

    /// Who follows the futures of a new learner.
    static func follower(_ catalogue: Catalogue, _ settings: PlanSettings, days: Int = 1) -> PlanFollower {
        let recommender = Recommender(
            catalogue: catalogue, settings: PracticeSettings(minutesADay: settings.minutesADay))
        let calendar = PlanCalendar(
            start: start, count: days, minutesADay: settings.minutesADay, utcOffset: 0, settings: settings)
        let state = known(recommender)
        let none = catalogue.skills.map { _ in false }
        return PlanFollower(
            recommender: recommender, prior: TruthPrior(state, recommender, learner: "", isRemembered: none, at: start),
            learner: "x", state: state, calendar: calendar,
            goals: PlanGoal.all(recommender, learner: "x", start: start, end: calendar.end), exposures: nil,
            settings: settings)
    }

    /// Whether a share of so many is near a probability: by less than four and a half standard errors.
    static func isNear(_ share: Double, _ probability: Double, of count: Int) -> Bool {
        let variance = probability * (1 - probability) / Double(count)
        return abs(share - probability) <= 4.5 * variance.squareRoot() + 0.5 / Double(count)
    }
}
