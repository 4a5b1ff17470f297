import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// Numbers in workbooks, which say more as they are shown than as they are stored, or say it otherwise.
struct ShownNumberTests {
    private func read(
        _ bytes: [UInt8], _ options: ReadOptions = ReadOptions(), name: String = "g"
    ) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: bytes), options: options)
    }

    private func excel(_ rows: [[String]], codes: [String] = []) -> [UInt8] {
        MadeWorkbook.excel([MadeWorkbook.rows(rows)], codes: codes)
    }

    private static func shown(_ code: String, _ stored: String) -> String {
        let stored = Array(stored.utf8)
        return String(
            decoding: SheetNumber.text(stored, SheetFormat(code: code).kind(ofStored: stored)), as: UTF8.self)
    }

    @Test(arguments: [
        ("00000000", "123", "00000123"), ("000", "12345", "12345"), ("000-00-0000", "12345678", "012-34-5678"),
        ("000\\-000", "7", "000-007"), ("00", "-5", "-5"), ("00000", "1.5", "1.5"), ("0", "7", "7"),
        ("#000", "7", "007"),
        ("0\" / 5\"", "4", "4 / 5"), ("0\\ \\/\\ 5", "4", "4 / 5"), ("0.0\"%\"", "87.5", "87.5%"),
        ("0\\%", "85", "85%"),
        ("0.0\" pts\"", "8.5", "8.5"), ("\"/\"0", "8", "8"), ("# ?/?", "0.8", "0.8"),
        ("[=0]\"-\";0%", "0.875", "87.5%"), ("[=0]\"-\";0%", "0", "0%"), ("0%;-0%;\"none\"", "0", "0%"),
        ("[<=1]0%;0", "0.5", "50%"), ("[<=1]0%;0", "90", "90"), ("0;0%", "-0.5", "-50%"), ("0;-0;;@", "0", "0"),
        ("0.0%;[Red]-0.0%", "-0.125", "-12.5%"), ("\"a;b\"0%", "0.5", "50%"),
        ("[Red][>100]yyyy;0", "46266", "2026-09-01"),
        ("_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)", "1234.5", "1234.5"),
        ("_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)", "0", "0"), ("", "3", "3"), (";;", "3", "3"),
    ])
    func formats(_ code: String, _ stored: String, _ shown: String) {
        #expect(Self.shown(code, stored) == shown, "\(code)")
    }

    /// 1.125 may be thousands in a text, and is a number in a workbook.
    @Test(arguments: [
        ("1.125", "1.1250"), ("-12.125", "-12.1250"), ("1.25", "1.25"), ("1.1255", "1.1255"), ("1125", "1125"),
    ])
    func noThousands(_ stored: String, _ shown: String) {
        #expect(String(decoding: SheetNumber.text(Array(stored.utf8), .plain), as: UTF8.self) == shown)
    }

    @Test func ids() throws {
        let rows = [
            ["First Name", "Last Name", "SID", "HW", "HW - Max Points"], ["A", "B", "=123:3", "=5", "=10"],
            ["C", "D", "=124:3", "=6:4", "=10"],
        ]
        let read = try read(excel(rows, codes: ["00000000", "00"]))
        #expect(read.learnerIDs == ["00000123", "00000124"] && read.log.events.map(\.score) == [0.5, 0.6])
        let open = MadeWorkbook.openDocument([
            MadeWorkbook.openRows([
                rows[0],
                [
                    "A", "B", MadeWorkbook.openNumber("123", "00000123"), MadeWorkbook.openNumber("5.4", "05"),
                    MadeWorkbook.openNumber("10", "10"),
                ],
                [
                    "C", "D", MadeWorkbook.openNumber("12345678", "012-34-5678"), MadeWorkbook.openNumber("6", "6,0"),
                    MadeWorkbook.openNumber("10", "1E+1"),
                ],
            ])
        ])
        let same = try self.read(open)
        #expect(same.learnerIDs == ["00000123", "012-34-5678"] && same.log.events.map(\.score) == [5.4 / 10, 0.6])
    }

    @Test func pointsOutOfOthers() throws {
        let header = ["Timestamp", "Email Address", "Score"]
        let made = try read(excel([header, ["2026-06-02 08:28", "a@x.org", "=4:3"]], codes: ["0\" / 5\""]))
        #expect(made.log.events.map(\.score) == [0.8] && made.log.items[0].maximum == 5)
        let cell = MadeWorkbook.openNumber("4.5", "4,5 / 5")
        let fraction = MadeWorkbook.openNumber("0.5", "1/2")
        let open = try read(
            MadeWorkbook.openDocument([
                MadeWorkbook.openRows([
                    header, ["2026-06-02 08:28", "a@x.org", cell], ["2026-06-02 08:29", "b@x.org", fraction],
                ])
            ]))
        // A fraction is a number of nobody knows how many points.
        #expect(open.log.events.map(\.status) == [.scored, .hidden] && open.log.events[0].score == 0.9)
    }

    /// A text with a comma beside it makes no thousands of a number.
    @Test func numbersBesideTexts() throws {
        let rows = [
            ["Student", "ID", "Section", "Quiz (1)"], ["    Points Possible", "", "", "=2000"],
            ["A, A", "=1", "S", "8,5"], ["B, B", "=2", "S", "=1.125"],
        ]
        for options in [ReadOptions(), ReadOptions(decimal: .comma)] {
            let read = try read(excel(rows), options)
            #expect(read.log.events.map(\.score) == [8.5 / 2000, 1.125 / 2000] && read.rejects.isEmpty)
        }
    }

    // MARK: Errors

    @Test(arguments: [
        "#DIV/0!", "#N/A", "#NAME?", "#REF!", "#VALUE!", "#NUM!", "#NV", "#BEZUG!", "#ÜBERLAUF!", "#¿NOMBRE?",
        "Err:503",
    ])
    func errors(_ word: String) { #expect(SheetError.isOne(word)) }

    @Test(arguments: ["", "#", "#1", "# of pages?", "#12!", "Err:", "Err:x", "#great!", "N/A", "#A"])
    func noErrors(_ word: String) { #expect(!SheetError.isOne(word)) }

    /// The results that a formula has not are neither blank nor 0.
    @Test func openErrors() throws {
        let typed =
            "<t:table-cell t:formula='of:=1/0' o:value-type='string' o:string-value='' c:value-type='error'><x:p>#DIV/0!</x:p></t:table-cell>"
        let zero =
            "<t:table-cell t:formula='of:=1/0' o:value-type='float' o:value='0'><x:p>#DIV/0!</x:p></t:table-cell>"
        let numbered =
            "<t:table-cell t:formula='of:=1/0' o:value-type='float' o:value='0' c:value-type='error'><x:p>Err:503</x:p></t:table-cell>"
        let rows = [
            ["learner", "item", "score", "max"], ["a", "q", typed, "10"], ["b", "q", zero, "10"],
            ["c", "q", numbered, "10"], ["d", "q", "5", "10"],
        ]
        let read = try read(MadeWorkbook.openDocument([MadeWorkbook.openRows(rows)]))
        #expect(read.log.events.map(\.score) == [0.5] && read.learnerIDs == ["d"])
        #expect(read.places(.notANumber) == ["2:3", "3:3", "4:3"] && read.rejects.map(\.line) == [2, 3, 4])
    }

    /// Where no cell of a column is a score, errors and dates are still no grades in words.
    @Test func noGradesInWords() throws {
        let read = try read(
            excel([
                ["Student", "ID", "Section", "Quiz (1)", "Seen (2)"], ["    Points Possible", "", "", "=10", "=10"],
                ["A, A", "=1", "S", "#DIV/0!", "=46266:2"], ["B, B", "=2", "S", "good", ""],
            ]))
        #expect(read.places(.notANumber) == ["3:4", "3:5"] && read.places(.letterWithoutScale) == ["4:4"])
        #expect(read.log.events.map(\.status) == [.hidden, .hidden, .hidden, .unknownBlank] && !read.hasErrors)
        #expect(read.findings.contains { $0.message == "a date or a time, and no score" && $0.excerpt == "2026-09-01" })
    }

    // MARK: Ids

    @Test func errorsForIDs() throws {
        let text = "First Name,Last Name,SID,HW,HW - Max Points\nA,B,#N/A,5,10\nC,D,#REF!,9,10\nE,F,7,8,10\n"
        let read = try read(Array(text.utf8))
        #expect(read.learnerIDs == ["7"] && read.places(.damagedID) == ["2:3", "3:3"])
        let book = "Student,ID,Section,Quiz (1)\n    Points Possible,,,10\n\"A, A\",#N/A,S,5\n\"B, B\",7,S,6\n"
        let grades = try self.read(Array(book.utf8))
        #expect(grades.learnerIDs == ["7"] && grades.places(.damagedID) == ["3:2"])
        #expect(grades.findings.contains { $0.message.hasPrefix("a spreadsheet has put an error") })
    }
}
