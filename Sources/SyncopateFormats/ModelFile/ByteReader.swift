/// Reads what ``ByteWriter`` wrote. Never reads beyond the end, and never makes room for more than there are bytes.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// The bytes end before what they promise.
    struct Exhausted: Error {}

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.endIndex - position else { throw Exhausted() }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func byte() throws -> UInt8 { try take(1).first ?? 0 }

    mutating func uint32() throws -> UInt32 {
        var value: UInt32 = 0
        for (place, byte) in try take(4).enumerated() { value |= UInt32(byte) << (8 * UInt32(place)) }
        return value
    }

    mutating func uint64() throws -> UInt64 {
        var value: UInt64 = 0
        for (place, byte) in try take(8).enumerated() { value |= UInt64(byte) << (8 * UInt64(place)) }
        return value
    }

    mutating func int() throws -> Int { Int(truncatingIfNeeded: try uint64()) }
    mutating func double() throws -> Double { Double(bitPattern: try uint64()) }
    mutating func float() throws -> Float { Float(bitPattern: try uint32()) }

    mutating func string() throws -> String {
        let count = Int(try uint32())
        return String(decoding: try take(count), as: UTF8.self)
    }

    /// A count, then each; `size` is the fewest bytes one takes.
    mutating func list<Element>(size: Int, _ each: (inout ByteReader) throws -> Element) throws -> [Element] {
        let count = Int(try uint32())
        guard count <= (bytes.endIndex - position) / max(size, 1) else { throw Exhausted() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try each(&self)) }
        return list
    }
}
