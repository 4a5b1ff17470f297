/// Reads how long something took, as ISO 8601 writes it.
enum ISODuration {
    /// Seconds of a duration such as PT1M30.5S or P1DT2H; `nil` for anything else, months and years included,
    /// which have no fixed length.
    static func seconds(_ text: String) -> Double? {
        var bytes = Array(text.utf8)[...]
        guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
        var total = 0.0
        var isTime = false
        while let first = bytes.first {
            if first == UInt8(ascii: "T"), !isTime {
                isTime = true
                bytes.removeFirst()
                guard !bytes.isEmpty else { return nil }
                continue
            }
            let digits = bytes.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
            guard let value = Double(String(decoding: digits, as: UTF8.self)), digits.count < 20 else { return nil }
            bytes = bytes.dropFirst(digits.count)
            switch (bytes.popFirst(), isTime) {
            case (UInt8(ascii: "W"), false): total += value * 604_800
            case (UInt8(ascii: "D"), false): total += value * 86_400
            case (UInt8(ascii: "H"), true): total += value * 3_600
            case (UInt8(ascii: "M"), true): total += value * 60
            case (UInt8(ascii: "S"), true): total += value
            default: return nil
            }
        }
        return total.isFinite ? total : nil
    }
}
