/// The largest dimension and stride: BLAS counts in 32-bit integers. Every matrix and view is held to it when it
/// is made, so that no later conversion can overflow.
@usableFromInline let largestDimension = Int(Int32.max)

/// Stops the program unless the shapes of an operation fit together.
///
/// `precondition` would drop its message in optimised builds; a wrong shape is a mistake in the program, and
/// whoever reads the crash needs to know which.
@inlinable @inline(__always)
func requireShapes(_ fit: Bool, _ message: @autoclosure () -> String) {
    if !fit { stopForShapes(message()) }
}

@usableFromInline @inline(never)
func stopForShapes(_ message: String) -> Never { fatalError("Matrices: \(message)") }

/// The number of elements of a shape, or `nil` where BLAS or this machine's integers cannot count them.
@inlinable
func elementCount(rows: Int, columns: Int) -> Int? {
    guard (0...largestDimension).contains(rows), (0...largestDimension).contains(columns) else { return nil }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    return overflow ? nil : count
}

/// Whether rows of `columns` elements that begin `stride` elements apart lie within `count` elements.
@inlinable
func extentFits(rows: Int, columns: Int, stride: Int, count: Int) -> Bool {
    guard rows >= 0, columns >= 0, rows <= largestDimension, stride >= columns, stride <= largestDimension else {
        return false
    }
    if rows == 0 || columns == 0 { return true }
    let (start, overflow) = (rows - 1).multipliedReportingOverflow(by: stride)
    return !overflow && start <= count && columns <= count - start
}
