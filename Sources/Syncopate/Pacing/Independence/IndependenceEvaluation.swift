/// How well the next piece of work on time was foretold, beside the learner's own running rate.
public struct IndependenceEvaluation: Sendable {
    /// The tracker's predictions.
    public let tracker: Metrics
    /// Those of the running rate.
    public let runningRate: Metrics

    /// How many outcomes of the kind's overall rate a learner's running rate starts from.
    public static let rateWeight = 2.0

    /// Foretells every on-time trace of a log from what was known before its moment.
    ///
    /// The running rate is `(on time + 2 rate) / (asked + 2)` within the course, `rate` that of everything
    /// of the same group before.
    /// `nil` where the log has no on-time traces.
    public init?(_ log: TraceLog, model: IndependenceModel) {
        var tracker = IndependenceTracker(model)
        self.init(log, tracker: &tracker)
    }

    /// The same with a tracker that may have seen other logs, and has seen this one afterwards.
    ///
    /// - Parameter judged: whether an event counts; all are learnt from.
    public init?(
        _ log: TraceLog, tracker: inout IndependenceTracker, judged: (TraceLog.Event) -> Bool = { _ in true }
    ) {
        var ours = PredictionTable(learners: log.learners, items: [""])
        var theirs = ours
        var seen: [IndependenceTracker.Place: (sum: Double, count: Double)] = [:]
        var groups: [Int: (sum: Double, count: Double)] = [:]
        for moment in log.moments {
            let events = moment.map { log.events[$0] }
            var arrived: [(place: IndependenceTracker.Place, group: Int, outcome: Double)] = []
            for prediction in tracker.observe(moment: events) where prediction.kind == .onTime {
                let event = events[prediction.event]
                let place = IndependenceTracker.Place(learner: event.learner, course: event.course)
                arrived.append((place, event.group, prediction.outcome))
                guard judged(event) else { continue }
                let own = seen[place] ?? (0, 0)
                let all = groups[event.group] ?? (8, 10)
                let rate = (own.sum + Self.rateWeight * all.sum / all.count) / (own.count + Self.rateWeight)
                for (probability, isOurs) in [(prediction.probability, true), (rate, false)] {
                    let row = Prediction(
                        learner: Int32(clamping: event.learner), item: 0, row: Int32(clamping: ours.count),
                        score: prediction.outcome, probability: probability)
                    if isOurs { try? ours.append(row) } else { try? theirs.append(row) }
                }
            }
            for (place, group, outcome) in arrived {
                let own = seen[place] ?? (0, 0)
                seen[place] = (own.sum + outcome, own.count + 1)
                let all = groups[group] ?? (8, 10)
                groups[group] = (all.sum + outcome, all.count + 1)
            }
        }
        guard let first = Metrics(ours, draws: 0), let second = Metrics(theirs, draws: 0) else { return nil }
        self.tracker = first
        runningRate = second
    }
}
