import Testing

@testable import Syncopate
@testable import SyncopateModels

/// What logged gains do to the advice on together and apart.
struct ModeEvidenceTests {
    private let live = LiveTime(sessions: 1, minutes: 30, seats: 6)

    private func allocation(_ evidence: ModeEvidence) -> SeatAllocation {
        SeatAllocation(
            belief: evidence.belief, live: live, modes: [.asyncSolo, .asyncSocial, .liveTeacher], goal: 0.7, seed: 0,
            hasEvidence: true)
    }

    private func standings(_ evidence: ModeEvidence) -> [SeatAllocation.Standing] {
        (0..<12).map {
            SeatAllocation.Standing(
                mean: -0.5 - 0.01 * Double($0), variance: 0.3, independence: 0, independenceDeviation: 0.5,
                learner: evidence.number(of: "s\($0)"))
        }
    }

    /// Gains of many learners in the teacher's group, each so many logits in half an hour, and as usual alone.
    private func log(live gain: Double, learners: Range<Int>) -> ModeEvidence {
        let situation = ModeSituation(success: 0.4, groupSize: 6)
        var alone = situation
        alone.groupSize = 1
        let observations = learners.indices.flatMap { place in
            [
                ModeObservation(mode: .liveTeacher, situation: situation, learner: place, gain: gain),
                ModeObservation(mode: .asyncSolo, situation: alone, learner: place, gain: 0.5),
            ]
        }
        return ModeEvidence(
            prior: .shipped, observations: observations, learners: learners.map { "s\($0)" })
    }

    private func uplift(_ evidence: ModeEvidence) -> (mean: Double, deviation: Double, best: Double) {
        let allocation = allocation(evidence)
        let standings = standings(evidence)
        let result = allocation.allocate(
            topics: [SeatAllocation.Topic(position: 0, sharedVariance: 0, isHad: false)], count: 12
        ) { learner, _ in standings[learner] }
        let seats = result.seats.compactMap { $0 }
        let best = result.options[0].first { $0.mode == .liveTeacher }?.best ?? 0
        return (
            seats.reduce(0) { $0 + $1.uplift } / Double(seats.count),
            seats.reduce(0) { $0 + $1.upliftDeviation } / Double(seats.count), best
        )
    }

    /// Where meeting has done much here, more is expected of it and with less doubt; where nothing, less.
    @Test func whatMeetingDidIsExpectedOfIt() {
        let studies = uplift(ModeEvidence(prior: .shipped))
        let good = uplift(log(live: 1.2, learners: 100..<400))
        let bad = uplift(log(live: 0, learners: 100..<400))
        #expect(good.mean > studies.mean && studies.mean > bad.mean)
        #expect(bad.mean < 0)
        #expect(good.deviation < studies.deviation && bad.deviation < studies.deviation)
        #expect(good.best > 0.9 && bad.best < 0.1)
    }

    /// A learner's own gains move the others by what they say of the mode only, and the learner by more.
    @Test func ownGainsAreTheLearnersOwn() throws {
        let situation = ModeSituation(success: 0.4, groupSize: 6)
        let observations = (0..<8).map { _ in
            ModeObservation(mode: .liveTeacher, situation: situation, learner: 0, gain: 2)
        }
        let evidence = ModeEvidence(prior: .shipped, observations: observations, learners: ["s3"])
        let (before, after) = (allocation(ModeEvidence(prior: .shipped)), allocation(evidence))
        let standings = standings(evidence)
        let shifts = standings.map { after.expectedUplift($0, cohort: 12) - before.expectedUplift($0, cohort: 12) }
        #expect(shifts[3] > 1.2 * shifts[4] && shifts[4] > 0)
        #expect(evidence.count == 8 && evidence.count(of: "s3") == 8 && evidence.count(of: "s4") == 0)
    }

    /// Positions that are none, gains that are none, modes without weights: nothing is learnt of them, and nothing breaks.
    @Test func whatSaysNothingIsNotCounted() {
        let situation = ModeSituation(success: .nan, independence: .infinity)
        let evidence = ModeEvidence(
            prior: .shipped,
            observations: [
                ModeObservation(mode: .either, situation: situation, learner: 0, gain: 1),
                ModeObservation(mode: .asyncSolo, situation: situation, learner: 0, gain: .nan),
                ModeObservation(mode: .asyncSolo, situation: situation, learner: 0, gain: 1, minutes: 0),
                ModeObservation(mode: .asyncSolo, situation: situation, learner: 7, gain: 1),
                ModeObservation(mode: .asyncSolo, situation: situation, learner: 0, gain: 1.5, minutes: 1e-308),
                ModeObservation(mode: .asyncSolo, situation: situation, learner: 0, gain: 1.5, minutes: .nan),
            ], learners: ["a"])
        #expect(evidence.count == 1 && evidence.count(of: "a") == 0)
        #expect(evidence.belief.weights(.asyncSolo)?.means.allSatisfy { $0.isFinite } == true)
    }
}
