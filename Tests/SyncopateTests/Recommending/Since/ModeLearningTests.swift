import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

/// What ways of working did, told from each other and from nothing else.
struct ModeLearningTests {
    private let plain = ModePrior(
        asyncSolo: [1], asyncSocial: [1], liveTeacher: [1.2], deviations: [0.3], learnerDeviation: 0,
        gainPerHalfHour: 0.5)

    private func item(
        _ way: ModeLearning.Way, _ change: Double, topic: Int = 0, variance: Double = 0, number: Int = 0
    ) -> ModeLearning.Case {
        ModeLearning.Case(
            learner: "l\(number)", topic: topic, way: way, minutes: 30,
            situation: ModeSituation(success: 0.5), change: change, variance: variance)
    }

    /// By hand. Live: two, expected .5 x 1.2, so .2 beyond it, anchor 1 / (1/2 + .0225); alone: three, -.4, anchor
    /// 1 / (1/3 + .0225); those who did nothing: one, -.3, anchor 1. Level: the mean of the three by their anchors.
    @Test func levelsAndUncertaintiesByHand() {
        let cases =
            [1.0, 0.6].map { item(.mode(.liveTeacher), $0) } + [0.2, 0, 0.1].map { item(.mode(.asyncSolo), $0) }
            + [item(.notDone, -0.3)]
        let found = ModeLearning(belief: ModeBelief(prior: plain)).gains(cases)
        #expect(found.alone == 0 && found.gains.map(\.place) == [0, 1, 2, 3, 4])
        let (live, apart, level) = (1 / (0.5 + 0.0225), 1 / (1.0 / 3 + 0.0225), -0.1819208)
        #expect(abs((live * 0.2 - apart * 0.4 - 0.3) / (live + apart + 1) - level) < 1e-6)
        for (gain, expected) in zip(found.gains, [1.0, 0.6, 0.2, 0, 0.1]) {
            #expect(abs(gain.observation.gain - (expected - level)) < 1e-6)
        }
        #expect(abs(found.gains[0].observation.variance - 2 / (apart + 1)) < 1e-6)
        #expect(abs(found.gains[2].observation.variance - 3 / (live + 1)) < 1e-6)
        #expect(
            found.gains.map(\.observation.mode) == [.liveTeacher, .liveTeacher, .asyncSolo, .asyncSolo, .asyncSolo])
    }

    @Test func whereAllWorkAlikeNothingIsTold() {
        let alike = [0.2, 0.7].map { item(.mode(.liveTeacher), $0) } + [item(.mode(.asyncSolo), 0.1, topic: 1)]
        let found = ModeLearning(belief: ModeBelief(prior: plain)).gains(alike)
        #expect(found.gains.isEmpty && found.alone == 3)
        #expect(
            ModeLearning(belief: ModeBelief(prior: plain)).gains([item(.open, 1), item(.notDone, 0)]).gains.isEmpty)
    }

    @Test func howEasyNewItemsAreMakesNoDifference() {
        let cases = [
            item(.mode(.liveTeacher), 0.8), item(.mode(.liveTeacher), 0.1), item(.mode(.asyncSolo), 0.3),
            item(.mode(.asyncSolo), -0.5),
        ]
        let learning = ModeLearning(belief: ModeBelief(prior: plain))
        let easier = cases.map { item($0.way, $0.change + 1.7) }
        let (first, second) = (learning.gains(cases).gains, learning.gains(easier).gains)
        for (a, b) in zip(first, second) { #expect(abs(a.observation.gain - b.observation.gain) < 1e-9) }
    }

    /// Sixty weeks of a class of which half meet: the difference that is believed comes near the true one, whichever it is.
    @Test(arguments: [0.6, 0, -0.4]) func whatIsTrueIsLearnt(_ truth: Double) {
        var generator = SeededGenerator(seed: 11)
        var belief = ModeBelief(prior: .shipped)
        let situation = ModeSituation(success: 0.5)
        func difference() -> Double {
            let live = belief.expected(mode: .liveTeacher, situation: situation, learner: nil).mean
            return 0.5 * (live - belief.expected(mode: .asyncSolo, situation: situation, learner: nil).mean)
        }
        for _ in 0..<60 {
            let shift = 0.5 * generator.normal()
            let cases = (0..<30).map { number in
                let isLive = number % 2 == 0
                let gain = 0.5 + (isLive ? truth : 0)
                return item(
                    .mode(isLive ? .liveTeacher : .asyncSolo), gain + shift + 1.1 * generator.normal(), variance: 0.35,
                    number: number)
            }
            let found = ModeLearning(belief: belief).gains(cases)
            belief.observe(found.gains.map(\.observation))
        }
        #expect(abs(difference() - truth) < 0.15, "\(difference())")
    }

    /// Who did nothing shows what was to be gained without: modes sink where they add nothing to it.
    @Test func thoseWhoDidNothingAreHeldAgainst() {
        var generator = SeededGenerator(seed: 12)
        var belief = ModeBelief(prior: .shipped)
        let situation = ModeSituation(success: 0.5)
        let before = belief.expected(mode: .asyncSolo, situation: situation, learner: nil).mean
        for _ in 0..<40 {
            let cases = (0..<20).map { item($0 % 2 == 0 ? .notDone : .mode(.asyncSolo), generator.normal()) }
            belief.observe(ModeLearning(belief: belief).gains(cases).gains.map(\.observation))
        }
        let after = belief.expected(mode: .asyncSolo, situation: situation, learner: nil).mean
        #expect(before > 1 && after < 0.5, "\(before) \(after)")
    }

    @Test func measuredGainsWeighLess() {
        var (sure, unsure) = (ModeBelief(prior: plain), ModeBelief(prior: plain))
        for (belief, variance) in [(0, 0.0), (1, 4.0)] {
            let seen = ModeObservation(
                mode: .asyncSolo, situation: ModeSituation(success: 0.5), learner: nil, gain: 3, variance: variance)
            if belief == 0 { sure.observe([seen]) } else { unsure.observe([seen]) }
        }
        // Precisions 1/.09 of the prior and, in units of .5, 1/4 and 1/20 of the observations.
        let (prior, gain) = (1 / 0.09, 6.0)
        for (belief, precision) in [(sure, 0.25), (unsure, 0.05)] {
            let mean = belief.expected(mode: .asyncSolo, situation: ModeSituation(success: 0.5), learner: nil).mean
            #expect(abs(mean - (prior * 1 + precision * gain) / (prior + precision)) < 1e-6)
        }
    }
}
