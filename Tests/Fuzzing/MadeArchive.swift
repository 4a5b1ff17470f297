/// A zip archive with nothing compressed and every checksum right, so that damage reaches what is inside.
struct MadeArchive {
    private var data: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0

    mutating func add(_ path: String, _ content: [UInt8]) {
        let name = Array(path.utf8)
        let offset = data.count
        let common =
            Self.number(0, 8) + Self.number(Self.checksum(content), 4) + Self.number(content.count, 4)
            + Self.number(content.count, 4) + Self.number(name.count, 2) + Self.number(0, 2)
        data += [0x50, 0x4B, 3, 4] + Self.number(20, 2) + common + name + content
        list += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + Self.number(20, 2) + common
        list += Self.number(0, 10) + Self.number(offset, 4) + name
        count += 1
    }

    /// The archive.
    var bytes: [UInt8] {
        data + list + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(list.count, 4) + Self.number(data.count, 4) + Self.number(0, 2)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// The sum of ISO 3309, as in zip and gzip.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value = ~UInt32(0)
        for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
        return Int(~value)
    }
}
