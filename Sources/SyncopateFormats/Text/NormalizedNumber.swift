/// A written number taken apart: sign, digits with their marks, exponent, percent sign.
struct NormalizedNumber {
    /// Digits, points and commas only.
    var digits: [UInt8] = []
    /// Whether a minus sign stands before them.
    var isNegative = false
    /// The power of ten after an `e`.
    var exponent = 0
    /// Whether a percent sign follows.
    var isPercent = false
    /// Whether full-width characters were read as plain ones.
    var isFullWidth = false

    /// `nil` if the bytes hold anything that no number holds.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        guard let plain = NormalizedNumber.plain(bytes, range, isFullWidth: &isFullWidth) else { return nil }
        var position = 0
        if let sign = plain.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            position = 1
        }
        while position < plain.count,
            plain[position].isDigit || plain[position] == 0x2E || plain[position] == 0x2C
                || plain[position] == 0x20
        {
            digits.append(plain[position])
            position += 1
        }
        guard removeSpaces(), digits.contains(where: \.isDigit) else { return nil }
        if position < plain.count, plain[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            guard let length = readExponent(plain, position) else { return nil }
            position += length
        }
        while position < plain.count, plain[position] == 0x20 { position += 1 }
        if position < plain.count, plain[position] == UInt8(ascii: "%") {
            isPercent = true
            position += 1
        }
        guard position == plain.count else { return nil }
    }

    /// Full-width forms, unusual minus signs and unusual spaces in their plain form; `nil` for anything else beyond ASCII.
    private static func plain(_ bytes: [UInt8], _ range: Range<Int>, isFullWidth: inout Bool) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x21...0x7E, 0x20: result.append(scalar.value == 0x27 ? 0x20 : UInt8(scalar.value))
            case 0xFF01...0xFF5E:
                isFullWidth = true
                result.append(UInt8(scalar.value - 0xFF01 + 0x21))
            case 0x2212, 0x2013: result.append(UInt8(ascii: "-"))
            case 0xA0, 0x202F, 0x2009, 0x2019: result.append(0x20)
            case 0x200B...0x200F: break
            default: return nil
            }
        }
        return result
    }

    /// Drops spaces that group thousands; `false` if they stand anywhere else.
    private mutating func removeSpaces() -> Bool {
        while digits.last == 0x20 { digits.removeLast() }
        guard digits.contains(0x20) else { return true }
        let whole = digits.prefix { $0.isDigit || $0 == 0x20 }
        let groups = whole.split(separator: 0x20, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            !digits.dropFirst(whole.count).contains(0x20)
        else { return false }
        digits.removeAll { $0 == 0x20 }
        return true
    }

    /// Reads a signed whole number and returns how many bytes it took.
    private mutating func readExponent(_ plain: [UInt8], _ start: Int) -> Int? {
        var position = start
        var isDown = false
        if position < plain.count, plain[position] == UInt8(ascii: "-") || plain[position] == UInt8(ascii: "+") {
            isDown = plain[position] == UInt8(ascii: "-")
            position += 1
        }
        let first = position
        while position < plain.count, plain[position].isDigit {
            exponent = min(exponent * 10 + Int(plain[position] - 0x30), 100_000)
            position += 1
        }
        guard position > first else { return nil }
        if isDown { exponent = -exponent }
        return position - start
    }
}
