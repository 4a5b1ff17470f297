/// Reads a sheet of an Excel workbook into a table.
struct XLSXSheet {
    private var xml: XMLReader
    private let strings: XLSXStrings
    private let styles: XLSXStyles
    private let is1904: Bool
    private var row = -1
    private var column = -1
    /// Formulas whose results are not in the file.
    private(set) var unknownResults = 0
    private(set) var table = SheetTable()

    init(_ part: [UInt8], strings: XLSXStrings, styles: XLSXStyles, is1904: Bool) {
        xml = XMLReader(part)
        self.strings = strings
        self.styles = styles
        self.is1904 = is1904
    }

    /// Reads all of it, or until there is a cell with something in it.
    mutating func read(onlyOneCell: Bool = false) throws(ContainerFault) {
        while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                if xml.isNamed("row") {
                    row = xml.attribute("r").flatMap { Int($0) }.map { $0 &- 1 } ?? (row &+ 1)
                    column = -1
                } else if xml.isNamed("c") {
                    try readCell()
                    if onlyOneCell, !table.isEmpty { return }
                }
            default: break
            }
        }
    }

    private mutating func readCell() throws(ContainerFault) {
        let place = xml.attribute("r").flatMap { Self.place($0) }
        column = place?.column ?? (column &+ 1)
        let type = xml.attribute("t") ?? "n"
        let style = xml.attribute("s").flatMap { Int($0) } ?? 0
        let outside = xml.depth - 1
        var value: [UInt8] = []
        var isValue = false
        var isFormula = false
        reading: while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                if xml.isNamed("f") { isFormula = true }
                if xml.isNamed("is") { value = try XLSXStrings.text(&xml) } else { isValue = xml.isNamed("v") }
            case .end:
                isValue = false
                if xml.depth == outside { break reading }
            case .text: if isValue { value += xml.text }
            }
        }
        guard !value.isEmpty else {
            // A formula with an empty text is one with a result.
            if isFormula, type != "str" { unknownResults += 1 }
            return
        }
        try table.add(text(of: value, type: type, style: style), row: place?.row ?? row, column: column)
    }

    private func text(of value: [UInt8], type: String, style: Int) throws(ContainerFault) -> [UInt8] {
        switch type {
        case "s":
            guard let text = Int(String(decoding: value, as: UTF8.self)).flatMap({ strings.text($0) }) else {
                throw xml.fault("a cell has a text that is nowhere in the workbook")
            }
            return Array(text)
        case "b":
            switch String(decoding: value, as: UTF8.self) {
            case "1", "true": return Array("TRUE".utf8)
            case "0", "false": return Array("FALSE".utf8)
            default: throw xml.fault("a cell is neither true nor false")
            }
        case "n": return SheetNumber.text(value, styles.kind(style, of: value), is1904: is1904)
        // Formulas with a text, texts of their own, errors, and dates in ISO 8601.
        default: return value
        }
    }

    /// Row and column, from 0, of a reference such as B7.
    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in reference.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column &* 26 &+ Int(byte &- 0x40)
            case 0x30...0x39: row = row &* 10 &+ Int(byte &- 0x30)
            default: return nil
            }
            guard column <= SheetTable.columnLimit, row <= SheetTable.rowLimit else { return nil }
        }
        return column > 0 && row > 0 ? (row - 1, column - 1) : nil
    }
}
