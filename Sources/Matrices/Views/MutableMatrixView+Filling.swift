extension MutableMatrixView {
    /// Sets every element to one value.
    @inlinable
    public func fill(with value: Scalar) {
        for row in 0..<rows { self.row(row).update(repeating: value) }
    }

    /// Copies another matrix of the same shape, which must not overlap with this one.
    @inlinable
    public func copy(from other: MatrixView<Scalar>) {
        requireShapes(
            other.rows == rows && other.columns == columns,
            "copy of \(other.rows) x \(other.columns) to \(rows) x \(columns)")
        for row in 0..<rows { _ = self.row(row).update(fromContentsOf: other.row(row)) }
    }

    /// Makes a square matrix symmetric by copying one triangle onto the other.
    @inlinable
    public func mirror(from triangle: Triangle) {
        requireShapes(rows == columns, "mirror of \(rows) x \(columns)")
        for row in 0..<rows {
            for column in 0..<row {
                switch triangle {
                case .lower: self[column, row] = self[row, column]
                case .upper: self[row, column] = self[column, row]
                }
            }
        }
    }

    /// Multiplies every element, or those of one triangle, by a number; by zero it sets them to zero, NaN or not.
    @inlinable
    func scale(by factor: Scalar, triangle: Triangle? = nil) {
        if factor == 1 { return }
        for row in 0..<rows {
            let range =
                switch triangle {
                case nil: 0..<columns
                case .lower: 0..<row + 1
                case .upper: row..<columns
                }
            self.row(row).scale(by: factor, in: range)
        }
    }
}

extension UnsafeMutableBufferPointer where Element: MatrixScalar {
    /// Multiplies the elements of a range by a number; by zero it sets them to zero, NaN or not.
    @inlinable
    func scale(by factor: Element, in range: Range<Int>) {
        if factor == 0 { return self[range].update(repeating: 0) }
        for index in range { self[index] *= factor }
    }
}
