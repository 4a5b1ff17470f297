import Syncopate
import SyncopateFormats
import Testing

/// Skill maps, item files and scales in the forms people have them in.
struct SkillMapFormTests {
    private func file(_ text: String) -> SourceFile { SourceFile(name: "map.csv", bytes: Array(text.utf8)) }

    private func pairs(_ map: SkillMap) -> [String] { map.entries.map { "\($0.item) \($0.skill.skill) \($0.line)" } }

    /// Several skills in a cell, as tidy files have them; a colon is part of a name.
    @Test func severalInACell() throws {
        let map = try SkillMap.read(file("item,skill,weight\nq1,fractions;decimals,2\nq2,Chapter:1,\nq3,NA,\n"))
        #expect(pairs(map) == ["q1 fractions 2", "q1 decimals 2", "q2 Chapter:1 3"])
        #expect(map.entries.map(\.skill.weight) == [2, 2, 1] && map.findings.map(\.line) == [4])
    }

    /// What the program itself writes has one topic in a cell.
    @Test func aMapOfTopicsIsNotSplit() throws {
        let map = try SkillMap.read(file("item,topic,confidence\nq1,Ratios; rates,0.5\n"))
        #expect(pairs(map) == ["q1 Ratios; rates 2"] && map.findings.isEmpty)
    }

    @Test(arguments: ["item,skills", "item,kc", "question_id,skill_id", "problem_id,skill_name"])
    func otherNames(_ header: String) throws {
        let map = try SkillMap.read(file("\(header)\nq1,f\nq2,d;e\n"))
        #expect(pairs(map) == ["q1 f 2", "q2 d 3", "q2 e 3"])
        #expect(map.findings.allSatisfy { $0.rule == .columnTakenAs } && !map.findings.isEmpty)
    }

    @Test func namesOfSkillsBeforeTheirIDs() throws {
        let map = try SkillMap.read(file("item,skill_id,skill_name\nq1,12,fractions\n"))
        #expect(pairs(map) == ["q1 fractions 2"])
    }

    @Test(arguments: ["item,fractions,decimals", ",fractions,decimals", "question_id,fractions,decimals"])
    func aMatrix(_ header: String) throws {
        let map = try SkillMap.read(file("\(header)\nq1,1,0\nq2,1,1\nq3,,1\n"))
        #expect(pairs(map) == ["q1 fractions 2", "q2 fractions 3", "q2 decimals 3", "q3 decimals 4"])
        #expect(map.findings.map(\.rule) == [.columnTakenAs])
    }

    /// What may be something else is no matrix, and the refusal says what one looks like.
    @Test(arguments: ["item,minutes\nq1,1\n", "item,f,d\nq1,2,0\n", "1,0\n1,1\n", "item,assigned\nq1,1\n"])
    func noMatrix(_ text: String) {
        #expect(throws: ReadError.self) { try SkillMap.read(file(text)) }
    }

    @Test func aRefusalNamesTheMatrix() {
        let error = #expect(throws: ReadError.self) { try SkillMap.read(file("1,0\n1,1\n")) }
        #expect(error?.finding.rule == .missingColumn && error?.finding.remedy.contains("with 0 and 1") == true)
    }

    @Test func jsonIsNamed() {
        let error = #expect(throws: ReadError.self) {
            try SkillMap.read(file("[{\"item\":\"q1\",\"skill\":\"f\"}]"))
        }
        #expect(error?.finding.rule == .wrongKindOfFile && error?.finding.message.contains("JSON") == true)
    }

    @Test func kindsAreListed() throws {
        let items = try ItemFile.read(file("item,kind\nq1,quiz\n"))
        #expect(items.findings.map(\.rule) == [.unknownKind] && items.findings[0].remedy.contains("bonus"))
    }

    @Test(arguments: [
        ("percent", "95%", 0.95), ("percent", "95", 0.95), ("share", "95%", 0.95), ("share", "0.95", 0.95),
    ])
    func percentSigns(_ unit: String, _ cell: String, _ share: Double) throws {
        #expect(try GradeScaleFile.read(file("grade,\(unit)\nA,\(cell)\n")).share("A") == share)
    }
}
