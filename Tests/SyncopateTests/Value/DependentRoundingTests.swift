import TestSupport
import Testing

@testable import Syncopate

struct DependentRoundingTests {
    /// Rows of a distribution each, with as many columns as asked for.
    private func table(_ generator: inout SeededGenerator, rows: Int, columns: Int) -> [Double] {
        (0..<rows).flatMap { _ -> [Double] in
            let parts = (0..<columns).map { _ in generator.uniform() < 0.3 ? 0 : generator.uniform() }
            let sum = parts.reduce(0, +)
            return sum > 0 ? parts.map { $0 / sum } : (0..<columns).map { $0 == 0 ? 1 : 0 }
        }
    }

    /// Every column gets its expected number, rounded down or up.
    @Test func columnsKeepTheirSums() {
        var generator = SeededGenerator(seed: 31)
        for round in 0..<100 {
            let (rows, columns) = (1 + round % 15, 1 + round % 5)
            let cells = table(&generator, rows: rows, columns: columns)
            var rounding = DependentRounding(cells, columns: columns)
            rounding.run(using: &generator)
            let chosen = rounding.chosen
            #expect(chosen.count == rows)
            for column in 0..<columns {
                let sum = (0..<rows).reduce(0) { $0 + cells[$1 * columns + column] }
                #expect(abs(Double(chosen.count { $0 == column }) - sum) < 1 + 1e-6)
            }
            for (row, column) in chosen.enumerated() { #expect(cells[row * columns + column] > 0) }
        }
    }

    @Test func cellsKeepTheirProbabilities() {
        var generator = SeededGenerator(seed: 32)
        let cells = table(&generator, rows: 7, columns: 3)
        var counts = [Double](repeating: 0, count: cells.count)
        let draws = 8_000
        for _ in 0..<draws {
            var rounding = DependentRounding(cells, columns: 3)
            rounding.run(using: &generator)
            for (row, column) in rounding.chosen.enumerated() { counts[row * 3 + column] += 1 / Double(draws) }
        }
        // Four standard errors of a share of one half.
        for (share, cell) in zip(counts, cells) { #expect(abs(share - cell) < 0.0225, "\(share) \(cell)") }
    }

    @Test func theSameSeedMakesTheSameChoice() {
        var generator = SeededGenerator(seed: 33)
        let cells = table(&generator, rows: 30, columns: 4)
        func chosen(_ seed: UInt64) -> [Int] {
            var lot = SeededGenerator(seed: seed)
            var rounding = DependentRounding(cells, columns: 4)
            rounding.run(using: &lot)
            return rounding.chosen
        }
        #expect(chosen(1) == chosen(1))
        #expect(Set((0..<20).map { chosen($0) }).count > 1)
        #expect(DependentRounding([], columns: 0).chosen.isEmpty)
    }
}
