/// FNV-1a of 64 bits (Fowler, Noll & Vo): the same on every machine and in every run.
///
/// Lists and texts are told with their lengths, so that no two different ones run together.
struct FNVHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ number: UInt64) {
        var rest = number
        for _ in 0..<8 {
            add(byte: UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ number: Double) { add(number.bitPattern) }

    mutating func add(_ number: Double?) {
        add(byte: number == nil ? 0 : 1)
        if let number { add(number) }
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        for byte in text.utf8 { add(byte: byte) }
    }

    mutating func add(_ list: [String]) {
        add(list.count)
        for text in list { add(text) }
    }
}
