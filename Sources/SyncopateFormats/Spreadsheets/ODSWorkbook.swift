/// Reads an OpenDocument spreadsheet (ods, ISO/IEC 26300): the first sheet that shows something, hidden ones last.
struct ODSWorkbook {
    private var xml: XMLReader
    private var table = SheetTable()
    private var row = 0
    private var column = 0
    private var unknownResults = 0
    /// Cells of the row that is being read.
    private var cells: [(column: Int, text: [UInt8])] = []

    /// - Parameter isTable: whether a sheet, as CSV, is what is looked for.
    static func read(
        _ archive: inout ZipArchive, isTable: ([UInt8]) -> Bool = { _ in true }
    ) throws(ContainerFault) -> Spreadsheet {
        if let manifest = try archive.read("META-INF/manifest.xml") {
            var xml = XMLReader(manifest)
            reading: while true {
                switch try xml.next() {
                case .finish: break reading
                case .start where xml.isNamed("encryption-data"): throw Spreadsheet.locked
                default: break
                }
            }
        }
        guard let content = try archive.read("content.xml") else { throw Spreadsheet.incomplete }
        var choice = SheetChoice()
        var reader = ODSWorkbook(xml: XMLReader(content))
        try reader.read(into: &choice, isTable, hidden: false)
        if reader.hasHidden {
            reader = ODSWorkbook(xml: XMLReader(content))
            try reader.read(into: &choice, isTable, hidden: true)
        }
        return try choice.spreadsheet()
    }

    private init(xml: XMLReader) { self.xml = xml }

    /// Whether a sheet is not shown.
    private var hasHidden = false
    /// Names of the styles of tables that are not shown.
    private var hiddenStyles: Set<String> = []

    /// Reads the sheets that are shown, or those that are not.
    private mutating func read(
        into choice: inout SheetChoice, _ isTable: ([UInt8]) -> Bool, hidden: Bool
    ) throws(ContainerFault) {
        var style = ""
        while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                if xml.isNamed("style") {
                    style = xml.attribute("name") ?? ""
                } else if xml.isNamed("table-properties") {
                    if xml.hasAttribute("display", "false") { hiddenStyles.insert(style) }
                } else if xml.isNamed("tracked-changes") {
                    try xml.skipElement()
                } else if xml.isNamed("table") {
                    let isHidden = xml.attribute("style-name").map(hiddenStyles.contains) ?? false
                    hasHidden = hasHidden || isHidden
                    guard isHidden == hidden else {
                        try xml.skipElement()
                        continue
                    }
                    let name = xml.attribute("name") ?? ""
                    try readTable()
                    guard !table.isEmpty else { continue }
                    if choice.isOpen(isHidden: hidden) {
                        try choice.add(name, table, unknownResults: unknownResults, isTable)
                    } else {
                        choice.pass(name)
                    }
                }
            default: break
            }
        }
    }

    /// Reads a sheet to its end.
    private mutating func readTable() throws(ContainerFault) {
        table = SheetTable()
        row = 0
        unknownResults = 0
        let outside = xml.depth - 1
        var repeats = 1
        while true {
            switch try xml.next() {
            case .finish: return
            case .text: break
            case .start:
                if xml.isNamed("table-row") {
                    repeats = count("number-rows-repeated")
                    column = 0
                    cells.removeAll(keepingCapacity: true)
                } else if xml.isNamed("table-cell") || xml.isNamed("covered-table-cell") {
                    try readCell()
                } else if xml.isNamed("shapes") || xml.isNamed("forms") {
                    try xml.skipElement()
                }
            case .end:
                if xml.isNamed("table-row") {
                    // Blank rows are not kept, however many there are.
                    if !cells.isEmpty {
                        for step in 0..<repeats {
                            for cell in cells { try table.add(cell.text, row: row + step, column: cell.column) }
                        }
                    }
                    row += repeats
                }
                if xml.depth == outside { return }
            }
        }
    }

    /// How often what has just begun stands there: from 1 to as many rows as there can be.
    private func count(_ name: StaticString) -> Int {
        min(max(xml.attribute(name).flatMap { Int($0) } ?? 1, 1), SheetTable.rowLimit)
    }

    private mutating func readCell() throws(ContainerFault) {
        let repeats = count("number-columns-repeated")
        let stored = value()
        let isFormula = xml.attribute("formula") != nil && xml.attribute("value-type") == nil
        let isNumber = xml.hasAttribute("value-type", "float")
        // LibreOffice gives the result of a formula that has none a type of its own, and 0 or no text for its value.
        let isError = xml.hasAttribute("value-type", "error")
        var text = try cellText()
        if let stored, !isError, !SheetError.isOne(text) {
            text = isNumber ? ShownNumber.text(stored, shownAs: text) : stored
        }
        if isFormula, text.isEmpty { unknownResults += 1 }
        if text.contains(where: { $0 > 0x20 }) {
            guard column + repeats <= SheetTable.columnLimit else {
                throw .unsafe("a sheet has more than \(SheetTable.columnLimit) columns")
            }
            for step in 0..<repeats { cells.append((column + step, text)) }
        }
        column += repeats
    }

    /// What the cell's attributes say it holds; `nil` where its text says it.
    private func value() -> [UInt8]? {
        switch xml.attribute("value-type") {
        case "float", "currency": xml.attribute("value").map { SheetNumber.text(Array($0.utf8), .plain) }
        case "percentage": xml.attribute("value").map { SheetNumber.text(Array($0.utf8), .percent) }
        case "date": xml.attribute("date-value").map { Array($0.utf8) }
        case "time": xml.attribute("time-value").flatMap { Self.time($0) }.map { Array($0.utf8) }
        case "boolean": xml.attribute("boolean-value").map { Array($0.uppercased().utf8) }
        case "string": xml.attribute("string-value").map { Array($0.utf8) }
        default: nil
        }
    }

    /// Reads a cell to its end and gives its paragraphs, without notes and drawings.
    private mutating func cellText() throws(ContainerFault) -> [UInt8] {
        let outside = xml.depth - 1
        var text: [UInt8] = []
        var paragraphs = 0
        var inside = 0
        while true {
            switch try xml.next() {
            case .finish: return text
            case .text: if inside > 0 { text += xml.text }
            case .end:
                if xml.isNamed("p") { inside -= 1 }
                if xml.depth == outside { return text }
            case .start:
                if xml.isNamed("p") {
                    if paragraphs > 0 { text.append(0x20) }
                    paragraphs += 1
                    inside += 1
                } else if xml.isNamed("s") {
                    text += [UInt8](repeating: 0x20, count: min(count("c"), 1024))
                } else if xml.isNamed("tab") || xml.isNamed("line-break") {
                    text.append(0x20)
                } else if !xml.isNamed("span"), !xml.isNamed("a") {
                    try xml.skipElement()
                }
            }
        }
    }

    /// `08:30:00` of a duration such as PT08H30M00S; `nil` for anything else.
    private static func time(_ duration: String) -> String? {
        guard let seconds = ISODuration.seconds(duration), seconds < 1e9 else { return nil }
        return String(decoding: SheetNumber.text(Array("\(seconds / 86_400)".utf8), .duration), as: UTF8.self)
    }
}
