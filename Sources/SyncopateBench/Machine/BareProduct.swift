internal import Matrices
public import Syncopate

/// The product of matrices alone, learners by skills and skills by items, in single precision and in tiles: what ranking
/// items would take at least if it multiplied everything.
public struct BareProduct: Sendable {
    let learners: Int
    let skills: Int
    let items: Int
    private static let rows = 256
    private static let columns = 1_024
    private static let pieces = 16

    public init(learners: Int, skills: Int, items: Int) {
        self.learners = max(learners, 1)
        self.skills = max(skills, 1)
        self.items = max(items, 1)
    }

    private var strips: Int { (learners + Self.rows - 1) / Self.rows }
    private var width: Int { min(items, Self.columns) }
    private var tiles: Int { (items + width - 1) / width }

    /// Multiplies everything, each tile into the same place, so that nothing but the product costs anything.
    public func run(_ workers: Workers) {
        // A piece has many strips: filling the matrices is not what is to be measured.
        let pieces = min(strips, Self.pieces)
        workers.forEach(pieces) { piece in
            let left = Matrix<Float>(rows: Self.rows, columns: skills, repeating: 0.01)
            let right = Matrix<Float>(rows: skills, columns: width, repeating: 0.02)
            var tile = Matrix<Float>(rows: Self.rows, columns: width)
            for _ in stride(from: piece, to: strips, by: pieces) {
                for _ in 0..<tiles { tile.assignProduct(left, right) }
            }
        }
    }

    /// Learners times items that ``run(_:)`` goes through, whole tiles.
    public var pairs: Double { Double(strips * Self.rows) * Double(tiles * width) }
}
