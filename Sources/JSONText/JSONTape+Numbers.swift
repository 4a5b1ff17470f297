extension JSONTape {
    /// A number, rounded correctly; infinite where it is beyond a double; of anything else, `nil`.
    ///
    /// Up to fifteen digits and a power of ten up to 22 both are doubles exactly, so that one product or quotient rounds
    /// correctly (Clinger 1990); the rest goes through the standard library.
    public func number(_ value: Int) -> Double? {
        guard kind(value) == .number else { return nil }
        var place = range(value).lowerBound
        let end = range(value).upperBound
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var digits: UInt64 = 0
        var count = 0
        var exponent = 0
        while place < end, bytes[place] &- UInt8(ascii: "0") < 10 {
            digits = digits &* 10 &+ UInt64(bytes[place] &- UInt8(ascii: "0"))
            count += 1
            place += 1
        }
        if place < end, bytes[place] == UInt8(ascii: ".") {
            place += 1
            while place < end, bytes[place] &- UInt8(ascii: "0") < 10 {
                digits = digits &* 10 &+ UInt64(bytes[place] &- UInt8(ascii: "0"))
                count += 1
                exponent -= 1
                place += 1
            }
        }
        guard place == end, count <= 15, exponent >= -22 else {
            return Double(String(decoding: UnsafeBufferPointer(rebasing: bytes[range(value)]), as: UTF8.self))
        }
        let magnitude = exponent == 0 ? Double(digits) : Double(digits) / Self.powers[-exponent]
        return isNegative ? -magnitude : magnitude
    }

    /// A whole number that fits, also one written with a fraction of zero or an exponent; `nil` otherwise.
    public func integer(_ value: Int) -> Int? {
        guard kind(value) == .number else { return nil }
        if let whole = Int(String(decoding: UnsafeBufferPointer(rebasing: bytes[range(value)]), as: UTF8.self)) {
            return whole
        }
        // Beyond 2^53 a double is no longer the number that was written.
        guard let number = number(value), number == number.rounded(), abs(number) <= 0x1p53 else { return nil }
        return Int(number)
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
}
