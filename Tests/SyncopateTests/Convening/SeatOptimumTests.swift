import Syncopate
import SyncopateStudents
import Testing

/// Seats with a teacher beside the best there are.
@Suite struct SeatOptimumTests {
    /// Every topic for every slot, every set of slots for every learner.
    private func best(_ problem: ConveningProblem) -> Double {
        let slots = problem.slots.count
        var best = 0.0
        var topics = [Int](repeating: 0, count: slots)
        func seat(_ member: Int, _ taken: [[Int]], _ sum: Double) {
            if member == problem.learners.count {
                guard sum > best else { return }
                let isWhole = problem.together.allSatisfy { set in
                    taken.allSatisfy { session in
                        set.allSatisfy(session.contains) || !set.contains(where: session.contains)
                    }
                }
                if isWhole { best = sum }
                return
            }
            let learner = problem.learners[member]
            subsets: for subset in 0..<(1 << slots) {
                let chosen = (0..<slots).filter { subset >> $0 & 1 == 1 }
                var (next, added, minutes) = (taken, 0.0, 0.0)
                for (place, slot) in chosen.enumerated() {
                    guard let standing = learner.standings.first(where: { $0.topic == topics[slot] }),
                        learner.canCome(to: slot), taken[slot].count < problem.slots[slot].capacity,
                        !problem.apart.contains(where: { set in
                            set.contains(member) && set.contains { $0 != member && taken[slot].contains($0) }
                        }),
                        !chosen[..<place].contains(where: {
                            topics[$0] == topics[slot] || problem.slots[$0].overlaps(problem.slots[slot])
                        })
                    else { continue subsets }
                    next[slot].append(member)
                    added += standing.uplift
                    minutes += problem.slots[slot].minutes
                }
                if let most = learner.mostMinutes {
                    if minutes > most { continue }
                } else if chosen.count > 1 {
                    continue
                }
                seat(member + 1, next, sum + added)
            }
        }
        func turn(_ slot: Int) {
            if slot == slots { return seat(0, [[Int]](repeating: [], count: slots), 0) }
            for topic in 0..<problem.topics {
                topics[slot] = topic
                turn(slot + 1)
            }
        }
        turn(0)
        return best
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func tinyPlansAreTheBestOfAll(seed: UInt64) {
        let problem = InventedProblems.problem(
            seed: 1000 + seed, learners: 3 + Int(seed % 3), topics: 2, slots: 1 + Int(seed % 3), seats: 1...3,
            peers: false)
        let plan = Convener().plan(problem)
        #expect(plan.isOptimal)
        #expect(ConveningFaults.of(plan, problem) == [])
        #expect(abs(plan.value - best(problem)) < 1e-9)
    }

    @Test(.enabled(if: SeatsByHiGHS.isThere, "Python 3 with scipy is not installed: nothing to compare with"))
    func provenPlansAreTheSolversToo() throws {
        var problems = (0..<30 as Range<UInt64>).map { seed in
            InventedProblems.problem(
                seed: 2000 + seed, learners: 6 + Int(seed % 9), topics: 3, slots: 2 + Int(seed % 2), seats: 2...4,
                peers: false)
        }
        problems += (1...4 as ClosedRange<UInt64>).map { SeatWorld.small[Int($0 % 2)].problem(seed: $0) }
        let best = try SeatsByHiGHS.best(problems)
        #expect(best.count == problems.count)
        var proven = 0
        for (problem, value) in zip(problems, best) {
            let plan = Convener().plan(problem)
            #expect(ConveningFaults.of(plan, problem) == [])
            #expect(plan.value <= value + 1e-6)
            if plan.isOptimal {
                proven += 1
                #expect(abs(plan.value - value) < 1e-6)
            } else {
                #expect(plan.value >= 0.91 * value)
            }
        }
        #expect(proven >= 30)
    }

    /// With one topic and one slot the best are those who gain most.
    @Test func oneSlotSeatsWhoGainsMost() {
        let gains = [0.2, 0.9, -0.1, 0.5, 0.7]
        let problem = ConveningProblem(
            topics: 1, slots: [LiveSlot(id: "a", capacity: 3)],
            learners: gains.map { ConveningLearner(standings: [TopicStanding(topic: 0, known: 0.5, uplift: $0)]) })
        #expect(Convener().plan(problem).meetings.first?.groups.first?.members == [1, 4, 3])
    }
}
