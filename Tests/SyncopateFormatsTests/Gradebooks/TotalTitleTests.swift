import Syncopate
import SyncopateFormats
import Testing

/// Columns of totals and averages in gradebooks that people make, and rows that R and Python number.
struct TotalTitleTests {
    @Test func areLeftOutAndNamed() throws {
        let read = try read(
            "Student,ID,Section,Quiz 1,Total,Average,Final Grade,Rank,Total Recall,Final\nPoints Possible,,,10,70,100,100,9,10,50\n"
                + "Ann,1,A,8,62,88.6,90,1,5,40\nBob,2,A,7,57,81.4,80,2,6,30\n")
        // Final Grade is one of those that Canvas adds itself.
        #expect(read.itemIDs == ["Quiz 1", "Total Recall", "Final"])
        #expect(read.places(.looksLikeTotal) == ["1:5", "1:6", "1:8"])
        #expect(read.score("1", "Quiz 1") == 0.8 && read.score("2", "Final") == 0.6 && !read.hasErrors)
    }

    /// A number in brackets says that Canvas knows it as an assignment.
    @Test func withANumberItIsAnAssignment() throws {
        let read = try read("Student,ID,Section,Total (12),Quiz (13)\nPoints Possible,,,10,10\nAnn,1,A,8,9\n")
        #expect(read.itemIDs == ["12", "13"] && read.findings.isEmpty)
    }

    /// A table of one total has nothing better.
    @Test func aloneItIsRead() throws {
        let read = try read("Student,ID,Section,Total\nPoints Possible,,,10\nAnn,1,A,8\n")
        #expect(read.score("1", "Total") == 0.8 && read.findings.isEmpty)
    }

    @Test func inGoogleClassroom() throws {
        let read = try read(
            "Last Name,First Name,Email Address,Quiz 1,Total,Percent\nPoints,,,10,20,100\nLee,Ann,a@x.org,8,17,85\n")
        #expect(read.format == .googleClassroom && read.itemIDs == ["Quiz 1"])
        #expect(read.places(.looksLikeTotal) == ["1:5", "1:6"])
    }

    /// An unnamed first column has names of rows.
    @Test(arguments: [
        "\"\",\"Student\",\"ID\",\"SIS Login ID\",\"Section\",\"Quiz 1 (101)\"\n\"1\",\"    Points Possible\",NA,NA,NA,10\n"
            + "\"2\",\"Ann\",7,\"ann\",\"A\",7\n\"3\",\"Bob\",8,\"bob\",\"A\",NA\n",
        ",Student,ID,SIS Login ID,Section,Quiz 1 (101)\n0,    Points Possible,,,,10\n1,Ann,7,ann,A,7\n2,Bob,8,bob,A,\n",
    ])
    func namesOfRows(_ text: String) throws {
        let read = try read(text)
        #expect(read.format == .canvasGradebook && read.learnerIDs == ["7", "8"] && read.itemIDs == ["101"])
        #expect(read.score("7", "101") == 0.7 && read.status("8", "101") == .unknownBlank)
        #expect(read.log.learners.map(\.section) == ["A", "A"] && read.log.items[0].maximum == 10)
    }

    /// Two names of skills and a time in a log of ASSISTments.
    @Test func assistmentsUnderOtherNames() throws {
        let read = try read(
            "order_id,user_id,problem_id,skill_id,correct,timestamp,attempt\n1,u1,p1,12,1,1600000000,1\n2,u1,p2,13,0,1600000060,1\n"
        )
        #expect(read.format == .assistments && read.log.items.map { $0.skills.map(\.skill) } == [["12"], ["13"]])
        #expect(read.event("u1", "p2")?.at == 1_600_000_060)
        #expect(read.findings.map(\.rule) == [.ignoredColumn] && read.findings[0].message.contains("attempt"))
    }
}
