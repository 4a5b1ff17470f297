extension Matrix {
    /// The same matrix in another precision; each element is rounded to the nearest.
    public func converted<Other: MatrixScalar>(to other: Other.Type) -> Matrix<Other> {
        var result = Matrix<Other>(rows: rows, columns: columns)
        withView { source in
            result.withMutableView { target in
                for row in 0..<source.rows {
                    let (from, to) = (source.row(row), target.row(row))
                    for column in from.indices { to[column] = Other(from[column]) }
                }
            }
        }
        return result
    }
}
