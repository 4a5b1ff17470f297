/// The byte order of a UTF-16 file, by its mark or by where its zero bytes fall.
struct UTF16Layout {
    /// Whether the high byte comes first.
    let isBigEndian: Bool
    /// Bytes of the mark to skip.
    let markLength: Int

    /// A stated byte order, whose mark may be there or not.
    init(isBigEndian: Bool, of bytes: [UInt8]) {
        self.isBigEndian = isBigEndian
        markLength = bytes.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) ? 2 : 0
    }

    /// `nil` if the bytes are not UTF-16.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            (isBigEndian, markLength) = (false, 2)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            (isBigEndian, markLength) = (true, 2)
        } else {
            // Without a mark: a header is mostly ASCII, so nearly every second byte is zero and the others are not.
            let sample = min(bytes.count, 512) & ~1
            guard sample >= 8, bytes.count.isMultiple(of: 2) else { return nil }
            var even = 0
            var odd = 0
            for position in 0..<sample where bytes[position] == 0 {
                if position.isMultiple(of: 2) { even += 1 } else { odd += 1 }
            }
            let most = sample / 2 * 7 / 10
            if odd > most, even == 0 {
                (isBigEndian, markLength) = (false, 0)
            } else if even > most, odd == 0 {
                (isBigEndian, markLength) = (true, 0)
            } else {
                return nil
            }
        }
    }

    /// The same text in UTF-8. Halves of pairs that stand alone become U+FFFD.
    func decode(_ bytes: [UInt8]) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var position = markLength
        while position + 1 < bytes.count {
            let first = UInt16(bytes[position])
            let second = UInt16(bytes[position + 1])
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            position += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
