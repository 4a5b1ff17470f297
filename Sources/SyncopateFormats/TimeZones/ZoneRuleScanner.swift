/// Takes the text of a ``YearlyClockRule`` apart.
struct ZoneRuleScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ sign: Unicode.Scalar) -> Bool { rest.first.map(UInt32.init) == sign.value }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard isNext(sign) else { return false }
        rest.removeFirst()
        return true
    }

    /// Steps past the name of a kind of time, three letters or more, or anything in angle brackets.
    mutating func skipName() -> Bool {
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }.count
        rest = rest.dropFirst(letters)
        return letters >= 3
    }

    /// A number of at most three digits within bounds.
    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        var value: Int?
        var digits = 0
        while let digit = rest.first, digit.isDigit, digits < 3 {
            value = (value ?? 0) * 10 + Int(digit - 0x30)
            digits += 1
            rest.removeFirst()
        }
        guard let value, range.contains(value) else { return nil }
        return value
    }

    /// Seconds from `-3`, `+5:30`, `1:02:03`.
    mutating func duration(hours limit: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard var seconds = number(0...limit).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where take(":") {
            guard let value = number(0...59) else { return nil }
            seconds += value * unit
        }
        return isNegative ? -seconds : seconds
    }
}
