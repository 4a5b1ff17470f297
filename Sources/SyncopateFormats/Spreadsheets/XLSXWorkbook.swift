/// Reads an Excel workbook (xlsx, ECMA-376): the first sheet that shows something, hidden ones last.
enum XLSXWorkbook {
    private struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    /// - Parameter isTable: whether a sheet, as CSV, is what is looked for.
    static func read(
        _ archive: inout ZipArchive, isTable: ([UInt8]) -> Bool = { _ in true }
    ) throws(ContainerFault) -> Spreadsheet {
        let start = try relations(of: "", &archive).first { $0.type.hasSuffix("/officeDocument") }?.target
        let main = start ?? "xl/workbook.xml"
        guard !main.hasSuffix(".bin") else {
            throw ContainerFault(
                rule: .binaryFile, message: "this is a binary Excel workbook (xlsb)", remedy: "save it as xlsx or CSV")
        }
        guard let part = try archive.read(main) else { throw Spreadsheet.incomplete }
        let (sheets, is1904) = try list(part)
        let parts = try relations(of: main, &archive)
        var strings = XLSXStrings()
        if let path = parts.first(where: { $0.type.hasSuffix("/sharedStrings") })?.target,
            let part = try archive.read(path)
        {
            strings = try XLSXStrings(part)
        }
        var styles = XLSXStyles()
        if let path = parts.first(where: { $0.type.hasSuffix("/styles") })?.target, let part = try archive.read(path) {
            styles = try XLSXStyles(part)
        }
        var choice = SheetChoice()
        for sheet in sheets.filter({ !$0.isHidden }) + sheets.filter(\.isHidden) {
            // Sheets that are charts have no cells.
            guard let relation = parts.first(where: { $0.id == sheet.relation }), relation.type.hasSuffix("/worksheet")
            else { continue }
            guard let part = try archive.read(relation.target) else { throw Spreadsheet.incomplete }
            var reader = XLSXSheet(part, strings: strings, styles: styles, is1904: is1904)
            let isOpen = choice.isOpen(isHidden: sheet.isHidden)
            try reader.read(onlyOneCell: !isOpen)
            if reader.table.isEmpty { continue }
            if isOpen {
                try choice.add(sheet.name, reader.table, unknownResults: reader.unknownResults, isTable)
            } else {
                choice.pass(sheet.name)
            }
        }
        return try choice.spreadsheet()
    }

    private static func list(_ part: [UInt8]) throws(ContainerFault) -> (sheets: [Sheet], is1904: Bool) {
        var xml = XMLReader(part)
        var sheets: [Sheet] = []
        var is1904 = false
        while true {
            switch try xml.next() {
            case .finish: return (sheets, is1904)
            case .start:
                if xml.isNamed("workbookPr") {
                    is1904 = ["1", "true"].contains(xml.attribute("date1904") ?? "")
                } else if xml.isNamed("sheet"), let relation = xml.attribute("id") {
                    sheets.append(
                        Sheet(
                            name: xml.attribute("name") ?? "", relation: relation,
                            isHidden: (xml.attribute("state") ?? "visible") != "visible"))
                }
            default: break
            }
        }
    }

    /// The parts that a part names, with their paths from the top.
    private static func relations(
        of path: String, _ archive: inout ZipArchive
    ) throws(ContainerFault) -> [(id: String, type: String, target: String)] {
        let folders = path.split(separator: "/").dropLast().map(String.init)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard let part = try archive.read((folders + ["_rels", name + ".rels"]).joined(separator: "/")) else {
            return []
        }
        var xml = XMLReader(part)
        var result: [(id: String, type: String, target: String)] = []
        while true {
            switch try xml.next() {
            case .finish: return result
            case .start where xml.isNamed("Relationship"):
                let target = xml.attribute("Target") ?? ""
                var steps = target.hasPrefix("/") ? [] : folders
                for step in target.split(separator: "/") where step != "." {
                    if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
                }
                result.append(
                    (xml.attribute("Id") ?? "", xml.attribute("Type") ?? "", steps.joined(separator: "/")))
            default: break
            }
        }
    }
}
