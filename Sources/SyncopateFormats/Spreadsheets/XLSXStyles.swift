/// What the styles of an Excel workbook make of numbers.
struct XLSXStyles {
    private var kinds: [SheetNumber.Kind] = []

    init() {}

    /// Reads `xl/styles.xml`.
    init(_ part: [UInt8]) throws(ContainerFault) {
        var xml = XMLReader(part)
        var codes: [Int: SheetNumber.Kind] = [:]
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
                    codes[number] = SheetNumber.kind(code: xml.attribute("formatCode") ?? "")
                } else if xml.isNamed("xf"), isInCells {
                    let number = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                    kinds.append(codes[number] ?? SheetNumber.kind(builtIn: number))
                }
            }
        }
    }

    /// What numbers in cells of a style are.
    func kind(_ style: Int) -> SheetNumber.Kind { kinds.indices.contains(style) ? kinds[style] : .plain }
}
