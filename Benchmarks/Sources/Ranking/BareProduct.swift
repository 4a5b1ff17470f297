import Dispatch
import Matrices
import Synchronization

/// The product of matrices alone, learners by skills and skills by items, in single precision and in tiles.
struct BareProduct {
    static let rows = 256
    static let columns = 1024
    let learners: Int
    let skills: Int
    let items: Int

    /// Multiplies everything, each tile into the same place, so that nothing but the product costs anything.
    func run(threads: Int) {
        let strips = (learners + Self.rows - 1) / Self.rows
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let left = Matrix<Float>(rows: Self.rows, columns: skills, repeating: 0.01)
            let right = Matrix<Float>(rows: skills, columns: Self.columns, repeating: 0.02)
            var tile = Matrix<Float>(rows: Self.rows, columns: Self.columns)
            while next.add(1, ordering: .relaxed).oldValue < strips {
                var column = 0
                while column < items {
                    tile.assignProduct(left, right)
                    column += Self.columns
                }
            }
        }
    }

    /// Learners times items that ``run(threads:)`` goes through, whole tiles.
    var pairs: Double {
        Double((learners + Self.rows - 1) / Self.rows * Self.rows)
            * Double((items + Self.columns - 1) / Self.columns * Self.columns)
    }
}
