import Syncopate
import Testing

@testable import SyncopateFormats

struct SpreadsheetFormTests {
    private static let ids: Set<String> = ["learner", "section", "item"]

    private func written(_ text: String, _ form: SpreadsheetForm = SpreadsheetForm()) -> String {
        String(decoding: form.write(Array(text.utf8), ids: ["id"], times: ["at"]), as: UTF8.self)
    }

    @Test(arguments: ["=1+1", "+1 a", "-x", "@x", "\tx", "＝x", " =x", "\u{FF20}x"])
    func whatASpreadsheetWouldRunIsText(_ text: String) {
        #expect(written("name\n\(text)\n") == "name\r\n'\(text)\r\n")
    }

    @Test(arguments: ["-1.5", "+3", "Ann", "1.5", "a=b"]) func whatItWouldNotRunIsLeft(_ text: String) {
        #expect(written("name\n\(text)\n") == "name\r\n\(text)\r\n")
    }

    @Test(arguments: ["0123", "1E5", "12345678901234567", "1-2", "1/2", "=x", "-5", "1.50", "2026-09-01"])
    func idsAreGuarded(_ id: String) {
        #expect(written("id\n\(id)\n") == "id\r\n\"=\"\"\(id)\"\"\"\r\n")
    }

    @Test(arguments: ["123", "a0123", "123456789012345", "0"]) func idsThatStayAreNot(_ id: String) {
        #expect(written("id\n\(id)\n") == "id\r\n\(id)\r\n")
    }

    /// Quotes inside are doubled once for the spreadsheet and once more for the CSV.
    @Test func anIDWithAQuote() {
        #expect(written("id\n\"=a\"\"b\"\n") == "id\r\n\"=\"\"=a\"\"\"\"b\"\"\"\r\n")
    }

    @Test func semicolonsGoWithDecimalCommas() {
        let form = SpreadsheetForm(delimiter: .semicolon, hasMark: true)
        #expect(
            written("a,at,id\n1.5,10.0,1.5\n1.234,,\"a,b\"\nx;y,0.5,\n", form)
                == "\u{FEFF}a;at;id\r\n1,5;1970-01-01T00:00:10Z;\"=\"\"1.5\"\"\"\r\n1,2340;;a,b\r\n\"x;y\";0,5;\r\n")
    }

    @Test func tabsAndLinesInCellsAreQuoted() {
        #expect(
            written("a,b\n\"x\ty\",\"1\n2\"\n", SpreadsheetForm(delimiter: .tab)) == "a\tb\r\n\"x\ty\"\t\"1\n2\"\r\n")
    }

    /// Text gets an apostrophe at most; ids, scores, times and all the rest come back as they were.
    @Test(arguments: SpreadsheetForm.Delimiter.allCases) func evidenceComesBack(
        _ delimiter: SpreadsheetForm.Delimiter
    ) throws {
        for seed in 0..<20 as Range<UInt64> {
            let table = TidyWriter.csv(InventedEvidence.log(seed: seed))
            let plain = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: table)).log
            for hasMark in [false, true] {
                let bytes = SpreadsheetForm(delimiter: delimiter, hasMark: hasMark)
                    .write(table, ids: Self.ids, times: ["at"])
                let read = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: bytes))
                #expect(read.rejects.isEmpty, "\(seed): \(read.findings.map(\.description))")
                #expect(TidyWriter.csv(read.log) == TidyWriter.csv(plain), "\(seed)")
            }
        }
    }

    /// Tidy, read and written again, is the same bytes.
    @Test func tidyIsTheSameAgain() throws {
        for seed in 0..<40 as Range<UInt64> {
            let log = InventedEvidence.log(seed: seed)
            let once = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: TidyWriter.csv(log))).log
            #expect(TidyWriter.csv(once) == TidyWriter.csv(log), "\(seed)")
            let lines = TidyWriter.jsonLines(log)
            let again = try EvidenceReader.read(SourceFile(name: "file.jsonl", bytes: lines)).log
            #expect(TidyWriter.jsonLines(again) == lines, "\(seed)")
        }
    }

    @Test func splittingOurOwnTables() {
        var rows: [[String]] = []
        CSVSplitter.rows(Array("a,\"b\"\"c\"\r\n\"d\r\ne\",\n,f".utf8)) { rows.append($0) }
        #expect(rows == [["a", "b\"c"], ["d\r\ne", ""], ["", "f"]])
    }
}
