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

    private mutating func number(bytes count: Int) throws(PracticeStateFault) -> UInt64 {
        guard bytes.endIndex - place >= count else { throw .short(at: offset) }
        var value: UInt64 = 0
        for step in 0..<count { value |= UInt64(bytes[place + step]) << UInt64(8 * step) }
        place += count
        return value
    }
}
