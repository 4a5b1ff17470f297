/// The few operations on long vectors that an optimiser consists of. Lengths are the caller's affair; the shorter counts.
enum Vectors {
    /// The sum of products, in four running sums: a fixed order that the processor can still do at once.
    static func dot(_ a: [Double], _ b: [Double]) -> Double {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                let count = min(a.count, b.count)
                var sums = SIMD4<Double>.zero
                var index = 0
                while index + 4 <= count {
                    let left = SIMD4<Double>(a[index], a[index + 1], a[index + 2], a[index + 3])
                    let right = SIMD4<Double>(b[index], b[index + 1], b[index + 2], b[index + 3])
                    sums += left * right
                    index += 4
                }
                var total = sums.sum()
                while index < count {
                    total += a[index] * b[index]
                    index += 1
                }
                return total
            }
        }
    }

    /// target += factor vector.
    static func add(_ factor: Double, _ vector: [Double], to target: inout [Double]) {
        target.withUnsafeMutableBufferPointer { target in
            vector.withUnsafeBufferPointer { vector in
                for index in 0..<min(target.count, vector.count) { target[index] += factor * vector[index] }
            }
        }
    }

    /// target = base + factor vector.
    static func add(_ factor: Double, _ vector: [Double], to base: [Double], into target: inout [Double]) {
        target.withUnsafeMutableBufferPointer { target in
            base.withUnsafeBufferPointer { base in
                vector.withUnsafeBufferPointer { vector in
                    for index in 0..<min(target.count, min(base.count, vector.count)) {
                        target[index] = base[index] + factor * vector[index]
                    }
                }
            }
        }
    }
}
