/// Plans practice from a catalogue day by day, and says how probably each goal is reached.
///
/// Futures are drawn under the engine's own model: what is true of the learner from what is believed of them, answers and
/// learning from that truth; the recommender is followed through the days, and believes what the answers say. A plan is a
/// value of its input: the same learner, moment and seed give the same plan, whoever else is planned for.
public struct Planner: Sendable {
    public let recommender: Recommender
    public let settings: PlanSettings

    /// Futures are left out from here on, in items looked at, after ``fewestFutures``.
    private static let mostCost = 60_000_000
    private static let fewestFutures = 10

    /// - Parameter recommender: whose advice is followed; its limit to the day's minutes gives way to that of `settings`.
    public init(_ recommender: Recommender, settings: PlanSettings = PlanSettings()) {
        self.recommender = recommender.limited(toMinutesADay: settings.minutesADay)
        self.settings = settings
    }

    /// Plans for one learner.
    ///
    /// - Parameters:
    ///   - state: what the log of their answers says.
    ///   - learner: identity, for goals of their own and for chance.
    ///   - time: seconds since 1970 at which the plan begins, and on later days the time of day; before the last answer
    ///     or no number: the moment of that.
    ///   - exposures: what other learners were given, where a test bank is shared; `nil`: no limit.
    public func plan(
        _ state: PracticeState, learner: String = "", at time: Double, exposures: ExposureLimit? = nil
    ) -> PracticePlan {
        let start = max(time.isFinite ? time : 0, state.last.isFinite ? state.last : 0)
        let calendar = PlanCalendar(
            start: start, count: days(learner, start), minutesADay: settings.minutesADay,
            utcOffset: recommender.settings.utcOffset, settings: settings)
        let goals = PlanGoal.all(recommender, learner: learner, start: start, end: calendar.end)
        var isRemembered = [Bool](repeating: false, count: recommender.catalogue.skills.count)
        for goal in goals where goal.purpose == .remember { for skill in goal.targets { isRemembered[skill] = true } }
        let follower = PlanFollower(
            recommender: recommender,
            prior: TruthPrior(state, recommender, learner: learner, isRemembered: isRemembered, at: start),
            learner: learner,
            state: state, calendar: calendar, goals: goals, exposures: exposures, settings: settings)
        var futures: [PlanFuture] = []
        var cost = 0
        for number in 0..<settings.rollouts {
            futures.append(follower.future(number))
            cost += futures.last?.cost ?? 0
            if cost > Self.mostCost, futures.count >= Self.fewestFutures { break }
        }
        let search = PlanSearch(follower: follower, futures: futures)
        return PracticePlan(
            learner: learner, start: start, end: follower.calendar.end,
            days: PlanPath(follower, futures).days,
            goals: follower.goals.indices.map { search.outlook($0) }, rollouts: futures.count)
    }

    /// Plans for several learners, each for themselves.
    ///
    /// - Returns: plans in the order of the learners, the same for any number of workers.
    public func plans(
        _ learners: [LearnerPractice], at time: Double, exposures: ExposureLimit? = nil, workers: Workers = .one
    ) -> [PracticePlan] {
        var plans = [PracticePlan?](repeating: nil, count: learners.count)
        plans.withUnsafeMutableBufferPointer { buffer in
            let shared = Shared(buffer)
            workers.forEach(learners.count) { place in
                shared[place] = plan(
                    learners[place].state, learner: learners[place].learner.id, at: time, exposures: exposures)
            }
        }
        return plans.compactMap { $0 }
    }

    /// How many days the plan has.
    private func days(_ learner: String, _ start: Double) -> Int {
        if let days = settings.days { return days }
        let dates = recommender.catalogue.goals
            .filter { $0.learners?.contains(learner) ?? true }.compactMap(\.by).filter { $0 > start }
        guard let last = dates.max() else { return PlanSettings.usualDays }
        return PlanCalendar.days(from: start, to: last, utcOffset: recommender.settings.utcOffset)
    }
}
