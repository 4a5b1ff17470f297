import Foundation
import Testing

@testable import Syncopate

/// The likelihood of scores that groups share, beside counting every division.
struct SharedScoresTests {
    /// Every division of `members` into groups, as lists of sizes per group of member positions.
    private static func divisions(_ members: [Int]) -> [[[Int]]] {
        guard let last = members.last else { return [[]] }
        return divisions(Array(members.dropLast())).flatMap { division -> [[[Int]]] in
            var results = [division + [[last]]]
            for group in division.indices {
                var joined = division
                joined[group].append(last)
                results.append(joined)
            }
            return results
        }
    }

    /// What the sum over divisions comes to when each is visited: one group size and one weight of learners alone.
    private static func counted(_ values: [Int], logs: [Int: Double], size: Int, lone: Double) -> Double {
        let count = Double(values.count)
        let factorial = [1.0, 1, 2, 6, 24, 120, 720, 5040, 40320]
        var weights: [Int: Double] = [1: lone, size: 1, size + 1: 0.2]
        if size > 2 { weights[size - 1] = 0.2 }
        let total = weights.values.reduce(0, +)
        weights = weights.reduce(into: [:]) {
            $0[$1.key] = $1.value / total * count / Double(size) * factorial[$1.key]
        }
        var (all, same) = (0.0, 0.0)
        for division in divisions(Array(values.indices)) {
            let weight = division.reduce(1.0) { $0 * (weights[$1.count] ?? 0) }
            all += weight
            // A group draws one value; its members must all have it.
            let likelihood = division.reduce(1.0) { product, group in
                let first = values[group[0]]
                return group.allSatisfy { values[$0] == first } ? product * exp(logs[first] ?? 0) : 0
            }
            same += weight * likelihood
        }
        return log(same / all)
    }

    @Test func theSumIsThatOverEveryDivision() {
        let scores = [0.4, 0.4, 0.4, 0.7, 0.7, 0.9]
        let grid = ScoreGrid(scores, maximum: 10)
        #expect(grid.steps == 10 && grid.places == [4, 4, 4, 7, 7, 9])
        // The ratio of two columns leaves everybody's own likelihood in plain sight.
        let pairs = grid.places.map { (first: grid.logProbability[$0] ?? 0, second: 0.0, place: $0) }
        let own = pairs.reduce(0) { $0 + $1.first }
        let expected = (2...5).map {
            exp(Self.counted(grid.places, logs: grid.logProbability, size: $0, lone: 0.1))
        }.reduce(0, +)
        let ratio = SharedScores().logRatio(pairs, correlation: 0)
        #expect(abs(ratio - (log(expected / 4) - own)) < 1e-6)
    }

    @Test func sharedScoresAreTold() {
        // Twelve groups of three on a grid of a hundred, and as many scores that differ.
        let shared: [Double] = (0..<36).map { place in
            let group = place / 3
            return Double(50 + group * 4 + group % 3) / 100
        }
        let own: [Double] = (0..<36).map { place in
            let jitter = (place * 7) % 5
            return Double(45 + place + jitter) / 100
        }
        #expect(SharedScores().logRatio(ScoreGrid(shared, maximum: 100)) > 3)
        #expect(SharedScores().logRatio(ScoreGrid(own, maximum: 100)) < -5)
    }

    @Test func percentagesOfFewQuestionsAreNoGroups() {
        // Rounded percentages of twelve questions: ties come from the grid.
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let scores = (0..<40).map { _ in
                (100 * Double(generator.successes(of: 12, probability: 0.7)) / 12).rounded() / 100
            }
            let grid = ScoreGrid(scores, maximum: 100)
            #expect(grid.steps <= 12)
            #expect(SharedScores().logRatio(grid) < 3)
        }
    }

    @Test func gridsAreFound() {
        #expect(ScoreGrid([0.5, 1, 0.25], maximum: 20).steps == 4)
        #expect(ScoreGrid([0.525, 0.7], maximum: 20).steps == 40)
        #expect(ScoreGrid([0, 1, 1], maximum: 5).steps == 1)
        #expect(ScoreGrid([], maximum: nil).places.isEmpty)
    }
}
