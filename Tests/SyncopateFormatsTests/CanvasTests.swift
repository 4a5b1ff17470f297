import Syncopate
import SyncopateFormats
import Testing

struct CanvasTests {
    static let header = "Student,ID,SIS Login ID,Section,Essay (1001),Quiz (1002),Final Score\n"
    static let points = "    Points Possible,,,,10,20,(read only)\n"

    func book(_ rows: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try read(Self.header + Self.points + rows, options)
    }

    @Test func everyKindOfCell() throws {
        let read = try book(
            "\"A, A\",1,a,S,5,EX,1\n\"B, B\",2,b,S,ex,N/A,\n\"C, C\",3,c,S,-,,\n\"D, D\",4,d,S,MI,0,\n\"E, E\",5,e,S,\u{3000},50%,\n"
        )
        #expect(read.score("1", "1001") == 0.5)
        #expect(read.status("1", "1002") == .excused)
        #expect(read.status("2", "1001") == .excused)
        #expect(read.status("2", "1002") == .notAssigned)
        #expect(read.status("3", "1001") == .unknownBlank)
        #expect(read.status("3", "1002") == .unknownBlank)
        #expect(read.status("4", "1001") == .missing)
        #expect(read.score("4", "1002") == 0)
        #expect(read.status("5", "1001") == .unknownBlank)
        #expect(read.score("5", "1002") == 0.5)
        #expect(read.counts.scored == 3 && read.counts.excused == 2 && read.counts.notAssigned == 1)
    }

