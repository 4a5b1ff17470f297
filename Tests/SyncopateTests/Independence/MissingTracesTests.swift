import TestSupport
import Testing

@testable import Syncopate

/// A trace that is not there is no term: nothing is imputed, and nobody is known better for it.
struct MissingTracesTests {
    /// Kinds to leave out: one at a time, and drawn sets of several.
    private func drops(seed: UInt64) -> [Set<TraceKind>] {
        var generator = SeededGenerator(seed: seed)
        let several = (0..<6).map { _ in Set(TraceKind.allCases.filter { _ in generator.uniform() < 0.5 }) }
        return TraceKind.allCases.map { [$0] } + several
    }

    @Test(arguments: 1..<9 as Range<UInt64>) func leavingOutNeverNarrows(seed: UInt64) {
        let log = InventedTraces.log(seed: seed).log
        let full = InventedTraces.beliefs(log)
        for dropped in drops(seed: seed) {
            let fewer = InventedTraces.beliefs(log.dropping(dropped))
            #expect(fewer.count == full.count)
            for (one, all) in zip(fewer, full) {
                #expect(one.mean.isFinite && one.deviation.isFinite && one.deviation <= 1)
                #expect(one.deviation >= all.deviation - 1e-12, "\(dropped)")
                for facet in one.facets {
                    let before = all.facets.first { $0.facet == facet.facet }
                    #expect(facet.mean.isFinite)
                    #expect(facet.deviation >= (before?.deviation ?? 2) - 1e-12, "\(dropped) \(facet.facet)")
                }
            }
        }
    }

    @Test(arguments: 1..<4 as Range<UInt64>) func withAllGoneNothingIsKnown(seed: UInt64) {
        let log = InventedTraces.log(seed: seed).log.dropping(Set(TraceKind.allCases))
        for one in InventedTraces.beliefs(log) {
            #expect(one == .prior && one.source == nil)
            #expect(one.reasons.map(\.code) == ["independence_unknown"])
        }
    }

    /// The same as a log in which the kind was never there, not one with something in its stead.
    @Test func aMissingKindIsNoTerm() {
        let log = InventedTraces.log(seed: 5).log
        var without = IndependenceModel.shipped
        without.terms[.onTime] = nil
        without.terms[.gap] = nil
        let dropped = InventedTraces.beliefs(log.dropping([.onTime, .gap]))
        let unread = InventedTraces.beliefs(log, without)
        #expect(dropped == unread)
    }

    @Test func aKindTellsOfItsOwnSideAndOfTheTrait() {
        for kind in TraceKind.allCases {
            let one = InventedTraces.beliefs(InventedTraces.single([.init(kind, 1)]))[0]
            let other = InventedTraces.beliefs(InventedTraces.single([.init(kind, kind.isRelative ? -1 : 0)]))[0]
            #expect(one.mean > 0 && other.mean < 0 && one.deviation < 1, "\(kind)")
            #expect(one.facets.map(\.facet) == [kind.facet].compactMap { $0 })
            #expect(one.counts == [kind: 1] && one.source == .traces)
            #expect(other.deviation == one.deviation, "what was done is no part of the deviation")
        }
    }

    /// Over drawn people the means come out where the traits are, and closer the more there is to see.
    @Test func moreTracesComeCloser() {
        var errors: [Double] = []
        for kinds in [[.gap], [.onTime, .rank], TraceKind.allCases] as [[TraceKind]] {
            var (sum, count) = (0.0, 0.0)
            for seed in 1..<7 as Range<UInt64> {
                let (log, traits) = InventedTraces.log(seed: seed, learners: 20, courses: 1, kinds: kinds)
                for (one, trait) in zip(InventedTraces.beliefs(log), traits) {
                    sum += (one.mean - trait) * (one.mean - trait)
                    count += 1
                }
            }
            errors.append((sum / count).squareRoot())
        }
        #expect(errors[0] < 1 && errors[1] < errors[0] && errors[2] < errors[1], "\(errors)")
    }
}
