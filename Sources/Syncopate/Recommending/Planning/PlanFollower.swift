/// Follows the recommender through one learner's days, in as many futures as are wanted.
///
/// It is asked anew after every answer. Only what remembering is worth is worked out once a day, being the dearest: it
/// changes little by what else is done that day, and what was practised has its turn again when it is worked out the next
/// time, on another day or after everything else.
///
/// A class only so that nothing of it is copied on the way.
final class PlanFollower: Sendable {
    /// Limits practice to the day's minutes.
    let recommender: Recommender
    let prior: TruthPrior
    let learner: String
    let state: PracticeState
    let calendar: PlanCalendar
    let goals: [PlanGoal]
    let exposures: ExposureLimit?
    let settings: PlanSettings

    /// Which of the goals is asked about; `nil`: all. What happens is the same, only less far.
    let watched: Int?

    init(
        recommender: Recommender, prior: TruthPrior, learner: String, state: PracticeState, calendar: PlanCalendar,
        goals: [PlanGoal], exposures: ExposureLimit?, settings: PlanSettings, watched: Int? = nil
    ) {
        self.recommender = recommender
        self.prior = prior
        self.learner = learner
        self.state = state
        self.calendar = calendar
        self.goals = goals
        self.exposures = exposures
        self.settings = settings
        self.watched = watched
    }

    /// The same learner and luck with another recommender, with more time or without some targets, for the sake of one goal.
    func following(_ other: Recommender, watching place: Int) -> PlanFollower {
        let calendar = PlanCalendar(
            start: calendar.start, count: calendar.days.count, minutesADay: other.settings.minutesADay ?? 0,
            utcOffset: other.settings.utcOffset, settings: settings)
        return PlanFollower(
            recommender: other, prior: prior, learner: learner, state: state, calendar: calendar,
            goals: PlanGoal.all(other, learner: learner, start: calendar.start, end: calendar.end),
            exposures: exposures, settings: settings, watched: place)
    }

    /// The same without any practice.
    func resting(watching place: Int) -> PlanFollower {
        var calendar = calendar
        calendar.rest()
        return PlanFollower(
            recommender: recommender, prior: prior, learner: learner, state: state, calendar: calendar, goals: goals,
            exposures: exposures, settings: settings, watched: place)
    }

    var remembers: Bool { prior.isRemembered.contains(true) }

    /// What one question costs, as a number of items looked at.
    ///
    /// - Parameter isDear: whether what remembering is worth is worked out.
    func cost(isDear: Bool) -> Int {
        60 + recommender.catalogue.items.count + (isDear ? 80 : 4) * recommender.catalogue.skills.count
    }

    /// One future; the same number is the same learner with the same luck.
    ///
    /// - Parameter isTold: whether every step says what it is for.
    func future(_ number: Int, isTold: Bool = false) -> PlanFuture {
        let luck = PlanLuck(seed: settings.seed, learner: learner, future: number)
        var run = Run(
            follower: self, luck: luck, truth: prior.draw(luck), state: state,
            future: PlanFuture(results: goals.map { _ in PlanFuture.Result() }), now: calendar.start, isTold: isTold)
        run.settle(until: calendar.start)
        for (place, day) in calendar.days.enumerated() {
            if !day.isOff { run.practise(place, day) }
            // Nobody wants to know more of this future.
            if watched != nil, run.isSettled { break }
        }
        run.settle(until: calendar.end)
        return run.future
    }
}
