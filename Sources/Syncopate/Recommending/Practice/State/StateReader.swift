/// Takes numbers from bytes that anybody may have written: what is not there or cannot be is a fault.
struct StateReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private let before: Int

    /// - Parameter before: bytes that came before these, for telling places.
    init(_ bytes: ArraySlice<UInt8>, at before: Int = 0) {
        self.bytes = bytes
        self.before = before
        place = bytes.startIndex
    }

    /// Place of the next byte.
    var offset: Int { before + place - bytes.startIndex }
    var isAtEnd: Bool { place == bytes.endIndex }

    mutating func byte() throws(PracticeStateFault) -> UInt8 { UInt8(truncatingIfNeeded: try number(bytes: 1)) }

    /// A count or position that must be at most as large as said.
    mutating func count(_ name: String, most: Int) throws(PracticeStateFault) -> Int {
        let start = offset
        let count = Int(try number(bytes: 4))
        guard count <= most else { throw .value(name: name, at: start) }
        return count
    }

    /// A position after the one before it.
    mutating func position(_ name: String, after previous: Int, below limit: Int) throws(PracticeStateFault) -> Int {
        let start = offset
        let position = try count(name, most: limit - 1)
        guard position > previous else { throw .value(name: name, at: start) }
        return position
    }

    /// A number in a range; no number is in none.
    mutating func number(_ name: String, in range: ClosedRange<Double>) throws(PracticeStateFault) -> Double {
        let start = offset
        let value = Double(bitPattern: try number(bytes: 8))
        guard range.contains(value) else { throw .value(name: name, at: start) }
        return value
    }

    /// The same in single precision.
    mutating func single(_ name: String, in range: ClosedRange<Double>) throws(PracticeStateFault) -> Double {
        let start = offset
        let value = Double(Float(bitPattern: UInt32(truncatingIfNeeded: try number(bytes: 4))))
        guard range.contains(value) else { throw .value(name: name, at: start) }
        return value
    }

    /// Several in single precision, one after the other.
    mutating func singles(
        _ name: String, _ count: Int, in range: ClosedRange<Double>
    ) throws(PracticeStateFault) -> [Double] {
        guard bytes.endIndex - place >= 4 * count else { throw .short(at: offset) }
        let (first, least, most) = (place - bytes.startIndex, range.lowerBound, range.upperBound)
        var wrong: Int?
        let values = bytes.withUnsafeBytes { bytes in
            [Double](unsafeUninitializedCapacity: count) { values, initialised in
                for step in 0..<count {
                    let pattern = bytes.loadUnaligned(fromByteOffset: first + 4 * step, as: UInt32.self)
                    let value = Double(Float(bitPattern: UInt32(littleEndian: pattern)))
                    if !(value >= least && value <= most), wrong == nil { wrong = step }
                    values.initializeElement(at: step, to: value)
                }
                initialised = count
            }
        }
        if let wrong { throw .value(name: name, at: offset + 4 * wrong) }
        place += 4 * count
        return values
    }

    /// A whole number of 1, 4 or 8 bytes.
    private mutating func number(bytes count: Int) throws(PracticeStateFault) -> UInt64 {
        guard bytes.endIndex - place >= count else { throw .short(at: offset) }
        let first = place - bytes.startIndex
        place += count
        return bytes.withUnsafeBytes { bytes in
            switch count {
            case 8: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: first, as: UInt64.self))
            case 4: UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: first, as: UInt32.self)))
            default: UInt64(bytes[first])
            }
        }
    }
}
