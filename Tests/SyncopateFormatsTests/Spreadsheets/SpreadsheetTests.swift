import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// Workbooks read as tables.
struct SpreadsheetTests {
    private func excel(_ bytes: [UInt8]) throws -> Spreadsheet {
        var archive = try ZipArchive(bytes)
        return try XLSXWorkbook.read(&archive)
    }

    /// An Excel workbook with the cells of its sheets as XML.
    private func excel(
        _ sheets: String..., hidden: Int? = nil, strings: String = "", formats: String = "", is1904: Bool = false
    ) -> [UInt8] {
        MadeWorkbook.excel(Array(sheets), hidden: hidden, strings: strings, formats: formats, is1904: is1904)
    }

    /// An OpenDocument spreadsheet with the rows of its sheets as XML.
    private func openDocument(_ sheets: String...) throws -> Spreadsheet {
        var archive = try ZipArchive(MadeWorkbook.openDocument(Array(sheets)))
        return try ODSWorkbook.read(&archive)
    }

    private func text(_ sheet: Spreadsheet) -> String { String(decoding: sheet.csv, as: UTF8.self) }

    // MARK: Files of other programs

    @Test func openpyxl() throws {
        let sheet = try excel(SheetSamples.openpyxl)
        let lines = [
            "learner,item,score,max,id,when,late,share,ok", "a,q1,7,10,120000000000,2026-09-01,96:00:00,7%,TRUE",
            "\"b, c\",q1,8.7,10,0123,2026-09-01 08:30:00,08:30:00,85.5%,FALSE", "",
            "d e,\"say \"\"x\"\"\",,0.3,,,,,", "",
        ]
        #expect(text(sheet) == lines.joined(separator: "\n"))
        #expect(sheet.others.count == 1 && sheet.unknownResults == 1)
    }

