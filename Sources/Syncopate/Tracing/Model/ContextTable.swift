/// The coefficients of one term: a number per entity and case, zero where nothing was seen.
package struct ContextTable: Sendable, Equatable {
    /// Cells with a coefficient, ascending: entity's row times cases plus case.
    package let cells: [Int64]
    package let coefficients: [Float]
    private let rows: Int
    private let cases: Int
    /// All cells, where they are few enough; else look-ups go through ``slots``.
    private let dense: [Float]
    /// Open addressing: places in ``cells`` plus one, 0 for empty; a power of two of them.
    private let slots: [Int32]

    private static let denseLimit = 1 << 22

    /// - Parameters:
    ///   - rows: number of entities; - cases: of the context.
    ///   - entries: cells and their coefficients; those outside the table or zero are left out.
    package init(rows: Int, cases: Int, entries: [(cell: Int64, coefficient: Float)]) {
        self.rows = rows
        self.cases = cases
        let size = Int64(rows) * Int64(cases)
        let kept =
            entries.filter { $0.cell >= 0 && $0.cell < size && $0.coefficient != 0 && $0.coefficient.isFinite }
            .sorted { $0.cell < $1.cell }
        cells = kept.map(\.cell)
        coefficients = kept.map(\.coefficient)
        if size <= Self.denseLimit {
            var dense = [Float](repeating: 0, count: Int(size))
            for entry in kept { dense[Int(entry.cell)] = entry.coefficient }
            self.dense = dense
            slots = []
        } else {
            dense = []
            var capacity = 16
            while capacity < kept.count * 2 { capacity *= 2 }
            var slots = [Int32](repeating: 0, count: capacity)
            for (place, entry) in kept.enumerated() {
                var slot = Self.slot(entry.cell, capacity)
                while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
                slots[slot] = Int32(place + 1)
            }
            self.slots = slots
        }
    }

    private static func slot(_ cell: Int64, _ capacity: Int) -> Int {
        // Fibonacci hashing (Knuth 1998, section 6.4).
        Int(truncatingIfNeeded: (UInt64(bitPattern: cell) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
    }

    /// Number of cells where all of them are kept; `nil` where they are too many.
    package var denseSize: Int? { slots.isEmpty ? dense.count : nil }

    /// The coefficient of an entity in a case; 0 for an entity that is not known (`row` negative or beyond the table).
    package func coefficient(row: Int, case place: Int) -> Double {
        guard row >= 0, row < rows, place >= 0, place < cases else { return 0 }
        let cell = row * cases + place
        if slots.isEmpty { return Double(dense[cell]) }
        var slot = Self.slot(Int64(cell), slots.count)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if cells[place] == Int64(cell) { return Double(coefficients[place]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    package static func == (left: ContextTable, right: ContextTable) -> Bool {
        left.rows == right.rows && left.cases == right.cases && left.cells == right.cells
            && left.coefficients == right.coefficients
    }
}
