import SyncopateFormats
import TestSupport
import Testing

/// Files that look like those of another kind, or of another make of the same.
struct SystemLookalikeTests {
    private func read(_ text: String, _ name: String = "file") throws(ReadError) -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)), options: ReadOptions())
    }

    /// Pairs of columns are not yet scores and mastery points.
    @Test(arguments: ["Thesis topic", "SIS ID"]) func scoresBeforeAndAfter(_ third: String) {
        let text = "Name,ID,\(third),Essay pre,Essay post,Lab pre,Lab post\nAnn,1,t,3,9,2,8\n"
        #expect(throws: ReadError.self) { try self.read(text) }
    }

    /// Work handed in on paper is missing to Canvas, and graded by the teacher all the same.
    @Test func gradedByHand() throws {
        func submission(_ grader: String) -> String {
            #"[{"id":1,"assignment_id":2,"user_id":3,"workflow_state":"graded","attempt":null,"score":8,"grader_id":\#(grader),"#
                + #""missing":true,"submitted_at":null,"assignment":{"id":2,"name":"Lab","points_possible":10}}]"#
        }
        #expect(try read(submission("3")).log.events.map(\.score) == [0.8])
        #expect(try read(submission("null")).log.events.map(\.status) == [.missing])
    }

    /// A total beside nothing but notes is all there is.
    @Test func aTotalAlone() throws {
        let read = try read(
            "Student,ID,Section,Notes,Total\n    Points Possible,,,,100\nAlice,1,A,good,80\nBob,2,A,late,70\n")
        #expect(read.log.events.filter { $0.status == .scored }.map(\.score) == [0.8, 0.7])
    }

    @Test func subtotalsWithPoints() throws {
        let read = try read(
            "OrgDefinedId,Last Name,First Name,Essay Points Grade <Numeric MaxPoints:10>,"
                + "Quizzes Subtotal <Numeric MaxPoints:50>,End-of-Line Indicator\n#1,Ask,Ann,8,40,#\n")
        #expect(read.log.items.map(\.id).count == 1 && read.log.events.map(\.score) == [0.8])
    }

    /// Points that cannot be leave the scaled score; extra credit stays.
    @Test func impossiblePoints() throws {
        func statement(_ score: String) -> String {
            #"{"actor":{"mbox":"mailto:a@x.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"#
                + #""object":{"id":"http://x.org/q"},"result":{"score":{\#(score)}}}"# + "\n"
        }
        for (score, expected) in [
            (#""raw":85,"min":0,"max":1,"scaled":0.85"#, 0.85), (#""raw":-1,"min":0,"max":4,"scaled":0.25"#, 0.25),
            (#""raw":11,"min":0,"max":10,"scaled":1"#, 1.1),
        ] {
            let read = try read(statement(score))
            #expect(read.log.events.map(\.score) == [expected], "\(score)")
            #expect(read.findings.contains { $0.severity == .warning })
        }
    }

    /// A question of a quiz of Moodle whose header lost its blank, and one of Canvas that begins with a number.
    @Test func questionsWithoutBlanks() throws {
        let moodle = try read(
            "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1/5.00,Q. 2/5.00\n"
                + "Ask,Ann,a@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:58 AM,30 mins,9.00,5.00,4.00\n")
        #expect(moodle.log.events.map(\.score) == [1, 0.8])
        let canvas = try read(
            "name,id,section,section_id,submitted,attempt,101:2+2?,1.0,n correct,n incorrect,score\n"
                + "A,11,S,5,2026-02-03 10:00:00 UTC,1,4,1.0,1,0,1.0\n")
        #expect(canvas.log.items.map(\.id) == ["101"] && canvas.log.events.map(\.score) == [1])
    }

    /// Marks that begin and never end take no longer than others.
    @Test func marksWithoutEnd() throws {
        let question = "101: " + String(repeating: "<a", count: 30_000)
        let read = try read(
            "name,id,section,section_id,submitted,attempt,\(question),1.0,n correct,n incorrect,score\n"
                + "A,11,S,5,2026-02-03 10:00:00 UTC,1,4,1.0,1,0,1.0\n")
        #expect(read.log.items.first?.title.hasPrefix("<a<a") == true)
    }
}
