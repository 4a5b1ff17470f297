/// What the styles of an Excel workbook make of numbers.
struct XLSXStyles {
    private var formats: [SheetFormat] = []

    init() {}

    /// Reads `xl/styles.xml`.
    init(_ part: [UInt8]) throws(ContainerFault) {
        var xml = XMLReader(part)
        var codes: [Int: SheetFormat] = [:]
        var isInCells = false
        while true {
            switch try xml.next() {
            case .finish: return
            case .text: break
            case .end: if xml.isNamed("cellXfs") { isInCells = false }
            case .start:
                if xml.isNamed("cellXfs") {
                    isInCells = true
                } else if xml.isNamed("numFmt"), let number = xml.attribute("numFmtId").flatMap({ Int($0) }) {
                    codes[number] = SheetFormat(code: xml.attribute("formatCode") ?? "")
                } else if xml.isNamed("xf"), isInCells {
                    let number = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                    formats.append(codes[number] ?? SheetFormat(builtIn: number))
                }
            }
        }
    }

    /// What a number in a cell of a style is.
    func kind(_ style: Int, of stored: [UInt8]) -> SheetNumber.Kind {
        formats.indices.contains(style) ? formats[style].kind(ofStored: stored) : .plain
    }
}
