/// Finds the first byte that is not UTF-8 (The Unicode Standard 15, table 3-7) or is NUL.
enum UTF8Check {
    /// Where the text goes wrong.
    struct Fault {
        var offset: Int
        var isNul: Bool
    }

    /// - Parameter end: where to stop; a character must not go on beyond it.
    static func firstFault(in bytes: [UInt8], end: Int? = nil) -> Fault? {
        let count = min(end ?? bytes.count, bytes.count)
        var position = 0
        while position < count {
            position += plainWords(bytes, from: position, to: count)
            guard position < count else { return nil }
            let lead = bytes[position]
            if lead < 0x80 {
                if lead == 0 { return Fault(offset: position, isNul: true) }
                position += 1
                continue
            }
            let length: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, low) = (3, 0xA0)
            case 0xE1...0xEC, 0xEE...0xEF: length = 3
            case 0xED: (length, high) = (3, 0x9F)
            case 0xF0: (length, low) = (4, 0x90)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, high) = (4, 0x8F)
            default: return Fault(offset: position, isNul: false)
            }
            guard position + length <= count, bytes[position + 1] >= low, bytes[position + 1] <= high else {
                return Fault(offset: position, isNul: false)
            }
            for next in (position + 2)..<(position + max(length, 2)) where bytes[next] & 0xC0 != 0x80 {
                return Fault(offset: position, isNul: false)
            }
            position += length
        }
        return nil
    }

    /// Refuses a part of a file that is no text.
    ///
    /// - Parameter line: the physical line on which the bytes begin.
    static func refuse(_ bytes: [UInt8], end: Int? = nil, line: Int, file: String) throws(ReadError) {
        guard let fault = firstFault(in: bytes, end: end) else { return }
        let line = line + PhysicalLines.line(of: fault.offset, in: bytes) - 1
        let findings = FindingCollector(file: file)
        throw fault.isNul
            ? findings.refusal(
                .nulByte, line: line, "there is a NUL byte, which no text contains",
                remedy: "export the file again; this copy is damaged or is not text")
            : findings.refusal(
                .notUTF8, line: line, "there is a byte that is not UTF-8",
                remedy: "save the file as UTF-8, or say what it is with --encoding")
    }

    /// Number of bytes from a position on that are plain characters (ASCII, not NUL), by words of eight.
    private static func plainWords(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var position = start
            while position + 8 <= end {
                let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                // The high bit of each byte that is not ASCII or, after taking one off, is NUL (Mycroft 1987).
                guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
                position += 8
            }
            return position - start
        }
    }
}
