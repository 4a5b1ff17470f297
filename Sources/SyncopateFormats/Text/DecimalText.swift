/// The value of written digits under a given decimal mark.
enum DecimalText {
    /// 10 to the 0 ... 22, all exact in a Double.
    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The number, correctly rounded; infinite if too large; `nil` if the marks cannot be read this way.
    ///
    /// The decimal mark may occur once; the grouping mark only before it and before groups of exactly three digits.
    static func value(_ digits: [UInt8], decimal: UInt8, grouping: UInt8, _ text: NormalizedNumber) -> Double? {
        let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let fraction = parts.count == 2 ? parts[1] : []
        guard fraction.allSatisfy(\.isDigit) else { return nil }
        let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        var plain = text.isNegative ? "-" : ""
        let joined = groups.joined()
        plain += joined.isEmpty ? "0" : String(decoding: Array(joined), as: UTF8.self)
        if !fraction.isEmpty { plain += "." + String(decoding: fraction, as: UTF8.self) }
        if text.exponent != 0 { plain += "e\(text.exponent)" }
        return Double(plain)
    }
}
