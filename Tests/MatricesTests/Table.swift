import Matrices

/// A matrix of Double with textbook operations, as the oracle: nothing in it is shared with the code under test.
struct Table {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(rows: Int, columns: Int, values: [Double]) {
        (self.rows, self.columns, self.values) = (rows, columns, values)
    }

    init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Double) {
        (self.rows, self.columns) = (rows, columns)
        values = []
        values.reserveCapacity(rows * columns)
        for row in 0..<rows { for column in 0..<columns { values.append(element(row, column)) } }
    }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    var transposed: Table { Table(columns, rows) { self[$1, $0] } }
    var magnitudes: Table { Table(rows: rows, columns: columns, values: values.map(\.magnitude)) }
    func oriented(_ orientation: Orientation) -> Table { orientation == .plain ? self : transposed }

    /// One triangle, with zeros in the other and, if asked for, ones on the diagonal.
    func only(_ triangle: Triangle, _ diagonal: TriangleDiagonal = .stored) -> Table {
        Table(rows, columns) { row, column in
            if row == column { return diagonal == .ones ? 1 : self[row, column] }
            return (column < row) == (triangle == .lower) ? self[row, column] : 0
        }
    }

    /// The symmetric table that has this one's triangle.
    func mirrored(_ triangle: Triangle) -> Table {
        Table(rows, columns) { row, column in
            (column <= row) == (triangle == .lower) || row == column ? self[row, column] : self[column, row]
        }
    }

    static func * (a: Table, b: Table) -> Table {
        precondition(a.columns == b.rows)
        var product = Table(rows: a.rows, columns: b.columns, values: Array(repeating: 0, count: a.rows * b.columns))
        let (rows, columns, inner) = (a.rows, b.columns, a.columns)
        // Buffers, because these loops are most of the time of the tests, which are built without optimisation.
        product.values.withUnsafeMutableBufferPointer { product in
            a.values.withUnsafeBufferPointer { a in
                b.values.withUnsafeBufferPointer { b in
                    var (row, aStart, target) = (0, 0, 0)
                    while row < rows {
                        var column = 0
                        while column < columns {
                            var (sum, left, right) = (0.0, aStart, column)
                            let end = aStart + inner
                            while left < end {
                                sum += a[left] * b[right]
                                left += 1
                                right += columns
                            }
                            product[target] = sum
                            column += 1
                            target += 1
                        }
                        row += 1
                        aStart += inner
                    }
                }
            }
        }
        return product
    }

    static func + (a: Table, b: Table) -> Table {
        precondition(a.rows == b.rows && a.columns == b.columns)
        var sum = a
        for index in sum.values.indices { sum.values[index] += b.values[index] }
        return sum
    }

    static func * (factor: Double, a: Table) -> Table {
        var product = a
        for index in product.values.indices { product.values[index] *= factor }
        return product
    }

    /// `factor * self`, where a factor of 0 gives 0 whatever the elements are, as BLAS has it.
    func scaled(_ factor: Double) -> Table {
        factor == 0 ? Table(rows: rows, columns: columns, values: values.map { _ in 0 }) : factor * self
    }

    /// Inverse of a lower triangular table by forward substitution.
    var lowerInverse: Table {
        var inverse = Table(rows, rows) { _, _ in 0 }
        for column in 0..<rows {
            for row in column..<rows {
                var sum = row == column ? 1.0 : 0.0
                for inner in column..<row { sum -= self[row, inner] * inverse[inner, column] }
                inverse[row, column] = sum / self[row, row]
            }
        }
        return inverse
    }

    /// Whether every element is within `bound` of the other table's (so that no NaN passes).
    func isWithin(_ bound: Table, of other: Table) -> Bool {
        guard rows == other.rows, columns == other.columns, bound.rows == rows, bound.columns == columns else {
            return false
        }
        return values.indices.allSatisfy { (values[$0] - other.values[$0]).magnitude <= bound.values[$0] }
    }
}
