/// The checksum of zip archives (ISO 3309, the polynomial 0xEDB88320).
enum CRC32 {
    /// Eight tables, for eight bytes at a time (Kounavis and Berry 2005).
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
            tables[byte] = value
        }
        for index in 256..<tables.count {
            let earlier = tables[index - 256]
            tables[index] = earlier >> 8 ^ tables[Int(earlier & 0xFF)]
        }
        return tables
    }()

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            bytes.withUnsafeBufferPointer { bytes in
                var sum = UInt32.max
                var position = 0
                while bytes.count &- position >= 8 {
                    var index = 7
                    var next: UInt32 = 0
                    for step in 0..<8 {
                        let byte = UInt32(bytes[position &+ step])
                        let mixed = step < 4 ? byte ^ (sum >> UInt32(8 &* step) & 0xFF) : byte
                        next ^= tables[index &* 256 &+ Int(mixed)]
                        index &-= 1
                    }
                    sum = next
                    position &+= 8
                }
                while position < bytes.count {
                    sum = sum >> 8 ^ tables[Int((sum ^ UInt32(bytes[position])) & 0xFF)]
                    position &+= 1
                }
                return ~sum
            }
        }
    }
}
