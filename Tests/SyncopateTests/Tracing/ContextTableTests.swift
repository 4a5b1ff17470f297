import TestSupport
import Testing

@testable import Syncopate

struct ContextTableTests {
    private static let cases = 40

    /// A table of all cells and one that is looked up by hash hold the same.
    @Test(arguments: [0, 1, 15, 16, 17, 5_000]) func hashedIsDense(count: Int) {
        var generator = TestSupport.SeededGenerator(seed: UInt64(count + 1))
        let rows = 2_000
        var reference: [Int64: Float] = [:]
        for _ in 0..<count {
            reference[Int64(generator.next() % UInt64(rows * Self.cases))] = Float(generator.normal())
        }
        let entries = reference.map { (cell: $0.key, coefficient: $0.value) }
        let dense = ContextTable(rows: rows, cases: Self.cases, entries: entries)
        // So many rows that a table of all cells would be too large; the cells are the same.
        let hashed = ContextTable(rows: 200_000, cases: Self.cases, entries: entries)
        #expect(dense.cells == reference.keys.sorted() && hashed.cells == dense.cells)
        #expect(dense.coefficients == hashed.coefficients)
        var unlike = 0
        for row in 0..<rows {
            for place in 0..<Self.cases {
                let expected = Double(reference[Int64(row * Self.cases + place)] ?? 0)
                if dense.coefficient(row: row, case: place) != expected { unlike += 1 }
                if hashed.coefficient(row: row, case: place) != expected { unlike += 1 }
            }
        }
        #expect(unlike == 0)
    }

    @Test(arguments: [10, 200_000]) func whatIsOutsideIsZero(rows: Int) {
        let last = Int64(rows * Self.cases - 1)
        let table = ContextTable(
            rows: rows, cases: Self.cases,
            entries: [
                (last, 3), (0, 1), (-1, 5), (last + 1, 5), (2, 0), (3, .nan), (4, .infinity), (5, -2), (.max, 1),
                (.min, 1),
            ])
        #expect(table.cells == [0, 5, last] && table.coefficients == [1, -2, 3])
        #expect(table.coefficient(row: 0, case: 0) == 1)
        #expect(table.coefficient(row: rows - 1, case: Self.cases - 1) == 3)
        for (row, place) in [(-1, 0), (0, -1), (rows, 0), (0, Self.cases), (.max, 0), (0, .max), (.min, .min)] {
            #expect(table.coefficient(row: row, case: place) == 0)
        }
    }

    @Test func aTableOfNothing() {
        let table = ContextTable(rows: 0, cases: 3, entries: [(0, 1)])
        #expect(table.cells.isEmpty && table.coefficient(row: 0, case: 0) == 0)
    }
}
