/// Bits of a deflated stream, the lowest of a byte first.
struct BitSource {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte to take in.
    private var position = 0
    private var hold: UInt64 = 0
    /// Bits held.
    private var count = 0
    /// Bits held that are not in the stream: zeros after its end.
    private var borrowed = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether more bits were taken than there are.
    var isOverdrawn: Bool { borrowed > count }

    /// Takes in bits until at least 56 are held.
    mutating func refill() {
        while count <= 56 {
            if position < bytes.count {
                hold |= UInt64(bytes[position]) << UInt64(count)
                position &+= 1
            } else {
                borrowed &+= 8
            }
            count &+= 8
        }
    }

    /// The next bits, still held.
    func peek(_ mask: UInt64) -> Int { Int(truncatingIfNeeded: hold & mask) }

    mutating func drop(_ bits: Int) {
        hold >>= UInt64(truncatingIfNeeded: bits)
        count &-= bits
    }

    /// Takes at most 16 of the bits held.
    mutating func take(_ bits: Int) -> Int {
        let value = peek(1 << UInt64(truncatingIfNeeded: bits) &- 1)
        drop(bits)
        return value
    }

    /// Drops what is left of a byte and gives the position of the next whole one; `nil` beyond the end.
    mutating func align() -> Int? {
        drop(count & 7)
        guard !isOverdrawn else { return nil }
        let next = position &- (count &- borrowed) / 8
        return next
    }

    /// Goes on at a byte.
    mutating func resume(at next: Int) {
        position = next
        hold = 0
        count = 0
        borrowed = 0
    }
}
