public import Syncopate

/// Plans of some learners, as they are written.
public struct PlanReport: Sendable {
    let catalogue: Catalogue
    let settings: PlanSettings
    /// Seconds to add to get from UTC to the learners' day.
    let utcOffset: Double
    let learners: [LearnerPractice]
    /// As the learners.
    let plans: [PracticePlan]

    /// - Parameters:
    ///   - planner: who made the plans.
    ///   - learners: whom they are for.
    ///   - plans: as many, in the same order.
    public init(_ planner: Planner, learners: [LearnerPractice], plans: [PracticePlan]) {
        catalogue = planner.recommender.catalogue
        settings = planner.settings
        utcOffset = planner.recommender.settings.utcOffset
        self.learners = learners
        self.plans = plans
    }

    /// The date of a moment on the learners' calendar.
    func date(_ seconds: Double) -> String { CalendarDate.date(seconds, offset: utcOffset) ?? "" }

    /// "Tue", likewise.
    func weekday(_ seconds: Double) -> String { CalendarDate.weekday(seconds, offset: utcOffset) }

    /// What a teacher reads first: what was planned, and how many are on track for each goal.
    public var summary: [String] {
        guard let first = plans.first else { return ["Nobody to plan for."] }
        let start = plans.map(\.start).min() ?? first.start
        let end = plans.map(\.end).max() ?? first.end
        let fewest = plans.map(\.rollouts).min() ?? 0
        let futures = fewest == 1 ? "1 future" : "\(fewest) futures"
        var lines = [
            "\(date(start)) to \(date(end - 1)), at most \(PlanWords.minutes(settings.minutesADay)) a day\(off). Chances are "
                + "from \(futures) per learner under the engine's own model, seed \(settings.seed)."
        ]
        for (position, goal) in catalogue.goals.enumerated() {
            let outlooks = plans.compactMap { plan in plan.goals.first { $0.goal == position } }
            guard !outlooks.isEmpty else { continue }
            let (of, are) = (outlooks.count, outlooks.count == 1 ? "learner is" : "learners are")
            if goal.by != nil, goal.purpose != .measure {
                let count = outlooks.count { $0.isOnTrack == true }
                lines.append(
                    "\(goal.id): \(count) of \(of) \(are) on track, with a chance of "
                        + "\(PlanWords.percent(settings.chance)) or more.")
            }
        }
        return lines
    }

    private var off: String {
        var words = (1...7).map { $0 % 7 }.filter { settings.weekdaysOff.contains($0) }.map { DaysOff.short[$0] }
        words += settings.datesOff.sorted().prefix(5).compactMap { CalendarDate.date(Double($0) * 86_400) }
        if settings.datesOff.count > 5 { words.append("\(settings.datesOff.count - 5) more days") }
        return words.isEmpty ? "" : ", none on \(words.joined(separator: ", "))"
    }
}
