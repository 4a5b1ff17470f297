import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct ModePolicyTests {
    private static let modes: [Mode] = [.asyncSolo, .asyncSocial, .livePeer, .liveTeacher]

    private func cohort(_ count: Int, seed: UInt64 = 1, offers: [Mode] = modes) -> [ModeCandidate] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { learner in
            ModeCandidate(
                learner: learner,
                situation: ModeSituation(
                    success: generator.uniform(), independence: generator.normal(), independenceDeviation: 0.4,
                    peerReach: generator.uniform()),
                offers: offers.map { ModeOffer($0) })
        }
    }

    /// One mode is known to be worth so much and the others so little that nothing is open.
    private func belief(_ values: [Double]) -> ModeBelief {
        ModeBelief(
            prior: ModePrior(
                asyncSolo: [values[0]], asyncSocial: [values[1]], livePeer: [values[2]], liveTeacher: [values[3]],
                deviations: [0.01], learnerDeviation: 0, gainPerHalfHour: 0.5))
    }

    @Test func propensitiesSumToOneAndSeatsAreKept() {
        let belief = ModeBelief(prior: .shipped)
        for seed in 0..<4 {
            for (seats, tie) in [([Mode.livePeer: 3, .liveTeacher: 2], 0.025), ([.liveTeacher: 0], 0.3), ([:], 0.1)] {
                let cohort = cohort(20, seed: UInt64(seed))
                let policy = ModePolicy(tie: tie)
                let choices = policy.choose(cohort, seats: seats, belief: belief, seed: UInt64(seed))
                #expect(choices.count == 20)
                for choice in choices {
                    #expect(abs(choice.propensities.reduce(0, +) - 1) < 1e-9)
                    #expect(choice.propensity > 0 && choice.propensity <= 1)
                    let place = choice.alternatives.firstIndex { $0.mode == choice.assigned }
                    #expect(place.map { choice.propensities[$0] } == choice.propensity)
                    #expect(abs(choice.alternatives.reduce(0) { $0 + $1.pBest } - 1) < 1e-9)
                    #expect(choice.assigned != .either)
                }
                for (mode, count) in seats { #expect(choices.count { $0.assigned == mode } <= count) }
            }
        }
    }

    /// What is logged is what is drawn from.
    @Test func theLoggedPropensityIsThatOfTheLottery() {
        let (belief, cohort, policy) = (ModeBelief(prior: .shipped), cohort(15), ModePolicy(tie: 0.2))
        let seats = [Mode.livePeer: 2, .liveTeacher: 2]
        let lottery = policy.lottery(cohort, seats: seats, belief: belief)
        for seed in 0..<5 {
            let choices = policy.choose(cohort, seats: seats, belief: belief, seed: UInt64(seed))
            for (row, choice) in choices.enumerated() {
                let column = ModePrior.modes.firstIndex(of: choice.assigned) ?? 0
                #expect(choice.propensity == lottery.probabilities[row * ModePrior.modes.count + column])
            }
        }
    }

    @Test func theSameSeedMakesTheSameDraw() {
        let (belief, cohort, policy) = (ModeBelief(prior: .shipped), cohort(30), ModePolicy(tie: 0.3))
        func assigned(_ seed: UInt64) -> [Mode] {
            policy.choose(cohort, seats: [.livePeer: 4, .liveTeacher: 4], belief: belief, seed: seed).map(\.assigned)
        }
        #expect(assigned(4) == assigned(4))
        #expect(Set((0..<8).map { assigned($0) }).count > 1)
    }

    @Test func whatTheEvidenceDoesNotTellApartIsEither() {
        let candidate = cohort(1)[0]
        let clear = ModePolicy().choose(candidate, belief: belief([1, 1.3, 0.2, 0.1]))
        #expect(clear.mode == .asyncSocial && clear.assigned == .asyncSocial && clear.pBest > 0.99)
        // Certain, but by less than a twentieth.
        let near = ModePolicy().choose(candidate, belief: belief([1, 1.04, 0.2, 0.1]))
        #expect(near.mode == .either && near.assigned == .asyncSocial)
        // With what studies say alone, nothing is certain.
        #expect(ModePolicy().choose(candidate, belief: ModeBelief(prior: .shipped)).mode == .either)
        #expect(abs(clear.uplift - 0.5 * (0.2 - 1.3)) < 1e-12)
    }

    @Test func termsOfAnOfferCount() {
        let belief = belief([1, 1, 1, 2])
        func value(_ offer: ModeOffer, _ policy: ModePolicy = ModePolicy()) -> Double {
            var candidate = cohort(1)[0]
            candidate.offers = [offer]
            return policy.values(candidate, belief: belief).first { $0.mode == offer.mode }?.mean ?? .nan
        }
        #expect(abs(value(ModeOffer(.liveTeacher)) - 1) < 1e-12)
        #expect(abs(value(ModeOffer(.liveTeacher, minutes: 15)) - 0.5) < 1e-12)
        #expect(abs(value(ModeOffer(.liveTeacher, happens: 0.7)) - 0.7) < 1e-12)
        #expect(abs(value(ModeOffer(.liveTeacher, cost: 0.25)) - 0.75) < 1e-12)
        #expect(value(ModeOffer(.liveTeacher, isTooLate: true)) == 0)
        // Half as much in ln 2 / .1 days.
        #expect(abs(value(ModeOffer(.liveTeacher, wait: 6.931471805599453), ModePolicy(delay: 0.1)) - 0.5) < 1e-12)
        #expect(value(ModeOffer(.liveTeacher, minutes: .nan)) == 0)
    }

    @Test func whatIsNotOfferedIsNotGiven() {
        let apart = cohort(10, offers: [.asyncSocial, .either, .asyncSocial])
        let choices = ModePolicy().choose(apart, seats: [.livePeer: 5], belief: ModeBelief(prior: .shipped), seed: 1)
        for choice in choices {
            #expect(!choice.assigned.isLive && choice.alternatives.count == 2 && choice.uplift == 0)
        }
        #expect(ModePolicy().choose([], seats: [:], belief: ModeBelief(prior: .shipped), seed: 1).isEmpty)
    }

    /// Of two modes of the same expectation, a cohort is sent to the one that less is known of.
    @Test func whatIsLessKnownHasTheBenefitOfTheDoubt() {
        var prior = ModePrior(
            asyncSolo: [1], asyncSocial: [1], liveTeacher: [0], deviations: [0.3], learnerDeviation: 0,
            gainPerHalfHour: 0.5)
        prior.noiseDeviation = 0.1
        var belief = ModeBelief(prior: prior)
        for _ in 0..<50 {
            belief.observe(mode: .asyncSolo, situation: ModeSituation(success: 0.5), learner: nil, gain: 0.5)
        }
        let cohort = cohort(6, offers: [.asyncSolo, .asyncSocial])
        func shares(_ optimism: Double) -> [Double] {
            ModePolicy(optimism: optimism).choose(cohort, seats: [:], belief: belief, seed: 1).map { choice in
                zip(choice.alternatives, choice.propensities).first { $0.0.mode == .asyncSocial }?.1 ?? 0
            }
        }
        #expect(shares(0.5).allSatisfy { $0 == 1 })
        #expect(shares(0).allSatisfy { abs($0 - 0.5) < 0.01 })
    }
}
