import Syncopate
import SyncopateFormats
import Testing

struct CatalogueFileTests {
    func read(_ texts: String...) throws -> CatalogueFile {
        var file = CatalogueFile()
        for text in texts { try file.read(SourceFile(name: "catalogue", bytes: Array(text.utf8))) }
        return file
    }

    static let json = """
        {"skills": [
            {"id": "add", "title": "Adding", "guess": 0.25},
            {"id": "multiply", "requires": [{"skill": "add", "weight": 0.8}], "formerly": ["times"]}],
         "items": [
            {"id": 7, "title": "Sums", "skills": ["add", {"skill": "multiply", "weight": 0.5}], "minutes": 4,
             "difficulty": -0.5, "discrimination": 1.2, "kind": "work", "group": "sheet 1",
             "due": "2026-09-01T00:00:00Z", "assigned": true, "max": 10},
            {"id": "8", "skills": ["multiply"], "requires": ["7"], "formerly": ["old"]}],
         "goals": [
            {"id": "exam", "purpose": "remember", "skills": ["add"], "weight": 2, "threshold": 0.8,
             "by": "2026-12-01", "learners": ["ada"]}]}
        """
    static let tables = [
        "skill,title,requires,guess,formerly\nadd,Adding,,0.25,\nmultiply,,add:0.8,,times\n",
        """
        item,title,skills,minutes,difficulty,discrimination,kind,group,due,assigned,max,requires,formerly
        7,Sums,add;multiply:0.5,4,-0.5,1.2,work,sheet 1,2026-09-01T00:00:00Z,yes,10,,
        8,,multiply,,,,,,,,,7,old

        """,
        "goal,purpose,skills,items,weight,threshold,by,learners\nexam,remember,add,,2,0.8,2026-12-01,ada\n",
    ]

    @Test func jsonAndTablesSayTheSame() throws {
        let json = try read(Self.json)
        let tables = try read(Self.tables[0], Self.tables[1], Self.tables[2])
        #expect(json.findings.isEmpty && tables.findings.isEmpty)
        #expect(json.skills == tables.skills)
        #expect(json.items == tables.items)
        #expect(json.goals == tables.goals)
        #expect(json.skills[1].requires == [Prerequisite(skill: "add", weight: 0.8)])
        #expect(json.skills[0].nominal == NominalParameters(guess: 0.25))
        #expect(json.items[0].due == 1_788_220_800 && json.items[0].skills.map(\.weight) == [1, 0.5])
        #expect(json.goals[0].by == 1_796_083_200 && json.goals[0].purpose == .remember)
        #expect(try json.catalogue().skills.count == 2)
    }

    @Test func faultsOfAJSONCatalogueNameTheirPath() throws {
        let file = try read(
            #"{"skills":[{"id":"a","guess":"high","colour":1},5],"items":[{"id":"x","due":"soon"}],"extra":[]}"#)
        #expect(file.findings.map(\.rule) == [.badValue, .ignoredColumn, .badValue, .badValue, .ignoredColumn])
        #expect(
            file.findings.map { $0.message.prefix { $0 != " " } }
                == ["/skills/0/guess", "/skills/0/colour", "/skills/1", "/items/0/due", "/extra"])
    }

    @Test func brokenJSONIsRefusedWithItsLine() {
        let error = #expect(throws: ReadError.self) { try read("{\"skills\": [\n{\"id\": }]}") }
        #expect(error?.code == "broken-json" && error?.finding.line == 2)
    }

    @Test func aGradebookIsNoCatalogue() {
        let error = #expect(throws: ReadError.self) { try read("learner,score\na,1\n") }
        #expect(error?.code == "wrong-kind-of-file")
    }

    @Test func cellsWithFaultsAreNotedAndLeftOut() throws {
        let file = try read(
            "skill,requires,learn\na,,2\nb,a:-1,\n", "goal,purpose,threshold,by\ng,win,7,soon\n")
        #expect(file.findings.map(\.rule) == [.badValue, .badWeight, .badValue, .badValue, .badTime])
        #expect(file.skills.map(\.requires.count) == [0, 0])
        #expect(file.goals == [Goal(id: "g")])
    }
}
