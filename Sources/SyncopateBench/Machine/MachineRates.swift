internal import Matrices

/// What this machine can do at most, measured and not looked up: the roof over everything else (Williams, Waterman &
/// Patterson 2009).
public struct MachineRates: Sendable {
    /// Products of matrices in single precision on one thread, in floating-point operations a second.
    public let singleProduct: Double
    /// The same in double precision.
    public let doubleProduct: Double
    /// Bytes a second that one thread moves between memory and processor (the triad of STREAM, McCalpin 1995).
    public let memory: Double

    /// Rows and columns of the matrices.
    private static let size = 768
    /// Numbers of each of the three lists, well beyond any cache: 32 MB each.
    private static let numbers = 4 << 20

    public init(_ clock: BenchClock) {
        singleProduct = Self.product(Float.self, clock)
        doubleProduct = Self.product(Double.self, clock)
        memory = Self.triad(clock)
    }

    private static func product<Scalar: MatrixScalar>(_: Scalar.Type, _ clock: BenchClock) -> Double {
        let left = Matrix<Scalar>(rows: size, columns: size, repeating: 0.5)
        let right = Matrix<Scalar>(rows: size, columns: size, repeating: 0.25)
        var result = Matrix<Scalar>(rows: size, columns: size)
        let best = best(clock) { result.assignProduct(left, right) }
        let operations = 2 * Double(size) * Double(size) * Double(size)
        return operations / best
    }

    private static func triad(_ clock: BenchClock) -> Double {
        let first = [Double](repeating: 1, count: numbers)
        let second = [Double](repeating: 2, count: numbers)
        var sum = [Double](repeating: 0, count: numbers)
        let best = best(clock) {
            first.withUnsafeBufferPointer { first in
                second.withUnsafeBufferPointer { second in
                    sum.withUnsafeMutableBufferPointer { sum in
                        for place in 0..<numbers { sum[place] = first[place] + 3 * second[place] }
                    }
                }
            }
        }
        return 3 * Double(numbers * MemoryLayout<Double>.stride) / best
    }

    /// The shortest of three times, the first left out.
    private static func best(_ clock: BenchClock, _ work: () -> Void) -> Double {
        work()
        return max((0..<3).map { _ in clock.seconds(work) }.min() ?? 0, 1e-9)
    }
}