    @Test func pandas() throws {
        #expect(
            text(try excel(SheetSamples.xlsxwriter))
                == "learner,item,score,max,when,ok\na,q1,7,10,2026-09-01,TRUE\nb,q1,8.5,10,2026-09-01 08:30:00,FALSE\n")
        var archive = try ZipArchive(SheetSamples.odfpy)
        #expect(
            text(try ODSWorkbook.read(&archive))
                == "learner,item,score,max,when,ok\na,q1,7,10,2026-09-01,TRUE\nb,q1,8.5,10,2026-09-01T08:30:00,FALSE\n")
    }

    @Test func evidence() throws {
        let read = try EvidenceReader.read(SourceFile(name: "g.xlsx", bytes: SheetSamples.openpyxl))
        #expect(read.format == .tidyCSV && read.score("a", "q1") == 0.7 && read.score("b, c", "q1") == 8.7 / 10)
        // Lines are the sheet's rows; the score of the last is a formula nobody has worked out.
        #expect(read.status("d e", "say \"x\"") == .unknownBlank)
        #expect(read.findings.filter { $0.rule == .otherSheets }.count == 1 && read.places(.badValue).count == 1)
        let same = try EvidenceReader.read(SourceFile(name: "g.ods", bytes: SheetSamples.odfpy))
        #expect(
            same.score("b", "q1") == 0.85
                && same.findings.allSatisfy { $0.rule == .customColumn || $0.rule == .ignoredColumn })
    }

    // MARK: Excel

    @Test func cellsAndStrings() throws {
        let strings =
            "<si><t>one</t></si><si><r><t xml:space='preserve'>two </t></r><r><t>three</t></r><rPh><t>no</t></rPh></si>"
        let rows = """
            <row r='2'><c r='B2' t='s'><v>1</v></c><c t='s'><v>0</v></c><c r='E2' t='e'><v>#N/A</v></c></row>
            <row><c t='inlineStr'><is><t>a_x000D_b&#10;c</t></is></c><c t='str'><f>X()</f><v>s;t</v></c>
            <c><v>1E3</v></c><c t='b'><v>0</v></c><c t='d'><v>2026-09-01</v></c></row>
            """
        #expect(
            text(try excel(excel(rows, strings: strings)))
                == "\n,two three,one,,#N/A\na b c,\"s;t\",1000,FALSE,2026-09-01\n")
    }

    @Test func hiddenSheetsComeLast() throws {
        let one = "<row><c><v>1</v></c></row>"
        let two = "<row><c><v>2</v></c></row>"
        #expect(text(try excel(excel("", one, two, hidden: 1))) == "2\n")
        #expect(try excel(excel("", one, two, hidden: 1)).others.count == 1)
        #expect(try excel(excel(one, "<row/>")).others.isEmpty)
    }

    @Test(arguments: [
        ("yyyy\\-mm\\-dd", "46266", "2026-09-01"), ("m/d/yy h:mm", "46266.5", "2026-09-01 12:00:00"),
        ("[$-409]d. mmm", "46266", "2026-09-01"), ("[Red]0.00", "2.50", "2.5"), ("General", "45", "45"),
        ("0.0%;[Red]-0.0%", "0.123", "12.3%"), ("&quot;day &quot;0", "7", "7"), ("[h]:mm", "1.5", "36:00:00"),
        ("h:mm AM/PM", "0.75", "18:00:00"), ("yyyy", "59", "1900-02-28"), ("yyyy", "61", "1900-03-01"),
        ("0.00E+00", "120000000000", "120000000000"), ("@", "1", "1"), ("yyyy", "-1", "-1"),
        ("yyyy", "1e300", "1e+300"),
    ])
    func formats(_ code: String, _ stored: String, _ shown: String) throws {
        let bytes = excel(
            "<row><c s='1'><v>\(stored)</v></c></row>", formats: "<numFmt numFmtId='164' formatCode='\(code)'/>")
        #expect(text(try excel(bytes)) == shown + "\n")
    }

    /// Days counted from 1904: 44804 is the first of September 2026 there.
    @Test func theOtherCalendar() throws {
        #expect(text(try excel(excel("<row><c s='2'><v>44804</v></c></row>", is1904: true))) == "2026-09-01\n")
    }

    @Test(arguments: [
        ("9007199254740991", "9007199254740991"), ("8.699999999999999", "8.7"), ("0.30000000000000004", "0.3"),
        ("1.2E+11", "120000000000"), ("1E-7", "1e-07"), ("-0.5", "-0.5"), ("007", "007"),
        ("66.666666666666671", "66.6666666666667"),
    ])
    func numbers(_ stored: String, _ shown: String) {
        #expect(String(decoding: SheetNumber.text(Array(stored.utf8), .plain), as: UTF8.self) == shown)
    }

    // MARK: OpenDocument

    @Test func repeatedCellsAndRows() throws {
        let rows = """
            <t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>
            <t:table-row><t:table-cell t:number-columns-repeated="2" o:value-type="float" o:value="1"/>
            <t:covered-table-cell/><t:table-cell><x:p>a</x:p><x:p>b<x:s x:c="2"/>c</x:p></t:table-cell>
            <t:table-cell t:number-columns-repeated="16380"/></t:table-row>
            <t:table-row t:number-rows-repeated="2"><t:table-cell o:value-type="percentage" o:value="0.07"/></t:table-row>
            <t:table-row t:number-rows-repeated="1048571"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>
            """
        #expect(text(try openDocument(rows)) == "\n\n1,1,,a b  c\n7%,,,\n7%,,,\n")
    }

    @Test func valuesAndNotes() throws {
        let rows = """
            <t:table-header-rows><t:table-row><t:table-cell o:value-type="string"><o:annotation><x:p>note</x:p></o:annotation>
            <x:p>x<x:span>y</x:span></x:p></t:table-cell><t:table-cell o:value-type="time" o:time-value="PT96H00M00S"/>
            <t:table-cell o:value-type="boolean" o:boolean-value="true"><x:p>WAHR</x:p></t:table-cell>
            <t:table-cell t:formula="of:=1"/></t:table-row></t:table-header-rows>
            """
        let sheet = try openDocument("", rows, rows)
        #expect(text(sheet) == "xy,96:00:00,TRUE\n" && sheet.others.count == 1 && sheet.unknownResults == 1)
    }

    /// A filled sheet in a few bytes.
    @Test func tooMuchOfIt() {
        let rows = """
            <t:table-row t:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="16384"><x:p>x</x:p>
            </t:table-cell></t:table-row>
            """
        #expect(throws: ContainerFault.self) { try openDocument(rows) }
        let wide =
            "<t:table-row t:number-rows-repeated='99999'><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>"
            + "<t:table-row><t:table-cell t:number-columns-repeated='16383'/><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>"
        let fault = #expect(throws: ContainerFault.self) { try openDocument(wide) }
        #expect(fault?.message.contains("something stands in column 16384") == true)
    }

    // MARK: What is refused

    private func rule(_ files: KeyValuePairs<String, String>) -> FindingRule? {
        refusal(MadeZip(files).bytes)?.finding.rule
    }

    @Test func refusals() {
        #expect(refusal(excel("", ""))?.finding.rule == .emptyFile)
        #expect(refusal(excel("<row><c t='s'><v>9</v></c></row>"))?.finding.rule == .brokenXML)
        #expect(
            refusal(excel("<row><c r='A1048577'><v>9</v></c></row><row r='-9'><c><v>1</v></c></row>"))?.finding.rule
                == .unsafeArchive)
        #expect(rule(["[Content_Types].xml": ""]) == .damagedArchive)
        #expect(rule(["[Content_Types].xml": "", "word/document.xml": ""]) == .binaryFile)
        #expect(rule(["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"]) == .binaryFile)
        #expect(rule(["Index/Document.iwa": ""]) == .binaryFile)
        #expect(rule(["a.txt": "x"]) == .binaryFile)
        #expect(rule(["a.csv": "x", "b/a.csv": "y"]) == .unsafeArchive)
        // Tables in an archive that are no set of OneRoster.
        #expect(rule(["a.csv": "learner,item,score\n", "b.csv": "y"]) == .wrongKindOfFile)
        let locked: KeyValuePairs = [
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "?",
            "META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>",
        ]
        #expect(rule(locked) == .encryptedFile)
        let package =
            [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)
            + Array("EncryptedPackage".utf8).flatMap { [$0, 0 as UInt8] }
        #expect(refusal(package)?.finding.message.contains("password") == true)
    }
}

/// A workbook nobody here wrote reads as the text beside it does.
@Suite(.enabled(if: SharedFolder.has("fixtures/blackboard/01.ods")))
struct SpreadsheetFixtureTests {
    @Test func theSameAsText() throws {
        let sheet = try EvidenceReader.read(
            SourceFile(name: "f", bytes: try SharedFolder.bytes("fixtures/blackboard/01.ods")))
        let text = try EvidenceReader.read(
            SourceFile(name: "f", bytes: try SharedFolder.bytes("fixtures/blackboard/01.tsv")))
        #expect(sheet.format == .blackboardGradebook && sheet.counts.learners == 5 && sheet.counts.scored == 5)
        #expect(sheet.log.learners == text.log.learners && sheet.log.items == text.log.items)
        // Times that are unknown are not equal, and their texts are.
        #expect("\(sheet.log.events)" == "\(text.log.events)" && sheet.findings == text.findings)
    }
}
