import TestSupport
import Testing

@testable import Syncopate

struct IndependenceTrackerTests {
    private func tracker(_ log: TraceLog, _ model: IndependenceModel = .shipped) -> IndependenceTracker {
        var tracker = IndependenceTracker(model)
        tracker.observe(log)
        return tracker
    }

    /// A model whose every kind is a place among the cohort, so that each step is one of a Kalman filter.
    private func places(drift: Double = 0.1, facetShare: Double = 0.5) -> IndependenceModel {
        IndependenceModel(
            terms: [.rank: .init(loading: 0.5, noise: 0.75), .gap: .init(loading: 0.6, noise: 0.64)], drift: drift,
            facetShare: facetShare)
    }

    // MARK: Courses

    @Test func halfIsCarriedIntoANewCourse() {
        let first = InventedTraces.single((0..<8).map { _ in .init(.rank, 1) })
        let before = tracker(first, places())
        let known = before.independence(ofLearner: 0)
        var both = first
        both.append(learner: "a", course: "next", time: 99, traces: [])
        let after = tracker(both, places()).independence(ofLearner: 0)
        #expect(abs(after.mean - 0.5 * known.mean) < 1e-12)
        let variance = 0.25 * known.deviation * known.deviation + 0.75
        #expect(abs(after.deviation * after.deviation - variance) < 1e-12)
        #expect(after.counts.isEmpty, "nothing was seen in the new course")
        // What was believed in the course before is still there.
        #expect(tracker(both, places()).independence(ofLearner: 0, course: 0) == known)
    }

    @Test func facetsAreCarriedToo() throws {
        let first = InventedTraces.single((0..<8).map { _ in .init(.gap, 1) })
        let known = try #require(tracker(first, places()).independence(ofLearner: 0).facets.first)
        var both = first
        both.append(learner: "a", course: "next", time: 99, traces: [])
        let after = try #require(tracker(both, places()).independence(ofLearner: 0).facets.first)
        #expect(after.facet == .selfMotivated && abs(after.mean - 0.5 * known.mean) < 1e-12)
        #expect(abs(after.deviation * after.deviation - (0.25 * known.deviation * known.deviation + 0.75)) < 1e-12)
    }

    @Test func whoComesBackFindsTheOldCourse() {
        var log = InventedTraces.single((0..<6).map { _ in .init(.rank, 1) }) { $0 % 2 == 0 ? "x" : "y" }
        log.append(learner: "b", time: 99, traces: [])
        let after = tracker(log, places())
        #expect(after.independence(ofLearner: 0, course: 0).counts == [.rank: 3])
        #expect(after.independence(ofLearner: 0, course: 1).counts == [.rank: 3])
        #expect(after.independence(ofLearner: 1) == .prior)
        #expect(after.independence(ofLearner: 7) == .prior && after.independence(ofLearner: -1) == .prior)
        #expect(after.independence(ofLearner: 0, course: 5) == .prior)
    }

    // MARK: Steps

