import Dispatch
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate
@testable import SyncopateStudents

struct WeeklyWorldTests {
    private static let policies = WeeklyRegistry.policies(prior: .shipped)

    private static func world(_ name: String, learners: Int = 20, weeks: Int = 5) throws -> WeeklyWorld {
        var world = try #require(WeeklyRegistry.worlds[name]).value
        world.learners = learners
        world.weeks = weeks
        return world
    }

    private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(values.count - 1)).squareRoot())
    }

    // MARK: What is drawn

    @Test func theShippedPriorSaysWhatTheFirstWorldIs() {
        for (mode, means) in zip(WeeklyWorld.modes, WeeklyWeights.means) {
            #expect(Array(ModePrior.shipped[mode].prefix(5)) == means)
        }
        #expect(Array(ModePrior.shipped.deviations.prefix(5)) == WeeklyWeights.deviations)
        #expect(ModePrior.shipped.learnerDeviation == WeeklyWorld.ownEffect)
        #expect(ModePrior.shipped.noiseDeviation == WeeklyWorld.noise)
        #expect(ModePrior.shipped.gainPerHalfHour == WeeklyWorld.unit)
    }

    @Test func weightsHaveTheirMoments() {
        var generator = SeededGenerator(seed: 1)
        for kind in WeeklyWeights.allCases {
            let drawn = (0..<4_000).map { _ in kind.draw(using: &generator) }
            for mode in 0..<4 {
                for place in 0..<5 {
                    var (mean, deviation) = (WeeklyWeights.means[mode][place], WeeklyWeights.deviations[place])
                    switch kind {
                    case .believed: break
                    case .reversed where mode >= 2:
                        mean = place == 3 ? 0.3 : WeeklyWeights.means[mode - 2][place] - [0.25, 0.2, 0, 0, 0][place]
                        deviation = place == 3 ? 0.1 : (deviation * deviation + 0.01).squareRoot()
                    case .reversed: break
                    case .harmfulPeers: if place == 4 { mean = -mean }
                    case .equal: (mean, deviation) = ([1.05, 0, 0.3, 0.15, 0][place], 0)
                    }
                    let found = Self.moments(drawn.map { $0[mode][place] })
                    #expect(abs(found.mean - mean) < 0.025, "\(kind) \(mode) \(place): \(found.mean)")
                    #expect(abs(found.deviation - deviation) < 0.015)
                }
            }
        }
        // Reversed: live goes with own time.
        let pairs = (0..<2_000).map { _ in WeeklyWeights.reversed.draw(using: &generator) }
        #expect(abs(Self.moments(pairs.map { $0[2][0] - $0[0][0] }).deviation - 0.1) < 0.01)
    }

    @Test func learnersHaveTheirMoments() throws {
        let cohort = WeeklyCohort(try Self.world("S1", learners: 8_000), seed: 5)
        let independence = Self.moments(cohort.independence)
        #expect(abs(independence.mean) < 0.05 && abs(independence.deviation - 1) < 0.04)
        let seen = (0..<8_000).map { cohort.situation($0).independence }
        let rest = Self.moments(zip(seen, cohort.independence).map { $0 - 0.8 * $1 })
        #expect(abs(rest.mean) < 0.03 && abs(rest.deviation - 0.45) < 0.02)
        // What is left of independence where that is seen.
        let slope = 0.8 / (0.64 + 0.2025)
        let left = Self.moments(zip(cohort.independence, seen).map { $0 - slope * $1 })
        #expect(abs(left.deviation - cohort.situation(0).independenceDeviation) < 0.02)
        let logits = Self.moments(cohort.success.map { Logistic.logit($0) })
        #expect(abs(logits.mean + 0.3) < 0.05 && abs(logits.deviation - 1) < 0.04)
        let effects = (1..<4).map { mode in Self.moments(cohort.effects.map { $0[mode] }).deviation }
        for deviation in effects { #expect(abs(deviation - 0.25) < 0.01) }
        #expect(cohort.effects.allSatisfy { $0[0] == 0 })
        let mean = cohort.success.reduce(0, +) / 8_000
        let wanted = 1 - (1 - mean) * (1 - mean) * (1 - mean)
        // Cut off at 1, so the middle stays and the mean does not.
        #expect(abs(cohort.reach.sorted()[4_000] - wanted) < 0.01)
        #expect(cohort.reach.allSatisfy { (0...1).contains($0) })
        // P(in the group) falls with independence; over a standard normal it is one half.
        let inside = zip(cohort.independence, cohort.isInGroup).filter(\.1).map(\.0)
        #expect(abs(Double(inside.count) / 8_000 - 0.5) < 0.025 && Self.moments(inside).mean < -0.2)
    }

    @Test func weeksGoOnAsTheyAreSaidTo() throws {
        var cohort = WeeklyCohort(try Self.world("S1", learners: 8_000), seed: 6)
        let before = cohort
        cohort.advance()
        let steps = Self.moments(
            zip(cohort.success, before.success).map { Logistic.logit($0) - 0.7 * Logistic.logit($1) })
        #expect(abs(steps.mean + 0.1) < 0.03 && abs(steps.deviation - 0.6) < 0.02)
        #expect(cohort.independence == before.independence && cohort.reach != before.reach)
        // A gain that is seen is the true one and a logit of noise.
        let noise = Self.moments(
            (0..<8_000).map { cohort.outcome($0, given: .asyncSocial).gain - cohort.gain($0, in: .asyncSocial) })
        #expect(abs(noise.mean) < 0.05 && abs(noise.deviation - 1) < 0.04)
    }

    @Test func theGainIsWhatItIsSaidToBe() throws {
        let cohort = WeeklyCohort(try Self.world("S3"), seed: 9)
        for learner in 0..<20 {
            for (place, mode) in WeeklyWorld.modes.enumerated() {
                let (p, w) = (cohort.success[learner], cohort.weights[place])
                var units = w[0] + w[1] * (1 - 2 * p) + w[2] * (4 * p * (1 - p) - 0.5)
                units += w[3] * cohort.independence[learner] + w[4] * (cohort.reach[learner] - 0.5)
                units += cohort.effects[learner][place]
                #expect(abs(cohort.gain(learner, in: mode) - 0.5 * units) < 1e-12)
            }
        }
    }

    @Test func independenceDriftsAndIsSeenLate() throws {
        var cohort = WeeklyCohort(try Self.world("S4", learners: 4_000), seed: 7)
        func fit() -> Double {
            let seen = (0..<4_000).map { cohort.situation($0).independence }
            let (a, b) = (Self.moments(seen), Self.moments(cohort.independence))
            return zip(seen, cohort.independence).reduce(0) { $0 + ($1.0 - a.mean) * ($1.1 - b.mean) }
                / (3_999 * a.deviation * b.deviation)
        }
        let (start, first) = (cohort.independence, fit())
        for _ in 0..<6 { cohort.advance() }
        #expect(abs(Self.moments(cohort.independence).deviation - 1) < 0.05)
        // A correlation of .9^3 with what it was.
        let product = zip(start, cohort.independence).reduce(0) { $0 + $1.0 * $1.1 } / 4_000
        #expect(abs(product - 0.729) < 0.06)
        #expect(fit() < first && fit() > 0.5)
    }

    @Test func seatsAreLeftEmptyByTheLessIndependent() throws {
        let cohort = WeeklyCohort(try Self.world("S5", learners: 8_000), seed: 8)
        let came = (0..<8_000).map { cohort.outcome($0, given: .liveTeacher).mode }
        #expect(Set(came) == [.liveTeacher, .asyncSolo])
        let expected = (0..<8_000).map { cohort.attendance($0) }
        let share = Double(came.count { $0 == .liveTeacher }) / 8_000
        #expect(abs(share - expected.reduce(0, +) / 8_000) < 0.02)
        let present = (0..<8_000).filter { came[$0] == .liveTeacher }.map { cohort.independence[$0] }
        #expect(Self.moments(present).mean > 0.1)
        for learner in 0..<50 {
            let mean = expected[learner] * cohort.gain(learner, in: .livePeer)
            let rest = (1 - expected[learner]) * cohort.gain(learner, in: .asyncSolo)
            #expect(abs(cohort.expected(learner, given: .livePeer) - mean - rest) < 1e-12)
            #expect(cohort.outcome(learner, given: .asyncSocial).mode == .asyncSocial)
        }
    }

    @Test func masteryIsBelievedHigherAndSurerThanItIs() throws {
        let cohort = WeeklyCohort(try Self.world("S6", learners: 200), seed: 8)
        for learner in 0..<200 {
            let believed = Logistic.logit(cohort.situation(learner).success ?? .nan)
            #expect(abs(believed - 0.5 - 1.5 * Logistic.logit(cohort.success[learner])) < 1e-6)
        }
    }

    // MARK: Comparisons

    @Test(arguments: ["S1", "S2", "S3", "S4", "S5", "S6", "equal"])
    func nobodyGainsMoreThanTheOracle(_ name: String) throws {
        let families = Self.policies.entries.map(\.value.family)
        let found = WeeklyComparison(try Self.world(name), policies: families, runs: 3, seed: 2)
        #expect(found.cells.count == families.count)
        for cell in found.cells {
            for (gain, best) in zip(cell.gains, found.best) { #expect(gain <= best + 1e-12, "\(cell.policy)") }
        }
        let last = found.cells.count - 1
        #expect(found.cells[last].gains == found.best)
        if name == "equal" {
            #expect(zip(found.best, found.alone).allSatisfy { abs($0 - $1) < 1e-12 })
        } else {
            #expect(found.share(last).value == 1 && found.share(last).standardError < 1e-12)
            #expect(found.share(1).value == 0 && found.below(1) == 0)
        }
    }

    @Test func workersDoNotMatter() throws {
        let many = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces) { body($0) } }
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        let families = Self.policies.entries.map(\.value.family)
        let world = try Self.world("S5", learners: 12)
        let one = WeeklyComparison(world, policies: families, runs: 4)
        for workers in [many, backwards] {
            let other = WeeklyComparison(world, policies: families, runs: 4, workers: workers)
            #expect(one.cells.map(\.gains) == other.cells.map(\.gains) && one.best == other.best)
        }
        let more = WeeklyComparison(world, policies: families, runs: 6)
        for (short, long) in zip(one.cells, more.cells) { #expect(short.gains == Array(long.gains.prefix(4))) }
        let other = WeeklyComparison(world, policies: families, runs: 4, seed: 2)
        #expect(zip(one.cells, other.cells).allSatisfy { $0.gains != $1.gains })
    }

    /// Whatever is done, the same learners come with the same situations.
    @Test(arguments: ["S1", "S4", "S5"]) func allMeetTheSameWeeks(_ name: String) throws {
        let world = try Self.world(name)
        func situations(_ policy: any WeeklyPolicyFamily) -> [[ModeSituation]] {
            let notes = Notes()
            _ = WeeklyRun(world, Recording(family: policy, notes: notes), seed: 4)
            return notes.weeks
        }
        let first = situations(AlwaysAloneModesPolicy())
        #expect(first.count == 5 && Set(first).count == 5)
        for entry in Self.policies.entries where entry.value.role.isHonest {
            #expect(situations(entry.value.family) == first, "\(entry.name)")
        }
    }

    /// Seats that are not there, modes that are not, and too few answers do no harm.
    @Test func whatIsNotThereIsWorkAlone() throws {
        let world = try Self.world("S1")
        for modes in [[Mode](repeating: .either, count: 20), [], [Mode](repeating: .parallel, count: 40)] {
            let odd = WeeklyComparison(world, policies: [Stubborn(modes: modes)], runs: 2)
            #expect(odd.cells[0].gains == odd.alone)
        }
        // Two seats are filled, in the order of positions, and no more.
        let asked = [Mode](repeating: .liveTeacher, count: 20)
        let filled = [Mode](repeating: .liveTeacher, count: 2)
        let (all, two) = (
            WeeklyComparison(world, policies: [Stubborn(modes: asked)], runs: 2),
            WeeklyComparison(world, policies: [Stubborn(modes: filled)], runs: 2)
        )
        #expect(all.cells[0].gains == two.cells[0].gains && all.cells[0].gains != all.alone)
    }

    @Test func learningPays() throws {
        let world = try Self.world("S1", learners: 40, weeks: 10)
        let families = ["syncopate", "studies-alone"].compactMap { Self.policies[$0]?.value.family }
        let found = WeeklyComparison(world, policies: families, runs: 6, seed: 1)
        #expect(found.share(0).value > 0.5)
        #expect(found.difference(0, less: 1).value > 0)
        #expect(found.cells[0].either.count == 6 && found.cells[1].sure.allSatisfy { $0 == 0 })
    }

    // MARK: Fairness and evaluation

    /// The group comes in nowhere: turned round, or drawn otherwise, every choice and every gain stays.
    @Test func noChoiceDependsOnTheGroup() throws {
        var world = try Self.world("S1", learners: 30, weeks: 4)
        let engine = EngineModesPolicy(prior: .shipped)
        let plain = WeeklyRun(world, engine, seed: 3, keepsDecisions: true)
        world.groupSlope = 0.7
        let turned = WeeklyRun(world, engine, seed: 3, keepsDecisions: true)
        #expect(plain.isInGroup != turned.isInGroup)
        #expect(plain.decisions == turned.decisions && plain.decisions.count == 120)
        #expect(plain.gain == turned.gain)
    }

    @Test func fairnessIsReportedOverRuns() throws {
        let world = try Self.world("S1", learners: 30, weeks: 3)
        let report = WeeklyFairness.report(world, EngineModesPolicy(prior: .shipped), runs: 4)
        #expect(report.learners == 120 && report.decisions == 360)
        #expect(report.groups.map(\.group) == ["inside", "outside"])
        #expect(report.groups.allSatisfy { $0.gapWithinUplift != nil && $0.residual != nil })
        #expect(WeeklyFairness.report(world, AlwaysAloneModesPolicy(), runs: 2).decisions == 0)
    }

    /// The benchmark does the same at full size, with narrower bars.
    @Test func whatIsLoggedTellsAnotherPolicysWorth() throws {
        let world = try Self.world("S1", learners: 40, weeks: 5)
        let summary = LotteryTrial.summary(world, prior: .shipped, runs: 24, seed: 3)
        #expect(summary.runs == 24 && summary.value > 0.2)
        #expect(abs(summary.bias) < 4 * summary.biasError && summary.biasError < 0.06)
        #expect(summary.coverage >= 0.8)
    }

    @Test func propensitiesAreReplayed() throws {
        let error = LotteryTrial.replayError(try Self.world("S1"), prior: .shipped, draws: 3_000)
        // Four standard errors of a share of one half.
        #expect(error > 0 && error < 0.037)
    }

    /// Made with numpy 2.4.6: `r = a.sum() / b.sum(); l = (a.sum() - a) / (b.sum() - b);
    /// se = sqrt((n - 1) / n * ((l - l.mean())**2).sum())`.
    @Test func theJackknife() {
        let ratio = JackknifedRatio([1, 2.5, -0.5, 3], of: [2, 3, 1, 3.5])
        #expect(abs(ratio.value - 0.631578947368421) < 1e-12)
        #expect(abs(ratio.standardError - 0.18194831909991283) < 1e-12)
        #expect(JackknifedRatio([], of: []).value.isNaN)
        #expect(JackknifedRatio([1], of: [0]).value.isNaN)
        #expect(JackknifedRatio([1], of: [2]).standardError == 0)
    }

    // MARK: Helpers

    private final class Notes {
        var weeks: [[ModeSituation]] = []
    }

    private struct Recording: WeeklyPolicyFamily, @unchecked Sendable {
        let name = "recording"
        let family: any WeeklyPolicyFamily
        let notes: Notes

        func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy {
            Chooser(policy: family.policy(for: brief, seed: seed), notes: notes)
        }

        struct Chooser: WeeklyPolicy {
            var policy: any WeeklyPolicy
            let notes: Notes
            mutating func modes(_ situations: [ModeSituation]) -> [Mode] {
                notes.weeks.append(situations)
                return policy.modes(situations)
            }
            mutating func observe(_ week: [ModeObservation]) { policy.observe(week) }
        }
    }

    private struct Stubborn: WeeklyPolicyFamily {
        let name = "stubborn"
        let modes: [Mode]

        func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy { Chooser(modes: modes) }

        struct Chooser: WeeklyPolicy {
            let modes: [Mode]
            mutating func modes(_ situations: [ModeSituation]) -> [Mode] { modes }
        }
    }
}
