import Syncopate
import SyncopateFormats
import TestSupport
import Testing

struct SupplementTests {
    func file(_ text: String) -> SourceFile { SourceFile(name: "map.csv", bytes: Array(text.utf8)) }

    @Test func aSkillMapFindsItemsByIDThenTitle() throws {
        var log = EvidenceLog()
        log.intern(Item(id: "1001", title: "Essay One"))
        log.intern(Item(id: "1002", title: "Quiz"))
        let map = try SkillMap.read(file("item,skill,weight\n1001,a,2\n essay  one ,b,\nQuiz,c,-1\nNowhere,d,1\n"))
        #expect(map.findings.map(\.rule) == [.badWeight])
        #expect(map.findings.map(\.line) == [4])
        let unknown = map.apply(to: &log)
        #expect(log.items[0].skills == [SkillWeight(skill: "a", weight: 2), SkillWeight(skill: "b")])
        #expect(unknown.map(\.rule) == [.unknownItem] && unknown.map(\.line) == [5])
    }

    @Test func aGradebookIsNoSkillMap() {
        #expect(throws: ReadError.self) { try SkillMap.read(file("Student,ID,Section,Essay (1001)\nA,1,S,1\n")) }
        #expect(throws: ReadError.self) { try ItemFile.read(file("learner,item,score\nA,1,1\n")) }
    }

    @Test func anItemFile() throws {
        var log = EvidenceLog()
        log.intern(Item(id: "1001", title: "Essay"))
        let items = try ItemFile.read(
            file(
                "item,minutes,difficulty,kind,due,assigned,max\nEssay,30,-0.5,bonus,2026-09-01T00:00:00Z,no,\nEssay,x,,odd,,,\n"
            ))
        #expect(items.findings.map(\.rule) == [.badValue, .unknownKind])
        #expect(items.apply(to: &log).isEmpty)
        let item = log.items[0]
        #expect(item.minutes == 30 && item.difficulty == -0.5 && item.kind == .bonus && item.kindIsStated)
        #expect(item.due == 1_788_220_800 && item.assigned == false && item.maximum == nil)
    }

    @Test(arguments: [
        ("Roll Call Attendance", ItemKind.attendance), ("Bonus Activity", .bonus),
        ("Population bonus question set", .bonus),
        ("Extra credit: maps", .bonus), ("Extra practice", .work), ("Survey of algebra", .work),
        ("Course survey", .administrative),
        ("Class Participation", .participation), ("Syllabus quiz", .administrative), ("Population growth", .work),
        ("Anwesenheit Woche 3", .attendance), ("Participación", .participation), ("Bonuspunkte", .bonus),
        ("Presenze", .attendance),
        ("", .work), ("Land survey lab", .work),
    ])
    func kindsFromTitles(title: String, kind: ItemKind) { #expect(ItemKind(title: title) == kind) }
}

/// Skill maps, item files and scales in other forms than CSV in UTF-8.
struct SupplementFormTests {
    /// What is UTF-8 is read so whatever was stated for the gradebook; what is not is read as stated.
    @Test(arguments: [Array("é".utf8), [0xE9]]) func encodings(_ letter: [UInt8]) throws {
        let map = Array("item,skill\nPr".utf8) + letter + Array("fung,S".utf8) + letter + Array("\n".utf8)
        let file = SourceFile(name: "map.csv", bytes: map)
        let read = try SkillMap.read(file, encoding: .latin1)
        #expect(read.entries.map(\.item) == ["Préfung"] && read.entries.map(\.skill.skill) == ["Sé"])
        let items = Array("item,kind\nPr".utf8) + letter + Array("fung,bonus\n".utf8)
        #expect(try ItemFile.read(SourceFile(name: "i.csv", bytes: items), encoding: .latin1).findings.isEmpty)
        let scale = Array("grade,percent\ntr".utf8) + letter + Array("s bien,90\n".utf8)
        #expect(
            try GradeScaleFile.read(SourceFile(name: "s.csv", bytes: scale), encoding: .latin1).share("trés bien")
                == 0.9)
        guard letter.count == 1 else { return }
        #expect(throws: ReadError.self) { try SkillMap.read(file) }
    }

    /// A workbook is read as the CSV of its first sheet.
    @Test func aWorkbook() throws {
        func row(_ number: Int, _ cells: [String]) -> String {
            let cells = zip(["A", "B", "C"], cells).map { column, text in
                "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(number)\">" + cells.joined() + "</row>"
        }
        let name = "http://schemas.openxmlformats.org/"
        let bytes = MadeZip([
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml":
                "<workbook xmlns=\"\(name)spreadsheetml/2006/main\" xmlns:r=\"\(name)officeDocument/2006/relationships\">"
                + "<sheets><sheet name=\"Map\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
                "<Relationships xmlns=\"\(name)package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"\(name)officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/worksheets/sheet1.xml":
                "<worksheet xmlns=\"\(name)spreadsheetml/2006/main\"><sheetData>" + row(1, ["item", "skill", "weight"])
                + row(2, ["x", "Sums", "2"]) + row(3, ["y", "Sums", "none"]) + "</sheetData></worksheet>",
        ]).bytes
        let map = try SkillMap.read(SourceFile(name: "map.xlsx", bytes: bytes))
        #expect(map.entries.map(\.item) == ["x"] && map.entries.map(\.skill.weight) == [2])
        #expect(map.findings.map(\.rule) == [.badWeight] && map.findings.map(\.line) == [3])
    }

    /// An archive of several tables is none of them.
    @Test func anArchiveOfTables() throws {
        let bytes = MadeZip(["a.csv": "item,skill\nx,y\n", "b.csv": "item,skill\nx,z\n"]).bytes
        let error = #expect(throws: ReadError.self) { try SkillMap.read(SourceFile(name: "maps.zip", bytes: bytes)) }
        #expect(error?.finding.rule == .wrongKindOfFile && error?.finding.remedy.contains("xlsx") == true)
    }
}
