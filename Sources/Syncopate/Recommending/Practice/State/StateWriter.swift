/// Bytes in the making: whole numbers and floating-point numbers, little endian.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ value: UInt8) { bytes.append(value) }

    mutating func add(_ value: UInt32) { addBytes(of: value) }

    /// A count or position; one too large for the code is held to the largest.
    mutating func add(count: Int) { add(UInt32(clamping: count)) }

    mutating func add(_ value: Double) { addBytes(of: value.bitPattern) }

    /// Several numbers in single precision, one after the other.
    mutating func add(singles values: some Collection<Double>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: values.count) { patterns in
            for (place, value) in values.enumerated() { patterns[place] = Float(value).bitPattern.littleEndian }
            bytes.append(contentsOf: UnsafeRawBufferPointer(patterns))
        }
    }

    /// Several numbers, one after the other.
    mutating func add(doubles values: some Collection<Double>) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: values.count) { patterns in
            for (place, value) in values.enumerated() { patterns[place] = value.bitPattern.littleEndian }
            bytes.append(contentsOf: UnsafeRawBufferPointer(patterns))
        }
    }

    /// Puts a number where a place was kept for it.
    mutating func put(_ value: UInt32, at place: Int) {
        var rest = value
        for offset in 0..<4 {
            bytes[place + offset] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    private mutating func addBytes<Value: FixedWidthInteger>(of value: Value) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
