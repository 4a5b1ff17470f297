/// Numbers cells in the order in which they first occur.
struct CellNumbering {
    private(set) var cells: [Int64] = []
    private var dense: [Int32]
    private var sparse: [Int64: Int32] = [:]

    /// Above this many possible cells a dictionary is used instead of a table of all.
    private static let denseLimit = 1 << 25

    init(cells: Int) { dense = cells <= Self.denseLimit ? [Int32](repeating: -1, count: max(cells, 0)) : [] }

    mutating func place(of cell: Int64) -> Int32 {
        let index = Int(cell)
        if dense.indices.contains(index) {
            if dense[index] < 0 {
                dense[index] = Int32(cells.count)
                cells.append(cell)
            }
            return dense[index]
        }
        if let known = sparse[cell] { return known }
        let place = Int32(cells.count)
        sparse[cell] = place
        cells.append(cell)
        return place
    }
}
