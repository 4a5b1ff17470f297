import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Grades of a whole course in Gradescope, made up after their headers.
struct GradescopeCourseTests {
    private func read(_ assignments: String, _ rows: String...) throws -> ImportedEvidence {
        let text = "SID,Email,\(assignments)\n" + rows.map { $0 + "\n" }.joined()
        return try EvidenceReader.read(SourceFile(name: "grades.csv", bytes: Array(text.utf8)))
    }

    /// Each has its own points possible and times.
    @Test func namesThatDifferInCase() throws {
        let read = try read(
            "Lab 1,Lab 1 - Max Points,Lab 1 - Submission Time,LAB 1,LAB 1 - Max Points,LAB 1 - Submission Time",
            "101,a@x.org,8,10,2026-01-10 10:00:00 -0800,8,20,2026-02-10 10:00:00 -0800",
            "102,b@x.org,5,10,2026-01-11 10:00:00 -0800,0,20,")
        #expect(read.itemIDs == ["Lab 1", "LAB 1"])
        #expect(read.score("101", "Lab 1") == 0.8 && read.score("101", "LAB 1") == 0.4)
        #expect(read.score("102", "Lab 1") == 0.5 && read.status("102", "LAB 1") == .missing)
        // 10 January and 10 February 2026, 18:00 UTC.
        #expect(read.event("101", "Lab 1")?.at == 1_768_068_000 && read.event("101", "LAB 1")?.at == 1_770_746_400)
    }

    /// What one assignment is called another is called too: they are one only if all they say is the same.
    @Test func namesThatStandTwice() throws {
        let names = "Quiz,Quiz - Max Points,Quiz - Submission Time"
        let time = "2026-01-10 10:00:00 -0800"
        let same = try read("\(names),\(names)", "101,a@x.org,8,10,\(time),8,10,\(time)")
        #expect(same.log.events.map(\.score) == [0.8] && same.places(.duplicateColumn) == ["1:6"] && !same.hasErrors)
        for other in ["8,20,\(time)", "8,10,2026-02-10 10:00:00 -0800", "7,10,\(time)"] {
            let apart = try read("\(names),\(names),HW,HW - Max Points", "101,a@x.org,8,10,\(time),\(other),1,2")
            #expect(apart.itemIDs == ["HW"] && apart.places(.duplicateColumn) == ["1:6"] && apart.hasErrors)
        }
    }

    /// One file has one order of day and month.
    @Test func timesOfOneFile() throws {
        let names = "A,A - Max Points,A - Submission Time,B,B - Max Points,B - Submission Time"
        let read = try read(names, "101,a@x.org,1,2,1/2/26 8:28,1,2,1/14/26 8:28")
        // 2 January 2026, 08:28.
        #expect(read.event("101", "A")?.at == 1_767_342_480 && read.findingTotals[.badTime] == 1)
        let apart = try self.read(
            names + ",C,C - Max Points,C - Submission Time",
            "101,a@x.org,1,2,1/2/26 8:28,1,2,1/14/26 8:28,1,2,14/1/26 8:28")
        #expect(apart.event("101", "A")?.at.isNaN == true && apart.places(.badTime).contains("1:5"))
        #expect(apart.event("101", "B")?.at == apart.event("101", "C")?.at)
    }

    @Test func zonesThatAreNotKnown() throws {
        let read = try read(
            "A,A - Max Points,A - Submission Time", "101,a@x.org,1,2,2026-01-10 10:00:00 IST",
            "102,b@x.org,0,2,2026-01-10 10:00:00 IST")
        #expect(read.score("101", "A") == 0.5 && read.event("101", "A")?.at.isNaN == true && read.rejects.isEmpty)
        // Handed in, whenever that was.
        #expect(read.status("102", "A") == .scored && read.places(.badTime) == ["2:5", "3:5"] && !read.hasErrors)
    }

    @Test func nothingToScore() throws {
        let text = """
            SID,Total Score,Max Points,Status,Submission ID,1: Roots (5.0 pts),2: Bonus (0.0 pts)
            101,7,5,Graded,1,5,2

            """
        let read = try EvidenceReader.read(SourceFile(name: "Midterm (2026)_scores.csv", bytes: Array(text.utf8)))
        #expect(read.score("101", "Midterm (2026): 1: Roots") == 1)
        #expect(read.status("101", "Midterm (2026): 2: Bonus") == .hidden && read.places(.maximumZero) == ["2:7"])
    }

    @Test func evaluations() {
        let finding = refusal(
            "Assignment Submission ID,Question Submission ID,Name,SID,Email,Sections,Score,Submission Time\n")?.finding
        #expect(finding?.rule == .wrongKindOfFile && finding?.message.contains("evaluations") == true)
    }
}
