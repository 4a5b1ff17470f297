/// A cell that holds a number, as far as that can be said without knowing the decimal mark.
struct NumericCell {
    /// What the marks in a number give away about the decimal mark.
    enum Shape {
        /// No marks: 87.
        case whole
        /// Can only be read with a decimal point: 87.5, 1,234.5, 1,234,567.
        case point
        /// Can only be read with a decimal comma: 87,5, 1.234,5, 1.234.567.
        case comma
        /// 1.234: most likely a decimal point, since nobody writes thousands where the other cells have points.
        case pointOrThousands
        /// 1,234: either.
        case commaOrThousands
    }

    var shape: Shape
    /// The value if the decimal mark is a point.
    var withPoint: Double
    /// The value if it is a comma.
    var withComma: Double
    /// Whether a percent sign follows.
    var isPercent = false
    /// Whether full-width characters (U+FF10 and on) had to be read as plain ones.
    var isFullWidth = false

    /// The value under a decimal mark.
    func value(_ mark: DecimalMark) -> Double { mark == .point ? withPoint : withComma }

    /// Reads bytes that have no blanks around them; `nil` if they are no number. Overflow gives infinity.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        if let plain = bytes.withUnsafeBufferPointer({ NumericCell.plain($0, range) }) {
            self = plain
            return
        }
        guard range.count <= 64, let text = NormalizedNumber(bytes, range), let parsed = NumericCell(text) else {
            return nil
        }
        self = parsed
    }

    init(shape: Shape, withPoint: Double, withComma: Double) {
        self.shape = shape
        self.withPoint = withPoint
        self.withComma = withComma
    }

    /// The most usual case of all: nothing but digits, few enough to be exact; `nil` where there is anything else.
    @inline(__always)
    static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let count = bytes.count
        guard count <= 15, count > 0 else { return nil }
        var value: UInt64 = 0
        var position = 0
        while position < count {
            let digit = bytes[position] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
            position &+= 1
        }
        return Double(value)
    }

    /// The usual case at full speed: digits with at most one point, few enough to be exact.
    static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> NumericCell? {
        guard range.count <= 15, !range.isEmpty else { return nil }
        var mantissa: UInt64 = 0
        var point: Int?
        for position in range {
            let byte = bytes[position]
            if byte.isDigit {
                mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
            } else if byte == UInt8(ascii: "."), point == nil {
                point = position
            } else {
                return nil
            }
        }
        guard let point else {
            let value = Double(mantissa)
            return NumericCell(shape: .whole, withPoint: value, withComma: value)
        }
        let before = point - range.lowerBound
        let after = range.upperBound - point - 1
        guard before + after > 0 else { return nil }
        let value = Double(mantissa) / DecimalText.powersOfTen[after]
        let isThousands = after == 3 && before >= 1 && before <= 3 && bytes[range.lowerBound] != UInt8(ascii: "0")
        return NumericCell(
            shape: isThousands ? .pointOrThousands : .point, withPoint: value,
            withComma: isThousands ? Double(mantissa) : value)
    }

    /// Anything else: signs, commas, thousands, exponents.
    private init?(_ text: NormalizedNumber) {
        let digits = text.digits
        let points = digits.count { $0 == UInt8(ascii: ".") }
        let commas = digits.count { $0 == UInt8(ascii: ",") }
        let withPoint = DecimalText.value(digits, decimal: UInt8(ascii: "."), grouping: UInt8(ascii: ","), text)
        let withComma = DecimalText.value(digits, decimal: UInt8(ascii: ","), grouping: UInt8(ascii: "."), text)
        switch (withPoint, withComma) {
        case (nil, nil): return nil
        case (let value?, nil): self.init(shape: .point, withPoint: value, withComma: value)
        case (nil, let value?): self.init(shape: .comma, withPoint: value, withComma: value)
        case (let point?, let comma?):
            let shape: Shape = points + commas == 0 ? .whole : commas > 0 ? .commaOrThousands : .pointOrThousands
            self.init(shape: shape, withPoint: point, withComma: comma)
        }
        isPercent = text.isPercent
        isFullWidth = text.isFullWidth
    }
}