    @Test(arguments: [
        ("abc", FindingRule.notANumber), ("-1", .negativeScore), ("-inf", .notFinite), ("1e400", .notFinite),
        ("\"1,234\"", .ambiguousDecimal), ("inf", .notFinite), ("8O", .notANumber),
    ])
    func aBadCellRejectsItsRow(cell: String, rule: FindingRule) throws {
        let read = try book("\"A, A\",1,a,S,5,5,\n\"B, B\",2,b,S,\(cell),5,\n")
        #expect(read.places(rule) == ["4:5"])
        #expect(read.learnerIDs == ["1"])
        #expect(read.rejects.map(\.bytes) == [Array("\"B, B\",2,b,S,\(cell),5,".utf8)])
        let finding = try #require(read.findings.first { $0.rule == rule })
        #expect(finding.columnHeader == "Essay (1001)")
        #expect(finding.description.hasPrefix("file.csv:4:5: \(rule.rawValue): "))
        #expect(!finding.description.contains("B, B"))
        #expect(
            refusal(Self.header + Self.points + "A,1,a,S,5,5,\nB,2,b,S,\(cell),5,\n", ReadOptions(strict: true)) != nil)
    }

    @Test func rejectsCanBeMendedAndReadAgain() throws {
        let first = try book("\"A, A\",1,a,S,5,5,\n\"B, B\",2,b,S,oops,5,\n")
        let bytes = try #require(first.rejectsFile)
        let text = String(decoding: bytes, as: UTF8.self).replacing("oops", with: "4")
        #expect(try SyncopateFormatsTests.read(text).score("2", "1001") == 0.4)
    }

    @Test func decimalMarksAreDecidedFromTheColumn() throws {
        let comma = try book("\"A, A\",1,a,S,\"8,5\",1,\n\"B, B\",2,b,S,\"1,250\",1,\n")
        #expect(comma.score("1", "1001") == 0.85)
        #expect(comma.score("2", "1001") == 0.125)
        let thousands = try read(
            "Student,ID,Section,Big (1001)\nPoints Possible,,,\"2,000.00\"\nA,1,S,\"1,500\"\nB,2,S,87.5\n")
        #expect(thousands.score("1", "1001") == 0.75)
        let stated = try book("\"B, B\",2,b,S,\"1,250\",1,\n", ReadOptions(decimal: .comma))
        #expect(stated.score("2", "1001") == 0.125)
        let semicolons = try read("Student;ID;Section;Essay (1001)\nPoints Possible;;;10,00\nA;1;S;8,50\n")
        #expect(semicolons.score("1", "1001") == 0.85)
    }

    @Test func oddNumbersThatCanOnlyMeanOneThing() throws {
        let read = try book("A,1,a,S,８.５,\"=\"\"15\"\"\",\n")
        #expect(read.score("1", "1001") == 0.85)
        #expect(read.score("1", "1002") == 0.75)
        #expect(read.places(.fullWidthDigits) == ["3:5"])
    }

    @Test func aboveTheMaximumIsKept() throws {
        let read = try book("A,1,a,S,12,5,\n")
        #expect(read.score("1", "1001") == 1.2)
        #expect(read.places(.extraCredit) == ["3:5"])
        #expect(!read.hasErrors)
    }

    @Test func lettersHaveNoScale() throws {
        let read = try book("A,1,a,S,B+,5,\nB,2,b,S,7,5,\n")
        #expect(read.status("1", "1001") == .hidden)
        #expect(read.places(.letterWithoutScale) == ["3:5"])
        #expect(read.rejects.isEmpty)
    }

    @Test func withoutPointsPossible() throws {
        let text = "Student,ID,Section,Essay (1001),Quiz (1002)\nPoints Possible,,,,20\nA,1,S,5,10\nB,2,S,EX,\n"
        let read = try read(text)
        #expect(read.places(.maximumMissing) == ["1:4"])
        #expect(read.status("1", "1001") == .hidden && read.status("2", "1001") == .excused)
        #expect(read.score("1", "1002") == 0.5)
        let stated = try SyncopateFormatsTests.read(text, ReadOptions(maximum: 10))
        #expect(stated.score("1", "1001") == 0.5 && stated.score("1", "1002") == 0.5)
    }

    @Test func nothingToScore() throws {
        let read = try read("Student,ID,Section,Form (1001)\nPoints Possible,,,0\nA,1,S,1\n")
        #expect(read.log.items[0].kind == .administrative)
        #expect(read.status("1", "1001") == .hidden)
        #expect(read.places(.maximumZero) == ["2:4"])
    }

    @Test func totalsAndAssignmentsThatSoundLikeThem() throws {
        let read = try read(
            "Student,ID,Section,Final Grade essay (1001),Lab (1002),Labs Current Score,Unposted Final Grade,"
                + "Final Score (Fall),Override Score,Gesamt\nPoints Possible,,,10,10,(lecture seule),,,,(lecture seule)\nA,1,S,5,6,9,9,9,9,9\n"
        )
        #expect(read.itemIDs == ["1001", "1002"])
    }

    @Test func numbersInParenthesesThatAreNoIDs() throws {
        let mixed = try read(
            "Student,ID,Section,Quiz (2024),Essay (123456),Lab (123457)\nPoints Possible,,,1,1,1\nA,1,S,1,1,1\n")
        #expect(mixed.itemIDs == ["Quiz (2024)", "123456", "123457"])
        let none = try read("Student,ID,Section,Quiz (2024),Essay,Lab\nPoints Possible,,,1,1,1\nA,1,S,1,1,1\n")
        #expect(none.itemIDs == ["Quiz (2024)", "Essay", "Lab"])
        let doubled = try read("Student,ID,Section,Quiz (2024) (123456)\nPoints Possible,,,1\nA,1,S,1\n")
        #expect(doubled.log.items[0].title == "Quiz (2024)")
    }

    @Test func everyIdentityColumnAndNotes() throws {
        let read = try read(
            "LastName,FirstName,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Notes,Essay (1001)\n"
                + "    Points Possible,,,,,,,,,10\nAda,L,1,s,l,i,r,\"A and B\",likes maps,5\n")
        #expect(read.log.learners == [Learner(id: "1", name: "Ada, L", section: "A and B")])
        #expect(read.itemIDs == ["1001"])
        #expect(read.places(.customColumn) == ["1:9"])
    }

    @Test func hiddenScoresAreNotUnassigned() throws {
        // Canvas writes N/A into every cell of an anonymous assignment that is not posted, and says so in this row.
        let read = try read(
            "Student,ID,Section,Essay (1001),Lab (1002)\n,,,Manual Posting (scores hidden from instructors),Manual Posting\n"
                + "    Points Possible,,,10,10\nA,1,S,N/A,N/A\n")
        #expect(read.status("1", "1001") == .hidden)
        #expect(read.status("1", "1002") == .notAssigned)
        #expect(read.counts.learners == 1)
    }

    @Test func pointsPossibleInALanguageUnknown() throws {
        let read = try read("Student,ID,Section,Essay,Total\nA,1,S,5,5\nPisteet,,,10,(vain luku)\n")
        #expect(read.itemIDs == ["Essay"])
        #expect(read.score("1", "Essay") == 0.5)
        let german = try SyncopateFormatsTests.read("Studierende,ID,Abschnitt,Essay\nMögliche Punkte,,,10\nA,1,S,5\n")
        #expect(german.score("1", "Essay") == 0.5)
    }

    @Test func theTestStudentAndANamesake() throws {
        let read = try book(
            "\"Student, Test\",1,ordinary,S,5,5,\nB,2,b,S,5,5,\n\"Student, Test\",3,\(String(repeating: "a1", count: 20)),S,,,\n"
        )
        #expect(read.learnerIDs == ["1", "2"])
        #expect(read.places(.testStudent) == ["5:0"])
    }

    @Test func learnersWithoutID() throws {
        let read = try book("A,,login-a,S,1,1,\nB,,,S,2,2,\nC,,,S,3,3,\nC,,,S,4,4,\n,,,S,5,5,\n")
        #expect(read.learnerIDs == ["login-a", "B"])
        #expect(read.rejects.map(\.rule) == [.blankID, .blankID, .blankID])
        #expect(read.rejects.map(\.line) == [5, 6, 7])
    }

    @Test func damagedIDs() throws {
        let read = try book("A,1.2E+11,a,S,1,1,\nB,\"=\"\"0123\"\"\",b,S,2,2,\nC,77.0,c,S,2,2,\n")
        #expect(read.learnerIDs == ["0123", "77"])
        #expect(read.places(.damagedID) == ["3:2"])
    }

    @Test func oneLearnerTwice() throws {
        let read = try book("A,1,a,S,1,1,\nA,1,a,T,1,1,\nB,2,b,S,1,1,\nB,2,b,S,2,1,\n")
        #expect(read.learnerIDs == ["1", "2"])
        #expect(read.places(.mergedRows) == ["4:0"])
        #expect(read.places(.duplicateLearner) == ["6:2"])
        #expect(read.score("2", "1001") == 0.1)
    }

    @Test func raggedRows() throws {
        let read = try book("A,1,a,S,1\nB,2,b,S,1,1,1,,,\nC,3,c,S,1,1,1,extra\nD,4\n")
        #expect(read.learnerIDs == ["1", "2"])
        #expect(read.status("1", "1002") == .unknownBlank)
        #expect(read.places(.shortRow) == ["3:6"])
        #expect(read.places(.raggedRow) == ["5:8", "6:3"])
    }

    @Test func columnsTwice() throws {
        let same = try read("Student,ID,Section,Essay,Essay\nPoints Possible,,,10,10\nA,1,S,5,5\n")
        #expect(same.itemIDs == ["Essay"] && !same.hasErrors)
        let other = try read("Student,ID,Section,Essay,Essay,Lab\nPoints Possible,,,10,10,10\nA,1,S,5,6,7\n")
        #expect(other.itemIDs == ["Lab"])
        #expect(other.places(.duplicateColumn) == ["1:5"])
    }

    @Test func linesAreCountedAsAnEditorDoes() throws {
        let read = try read("Student,ID,Section,\"Essay\non maps (1001)\"\r\nPoints Possible,,,10\r\rA,1,S,x1\n")
        #expect(read.places(.notANumber) == [] && read.places(.letterWithoutScale) == ["5:4"])
        #expect(read.log.items[0].title == "Essay\non maps")
    }

    @Test func headerOnly() throws {
        let read = try read("Student,ID,Section,Essay (1001)\n")
        #expect(read.itemIDs == ["1001"])
        #expect(read.places(.noLearners) == ["1:0"])
    }
}
