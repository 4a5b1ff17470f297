import Testing

@testable import Syncopate

struct BoardLinesTests {
    private func task(_ item: Int, _ score: Double, _ action: Action = .correct) -> Recommendation {
        Recommendation(
            action: action, item: item, prescription: nil, mode: .asyncSolo, score: score, terms: [], success: 0.5,
            successDeviation: 0.1, gain: 0.1, minutes: 20, minutesAreAssumed: true, reasons: [])
    }

    @Test func oneLineForAllWhereItIsNearlyAsGood() {
        let lists = (0..<6).map { [task($0, 1), task(9, 0.9)] }
        #expect(BoardLines.choose(lists) == Array(repeating: 1, count: 6))
    }

    @Test func nobodyIsGivenMuchLess() {
        let lists = (0..<6).map { [task($0, 1), task(9, 0.4)] }
        #expect(BoardLines.choose(lists) == Array(repeating: nil, count: 6))
    }

    @Test func atMostSoManyLinesAndNoneForOne() {
        let lists = (0..<14).map { [task($0 / 2, 1)] } + [[task(30, 1)]]
        let chosen = BoardLines.choose(lists)
        #expect(chosen.count { $0 != nil } == 2 * BoardLines.limit)
        #expect(chosen.last == .some(nil))
    }

    @Test func nothingFromNothing() {
        #expect(BoardLines.choose([]).isEmpty)
        #expect(BoardLines.choose([[], []]) == [nil, nil])
    }

    /// The greedy rule is within 1 - 1/e of the best five lines, found by trying all.
    @Test func closeToTheBestOfAll() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let lists = (0..<8).map { _ in
                let first = 0.5 + 0.5 * generator.uniform()
                return (0..<4).map { place in task(Int(generator.uniform() * 8), first * (1 - 0.1 * Double(place))) }
            }
            func worth(_ lines: Set<Int>) -> Double {
                lists.reduce(0) { sum, list in
                    sum + (list.filter { lines.contains($0.item ?? -1) }.map { 1 + $0.score }.max() ?? 0)
                }
            }
            var best = 0.0
            for mask in 0..<256 where mask.nonzeroBitCount <= BoardLines.limit {
                best = max(best, worth(Set((0..<8).filter { mask >> $0 & 1 == 1 })))
            }
            let chosen = BoardLines.choose(lists)
            let given: [Double] = zip(lists, chosen).map { list, place in place.map { 1 + list[$0].score } ?? 0 }
            let got = given.reduce(0, +)
            // A line for one alone is no line, and nobody is given one far below their first task, so some may be lost beyond
            // the bound of greedy choice (Nemhauser, Wolsey & Fisher 1978).
            #expect(got >= 0.5 * best)
        }
    }

    @Test func tasksAreGroupedByItemAndAction() {
        let tasks = BriefTask.grouped(
            [(4, task(1, 1)), (5, task(2, 1)), (6, task(2, 1, .makeUp)), (7, task(2, 1))], topic: { _ in nil })
        #expect(tasks.map(\.item) == [2, 1])
        #expect(tasks[0].parts.map(\.action) == [.makeUp, .correct])
        #expect(tasks[0].parts.map(\.learners) == [[6], [5, 7]])
    }
}
