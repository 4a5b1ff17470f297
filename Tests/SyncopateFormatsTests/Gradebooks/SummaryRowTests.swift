import Syncopate
import SyncopateFormats
import Testing

/// Rows below learners that tell of all of them, and learners who are called like such a row.
struct SummaryRowTests {
    private let canvas =
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (101),Quiz (102)\n    Points Possible,,,,,20,10\n"
        + "\"Abell, Ann\",11,S01,aabell,Sec 1,18,9\n"

    @Test(arguments: ["Class Avg", "MAX", "MIN:", "StDev", "Count", "Weight"]) func words(_ word: String) throws {
        let read = try read(canvas + "\(word),,,,,16.5,8.25\n")
        #expect(read.learnerIDs == ["11"] && read.places(.notAnAnswer) == ["4:0"] && !read.hasErrors)
    }

    /// AVERAGE of a column without numbers is an error.
    @Test(arguments: ["#DIV/0!", "N/A"]) func noFigure(_ text: String) throws {
        let read = try read(canvas + "Average,,,,,16.5,\(text)\n")
        #expect(read.learnerIDs == ["11"] && read.places(.notAnAnswer) == ["4:0"] && !read.hasErrors)
    }

    /// More rows of figures than learners.
    @Test func idsWithDigits() throws {
        let read = try read(
            "OrgDefinedId,Essay Points Grade <Numeric MaxPoints:20>,End-of-Line Indicator\n#11,18,#\nMin,15,\nMax,18,\nN,1,\n"
        )
        #expect(read.learnerIDs == ["11"] && read.places(.notAnAnswer) == ["3:0", "4:0", "5:0"])
    }

    @Test func somebodyCalledMax() throws {
        let withID = try read(canvas + "Max,12,S02,max,Sec 1,15,7\n")
        #expect(withID.learnerIDs == ["11", "12"] && withID.score("12", "101") == 0.75)
        let alone = try read("Student,Section,Essay (101)\n    Points Possible,,20\nAnn,,18\nMax,,15\nMin,,14\n")
        #expect(alone.learnerIDs == ["Ann", "Max", "Min"])
        let logins = try read(
            "Student,ID,Section,Quiz (1)\n    Points Possible,,,10\n,anna12,,5\n,bob3,,4\n,max,,3\n")
        #expect(logins.learnerIDs == ["anna12", "bob3", "max"])
        let quiz = try read(
            "name,id,section,section_id,submitted,attempt,101: What is 2+2?,1.0,n correct,n incorrect,score\n"
                + "Suma,8,,,,1,4,1,1,0,1\n")
        #expect(quiz.learnerIDs == ["8"])
    }

    @Test func belowAQuiz() throws {
        let read = try read(
            "name,id,section,section_id,submitted,attempt,101: What is 2+2?,1.0,n correct,n incorrect,score\n"
                + "Ada,10,A,5,2026-09-01 10:00:00 UTC,1,4,1,1,0,1\nAverage,,,,,,,0.5,1,0,1\nMax,,,,,,,1,1,0,1\n")
        #expect(read.learnerIDs == ["10"] && read.places(.notAnAnswer).count == 2)
        #expect(read.findings.allSatisfy { $0.rule != .blankID })
    }

    /// pandas numbers headers that are there twice.
    @Test(arguments: [["1", "1.1", "1.2"], ["1.0", "1.0.1", "1.0.2"], ["1.0", "1.0", "1.0"]])
    func pointsOfAQuiz(_ headers: [String]) throws {
        let questions = headers.enumerated().map { "10\($0): Q\($0),\($1)" }.joined(separator: ",")
        let read = try read(
            "name,id,section,section_id,submitted,attempt,\(questions),n correct,n incorrect,score\n"
                + "Ada,10,A,5,2026-09-01 10:00:00 UTC,1,x,1,y,1,z,0,2,1,2\n")
        #expect(read.log.items.map(\.maximum) == [1, 1, 1] && read.log.events.map(\.score) == [1, 1, 0])
    }

    @Test func pointsOfAQuizThatAreTheirOwn() throws {
        let read = try self.read(
            "name,id,section,section_id,submitted,attempt,101: a,2,102: b,1.5,n correct,n incorrect,score\n"
                + "Ada,10,A,5,2026-09-01 10:00:00 UTC,1,x,2,y,1.5,2,0,3.5\n")
        #expect(read.log.items.map(\.maximum) == [2, 1.5])
        let points = ["1", "1", "1", "1", "1", "1.5"]
        let questions = points.enumerated().map { "10\($0): Q\($0),\($1)" }.joined(separator: ",")
        let half = try self.read(
            "name,id,section,section_id,submitted,attempt,\(questions),n correct,n incorrect,score\n"
                + "Ada,10,A,5,2026-09-01 10:00:00 UTC,1,a,1,b,1,c,1,d,1,e,1,f,0.75,5,0,5.75\n")
        #expect(half.log.items.last?.maximum == 1.5 && half.log.events.last?.score == 0.5)
    }

    /// Google Classroom's header below a title as wide as the table.
    @Test func classroomBelowATitle() throws {
        let read = try read(
            "Class: Chem 1,,,,\nLast Name,First Name,Email Address,Essay,Extra\nDate,,,2026-09-01,2026-09-08\n"
                + "Points,,,20,0\nAbell,Ann,a@x.org,18,9\n")
        #expect(read.format == .googleClassroom && read.learnerIDs == ["a@x.org"])
        #expect(read.score("a@x.org", "Essay") == 0.9 && read.places(.preambleSkipped) == ["2:0"])
        #expect(read.places(.maximumZero) == ["4:5"])
    }

    @Test func columnsWithoutPoints() throws {
        let read = try read(
            "Last Name,First Name,Username,Essay [Total Pts: 20 Score] |101,Extra [Total Pts: 0 Score] |102\n"
                + "Abell,Ann,aabell,18,5\n")
        #expect(read.format == .blackboardGradebook && read.places(.maximumZero) == ["1:5"])
        #expect(read.status("aabell", "102") == .hidden)
    }

    @Test(arguments: ["########", "1.2E+11"]) func idsSpreadsheetsMade(_ id: String) throws {
        let read = try read(canvas + "\"Bond, Ben\",\(id),S02,bbond,Sec 1,15,7\n")
        #expect(read.learnerIDs == ["11"] && read.places(.damagedID) == ["4:2"] && read.rejects.count == 1)
    }

    /// Letters of two parts are the letters they are.
    @Test func decomposedLetters() throws {
        let read = try read(
            "Student,ID,Section,Essay (101)\n    Mo\u{308}gliche Punkte,,,20\n\"Abell, Ann\",11,S,18\n")
        #expect(read.learnerIDs == ["11"] && read.score("11", "101") == 0.9)
    }

    private func read(_ text: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file", bytes: Array(text.utf8)))
    }
}
