import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Gradebooks of Canvas whose totals, points possible or test student are not as usual.
struct CanvasGradebookTests {
    /// The test student in another language: by its name, or by a login that nobody else's is like.
    @Test(arguments: ["\"Teststudierende\\*r\"", "\"test, Étudiant\"", "\"Elev, Prøve\""])
    func theTestStudentInOtherLanguages(_ name: String) throws {
        let login = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"
        let header = "Student,ID,SIS User ID,SIS Login ID,Section,Essay (501001)\n    Points Possible,,,,,10\n"
        let found = try read(header + "\(name),99,,\(login),S,1\n\"Bee, Ann\",11,s1,ann,S,9\n")
        #expect(found.learnerIDs == ["11"] && found.places(.testStudent) == ["3:0"] && !found.hasErrors)
        // Where all logins are kept secret so, they tell nothing.
        let other = String(login.reversed())
        let secret = try read(header + "\"Elev, Prøve\",99,,\(login),S,1\n\"Bee, Ann\",11,,\(other),S,9\n")
        #expect(secret.learnerIDs == ["99", "11"] && secret.findingTotals[.testStudent] == nil)
        // An id of the school's is a learner's.
        let enrolled = try read(header + "\"Elev, Prøve\",99,s9,\(login),S,1\n\"Bee, Ann\",11,s1,ann,S,9\n")
        #expect(enrolled.learnerIDs == ["99", "11"])
    }

    /// Whether 1.000 points are one or a thousand nobody can tell; scores far above show that it is asked.
    @Test func pointsPossibleWithAPointAndThreeDigits() throws {
        let text =
            "Student;ID;SIS Login ID;Section;Lab 1 (501001);Lab 2 (501002)\n    Points Possible;;;;1.000;10\n"
            + "\"Bee, Ann\";11;ann;S;950;9\n\"Cee, Bob\";12;bob;S;1.000;8\n"
        let found = try read(text)
        #expect(found.places(.ambiguousDecimal) == ["2:5"] && found.places(.maximumMissing) == ["1:5"])
        #expect(found.status("11", "501001") == .hidden && found.score("11", "501002") == 0.9)
        let stated = try read(text, ReadOptions(decimal: .comma))
        #expect(stated.score("11", "501001") == 0.95 && stated.score("12", "501001") == 1 && !stated.hasErrors)
        // Nobody above it: one point.
        let small = try read(text.replacing("950", with: "1").replacing(";1.000;8", with: ";0.5;8"))
        #expect(small.score("11", "501001") == 1 && !small.hasErrors)
    }

    /// A score of 1.000 where a thousand are possible.
    @Test func aScoreWithAPointAndThreeDigits() throws {
        let text =
            "Student,ID,SIS Login ID,Section,Lab (501001)\n    Points Possible,,,,1000\n\"Bee, Ann\",11,ann,S,950\n"
            + "\"Cee, Bob\",12,bob,S,1.000\n"
        let found = try read(text)
        #expect(found.places(.ambiguousDecimal) == ["4:5"] && found.rejects.map(\.line) == [4])
        #expect(try read(text, ReadOptions(decimal: .point)).score("12", "501001") == 0.001)
    }

    /// A total of a grading period that is called by a number, which may be written over and so is not read-only.
    @Test func aTotalOfANumberedPeriod() throws {
        let text =
            "Student,ID,SIS Login ID,Section,Essay (501001),Quiz (501002),Current Score (202410),Override Score (202410)\n"
            + "    Points Possible,,,,10.00,5.00,(read only),\n\"Bee, Ann\",11,ann,S,9.50,5,95.00,98.0\n"
        #expect(try read(text).itemIDs == ["501001", "501002"])
        let stated = try read(text, ReadOptions(maximum: 100))
        #expect(stated.itemIDs == ["501001", "501002"] && stated.log.events.map(\.score) == [0.95, 1])
        // With points possible, or before an assignment that has them, it is an assignment.
        let work = try read(text.replacing("(read only),\n", with: "(read only),100\n"))
        #expect(work.itemIDs == ["501001", "501002", "202410"])
    }

    /// A course without assignments: only totals, and nothing comes of it.
    @Test func noAssignments() throws {
        let read = try read(
            "Student,ID,SIS Login ID,Section,Current Score,Final Score\n    Points Possible,,,,(read only),(read only)\n"
                + "\"Bee, Ann\",11,ann,S,77,77\n")
        #expect(read.log.events.isEmpty && read.places(.missingColumn) == ["1:0"] && !read.hasErrors)
    }

    /// Points come out as short as they went in.
    @Test func pointsAreWrittenShort() throws {
        let read = try read(
            "Student,ID,SIS Login ID,Section,Lab (501001),Quiz (501002)\n    Points Possible,,,,30,7\n"
                + "\"Bee, Ann\",11,ann,S,15.5,2.3\n")
        let lines = String(decoding: TidyWriter.csv(read.log), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains(",15.5,30,") && lines[2].contains(",2.3,7,"))
    }
}
