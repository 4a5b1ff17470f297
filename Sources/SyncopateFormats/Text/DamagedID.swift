/// What spreadsheets do to ids that look like numbers.
enum DamagedID {
    /// Whether an id has become a rounded number such as 1.2E+11, which may stand for many.
    static func isDamaged(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0, mark + 2 < bytes.count,
            bytes[0].isDigit
        else { return false }
        let mantissa = bytes[..<mark]
        let sign = bytes[mark + 1]
        return mantissa.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2C }
            && (sign == UInt8(ascii: "+") || mantissa.contains(0x2E) || mantissa.contains(0x2C))
            && bytes[(mark + 2)...].allSatisfy(\.isDigit) && (sign == UInt8(ascii: "+") || sign.isDigit)
    }

    /// The id without the ".0" that a column of numbers with a gap in it gets from some tools. Nothing is lost by it.
    static func repaired(_ id: String) -> String {
        guard id.hasSuffix(".0"), id.utf8.count > 2, id.utf8.dropLast(2).allSatisfy(\.isDigit) else { return id }
        return String(id.dropLast(2))
    }
}
