/// Time zone files (RFC 9636) made by hand.
package enum MadeTimeZone {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - offsets: seconds east of UTC of the kinds of local time; the first holds before the first change.
    ///   - changes: when which of them begins.
    ///   - footer: the rule for the time after; versions from 2 only.
    package static func file(
        version: UInt8 = 2, offsets: [Int32], changes: [(moment: Int64, kind: UInt8)] = [], footer: String = "",
        leapSeconds: Int = 0
    ) -> [UInt8] {
        func block(size: Int) -> [UInt8] {
            var bytes = Array("TZif".utf8) + [version == 1 ? 0 : version + 0x30] + Array(repeating: 0, count: 15)
            for count in [0, 0, leapSeconds, changes.count, offsets.count, 4] { bytes += big(Int64(count), 4) }
            for change in changes { bytes += big(change.moment, size) }
            bytes += changes.map(\.kind)
            for offset in offsets { bytes += big(Int64(offset), 4) + [0, 0] }
            bytes += Array("XXX\0".utf8) + Array(repeating: 0, count: leapSeconds * (size + 4))
            return bytes
        }
        guard version > 1 else { return block(size: 4) }
        return block(size: 4) + block(size: 8) + Array("\n\(footer)\n".utf8)
    }

    private static func big(_ value: Int64, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * Int64($0))) }
    }
}
