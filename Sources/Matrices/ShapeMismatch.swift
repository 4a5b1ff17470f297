/// Elements that do not fill the shape they were said to have.
///
/// Thrown only where a shape can come from outside the program, that is when a matrix is made of given
/// elements (``Matrix/init(rows:columns:elements:)``). Operations between matrices have shapes the program
/// itself decided; a mismatch there is a mistake in the program and stops it with a message, in every build.
public struct ShapeMismatch: Error, Sendable, Hashable, CustomStringConvertible {
    /// The stable name of this error: `shape-mismatch`.
    public static let code = "shape-mismatch"
    /// Rows asked for.
    public let rows: Int
    /// Columns asked for.
    public let columns: Int
    /// Elements given.
    public let elements: Int

    public init(rows: Int, columns: Int, elements: Int) {
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// One line for a log.
    public var description: String { "\(elements) elements cannot fill a matrix of \(rows) x \(columns)" }
}
