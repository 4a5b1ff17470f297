/// A prefix code of RFC 1951 as a table looked up with the next bits of the stream.
struct HuffmanTable {
    /// Symbol and length of the code that the bits begin with; zero where there is none.
    private(set) var entries: [UInt16]
    /// Selects the bits looked up.
    let mask: UInt64

    /// `nil` where the lengths are no code: more codes than fit, or bits left without one.
    ///
    /// - Parameter lengths: bits of each symbol's code, zero for a symbol that does not occur.
    init?(_ lengths: ArraySlice<UInt8>) {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths where length > 0 && length < 16 { counts[Int(length)] += 1 }
        let longest = counts.lastIndex { $0 > 0 } ?? 1
        var left = 1
        for length in 1...15 {
            left = left * 2 - counts[length]
            guard left >= 0 else { return nil }
        }
        // A single code, or none at all, may leave bits without one: a block of literals has no distances.
        guard left == 0 || counts.reduce(0, +) <= 1 else { return nil }
        var next = [Int](repeating: 0, count: 17)
        for length in 1...15 { next[length + 1] = (next[length] + counts[length]) << 1 }
        var entries = [UInt16](repeating: 0, count: 1 << longest)
        for (symbol, length) in lengths.enumerated() where length > 0 && length < 16 {
            let length = Int(length)
            var code = next[length]
            next[length] += 1
            var reversed = 0
            for _ in 0..<length {
                reversed = reversed << 1 | code & 1
                code >>= 1
            }
            let entry = UInt16(truncatingIfNeeded: symbol << 4 | length)
            for index in stride(from: reversed, to: entries.count, by: 1 << length) { entries[index] = entry }
        }
        self.entries = entries
        mask = UInt64(entries.count - 1)
    }

    /// The codes of blocks that bring none of their own.
    static let fixedLiterals = HuffmanTable(
        ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))[...])
    static let fixedDistances = HuffmanTable([UInt8](repeating: 5, count: 32)[...])
}
