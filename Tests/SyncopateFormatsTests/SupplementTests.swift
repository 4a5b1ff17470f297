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
