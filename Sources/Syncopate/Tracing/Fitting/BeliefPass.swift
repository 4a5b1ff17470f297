/// One walk of all learners through a log with the terms' sums given: what is believed before every response.
struct BeliefPass: Sendable {
    /// Mean of mastery and form before each response; 0 for learners left out.
    private(set) var mean: [Double]
    /// The factor that the belief's variance puts on the log-odds (MacKay 1992).
    private(set) var kappa: [Double]
    /// Sums for the fit of the skill structure.
    private(set) var statistics: StructureStatistics

    init(
        _ design: TracingDesign, linear: [Double], included: [Bool], structure: SkillStructure,
        settings: TracingSettings, workers: Workers
    ) {
        let log = design.log
        mean = [Double](repeating: 0, count: log.count)
        kappa = [Double](repeating: 1, count: log.count)
        let ranges = TracingDesign.learnerRanges(log)
        let empty = StructureStatistics(skills: log.skills.count, factors: structure.factors)
        statistics = empty
        var partial = [StructureStatistics](repeating: empty, count: ranges.count)
        mean.withUnsafeMutableBufferPointer { mean in
            kappa.withUnsafeMutableBufferPointer { kappa in
                partial.withUnsafeMutableBufferPointer { partial in
                    let (mean, kappa, partial) = (Shared(mean), Shared(kappa), Shared(partial))
                    workers.forEach(ranges.count) { piece in
                        var tracker = BeliefTracker(structure: structure, settings: settings)
                        var statistics = empty
                        for learner in ranges[piece] where included[learner] {
                            Self.follow(learner, design, linear, &tracker) { index, forecast in
                                mean[index] = forecast.mean - linear[index]
                                kappa[index] = 1 / (1 + Double.pi * forecast.variance / 8).squareRoot()
                            }
                            statistics.add(tracker)
                        }
                        partial[piece] = statistics
                    }
                }
            }
        }
        for part in partial { statistics.add(part) }
    }

    /// Follows one learner; `record` gets each forecast before the response, or anything of the same moment, is used.
    private static func follow(
        _ learner: Int, _ design: TracingDesign, _ linear: [Double], _ tracker: inout BeliefTracker,
        record: (Int, Forecast) -> Void
    ) {
        let log = design.log
        tracker.reset()
        let range = log.responses(ofLearner: learner)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = log.bundleEnd(from: start, within: range)
            for index in start..<end {
                let set = log.skillSet[index]
                record(
                    index,
                    tracker.forecast(
                        set: set, skillSet: log.skillSets[Int(set)], offset: linear[index],
                        days: Double(design.days[index]), itemVariance: 0))
            }
            for index in start..<end {
                let set = log.skillSet[index]
                tracker.observe(
                    set: set, skillSet: log.skillSets[Int(set)], offset: linear[index],
                    days: Double(design.days[index]), itemVariance: 0, score: log.score[index])
            }
            start = end
        }
    }
}
