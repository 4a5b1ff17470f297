import Syncopate
import SyncopateFormats
import SyncopateStudents
import TestSupport
import Testing

struct TopicFileTests {
    func file(_ text: String) -> SourceFile { SourceFile(name: "file", bytes: Array(text.utf8)) }

    @Test func aMapOfTopicsIsASkillMap() throws {
        let one = TopicClass(learners: 9, isShuffled: false, seed: 3)
        let map = TopicFinder().map(of: one.gradebook, profiles: ItemProfile.profiles(of: one.gradebook))
        #expect(map.placed > 5 && map.alone > 5)
        let written = String(decoding: TopicCSV.write(map, gradebook: one.gradebook), as: UTF8.self)
        let read = try SkillMap.read(file(written))
        #expect(read.findings.isEmpty, "\(read.findings)")
        #expect(read.entries.count == map.placed)
        var log = EvidenceLog()
        for item in one.gradebook.items { log.intern(item) }
        #expect(read.apply(to: &log).isEmpty)
        #expect(log.items == map.applied(to: one.gradebook).items)
    }

    @Test func topicIsAnotherWordForSkill() throws {
        let read = try SkillMap.read(file("item,topic\n1,Fractions\n2,\n"))
        #expect(read.entries.map(\.skill.skill) == ["Fractions"])
        // Without a column of confidence a row without a topic is a fault, as in any skill map.
        #expect(read.findings.map(\.rule) == [.badValue])
        #expect(throws: ReadError.self) { try SkillMap.read(file("item,topic,skill\n1,a,b\n")) }
    }

    @Test func cellsThatASpreadsheetWouldReckonAreEscaped() {
        var log = EvidenceLog()
        log.intern(Item(id: "=1+1", title: "@a, \"b\""))
        let map = TopicMap(
            topics: [.init(title: "+x")], entries: [.init(item: 0, topic: 0, confidence: 0.5, why: .words(["a"]))])
        let text = String(decoding: TopicCSV.write(map, gradebook: Gradebook(log)), as: UTF8.self)
        #expect(text.split(separator: "\r\n").last == "'=1+1,'+x,1.00,0.50,titles share “a”,\"'@a, \"\"b\"\"\"")
    }

    @Test func standardsOfAPackage() throws {
        let text = """
            {"CFPackage": {"CFDocument": {"identifier": "doc"}, "CFItems": [
              {"identifier": "d", "humanCodingScheme": "N", "fullStatement": "Number"},
              {"identifier": "c", "humanCodingScheme": "N.1", "fullStatement": "Work with fractions"},
              {"identifier": "s", "humanCodingScheme": "N.1.3", "fullStatement": "Add fractions of any kind",
               "abbreviatedStatement": "Add fractions"}, {"fullStatement": "lost"}],
             "CFAssociations": [
              {"associationType": "isChildOf", "originNodeURI": {"identifier": "s"}, "destinationNodeURI": {"identifier": "c"}},
              {"associationType": "isChildOf", "originNodeURI": "https://example.org/CFItems/c",
               "destinationNodeURI": {"identifier": "d"}},
              {"associationType": "isPeerOf", "originNodeURI": {"identifier": "d"}, "destinationNodeURI": {"identifier": "s"}}]}}
            """
        let read = try CompetencyFile.read(file(text))
        #expect(
            read.standards == [
                .init(id: "d", code: "N", statement: "Number"),
                .init(id: "c", code: "N.1", statement: "Work with fractions", parent: "d"),
                .init(id: "s", code: "N.1.3", statement: "Add fractions", parent: "c"),
            ])
        #expect(read.findings.findings.map(\.rule) == [.blankID])
    }

    @Test(arguments: [
        ("", FindingRule.brokenJSON), ("{", .brokenJSON), ("[]", .wrongKindOfFile),
        ("{\"CFItems\": 3}", .wrongKindOfFile),
    ])
    func whatIsNoPackageIsRefused(_ text: String, _ rule: FindingRule) {
        #expect(throws: ReadError.self) { try CompetencyFile.read(file(text)) }
        do {
            _ = try CompetencyFile.read(file(text))
        } catch {
            #expect(error.findings.first?.rule == rule || error.findings.first?.rule == .emptyFile)
        }
    }

    @Test func outcomesOfCanvas() throws {
        let read = try CanvasOutcomesFile.read(
            file(
                """
                vendor_guid,object_type,title,workflow_state,parent_guids,ratings,,,
                g,group,Number,active,,,,,
                o,outcome,Adds fractions,active,g other,3,Best,1,Good
                x,outcome,Gone,deleted,g
                ,outcome,No identity,active,g,,,,

                """))
        #expect(
            read.standards == [
                .init(id: "g", code: "Number", statement: "Number"),
                .init(id: "o", code: "Adds fractions", statement: "Adds fractions", parent: "g"),
            ])
        #expect(read.findings.findings.map(\.rule) == [.blankID])
        #expect(throws: ReadError.self) { try CanvasOutcomesFile.read(file("a,b\n1,2\n")) }
        #expect(throws: ReadError.self) { try CanvasOutcomesFile.read(file("")) }
    }

    @Test(.enabled(if: SharedFolder.has("fixtures/canvas/test_outcomes_1.csv")))
    func outcomesNobodyHereWrote() throws {
        let bytes = try SharedFolder.bytes("fixtures/canvas/test_outcomes_1.csv")
        let read = try CanvasOutcomesFile.read(SourceFile(name: "outcomes.csv", bytes: bytes))
        // Two groups, the second in the first, and an outcome in both.
        #expect(read.standards.map(\.id) == ["a", "b", "c"] && read.standards.map(\.parent) == ["", "a", "a"])
        #expect(read.findings.findings.isEmpty)
    }
}
