import SyncopateModels
import SyncopateStudents
import TestSupport
import Testing

@testable import Syncopate

/// Working alone as a goal: what is tried first, what it costs, and that nobody loses a seat by it.
struct IndependenceGrowthTests {
    private func trait(_ mean: Double, _ deviation: Double = 0.5) -> Independence {
        Independence(mean: mean, deviation: deviation, counts: [.onTime: 9], source: .traces)
    }

    /// By hand: (.4 + P(Z > 2)) / 2 = (.4 + .02275) / 2 = .211375, of 30 minutes 6.3, so five.
    @Test func thePartAloneIsHalfSuccessAndHalfTrait() {
        let share = IndependenceGrowth.share(success: 0.4, independence: trait(-1))
        #expect(abs(share - 0.211375) < 1e-5)
        #expect(IndependenceGrowth.ownMinutes(of: 30, share: share) == 5)
        #expect(IndependenceGrowth.ownMinutes(of: 30, share: 0.6) == 20)
        #expect(IndependenceGrowth.ownMinutes(of: 30, share: 1) == 25)
        #expect(IndependenceGrowth.ownMinutes(of: 30, share: 0) == 5)
        #expect(IndependenceGrowth.ownMinutes(of: 8, share: 0.9) == 4)
    }

    @Test func itGrowsAsWorkAloneSucceeds() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let (p, mean, minutes) = (generator.uniform(), -2 * generator.uniform(), 5 + 85 * generator.uniform())
            let own = IndependenceGrowth.ownMinutes(
                of: minutes, share: IndependenceGrowth.share(success: p, independence: trait(mean)))
            #expect(own > 0 && own < minutes)
            for (more, better) in [(min(p + 0.2, 1), mean), (p, mean + 0.3)] {
                let next = IndependenceGrowth.ownMinutes(
                    of: minutes, share: IndependenceGrowth.share(success: more, independence: trait(better)))
                #expect(next >= own)
            }
        }
    }

    /// Ten of thirty minutes of what a session gains over own time.
    @Test func theCostIsThePartOfTheGain() {
        let growth = IndependenceGrowth.ofSession(minutes: 30, success: 0.6, independence: trait(-0.5), uplift: 0.09)
        #expect(growth.ownMinutes == 10 && growth.metMinutes == 20)
        #expect(abs(growth.cost - 0.03) < 1e-12)
        #expect(growth.reason.code == "tries_alone")
        #expect(growth.reason.sentence.contains("tries alone for 10 minutes first, then joins the live group"))
        #expect(growth.reason.sentence.contains("cost 3 points"))
        let gain = IndependenceGrowth.ofSession(minutes: 30, success: 0.6, independence: trait(-0.5), uplift: -0.03)
        #expect(gain.reason.sentence.contains("gain 1 point"))
    }

    @Test func whoIsUnknownOrWorksAloneIsLeftAsAdvised() {
        #expect(IndependenceGrowth.nothingToFade(.prior)?.code == "growth_unknown")
        #expect(IndependenceGrowth.nothingToFade(trait(0.2))?.code == "growth_reached")
        #expect(IndependenceGrowth.nothingToFade(trait(-0.2)) == nil)
    }

    private func advise(_ kind: Setting.Kind, grows: Bool) -> ClassAdvice {
        let gradebook = SampleClass(seed: 3).gradebook(mapped: true)
        var settings = RecommendSettings(goal: 0.9, setting: Setting(kind))
        for (place, learner) in gradebook.learners.enumerated() {
            settings.independence[learner.id] = place % 3 == 2 ? .prior : trait(place % 3 == 0 ? -1 : 1)
        }
        settings.growsIndependence = grows
        return Engine(priors: .shipped).recommend(gradebook, settings: settings)
    }

    @Test(arguments: Setting.Kind.allCases) func seatsStayAndMinutesAddUp(kind: Setting.Kind) throws {
        let (plain, grown) = (advise(kind, grows: false), advise(kind, grows: true))
        var faded = 0
        for (before, after) in zip(plain.learners, grown.learners) {
            #expect(before.mode.seat == after.mode.seat && before.mode.mode == after.mode.mode)
            #expect(before.mode.growth == nil)
            let minutes = [before, after].map { $0.mode.sequence.reduce(0) { $0 + $1.minutes } }
            #expect(abs(minutes[0] - minutes[1]) < 1e-9)
            let codes = after.mode.reasons.map(\.code)
            guard kind != .alone else {
                #expect(after.mode.growth == nil && !codes.contains { $0.hasPrefix("growth") })
                continue
            }
            guard let growth = after.mode.growth else {
                #expect(before.mode.sequence == after.mode.sequence)
                #expect(codes.contains("tries_alone") == false)
                continue
            }
            faded += 1
            #expect(codes.contains("tries_alone"))
            #expect(growth.ownMinutes > 0 && growth.metMinutes > 0)
            // Further work on the same in the same way may be part of either step.
            let steps = after.mode.sequence
            let place = steps.indices.dropFirst().first { place in
                steps[place].mode == growth.meets && steps[place].minutes >= growth.metMinutes - 1e-9
                    && steps[place - 1].mode == .asyncSolo && steps[place - 1].topic == steps[place].topic
            }
            #expect(place != nil, "\(steps)")
            if before.mode.seat?.isSeated == true { #expect(after.mode.blend < before.mode.blend) }
        }
        #expect(kind == .alone ? faded == 0 : faded > 0)
    }
}
