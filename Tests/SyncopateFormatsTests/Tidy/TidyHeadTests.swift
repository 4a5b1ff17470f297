import Syncopate
import Testing

@testable import SyncopateFormats

/// Tables of events whose columns are named otherwise: what their first records show of scores and items.
struct TidyHeadTests {
    /// A right answer to a question of five points is no point of five.
    @Test(arguments: [
        "student_id,question_id,points_earned,points_possible,is_correct\na,p1,5,5,1\nb,p1,0,5,0\n",
        "student_id,question_id,correct,max_score\na,p1,1,5\nb,p1,0,5\n",
        "learner,item,correct,max\na,p1,1,5\nb,p1,0,5\n",
        "{\"user_id\":\"a\",\"question_id\":\"p1\",\"is_correct\":1,\"points_possible\":5}\n"
            + "{\"user_id\":\"b\",\"question_id\":\"p1\",\"is_correct\":0,\"points_possible\":5}\n",
    ])
    func rightBesidePoints(_ text: String) throws {
        let read = try read(text)
        #expect(read.score("a", "p1") == 1 && read.score("b", "p1") == 0 && read.log.items[0].maximum == 5)
        #expect(read.findings.contains { $0.rule == .mixedUnits && $0.severity == .warning })
    }

    /// The same of a table under its own name is what it says, and so is one with points in it.
    @Test func points() throws {
        #expect(try read("learner,item,score,max\na,p1,1,5\n").score("a", "p1") == 0.2)
        #expect(try read("learner,item,correct,max\na,p1,1,5\nb,p1,4,5\n").score("a", "p1") == 0.2)
    }

    /// What comes later and is more than right shows that all of it may be points.
    @Test func pointsFurtherOn() {
        let rows = (0..<TidyHead.limit).map { "a\($0),p1,1,5\n" }.joined()
        let table = refusal("learner,item,correct,max\n\(rows)b,p1,4,5\n")
        #expect(table?.finding.rule == .mixedUnits && table?.finding.line == TidyHead.limit + 2)
        let lines = (0..<TidyHead.limit).map { "{\"user_id\":\($0),\"item\":1,\"correct\":1,\"max\":5}\n" }.joined()
        let json = refusal(lines + "{\"user_id\":1,\"item\":2,\"correct\":4,\"max\":5}\n")
        #expect(json?.finding.rule == .mixedUnits && json?.finding.line == TidyHead.limit + 1)
    }

    /// How many were right is out of how many there were.
    @Test func counts() throws {
        let read = try read("student_id,quiz_id,correct,total\ns1,2,1,10\ns2,2,0,10\n")
        #expect(read.score("s1", "2") == 0.1 && read.places(.columnTakenAs) == ["1:1", "1:2", "1:4"])
        // A question's total may be the test's.
        #expect(try self.read("user_id,question_id,correct,total\na,q1,1,20\n").score("a", "q1") == 1)
    }

