@testable import SyncopateFormats

/// Workbooks made by hand, for tests.
enum MadeWorkbook {
    /// An Excel workbook with the cells of its sheets, n0 and so on, as XML.
    ///
    /// - Parameter formats: codes of number formats, those of the styles 3 and on.
    static func excel(
        _ sheets: [String], hidden: Int? = nil, strings: String = "", formats: String = "", codes: [String] = [],
        is1904: Bool = false
    ) -> [UInt8] {
        let own = codes.enumerated().map { "<numFmt numFmtId='\(200 + $0)' formatCode='\($1)'/>" }.joined()
        let styles = codes.indices.map { "<xf numFmtId='\(200 + $0)'/>" }.joined()
        var zip = MadeZip([
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels":
                "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='/xl/workbook.xml'/></Relationships>",
            "xl/sharedStrings.xml": "<sst>\(strings)</sst>",
            "xl/styles.xml":
                "<styleSheet><numFmts>\(formats)\(own)</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/>\(styles)</cellXfs></styleSheet>",
        ])
        var list = ""
        var relations =
            "<Relationship Id='s' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
            + "<Relationship Id='t' Type='x/styles' Target='styles.xml'/>"
        for (number, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/\(number).xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>")
            let state = hidden == number ? "hidden" : "visible"
            list += "<sheet name='n\(number)' r:id='w\(number)' state='\(state)'/>"
            relations += "<Relationship Id='w\(number)' Type='x/worksheet' Target='../xl/worksheets/\(number).xml'/>"
        }
        zip.add(
            "xl/workbook.xml",
            "<workbook><workbookPr date1904='\(is1904 ? 1 : 0)'/><sheets>\(list)</sheets></workbook>")
        zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>")
        return zip.bytes
    }

    /// Rows of a sheet of an Excel workbook: a text is a text, and what begins with `=` a number, after a colon and the
    /// number of its style if it has one.
    static func rows(_ rows: [[String]]) -> String {
        rows.map { row in
            "<row>"
                + row.map { cell in
                    guard cell.hasPrefix("=") else { return "<c t='inlineStr'><is><t>\(cell)</t></is></c>" }
                    let parts = cell.dropFirst().split(separator: ":")
                    return "<c s='\(parts.count > 1 ? parts[1] : "0")'><v>\(parts[0])</v></c>"
                }.joined() + "</row>"
        }.joined()
    }

    /// An OpenDocument spreadsheet with the rows of its sheets as XML.
    ///
    /// - Parameter hidden: which sheet is not shown.
    static func openDocument(_ sheets: [String], hidden: Int? = nil) -> [UInt8] {
        let styles =
            "<s:style s:name='ta1' s:family='table'><s:table-properties t:display='true'/></s:style>"
            + "<s:style s:name='ta2' s:family='table'><s:table-properties t:display='false'/></s:style>"
        let tables = sheets.enumerated().map { number, rows in
            "<t:table t:name='n\(number)' t:style-name='\(hidden == number ? "ta2" : "ta1")'>\(rows)</t:table>"
        }
        return MadeZip([
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml":
                "<o:document-content><o:automatic-styles>\(styles)</o:automatic-styles><o:body><o:spreadsheet>"
                + tables.joined() + "</o:spreadsheet></o:body></o:document-content>",
        ]).bytes
    }

    /// Rows of a sheet of an OpenDocument spreadsheet: a text is a text, and what begins with `<` a cell.
    static func openRows(_ rows: [[String]]) -> String {
        rows.map { row in
            "<t:table-row>"
                + row.map { cell in
                    cell.hasPrefix("<")
                        ? cell : "<t:table-cell o:value-type='string'><x:p>\(cell)</x:p></t:table-cell>"
                }.joined() + "</t:table-row>"
        }.joined()
    }

    /// A cell with a number and what is shown of it.
    static func openNumber(_ value: String, _ shown: String) -> String {
        "<t:table-cell o:value-type='float' o:value='\(value)' c:value-type='float'><x:p>\(shown)</x:p></t:table-cell>"
    }
}
