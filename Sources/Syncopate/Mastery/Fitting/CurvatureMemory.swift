/// The inverse Hessian of a function as its last few steps show it, applied and never formed.
struct CurvatureMemory {
    private let capacity: Int
    private let dimension: Int
    /// Differences of points and of gradients, oldest overwritten first, one row of `dimension` each.
    private var steps: [[Double]] = []
    private var changes: [[Double]] = []
    /// 1 / (step . change) of each pair.
    private var inverses: [Double] = []
    /// Position the next pair goes to once all places are taken.
    private var next = 0
    /// Scale of the inverse Hessian before any pair is applied (Nocedal & Wright 2006, eq. 7.20).
    private var scale = 1.0

    init(capacity: Int, dimension: Int) {
        self.capacity = capacity
        self.dimension = dimension
    }

    var isEmpty: Bool { steps.isEmpty }

    mutating func removeAll() {
        steps.removeAll()
        changes.removeAll()
        inverses.removeAll()
        next = 0
        scale = 1
    }

    /// Takes in one step. A pair without positive curvature would spoil the positive definiteness and is left out.
    mutating func insert(from point: [Double], _ gradient: [Double], to newPoint: [Double], _ newGradient: [Double]) {
        var step = [Double](repeating: 0, count: dimension)
        var change = step
        Vectors.add(-1, point, to: newPoint, into: &step)
        Vectors.add(-1, gradient, to: newGradient, into: &change)
        let curvature = Vectors.dot(step, change)
        let square = Vectors.dot(change, change)
        guard curvature > 2.2e-16 * square, square.isFinite else { return }
        scale = curvature / square
        if steps.count < capacity {
            steps.append(step)
            changes.append(change)
            inverses.append(1 / curvature)
        } else {
            steps[next] = step
            changes[next] = change
            inverses[next] = 1 / curvature
            next = (next + 1) % capacity
        }
    }

    /// Writes minus the inverse Hessian times `gradient` into `direction`: the two-loop recursion
    /// (Nocedal & Wright 2006, algorithm 7.4).
    func descend(_ gradient: [Double], into direction: inout [Double]) {
        for index in direction.indices { direction[index] = -gradient[index] }
        let count = steps.count
        var shares = [Double](repeating: 0, count: count)
        for back in stride(from: count - 1, through: 0, by: -1) {
            let pair = (next + back) % count
            shares[pair] = inverses[pair] * Vectors.dot(steps[pair], direction)
            Vectors.add(-shares[pair], changes[pair], to: &direction)
        }
        for index in direction.indices { direction[index] *= scale }
        for forth in 0..<count {
            let pair = (next + forth) % count
            let share = inverses[pair] * Vectors.dot(changes[pair], direction)
            Vectors.add(shares[pair] - share, steps[pair], to: &direction)
        }
    }
}
