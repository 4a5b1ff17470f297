import SyncopateModels
import TestSupport

@testable import Syncopate

/// Logs of traces with the trait behind them known.
enum InventedTraces {
    /// Draws people, and what they leave behind: every kind of trace, some now and then.
    ///
    /// - Parameters:
    ///   - share: how often a trace that could be there is.
    ///   - drift: variance of the step that traits take from moment to moment.
    static func log(
        seed: UInt64, learners: Int = 12, moments: Int = 15, courses: Int = 2, share: Double = 0.7,
        drift: Double = 0, kinds: [TraceKind] = TraceKind.allCases
    ) -> (log: TraceLog, traits: [Double]) {
        var generator = SeededGenerator(seed: seed)
        var log = TraceLog()
        var traits = (0..<learners).map { _ in generator.normal() }
        let model = IndependenceModel.shipped
        for moment in 0..<moments {
            for learner in traits.indices {
                if moment > 0 { traits[learner] += drift.squareRoot() * generator.normal() }
                let trait = traits[learner]
                var traces: [TraceLog.Trace] = []
                for kind in kinds where generator.uniform() < share {
                    guard let term = model.terms[kind] else { continue }
                    let middle = term.loading * trait
                    let value: Double
                    if kind.isRelative {
                        value = middle + term.noise.squareRoot() * generator.normal()
                    } else {
                        value = generator.uniform() < Logistic.probability(term.intercept + middle) ? 1 : 0
                    }
                    traces.append(.init(kind, value))
                }
                log.append(
                    learner: "l\(learner)", course: "c\(moment * courses / moments)", group: "g\(moment % 2)",
                    time: Double(moment) * 86_400, traces: traces)
            }
        }
        return (log, traits)
    }

    /// What is believed of everybody once all was seen.
    static func beliefs(_ log: TraceLog, _ model: IndependenceModel = .shipped) -> [Independence] {
        var tracker = IndependenceTracker(model)
        tracker.observe(log)
        return log.learners.indices.map { tracker.independence(ofLearner: $0) }
    }

    /// A log of one learner, a moment a trace.
    static func single(_ traces: [TraceLog.Trace], course: (Int) -> String = { _ in "" }) -> TraceLog {
        var log = TraceLog()
        for (moment, trace) in traces.enumerated() {
            log.append(learner: "a", course: course(moment), time: Double(moment), traces: [trace])
        }
        return log
    }
}
