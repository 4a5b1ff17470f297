import Foundation
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct SeatAllocationTests {
    private func allocation(sessions: Int = 1, seats: Int = 6, seed: UInt64 = 0, goal: Double = 0.7) -> SeatAllocation {
        SeatAllocation(
            belief: ModeBelief(prior: .shipped), live: LiveTime(sessions: sessions, minutes: 30, seats: seats),
            modes: [.asyncSolo, .asyncSocial, .liveTeacher], goal: goal,
            seed: seed,
            hasEvidence: true)
    }

    private func topics(_ count: Int, sharedVariance: Double = 0) -> [SeatAllocation.Topic] {
        (0..<count).map { SeatAllocation.Topic(position: $0, sharedVariance: sharedVariance, isHad: false) }
    }

    private func standings(_ count: Int, topics: Int, seed: UInt64) -> [[SeatAllocation.Standing]] {
        var generator = TestSupport.SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let independence = generator.normal()
            return (0..<topics).map { _ in
                SeatAllocation.Standing(
                    mean: 0.3 + generator.normal(), variance: 0.1 + generator.uniform(), independence: independence,
                    independenceDeviation: 0.5)
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func seatsAreKeptAndNobodySitsTwice(seed: UInt64) {
        let table = standings(24, topics: 7, seed: seed)
        for (sessions, seats) in [(1, 6), (3, 4), (7, 2), (10, 5), (2, 100), (5, 1)] {
            let result = allocation(sessions: sessions, seats: seats, seed: seed).allocate(
                topics: topics(7), count: 24
            ) { table[$0][$1] }
            #expect(result.seats.count == 24)
            #expect(result.sessions.count <= sessions)
            for session in result.sessions.indices {
                let seated = result.seats.compactMap { $0 }.filter { $0.isSeated && $0.session == session }
                #expect(seated.count <= seats && seated.count >= 1)
                #expect(seated.allSatisfy { $0.topic == result.sessions[session] })
            }
            if !result.sessions.isEmpty { #expect(result.seats.allSatisfy { $0 != nil }) }
            for seat in result.seats.compactMap({ $0 }) {
                #expect(result.sessions[seat.session] == seat.topic)
                #expect((0...1).contains(seat.amongBest) && (0...1).contains(seat.aboveClassmate))
                #expect(seat.propensity > 0 && seat.propensity <= 1)
                #expect(seat.uplift.isFinite && seat.upliftDeviation >= 0)
            }
        }
    }

    /// With nothing equal there is no lot, and the seated are those of the candidates who gain most if meeting helps.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func theSeatedGainMost(seed: UInt64) {
        let table = standings(24, topics: 1, seed: seed)
        let allocation = allocation(seed: seed)
        let result = allocation.allocate(topics: topics(1), count: 24) { table[$0][$1] }
        let candidates = (0..<24).filter {
            TopicAdvice.chance(mean: table[$0][0].mean, variance: table[$0][0].variance, goal: 0.7) < 0.5
        }
        let ranked = candidates.sorted {
            allocation.expectedUplift(table[$0][0], cohort: 24, isAsStudied: true)
                > allocation.expectedUplift(table[$1][0], cohort: 24, isAsStudied: true)
        }
        let seated = (0..<24).filter { result.seats[$0]?.isSeated == true }
        #expect(Set(seated) == Set(ranked.prefix(6)))
        #expect(result.seats.compactMap { $0 }.allSatisfy { $0.propensity == 1 })
    }

    /// At the prior means, of which half is that meeting adds nothing: teacher-led less the better own-time mode, in chance of success, written out.
    @Test func theUpliftIsTheDifferenceOfGains() {
        for logit in [-2, -0.5, 0, 1] as [Double] {
            for independence in [-1.5, 0, 1] as [Double] {
                let p = 1 / (1 + exp(-logit))
                let (need, edge) = (1 - 2 * p, 4 * p * (1 - p) - 0.5)
                let studied = 1.25 + 0.45 * need + 0.20 * edge - 0.05 * independence
                let solo = 1.00 + 0.20 * edge + 0.30 * independence
                let social = 1.05 + 0.30 * edge + 0.20 * independence
                let teacher = (studied + (solo + social) / 2) / 2
                let expected =
                    1 / (1 + exp(-logit - 0.5 * teacher)) - 1 / (1 + exp(-logit - 0.5 * max(solo, social)))
                let standing = SeatAllocation.Standing(
                    mean: logit, variance: 1, independence: independence, independenceDeviation: 1)
                #expect(abs(allocation().expectedUplift(standing, cohort: 24) - expected) < 1e-14)
                let helped =
                    1 / (1 + exp(-logit - 0.5 * studied)) - 1 / (1 + exp(-logit - 0.5 * max(solo, social)))
                let found = allocation().expectedUplift(standing, cohort: 24, isAsStudied: true)
                #expect(abs(found - helped) < 1e-14)
            }
        }
    }

    @Test func whoCopesAloneGainsLessFromMeeting() {
        let uplifts = [-2, -1, 0, 1, 2].map {
            allocation().expectedUplift(
                SeatAllocation.Standing(mean: 0, variance: 1, independence: $0, independenceDeviation: 1), cohort: 24)
        }
        for place in 1..<5 { #expect(uplifts[place] < uplifts[place - 1]) }
    }

    // MARK: - The lot

    /// Ten who are equal, four seats: over many seeds each sits as often as the record says.
    @Test func theLotHasTheStatedPropensity() {
        let same = SeatAllocation.Standing(mean: 0, variance: 0.5, independence: 0, independenceDeviation: 1)
        let trials = 120
        var seated = [Int](repeating: 0, count: 10)
        for seed in 0..<UInt64(trials) {
            let result = allocation(seats: 4, seed: seed).allocate(topics: topics(1), count: 10) { _, _ in same }
            for learner in 0..<10 {
                guard let seat = result.seats[learner] else { continue }
                if seat.isSeated { seated[learner] += 1 }
                #expect(abs(seat.propensity - (seat.isSeated ? 0.4 : 0.6)) < 1e-12)
            }
        }
        let deviation = (0.4 * 0.6 / Double(trials)).squareRoot()
        for count in seated { #expect(abs(Double(count) / Double(trials) - 0.4) < 3.5 * deviation) }
        #expect(seated.reduce(0, +) == 4 * trials)
    }

    /// Two sure seats above a tie of five for the third: the sure ones have propensity one.
    @Test func onlyTheTieIsDrawn() {
        let trials = 120
        var seated = [Int](repeating: 0, count: 8)
        for seed in 0..<UInt64(trials) {
            let result = allocation(seats: 3, seed: seed).allocate(topics: topics(1), count: 8) { learner, _ in
                let independence = learner < 2 ? -2.0 - Double(learner) : learner < 7 ? 0 : 2
                return SeatAllocation.Standing(
                    mean: 0, variance: 0.5, independence: independence, independenceDeviation: 0.5)
            }
            for learner in 0..<8 {
                guard let seat = result.seats[learner] else { continue }
                if seat.isSeated { seated[learner] += 1 }
                let expected = learner < 2 || learner == 7 ? 1 : seat.isSeated ? 0.2 : 0.8
                #expect(abs(seat.propensity - expected) < 1e-12)
            }
        }
        #expect(seated[0] == trials && seated[1] == trials && seated[7] == 0)
        let deviation = (0.2 * 0.8 / Double(trials)).squareRoot()
        for learner in 2..<7 {
            #expect(abs(Double(seated[learner]) / Double(trials) - 0.2) < 3.5 * deviation, "\(seated)")
        }
    }

    /// A tie in every session: the lots of one seed are not the same lot.
    @Test func twoSessionsDrawTheirOwnLots() {
        let same = SeatAllocation.Standing(mean: 0, variance: 0.5, independence: 0, independenceDeviation: 1)
        let trials = 120
        var second = [Int](repeating: 0, count: 12)
        for seed in 0..<UInt64(trials) {
            let result = allocation(sessions: 2, seats: 3, seed: seed).allocate(topics: topics(2), count: 12) { _, _ in
                same
            }
            #expect(result.sessions.count == 2)
            for learner in 0..<12 where result.seats[learner]?.isSeated == true && result.seats[learner]?.session == 1 {
                second[learner] += 1
            }
        }
        let deviation = (0.25 * 0.75 / Double(trials)).squareRoot()
        for count in second { #expect(abs(Double(count) / Double(trials) - 0.25) < 3.5 * deviation) }
    }

    @Test func aSeedIsAnAnswer() {
        let table = standings(20, topics: 3, seed: 5)
        for seed in [0, 1, .max] as [UInt64] {
            let first = allocation(sessions: 2, seed: seed).allocate(topics: topics(3), count: 20) { table[$0][$1] }
            let again = allocation(sessions: 2, seed: seed).allocate(topics: topics(3), count: 20) { table[$0][$1] }
            #expect(first.sessions == again.sessions && first.seats == again.seats)
        }
    }

    // MARK: - Probabilities

    /// Of the cohort exactly `seats` are among the best in every simulated world.
    @Test(arguments: [1, 3, 6, 20])
    func theProbabilitiesSumToTheSeats(seats: Int) {
        let table = standings(20, topics: 1, seed: 9)
        let result = allocation(seats: seats).allocate(topics: topics(1), count: 20) { table[$0][$1] }
        let sum = result.seats.compactMap { $0?.amongBest }.reduce(0, +)
        #expect(abs(sum - Double(seats)) < 1e-9)
        // Of every pair one gains more.
        let half = result.seats.compactMap { $0?.aboveClassmate }.reduce(0, +)
        #expect(abs(half - 10) < 1e-9)
    }

    /// A learner for whom everything speaks is among the best more often than one for whom nothing does.
    @Test func theProbabilitiesFollowTheUplift() {
        let result = allocation(seats: 5).allocate(topics: topics(1), count: 20) { learner, _ in
            SeatAllocation.Standing(
                mean: 0, variance: 0.2, independence: 2 - 0.2 * Double(learner), independenceDeviation: 0.2)
        }
        let chances = result.seats.compactMap { $0?.amongBest }
        #expect(chances.count == 20)
        #expect(chances[15...].reduce(0, +) > 2 * chances[0..<5].reduce(0, +))
    }

    // MARK: - Edges

    @Test func whereNobodyLacksTheTopicNobodyMeets() {
        let result = allocation().allocate(topics: topics(2), count: 10) { _, _ in
            SeatAllocation.Standing(mean: 3, variance: 0.1, independence: 0, independenceDeviation: 1)
        }
        #expect(result.sessions.isEmpty && result.seats.allSatisfy { $0 == nil })
    }

    @Test func oneLearnerIsNoCohort() {
        let lost = SeatAllocation.Standing(mean: -3, variance: 0.1, independence: -2, independenceDeviation: 1)
        for count in [0, 1] {
            let result = allocation(sessions: 5).allocate(topics: topics(1), count: count) { _, _ in lost }
            #expect(result.sessions.isEmpty && result.seats == [Seat?](repeating: nil, count: count))
        }
        #expect(allocation().allocate(topics: [], count: 5) { _, _ in lost }.sessions.isEmpty)
    }

    /// Without live time there is no session and nobody is seated; the record only says how a learner would stand.
    @Test func liveTimeOfNothingSeatsNobody() {
        let lost = SeatAllocation.Standing(mean: -3, variance: 0.1, independence: -2, independenceDeviation: 1)
        for (sessions, minutes, seats) in [(0, 30, 6), (-3, 30, 6), (1, 30, 0), (1, 30, -2), (1, 0, 6), (1, -30, 6)] {
            let live = LiveTime(sessions: sessions, minutes: minutes, seats: seats)
            #expect(live.isNone)
            let result = SeatAllocation(
                belief: ModeBelief(prior: .shipped), live: live, modes: [.asyncSolo], goal: 0.7, seed: 0,
                hasEvidence: true
            )
            .allocate(topics: topics(1), count: 5) { _, _ in lost }
            #expect(result.sessions.isEmpty)
            #expect(result.seats.allSatisfy { $0.map { !$0.isSeated && $0.propensity == 1 } == true })
        }
    }

    /// Where nothing is known everybody is a candidate; where something is, only those who lack the topic.
    @Test func withoutEvidenceEverybodyIsACandidate() {
        let good = SeatAllocation.Standing(mean: 2, variance: 0.1, independence: 0, independenceDeviation: 1)
        let blind = SeatAllocation(
            belief: ModeBelief(prior: .shipped), live: .usual, modes: [.asyncSolo], goal: 0.7, seed: 0,
            hasEvidence: false)
        let result = blind.allocate(topics: topics(1), count: 10) { _, _ in good }
        #expect(result.seats.compactMap { $0 }.filter(\.isSeated).count == 6)
        #expect(result.seats.compactMap { $0 }.allSatisfy { $0.propensity == ($0.isSeated ? 0.6 : 0.4) })
    }

    /// Topics that most have come after those they lack, and one learner is no group where there is a larger one.
    @Test func topicsComeInTheirOrder() {
        let had = SeatAllocation.Topic(position: 0, sharedVariance: 0, isHad: true)
        let lacked = SeatAllocation.Topic(position: 1, sharedVariance: 0, isHad: false)
        let lonely = SeatAllocation.Topic(position: 2, sharedVariance: 0, isHad: false)
        let result = allocation(sessions: 3, seats: 2).allocate(topics: [had, lacked, lonely], count: 12) {
            learner, topic in
            let lacks = topic == 0 ? (0..<4).contains(learner) : topic == 1 ? (4..<8).contains(learner) : learner == 9
            return SeatAllocation.Standing(
                mean: lacks ? -1 : 3, variance: 0.1, independence: 0.01 * Double(learner), independenceDeviation: 0.1)
        }
        // Two groups of two on topic 1; then topic 0, which most have, before the one that a single learner lacks.
        #expect(result.sessions == [1, 1, 0])
        #expect(result.seats[9]?.isSeated == false)
    }

    /// A seat for everybody who lacks the topic is no lot and no choice.
    @Test func aSeatForEverybodyIsSaid() {
        let result = allocation(seats: 6).allocate(topics: topics(1), count: 12) { learner, _ in
            SeatAllocation.Standing(
                mean: learner < 6 ? -1 : 3, variance: 0.1, independence: 0, independenceDeviation: 0.1)
        }
        for learner in 0..<12 {
            #expect(result.seats[learner]?.isForAll == true && result.seats[learner]?.propensity == 1)
            #expect(result.seats[learner]?.isSeated == (learner < 6))
        }
    }

    /// What nobody knows of a topic's easiness is common to all, so it widens the gain and hardly touches the ranks.
    @Test func sharedUncertaintyCancels() {
        let table = standings(20, topics: 1, seed: 9)
        let plain = allocation().allocate(topics: topics(1), count: 20) { table[$0][$1] }
        let wide = allocation().allocate(topics: topics(1, sharedVariance: 0.3), count: 20) { table[$0][$1] }
        for (a, b) in zip(plain.seats, wide.seats) {
            guard let a, let b else { continue }
            // 1,000 worlds each: three deviations of the difference of two shares of about .3 are .06.
            #expect(abs(a.amongBest - b.amongBest) < 0.08)
        }
    }

    @Test func liveTimeIsReadStrictly() {
        #expect(LiveTime(text: "1x30x6") == .usual)
        #expect(LiveTime(text: "0")?.sessions == 0)
        #expect(LiveTime(text: "0x30x6")?.sessions == 0)
        #expect(LiveTime(text: "1000x600x1000") != nil)
        for text in [
            "", "1", "1x30", "1x30x", "1x30x6x1", "-1x30x6", "1x0x6", "1x30x0", "1001x30x6", "1x601x6", "axbxc",
            "1 x30x6", "1X30X6", "99999999999999999999x30x6",
        ] {
            #expect(LiveTime(text: text) == nil, "\(text)")
        }
    }
}
