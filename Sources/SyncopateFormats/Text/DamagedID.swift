/// What spreadsheets do to ids.
enum DamagedID {
    /// Whether an id has become what may stand for many.
    static func isDamaged(_ id: String) -> Bool { isRounded(id) || SheetError.isOne(id) || isHidden(id) }

    /// Whether it is what a spreadsheet shows where a column is too narrow.
    private static func isHidden(_ id: String) -> Bool {
        id.utf8.count > 2 && id.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// What has become of a damaged id, as a sentence without its full stop.
    static func message(_ id: String) -> String {
        if SheetError.isOne(id) { return "a spreadsheet has put an error in place of the id" }
        if isHidden(id) { return "a spreadsheet showed the id in too narrow a column" }
        return "a spreadsheet has turned the id into a rounded number"
    }

    /// What to do about a damaged id.
    static func remedy(_ id: String) -> String {
        SheetError.isOne(id)
            ? "mend the formula, and save the table again"
            : "export again, and open the file by importing the column as text"
    }

    /// Whether an id has become a rounded number such as 1.2E+11.
    private static func isRounded(_ id: String) -> Bool {
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
