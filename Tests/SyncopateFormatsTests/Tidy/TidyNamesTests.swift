import Syncopate
import SyncopateFormats
import Testing

/// Tables of events whose columns have other names, and JSON in other forms than lines.
struct TidyNamesTests {
    @Test func columnsUnderOtherNames() throws {
        let read = try read(
            "timestamp,user_id,problem_id,correct,skill_id\n1600000000,u1,p1,1,12\n1600000060,u1,p2,0,13\n")
        #expect(read.format == .tidyCSV && read.learnerIDs == ["u1"] && read.itemIDs == ["p1", "p2"])
        #expect(read.log.events.map(\.score) == [1, 0] && read.log.items[0].skills.map(\.skill) == ["12"])
        #expect(read.event("u1", "p1")?.at == 1_600_000_000)
        #expect(read.places(.columnTakenAs) == ["1:2", "1:3", "1:5"] && !read.hasErrors)
    }

    @Test(arguments: [
        ("studentId,questionId,isCorrect", "a,x,1"), ("user,item,skill,correct", "a,x,s,1"),
        ("student,item,difficulty,correct", "a,x,2,1"), ("Timestamp,Email,Item,Score", "1600000000,a,x,1"),
        ("timestamp,user_id,question_id,score", "1600000000,a,x,1"),
        ("student_id,user_name,question,correct", "a,Z,x,1"),
    ])
    func readAsEvents(_ header: String, _ row: String) throws {
        let read = try read("\(header)\n\(row)\n")
        #expect(read.format == .tidyCSV && read.score("a", "x") == 1 && !read.findingTotals.isEmpty)
    }

    /// What points are out of is not passed over because it is called otherwise.
    @Test func maximum() throws {
        let read = try read("learner,item,score,max_score\na,x,1,5\n")
        #expect(read.score("a", "x") == 0.2 && read.places(.columnTakenAs) == ["1:4"])
    }

    /// Where two columns may be the item, or the score may be a raw answer, it is asked.
    @Test(arguments: [
        ("user_id,problem_id,question_id,correct", "one of problem_id, question_id to item"),
        ("name,question,score", "rename name to learner, question to item"),
        ("student_id,item,response", "response to score"), ("user_id,content_id,correct", "content_id to item"),
        ("Timestamp,Name,Assignment,Score,Max", "name to learner"),
    ])
    func refusedWithAWayOut(_ header: String, _ remedy: String) {
        let row = header.split(separator: ",").map { _ in "1" }.joined(separator: ",")
        let finding = refusal("\(header)\n\(row)\n")?.finding
        #expect(finding?.rule == .notAKnownFormat && finding?.line == 1)
        #expect(finding?.message.contains("table of events") == true)
        #expect(finding?.remedy.contains(remedy) == true, "\(finding?.remedy ?? "")")
    }

