import Syncopate
import TestSupport

/// Random problems with every constraint there is.
enum InventedProblems {
    /// - Parameters:
    ///   - wild: whether to add what makes no sense: positions out of range, twice, figures that are no numbers.
    ///   - peers: whether some slots are for classmates.
    static func problem(
        seed: UInt64, learners: Int, topics: Int, slots: Int, seats: ClosedRange<Int>, wild: Bool = false,
        peers: Bool = true
    ) -> ConveningProblem {
        var generator = SeededGenerator(seed: seed)
        func draw(_ count: Int) -> Int { Int(generator.next() % UInt64(max(count, 1))) }
        let people = (0..<learners).map { _ in
            var standings: [TopicStanding] = []
            for topic in 0..<topics where generator.uniform() < 0.5 {
                standings.append(
                    TopicStanding(topic: topic, known: generator.uniform(), uplift: generator.normal() * 0.3 + 0.2))
            }
            if wild {
                standings.append(TopicStanding(topic: [-1, topics, Int.max, Int.min][draw(4)], known: 0.5, uplift: 9))
                standings.append(TopicStanding(topic: draw(topics), known: .nan, uplift: 9))
                standings.append(TopicStanding(topic: draw(topics), known: 0.5, uplift: [.nan, .infinity][draw(2)]))
                if let first = standings.first { standings.append(first) }
            }
            var available = generator.uniform() < 0.3 ? [] : (0..<slots).map { _ in generator.uniform() < 0.8 }
            if wild, generator.uniform() < 0.3 { available = [true] }
            var minutes: Double? = generator.uniform() < 0.5 ? nil : Double(draw(4)) * 25
            if wild, generator.uniform() < 0.2 { minutes = [.nan, -5, .infinity, 0][draw(4)] }
            return ConveningLearner(standings: standings, available: available, mostMinutes: minutes)
        }
        let times = (0..<slots).map { number in
            var slot = LiveSlot(
                id: "s\(number)", start: generator.uniform() < 0.2 ? nil : Double(draw(6)) * 900,
                minutes: [20, 30, 45][draw(3)],
                capacity: seats.lowerBound + draw(seats.count),
                lead: peers && generator.uniform() < 0.4 ? .peers : .teacher)
            if wild, generator.uniform() < 0.3 { slot.minutes = [0, -3, .nan, .infinity][draw(4)] }
            if wild, generator.uniform() < 0.2 { slot.capacity = [-4, 0, Int.max, Int.min][draw(4)] }
            if wild, generator.uniform() < 0.2 { slot.start = [.nan, .infinity, -.infinity][draw(3)] }
            return slot
        }
        func sets(_ count: Int, _ size: Int) -> [[Int]] {
            (0..<count).map { _ in (0..<size).map { _ in draw(learners) } }
        }
        var together = sets(1 + learners / 10, 2)
        var apart = sets(1 + learners / 8, 3)
        if wild {
            together += [[-1, 0, 0, learners], [], [Int.min, Int.max]]
            apart += [[-1, 1, 1], [learners, 2], [], [Int.max]]
        }
        return ConveningProblem(
            topics: topics, slots: times, learners: people, together: together, apart: apart,
            groupSizes: [2...2, 2...3, 2...4, 3...4][draw(4)], seed: generator.next())
    }
}
