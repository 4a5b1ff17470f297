import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// Which sheet of a workbook is read, and from which column on.
struct SheetChoiceTests {
    private let cover = MadeWorkbook.rows([["The grades of the course"], ["See the other sheet"]])

    private func table(_ learner: String) -> String {
        MadeWorkbook.rows([["learner", "item", "score"], [learner, "q", "=1"]])
    }

    private func read(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "g.xlsx", bytes: bytes), options: options)
    }

    @Test func covers() throws {
        let read = try read(MadeWorkbook.excel([cover, table("a"), cover]))
        #expect(read.learnerIDs == ["a"])
        let note = try #require(read.findings.first { $0.rule == .otherSheets })
        #expect(note.message.contains("2 other sheets") && !note.message.contains("n1") && note.severity == .note)
        let stated = try self.read(MadeWorkbook.excel([cover, table("a")]), ReadOptions(format: .tidyCSV))
        #expect(stated.learnerIDs == ["a"])
        // The first that can be read is read, whatever comes after it.
        #expect(try self.read(MadeWorkbook.excel([table("a"), table("b")])).learnerIDs == ["a"])
    }

    /// Two that may be meant are none, and what nobody sees is not looked for.
    @Test func undecided() {
        for (bytes, count) in [
            (MadeWorkbook.excel([cover, table("a"), table("b")]), 3),
            (MadeWorkbook.excel([cover, table("a")], hidden: 1), 2),
        ] {
            let finding = refusal(bytes)?.finding
            #expect(finding?.rule == .notAKnownFormat)
            // Not by name, which may be a learner's.
            #expect(finding?.message.contains("this is the first of \(count) sheets") == true)
            #expect(finding?.remedy.contains("to the front") == true)
        }
        #expect(refusal(MadeWorkbook.excel([cover]))?.finding.message.contains("n0") == false)
    }

    @Test func hiddenSheets() throws {
        func table(_ learner: String) -> String {
            MadeWorkbook.openRows([["learner", "item", "score"], [learner, "q", "1"]])
        }
        let read = try read(MadeWorkbook.openDocument([table("old"), table("new")], hidden: 0))
        #expect(read.learnerIDs == ["new"] && read.findings.filter { $0.rule == .otherSheets }.count == 1)
        #expect(try self.read(MadeWorkbook.openDocument([table("old"), ""], hidden: 0)).learnerIDs == ["old"])
    }

    @Test func emptyColumns() throws {
        let rows = [["", "", "Student", "ID", "Section", "Quiz (1)"], ["", "", "A, A", "=1", "S", "=5"]]
        let read = try read(MadeWorkbook.excel([MadeWorkbook.rows(rows)]), ReadOptions(maximum: 10))
        #expect(read.format == .canvasGradebook && read.log.events.map(\.score) == [0.5])
        #expect(read.findings.contains { $0.rule == .preambleSkipped && $0.message.contains("2 columns") })
    }

    // MARK: Archives and other files

    @Test func aTableAlone() throws {
        let text = "Timestamp,Email Address,Score\n2026-06-02 08:28,a@x.org,4 / 5\n"
        let bytes = MadeZip(["Unit 2.csv": text, "__MACOSX/._Unit 2.csv": "x"]).bytes
        let read = try EvidenceReader.read(SourceFile(name: "/home/x/Unit 2.csv.zip", bytes: bytes))
        #expect(read.itemIDs == ["Unit 2"] && read.log.events.map(\.score) == [0.8])
        var western = MadeZip()
        western.add("a.csv", Array("learner,item,score\nJ".utf8) + [0xFC] + Array(",q,1\n".utf8))
        let options = ReadOptions(encoding: .windows1252)
        #expect(try self.read(western.bytes, options).learnerIDs == ["Jü"])
        #expect(refusal(western.bytes)?.finding.rule == .notUTF8)
        // A set of which all but one table is missing is told what it lacks.
        #expect(refusal(MadeZip(["results.csv": "sourcedId\n"]).bytes)?.finding.message.contains("lineItems") == true)
    }

    @Test func workbooksOfOneDocument() {
        let old =
            "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
        #expect(refusal(old)?.finding.rule == .binaryFile && refusal(old)?.finding.message.contains("2003") == true)
        let flat =
            "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            + "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
        #expect(refusal(flat)?.finding.remedy.contains("ods") == true)
    }

    @Test func macRoman() throws {
        let bytes = Array("learner,item,score\nJ".utf8) + [0x9F, 0xDB] + Array(",q,1\n".utf8)
        #expect(try read(bytes, ReadOptions(encoding: .macRoman)).learnerIDs == ["Jü€"])
        #expect(refusal(bytes)?.finding.message.contains("Mac Roman") == true)
    }
}
