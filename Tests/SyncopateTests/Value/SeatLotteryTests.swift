import TestSupport
import Testing

@testable import Syncopate

struct SeatLotteryTests {
    private struct Instance {
        var values: [Double]
        var seats: [Int?]
        var rows: Int
    }

    private func instance(_ generator: inout SeededGenerator, rows: Int, spread: Double = 0.1) -> Instance {
        let values = (0..<rows * 4).map { _ in spread * generator.normal() }
        return Instance(
            values: values, seats: [nil, nil, Int(generator.uniform() * 4), 1 + Int(generator.uniform() * 3)],
            rows: rows)
    }

    @Test func probabilitiesAreProbabilitiesAndSeatsAreKept() {
        var generator = SeededGenerator(seed: 5)
        for round in 0..<60 {
            let tie = [0.001, 0.02, 0.1, 0.5][round % 4]
            let lots = instance(&generator, rows: 1 + round % 17)
            let lottery = SeatLottery(
                values: lots.values, columns: 4, seats: lots.seats, tie: tie, least: round % 2 == 0 ? 0 : 0.1)
            for row in 0..<lots.rows {
                let shares = lottery.probabilities[row * 4..<row * 4 + 4]
                #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && shares.allSatisfy { (0...1).contains($0) })
            }
            for (column, seats) in lots.seats.enumerated() {
                guard let seats else { continue }
                let sum = stride(from: column, to: lots.rows * 4, by: 4).reduce(0) { $0 + lottery.probabilities[$1] }
                #expect(sum <= Double(seats) + 1e-6)
            }
            for seed in 0..<10 {
                var lot = SeededGenerator(seed: UInt64(seed))
                let chosen = lottery.draw(using: &lot)
                #expect(chosen.count == lots.rows)
                for (column, seats) in lots.seats.enumerated() {
                    if let seats { #expect(chosen.count { $0 == column } <= seats) }
                }
                // Nobody is given what they had no chance of.
                for (row, column) in chosen.enumerated() { #expect(lottery.probabilities[row * 4 + column] > 0) }
            }
        }
    }

    /// The shares maximise what they are said to: no small move between two columns of a learner, or between two learners
    /// of two columns, adds anything.
    @Test func sharesAreTheBest() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<20 {
            let (rows, tie) = (8, 0.1)
            let lots = instance(&generator, rows: rows)
            let p = SeatLottery(values: lots.values, columns: 4, seats: lots.seats, tie: tie, least: 0).probabilities
            func worth(_ cell: Int) -> Double { lots.values[cell] - tie * p[cell] }
            func room(_ column: Int) -> Bool {
                guard let seats = lots.seats[column] else { return true }
                return stride(from: column, to: p.count, by: 4).reduce(0) { $0 + p[$1] } < Double(seats) - 1e-6
            }
            for row in 0..<rows {
                for from in 0..<4 where p[row * 4 + from] > 1e-6 {
                    for to in 0..<4 where to != from {
                        let gain = worth(row * 4 + to) - worth(row * 4 + from)
                        if room(to) { #expect(gain < 1e-5) }
                        for other in 0..<rows where other != row && p[other * 4 + to] > 1e-6 {
                            #expect(gain + worth(other * 4 + from) - worth(other * 4 + to) < 1e-5)
                        }
                    }
                }
            }
        }
    }

    @Test func replayedDrawsComeUpAsOftenAsLogged() {
        var generator = SeededGenerator(seed: 7)
        let lots = instance(&generator, rows: 12, spread: 0.05)
        let lottery = SeatLottery(values: lots.values, columns: 4, seats: lots.seats, tie: 0.1, least: 0.1)
        #expect(lottery.probabilities.count { $0 > 0 && $0 < 1 } >= 10)
        #expect(lottery.probabilities.allSatisfy { $0 == 0 || $0 >= 0.1 - 1e-6 })
        let draws = 6_000
        var counts = [Int](repeating: 0, count: lottery.probabilities.count)
        for seed in 0..<draws {
            var lot = SeededGenerator(seed: UInt64(seed))
            for (row, column) in lottery.draw(using: &lot).enumerated() { counts[row * 4 + column] += 1 }
        }
        for (count, probability) in zip(counts, lottery.probabilities) {
            // Four standard errors of a share of one half.
            #expect(abs(Double(count) / Double(draws) - probability) < 0.026)
        }
    }

    @Test func equalsHaveEqualChancesAndThoseFarApartAreCertain() {
        let equal = SeatLottery(
            values: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1], columns: 2, seats: [nil, 2], tie: 0.05, least: 0)
        for row in 0..<5 { #expect(abs(equal.probabilities[row * 2 + 1] - 0.4) < 1e-6) }
        let apart = SeatLottery(values: [0, 3, 0, 2, 0, 1, 0, -1], columns: 2, seats: [nil, 2], tie: 0.05, least: 0)
        #expect(apart.probabilities == [0, 1, 0, 1, 1, 0, 1, 0])
        // Nobody wants what is worse, however many seats there are.
        let free = SeatLottery(values: [0, -1, 0, -1], columns: 2, seats: [nil, 5], tie: 0.05, least: 0)
        #expect(free.probabilities == [1, 0, 1, 0])
    }
}