    @Test(arguments: [
        ("user_id,quiz_id,question_number,is_correct", ["u1,z1,1,1", "u1,z1,2,0"], "quiz_id", "question_number"),
        ("student_id,quiz,question,correct", ["s1,q1,1,1", "s1,q2,1,0"], "question", "quiz"),
        (
            "student_id,course_id,assignment,score,max", ["s,math,HW1,9,10", "s,bio,HW1,18,20"], "assignment",
            "course_id"
        ),
        ("user_id,problem_id,part,correct", ["s,p,a,1", "s,p,b,0"], "problem_id", "part"),
    ])
    func severalQuestionsOfOneName(_ header: String, _ rows: [String], _ item: String, _ other: String) {
        let error = refusal(([header] + rows).joined(separator: "\n") + "\n")
        #expect(error?.finding.rule == .missingColumn && error?.finding.line == 1)
        #expect(
            error?.finding.message.contains("\(item) is not enough: one of it comes with several of \(other)") == true)
        #expect(error?.finding.remedy.contains("add a column item") == true)
    }

    @Test func severalQuestionsOfOneNameInJSON() {
        let lines = ["1", "2"].map { "{\"user_id\":\"u\",\"quiz_id\":\"z\",\"question_no\":\($0),\"is_correct\":1}\n" }
        #expect(refusal(lines.joined())?.finding.rule == .missingColumn)
    }

    /// Questions with ids of their own may stand in several quizzes, and a column item is what it says.
    @Test(arguments: [
        "user_id,quiz_id,question_id,correct\ns1,z1,7,1\ns1,z2,7,0\n",
        "user_id,question_id,question_index,correct\ns1,7,1,1\ns2,7,3,0\n",
        "user_id,problem_id,part,correct\ns1,7,,1\ns2,7,A,0\ns2,7,NA,0\n",
        "learner,quiz,item,score\ns1,z1,7,1\ns1,z2,7,0\n",
    ])
    func idsThatHold(_ text: String) throws {
        #expect(try read(text).itemIDs == ["7"])
    }

    /// What says nothing takes no score away.
    @Test(arguments: [
        "learner,item,attempt,score\nann,q1,1,1\nann,q1,1,\n", "learner,item,event_id,score\nann,q1,e,1\nann,q1,e,\n",
        "learner,item,attempt,score,skills\nann,q1,1,1,a\nann,q1,1,,b\n",
    ])
    func blankOfTheSameTry(_ text: String) throws {
        let read = try read(text)
        #expect(read.score("ann", "q1") == 1 && read.log.events.count == 1 && read.places(.duplicateEvent) == ["3:0"])
    }

    @Test func sections() throws {
        let read = try read("learner,item,score,section\nann,q1,1,Period 1\nann,q2,1,Period 2\nann,q1,1,Period 3\n")
        #expect(read.log.learners[0].section == "Period 1" && read.places(.unknownSection) == ["3:0"])
        let json = ["A", "B"].map { "{\"learner\":\"l\",\"item\":\"\($0)\",\"score\":1,\"section\":\"\($0)\"}\n" }
        #expect(try self.read(json.joined()).places(.unknownSection) == ["2:0"])
    }

    /// Each score is a share of its own, which is said.
    @Test func maximaThatDiffer() throws {
        let read = try read("learner,item,score,max\nann,q1,3,5\nbob,q1,7,10\ncat,q1,1,3\n")
        #expect(read.score("bob", "q1") == 0.7 && read.log.items[0].maximum == 5)
        #expect(read.places(.mixedUnits) == ["3:0"])
        #expect(read.findings.contains { $0.message.contains("out of 10 here and of 5 before") })
    }

    /// A table knows no more of it than NA says.
    @Test func notAvailable() throws {
        let read = try read("learner,item,score\na,q,N/A\nb,q,NA\n")
        #expect(read.status("a", "q") == .unknownBlank && read.status("b", "q") == .unknownBlank)
    }

    /// A share is the points it stands for, and what the caller says points are out of may make two rows one.
    @Test func repeatsOfOneMoment() throws {
        let shares = try read("learner,item,score,max,at\na,q,80%,5,1600000001\na,q,4,5,1600000001\n")
        #expect(shares.log.events.count == 1 && shares.places(.duplicateEvent) == ["3:0"])
        let text = "learner,item,score,max,at\na,q,7,10,1600000001\na,q,7,,1600000001\n"
        let file = SourceFile(name: "file", bytes: Array(text.utf8))
        #expect(try EvidenceReader.read(file, options: ReadOptions(maximum: 10)).log.events.count == 1)
        #expect(try EvidenceReader.read(file, options: ReadOptions(maximum: 8)).log.events.count == 2)
    }

    @Test func titleThatIsEmpty() throws {
        let read = try read("{\"learner\":\"l\",\"item\":\"x\",\"score\":1,\"title\":\"\"}")
        #expect(read.log.items.map(\.title) == ["x"])
    }

    @Test func learnersThatAreObjects() throws {
        let read = try read("{\"learner\":{\"$oid\":\"5f\"},\"item\":\"x\",\"score\":1}")
        #expect(read.rejects.count == 1 && read.findings.contains { $0.message.contains("the learner is an object") })
    }

    @Test func objectsWhereTextsAreNeeded() throws {
        let read = try read(
            """
            {"learner":"l","item":"x","score":1,"mode":{"a":1},"title":["t"],"event_id":true}
            {"learner":"l","item":"x","status":{"a":1}}
            {"learner":"l","item":"x","score":0,"status":["a"]}
            """)
        #expect(read.log.events.map(\.score) == [1, 0] && read.log.items.map(\.title) == ["x"])
        #expect(
            read.findings.map { "\($0.line ?? 0) \($0.columnHeader)" } == [
                "1 title", "1 mode", "1 event_id", "2 status", "3 status",
            ])
        #expect(read.places(.unknownStatus) == ["2:0", "3:0"] && read.rejects.map(\.line) == [2])
    }

    /// A line that is cut off does not take the next one in.
    @Test func lineCutOffBeforeAnother() throws {
        let cut = "{\"learner\":\"l\",\"item\":\"x\",\"mode\":"
        let sound = "{\"learner\":\"m\",\"item\":\"x\",\"score\":1}"
        let read = try read("\(cut)\n\(sound)\n}\n{\"learner\":\"n\",\"item\":\"x\",\"score\":0}\n")
        #expect(read.learnerIDs == ["m", "n"] && read.places(.brokenJSON).map { $0.prefix(1) } == ["1", "3"])
        #expect(read.rejects.map { String(decoding: $0.bytes, as: UTF8.self) } == [cut, "}"])
        let whole = try self.read("{\"learner\":\"l\",\"item\":\"x\",\"score\":1,\"skills\":\n  {\"a\":1}\n}\n")
        #expect(whole.log.items.map { $0.skills.map(\.skill) } == [["a"]] && whole.rejects.isEmpty)
    }

    private func read(_ text: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file", bytes: Array(text.utf8)))
    }
}