    /// The Kalman filter written out: the place, then the trait's step.
    @Test(arguments: [0, 0.1, 0.3]) func theTraitDriftsFromEventToEvent(_ drift: Double) {
        var generator = SeededGenerator(seed: 4)
        let values = (0..<30).map { _ in generator.normal() }
        var (mean, variance, reported) = (0.0, 1.0, 1.0)
        for (place, value) in values.enumerated() {
            if place > 0 { variance += drift }
            let gain = 0.5 * variance / (0.25 * variance + 0.75)
            mean += gain * (value - 0.5 * mean)
            variance -= gain * 0.5 * variance
            // What is reported never widens.
            let step = place > 0 ? reported + drift : reported
            reported = min(reported, step - 0.25 * step * step / (0.25 * step + 0.75))
        }
        let found = tracker(InventedTraces.single(values.map { .init(.rank, $0) }), places(drift: drift))
            .independence(ofLearner: 0)
        #expect(abs(found.mean - mean) < 1e-12)
        #expect(abs(found.deviation - reported.squareRoot()) < 1e-12)
        if drift <= 0.1 { #expect(abs(reported - variance) < 1e-12, "nothing was held back") }
    }

    /// A step of the trait that is larger than what an event tells would leave less known than before: it does not.
    @Test func evidenceNeverLeavesLessKnown() {
        var last = 1.0
        for count in 1..<20 {
            let log = InventedTraces.single((0..<count).map { _ in .init(.rank, 0.3) })
            let deviation = tracker(log, places(drift: 1)).independence(ofLearner: 0).deviation
            #expect(deviation <= last)
            last = deviation
        }
        #expect(last < 1)
    }

    /// Trait and facet as two directions of a Kalman filter each with the other's variance as noise.
    @Test func aFacetIsItsShareOfTheTraitAndItsOwn() throws {
        let found = tracker(InventedTraces.single([.init(.gap, 1.5)]), places()).independence(ofLearner: 0)
        let slope = 0.6 * 0.5.squareRoot()
        let total = slope * slope + slope * slope * 1 + 0.64
        let (general, own) = (slope * 1.5 / total, slope * 1.5 / total)
        #expect(abs(found.mean - general) < 1e-12)
        let facet = try #require(found.facets.first)
        #expect(found.facets.count == 1 && facet.facet == .selfMotivated)
        #expect(abs(facet.mean - 0.5.squareRoot() * (general + own)) < 1e-12)
        // Of the trait alone, or of the facet alone.
        let shared = tracker(InventedTraces.single([.init(.gap, 1.5)]), places(facetShare: 1)).independence(
            ofLearner: 0)
        #expect(shared.facets[0].mean == shared.mean)
        let apart = tracker(InventedTraces.single([.init(.gap, 1.5)]), places(facetShare: 0)).independence(ofLearner: 0)
        #expect(apart.mean == 0 && apart.facets[0].mean > 0)
    }

    // MARK: Moments

    @Test func theOrderOfLearnersWithinAMomentIsNone() {
        let log = InventedTraces.log(seed: 3).log
        var turned = TraceLog()
        for event in log.moments.flatMap({ $0.reversed() }).map({ log.events[$0] }) {
            turned.append(
                learner: log.learners[event.learner], course: log.courses[event.course],
                group: log.groups[event.group], time: event.time, traces: event.traces.reversed())
        }
        let (first, second) = (tracker(log), tracker(turned))
        for (position, name) in log.learners.enumerated() {
            let other = turned.learners.firstIndex(of: name) ?? -1
            let (a, b) = (first.independence(ofLearner: position), second.independence(ofLearner: other))
            #expect(abs(a.mean - b.mean) < 1e-9 && abs(a.deviation - b.deviation) < 1e-9 && a.counts == b.counts)
        }
    }

    /// The order in the file is not that of time.
    @Test func timesDecideTheOrder() {
        let log = InventedTraces.log(seed: 3).log
        var turned = TraceLog()
        for event in log.moments.reversed().flatMap({ $0 }).map({ log.events[$0] }) {
            turned.append(
                learner: log.learners[event.learner], course: log.courses[event.course],
                group: log.groups[event.group], time: event.time, traces: event.traces)
        }
        #expect(turned.courses == log.courses.reversed())
        let (first, second) = (tracker(log), tracker(turned))
        for (position, name) in log.learners.enumerated() {
            let other = turned.learners.firstIndex(of: name) ?? -1
            let (a, b) = (first.independence(ofLearner: position), second.independence(ofLearner: other))
            #expect(abs(a.mean - b.mean) < 1e-9 && abs(a.deviation - b.deviation) < 1e-9)
        }
    }

    @Test func nothingOfAMomentForetellsItself() {
        var start = TraceLog()
        for learner in 0..<6 {
            start.append(learner: "l\(learner)", time: 0, traces: [.init(.onTime, learner < 3 ? 1 : 0)])
        }
        var outcomes: [[Double]] = []
        for outcome in [0.0, 1] {
            var log = start
            for learner in 0..<6 { log.append(learner: "l\(learner)", time: 1, traces: [.init(.onTime, outcome)]) }
            var found: [Double] = []
            var tracker = IndependenceTracker(.shipped)
            tracker.observe(log) { if $0.event >= 6 { found.append($0.probability) } }
            outcomes.append(found)
        }
        #expect(outcomes[0] == outcomes[1] && outcomes[0].count == 6)
        #expect(outcomes[0][0] > outcomes[0][5], "who came on time is expected to")
    }

    /// What happens to all says little of anyone: a server that was down is no trait.
    @Test func whatHappensToAllIsTheIntercepts() {
        func log(late: ClosedRange<Int>?) -> TraceLog {
            var log = TraceLog()
            for moment in 0..<10 {
                for learner in 0..<200 {
                    let isLate = moment == 9 ? late?.contains(learner) ?? false : (learner + moment) % 8 == 0
                    if moment == 9, late == nil { continue }
                    log.append(learner: "l\(learner)", time: Double(moment), traces: [.init(.onTime, isLate ? 0 : 1)])
                }
            }
            return log
        }
        let before = tracker(log(late: nil)).independence(ofLearner: 100).mean
        let alone = tracker(log(late: 100...100)).independence(ofLearner: 100).mean
        let all = tracker(log(late: 0...199)).independence(ofLearner: 100).mean
        #expect(alone < before - 0.5)
        #expect(abs(all - before) < 0.5 * abs(alone - before), "\(before) \(alone) \(all)")
    }

    // MARK: Hostile input

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308, 1.5, -0.5])
    func valuesThatCannotBeAreLeftAside(_ value: Double) {
        for kind in TraceKind.allCases where !(kind.isRelative && abs(value) < 10) {
            let sound = InventedTraces.single([.init(kind, 1), .init(kind, 1)])
            var log = InventedTraces.single([.init(kind, 1), .init(kind, value), .init(kind, 1)])
            log.append(learner: "b", time: 1, traces: [.init(kind, value)])
            let found = InventedTraces.beliefs(log)
            #expect(found[0] == InventedTraces.beliefs(sound)[0] && found[1] == .prior)
        }
    }

    @Test func timesThatCannotBeDoNotTrap() {
        var log = TraceLog()
        for (place, time) in [.nan, .infinity, -.infinity, 1e308, -1e308, -86_400, 0, .nan].enumerated()
            as EnumeratedSequence<[Double]>
        {
            log.append(learner: "l\(place % 3)", time: time, traces: [.init(.onTime, 1), .init(.rank, 0.5)])
        }
        #expect(log.moments.flatMap { $0 }.sorted() == Array(log.events.indices))
        #expect(InventedTraces.beliefs(log).allSatisfy { $0.mean.isFinite && $0.deviation > 0 && $0.deviation < 1 })
    }

    @Test func aLongRunOfTheUnlikelyStaysFinite() {
        for kind in TraceKind.allCases {
            for value in kind.isRelative ? [-9.9, 9.9] : [0, 1] {
                let log = InventedTraces.single((0..<300).map { _ in .init(kind, value) })
                let one = InventedTraces.beliefs(log)[0]
                #expect(one.mean.isFinite && abs(one.mean) <= TraitBelief.limit && one.deviation > 0)
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 0, 1e9])
    func modelsThatCannotBeDoNotTrap(_ figure: Double) {
        let term = IndependenceModel.Term(loading: figure, noise: figure, intercept: figure, rate: figure)
        let model = IndependenceModel(
            terms: Dictionary(uniqueKeysWithValues: TraceKind.allCases.map { ($0, term) }), drift: figure,
            carryOver: figure, interceptDrift: figure, openingDrift: figure, openingVariance: figure,
            facetShare: figure)
        for one in InventedTraces.beliefs(InventedTraces.log(seed: 2).log, model) {
            #expect(one.mean.isFinite && one.deviation.isFinite && one.deviation >= 0 && one.deviation <= 1)
            #expect(one.facets.allSatisfy { $0.mean.isFinite && $0.deviation.isFinite })
        }
    }

    @Test func anEmptyLogSaysNothing() {
        let empty = tracker(TraceLog())
        #expect(empty.independence(ofLearner: 0) == .prior)
        #expect(TraceLog().moments.isEmpty && IndependenceEvaluation(TraceLog(), model: .shipped) == nil)
    }
}
