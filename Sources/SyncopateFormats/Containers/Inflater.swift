/// Undoes the compression of zip archives (deflate, RFC 1951).
///
/// The size is known beforehand and never exceeded, so that a stream that unfolds to more costs no more memory.
struct Inflater {
    enum Fault: Error {
        /// No deflated stream, or a broken one.
        case damaged
        /// The stream ends in the middle.
        case cutOff
        /// It holds more than was said, or less.
        case otherSize
    }

    private var source: BitSource
    private let input: UnsafeBufferPointer<UInt8>
    private let output: UnsafeMutableBufferPointer<UInt8>
    private var written = 0

    /// - Parameter size: bytes that come out.
    static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(Fault) -> [UInt8] {
        var fault: Fault?
        let output = [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, filled in
            let room = UnsafeMutableBufferPointer(rebasing: buffer.prefix(max(size, 0)))
            input.withUnsafeBufferPointer { input in
                var inflater = Inflater(source: BitSource(input), input: input, output: room)
                do throws(Fault) {
                    try inflater.run()
                } catch {
                    fault = error
                }
                filled = inflater.written
            }
        }
        if let fault { throw fault }
        return output
    }

    private mutating func run() throws(Fault) {
        while true {
            source.refill()
            let isLast = source.take(1) == 1
            switch source.take(2) {
            case 0: try stored()
            case 1:
                guard let literals = HuffmanTable.fixedLiterals, let distances = HuffmanTable.fixedDistances else {
                    throw .damaged
                }
                try block(literals, distances)
            case 2:
                let (literals, distances) = try codes()
                try block(literals, distances)
            default: throw source.isOverdrawn ? .cutOff : .damaged
            }
            guard !source.isOverdrawn else { throw .cutOff }
            if isLast { break }
        }
        guard written == output.count else { throw .otherSize }
    }

    /// A block that is not compressed.
    private mutating func stored() throws(Fault) {
        guard let start = source.align(), start &+ 4 <= input.count else { throw .cutOff }
        let length = Int(input[start]) | Int(input[start &+ 1]) << 8
        let check = Int(input[start &+ 2]) | Int(input[start &+ 3]) << 8
        guard length ^ check == 0xFFFF else { throw .damaged }
        let first = start &+ 4
        guard first &+ length <= input.count else { throw .cutOff }
        guard written &+ length <= output.count else { throw .otherSize }
        for offset in 0..<length { output[written &+ offset] = input[first &+ offset] }
        written &+= length
        source.resume(at: first &+ length)
    }

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// The codes that a block brings along.
    private mutating func codes() throws(Fault) -> (HuffmanTable, HuffmanTable) {
        let literalCount = source.take(5) + 257
        let distanceCount = source.take(5) + 1
        let lengthCount = source.take(4) + 4
        guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
        var ofLengths = [UInt8](repeating: 0, count: 19)
        for place in Self.order.prefix(lengthCount) {
            source.refill()
            ofLengths[place] = UInt8(truncatingIfNeeded: source.take(3))
        }
        guard let table = HuffmanTable(ofLengths[...]) else { throw .damaged }
        var lengths: [UInt8] = []
        let total = literalCount + distanceCount
        while lengths.count < total {
            source.refill()
            let entry = Int(table.entries[source.peek(table.mask)])
            guard entry > 0 else { throw source.isOverdrawn ? .cutOff : .damaged }
            source.drop(entry & 15)
            switch entry >> 4 {
            case 16:
                guard let last = lengths.last else { throw .damaged }
                lengths += [UInt8](repeating: last, count: source.take(2) + 3)
            case 17: lengths += [UInt8](repeating: 0, count: source.take(3) + 3)
            case 18: lengths += [UInt8](repeating: 0, count: source.take(7) + 11)
            case let length: lengths.append(UInt8(truncatingIfNeeded: length))
            }
            guard !source.isOverdrawn else { throw .cutOff }
        }
        guard lengths.count == total, lengths[256] > 0, let literals = HuffmanTable(lengths[..<literalCount]),
            let distances = HuffmanTable(lengths[literalCount...])
        else { throw .damaged }
        return (literals, distances)
    }

    private static let lengthBases: [UInt16] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits: [UInt8] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases: [UInt16] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceBits: [UInt8] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]

    /// Literals and references to what came before, until the code for the end.
    private mutating func block(_ literals: HuffmanTable, _ distances: HuffmanTable) throws(Fault) {
        let fault = literals.entries.withUnsafeBufferPointer { literalEntries in
            distances.entries.withUnsafeBufferPointer { distanceEntries in
                block(literalEntries, literals.mask, distanceEntries, distances.mask)
            }
        }
        if let fault { throw fault }
    }

    private mutating func block(
        _ literals: UnsafeBufferPointer<UInt16>, _ literalMask: UInt64,
        _ distances: UnsafeBufferPointer<UInt16>, _ distanceMask: UInt64
    ) -> Fault? {
        var source = source
        var written = written
        defer {
            self.source = source
            self.written = written
        }
        while true {
            // At most 48 bits make a reference: 15 and 5 for the length, 15 and 13 for the distance.
            source.refill()
            let entry = Int(literals[source.peek(literalMask)])
            source.drop(entry & 15)
            guard entry > 0, !source.isOverdrawn else { return source.isOverdrawn ? .cutOff : .damaged }
            let symbol = entry >> 4
            if symbol < 256 {
                guard written < output.count else { return .otherSize }
                output[written] = UInt8(truncatingIfNeeded: symbol)
                written &+= 1
                continue
            }
            guard symbol > 256 else { return nil }
            guard symbol &- 257 < Self.lengthBases.count else { return .damaged }
            let length = Int(Self.lengthBases[symbol &- 257]) &+ source.take(Int(Self.lengthBits[symbol &- 257]))
            let place = Int(distances[source.peek(distanceMask)])
            source.drop(place & 15)
            guard place > 0, place >> 4 < Self.distanceBases.count else { return .damaged }
            let distance = Int(Self.distanceBases[place >> 4]) &+ source.take(Int(Self.distanceBits[place >> 4]))
            guard !source.isOverdrawn else { return .cutOff }
            guard distance <= written else { return .damaged }
            guard written &+ length <= output.count else { return .otherSize }
            for offset in 0..<length { output[written &+ offset] = output[written &+ offset &- distance] }
            written &+= length
        }
    }
}