    @Test(arguments: [
        ("learner|item|score\na|x|1\n", "vertical bars"), ("learner item score\na x 1\n", "spaces"),
        (" learner | item | score \n---+---+---\n a | x | 1\n", "vertical bars"),
        ("sex,i1,i2,i3\n1,0,1,1\n0,1,1,0\n", "in 0 and 1"), ("x,i1,i2,i3\n1,7,8,9\n0,1,1,0\n", "an item a column"),
        ("фамилия,имя,задание\nа,б,в\n", "language"),
    ])
    func otherRefusals(_ text: String, _ words: String) {
        let finding = refusal(text)?.finding
        #expect(
            finding?.rule == .notAKnownFormat && finding?.message.contains(words) == true, "\(finding?.message ?? "")")
    }

    /// Of score and correct the score counts.
    @Test func scoreAndCorrect() throws {
        let read = try read("learner,item,correct,score\na,x,1,0.25\n")
        #expect(read.score("a", "x") == 0.25 && read.places(.ignoredColumn) == ["1:3"])
        let json = try SyncopateFormatsTests.read("{\"learner\":\"a\",\"item\":\"x\",\"correct\":1,\"score\":0.25}\n")
        #expect(json.score("a", "x") == 0.25)
    }

    /// Rows that R gave names to.
    @Test func namesOfRows() throws {
        let finding = refusal("\"learner\",\"item\",\"score\"\n\"1\",\"ann\",\"q1\",1\n\"2\",\"ann\",\"q2\",0\n")?
            .finding
        #expect(finding?.rule == .raggedRow && finding?.line == 2 && finding?.message.contains("names of rows") == true)
        // One long row is a fault of its own.
        #expect(try read("learner,item,score\na,x,1,2\na,y,1\n").rejects.map(\.line) == [2])
    }

    @Test(arguments: [
        "[{\"learner\":\"a\",\"item\":\"x\",\"score\":1},{\"learner\":\"a\",\"item\":\"y\",\"score\":0}]",
        "[\n  {\n    \"learner\": \"a\",\n    \"item\": \"x\",\n    \"score\": 1\n  },\n  {\"learner\": \"a\", \"item\": \"y\",\n"
            + "    \"score\": 0}\n]\n",
        "{\"data\":[{\"learner\":\"a\",\"item\":\"x\",\"score\":1},{\"learner\":\"a\",\"item\":\"y\",\"score\":0}]}",
        "{\"version\": 1, \"events\": [\n{\"learner\":\"a\",\"item\":\"x\",\"score\":1},\n{\"learner\":\"a\",\"item\":\"y\",\"score\":0}]}",
        "{\n \"learner\":\"a\",\n \"item\":\"x\",\n \"score\":1\n}\n{\n \"learner\":\"a\",\n \"item\":\"y\",\n \"score\":0\n}\n",
        "{\"user_id\":\"a\",\"problem_id\":\"x\",\"correct\":true}\n{\"user_id\":\"a\",\"problem_id\":\"y\",\"correct\":false}\n",
        "{\"user\":\"a\",\"question\":\"x\",\"score\":1,\"success\":true}\n{\"user\":\"a\",\"question\":\"y\",\"score\":0}\n",
    ])
    func formsOfJSON(_ text: String) throws {
        let read = try read(text)
        #expect(read.format == .tidyJSONLines && read.rejects.isEmpty && !read.hasErrors)
        #expect(read.score("a", "x") == 1 && read.score("a", "y") == 0 && read.log.events.count == 2)
    }

    @Test func aFaultInAList() throws {
        let read = try read(
            "[\n{\"learner\":\"a\",\"item\":\"x\",\"score\":1},\n{\"learner\":\"\",\"item\":\"x\",\"score\":1},\n"
                + "{\"learner\":\"b\",\"item\":\n{\"learner\":\"c\",\"item\":\"x\",\"score\":0}\n")
        #expect(read.learnerIDs == ["a", "c"] && read.rejects.map(\.line) == [3, 4])
        #expect(read.places(.blankID) == ["3:0"] && read.hasErrors)
        // A list is no log that can be read line by line.
        let list = SourceFile(name: "f", bytes: Array("[{\"learner\":\"a\",\"item\":\"x\",\"score\":1}]".utf8))
        #expect(TidyConverter.format(of: list, options: ReadOptions()) == nil)
    }

    @Test func columnByColumn() throws {
        let read = try read("{\"learner\":{\"0\":\"a\"},\"item\":{\"0\":\"x\"},\"score\":{\"0\":1}}")
        #expect(read.log.events.isEmpty && read.findings.contains { $0.message.contains("column by column") })
    }

    /// A time first and a score make no form where a column has the items.
    @Test func aFormStaysAForm() throws {
        let form = try read("Timestamp,Email Address,Score,What is 2+2?\n2026/09/01 10:00:00,a@x.org,1 / 2,4\n")
        #expect(form.format == .googleForms && form.log.events.map(\.score) == [0.5])
    }
}
