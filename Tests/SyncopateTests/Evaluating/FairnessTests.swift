import TestSupport
import Testing

@testable import Syncopate

struct FairnessTests {
    /// Two groups of ten, one decision each: 8 of 10 live against 3 of 10.
    private func decisions(uplift: (Int) -> Double? = { _ in nil }) -> [LiveDecision] {
        (0..<20).map { place in
            LiveDecision(
                learner: Int32(place), isLive: place < 10 ? place < 8 : place < 13, uplift: uplift(place),
                gain: place < 10 ? 0.6 : 0.4, expected: 0.5)
        }
    }

    private let groups = (0..<20).map { $0 < 10 ? "a" : "b" } as [String?]

    @Test func sharesAndGapsAreCounted() throws {
        let report = FairnessReport(decisions(), attributes: [("x", groups)])
        #expect(report.decisions == 20 && report.learners == 20 && abs(report.liveShare - 0.55) < 1e-12)
        let first = try #require(report.groups.first)
        #expect(report.groups.map(\.group) == ["a", "b"])
        #expect(first.liveShare == 0.8 && abs(first.gap.value - 0.5) < 1e-12)
        #expect(abs(report.groups[1].gap.value + 0.5) < 1e-12)
        #expect(first.gapWithinUplift == nil)
        // The standard error of a difference of two shares, by hand, times the root of 20 / 19.
        let wanted = ((0.8 * 0.2 / 10 + 0.3 * 0.7 / 10) * 20 / 19).squareRoot()
        #expect(abs(first.gap.standardError - wanted) < 1e-12)
        #expect(abs((first.residual?.value ?? 0) - 0.1) < 1e-12)
        #expect(abs((report.groups[1].residual?.value ?? 0) + 0.1) < 1e-12)
    }

    /// Live time that goes by uplift alone is no gap among those of like uplift, however unlike the groups' uplifts are.
    @Test func whatUpliftExplainsIsNoGapWithinIt() throws {
        var generator = SeededGenerator(seed: 4)
        var rows: [LiveDecision] = []
        for learner in 0..<2_000 {
            let uplift = generator.uniform() + (learner % 2 == 0 ? 0.3 : 0)
            rows.append(LiveDecision(learner: Int32(learner), isLive: generator.uniform() < uplift / 2, uplift: uplift))
        }
        let attribute = (0..<2_000).map { $0 % 2 == 0 ? "even" : "odd" } as [String?]
        let even = try #require(FairnessReport(rows, attributes: [("parity", attribute)]).groups.first)
        #expect(even.gap.interval.lowerBound > 0.05)
        let within = try #require(even.gapWithinUplift)
        #expect(abs(within.value) < 0.06 && within.interval.contains(0))
    }

    @Test func unknownGroupsAndSmallOnesAreLeftOut() {
        let few = (0..<20).map { $0 < 4 ? "few" : "many" } as [String?]
        #expect(FairnessReport(decisions(), attributes: [("x", few)]).groups.isEmpty)
        let none = [String?](repeating: nil, count: 20)
        #expect(FairnessReport(decisions(), attributes: [("x", none), ("y", [])]).groups.isEmpty)
        #expect(FairnessReport([], attributes: [("x", groups)]).groups.isEmpty)
    }

    @Test func theOrderOfDecisionsDoesNotMatter() {
        let rows = decisions { Double($0 % 7) }
        let forth = FairnessReport(rows, attributes: [("x", groups)])
        let back = FairnessReport(rows.reversed(), attributes: [("x", groups)])
        #expect(zip(forth.groups, back.groups).allSatisfy { abs($0.gap.value - $1.gap.value) < 1e-12 })
    }
}
